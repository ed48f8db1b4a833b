"""Reads of berekeningen. Every function takes a `Zicht`: what this user may see for a right, now."""

from collections.abc import Collection

from django.db.models import QuerySet

from waakvlam.apps.berekeningen.models import Berekening
from waakvlam.apps.toegang.service import Zicht


def list_berekeningen(
    zicht: Zicht, *, dossier: str | None = None, soorten: Collection[str] | None = None
) -> QuerySet[Berekening]:
    """List what was kept, newest first, without facts and results; with `dossier` only of that case."""
    vraag = Berekening.objects.filter(gemeente__in=zicht.codes).select_related("gemeente", "gebruiker")
    if dossier is not None:
        vraag = vraag.filter(dossier=dossier)
    if soorten is not None:
        vraag = vraag.filter(soort__in=soorten)
    return vraag.defer("feiten", "uitkomst")


def get_berekening(zicht: Zicht, pk: int, *, soorten: Collection[str] | None = None) -> Berekening:
    """Give one with its facts and result; raises Berekening.DoesNotExist when it is not in view."""
    vraag = Berekening.objects.filter(gemeente__in=zicht.codes)
    if soorten is not None:
        vraag = vraag.filter(soort__in=soorten)
    return vraag.select_related("gemeente", "gebruiker").get(pk=pk)
