"""Reads of voorzieningen."""

from django.db.models import QuerySet

from waakvlam.apps.toegang.service import Zicht
from waakvlam.apps.voorzieningen.models import Regelingenversie
from waakvlam.domain.rekenen.inkomenscheck import Gemeenteregels, laad_voorbeeld, lees_gemeenteregels


def get_laatste_versie(gemeente: str) -> Regelingenversie | None:
    """Give the version in force of a gemeente, None when it has not set its schemes. The gemeente must be in view."""
    vraag = Regelingenversie.objects.filter(gemeente=gemeente).select_related("gebruiker", "gemeente")
    return vraag.order_by("-pk").first()


def get_regels(gemeente: str) -> Gemeenteregels:
    """Give the schemes of a gemeente, or the example, marked as such. The gemeente must be in view."""
    versie = get_laatste_versie(gemeente)
    return lees_gemeenteregels(versie.inhoud) if versie else laad_voorbeeld()


def list_versies(zicht: Zicht) -> QuerySet[Regelingenversie]:
    """List every version in view, newest first, without its schemes."""
    vraag = Regelingenversie.objects.filter(gemeente__in=zicht.codes)
    return vraag.select_related("gebruiker", "gemeente").defer("inhoud")


def get_versie(zicht: Zicht, pk: int) -> Regelingenversie:
    """Give one version; raises Regelingenversie.DoesNotExist when it is not in view."""
    vraag = Regelingenversie.objects.filter(gemeente__in=zicht.codes)
    return vraag.select_related("gebruiker", "gemeente").get(pk=pk)
