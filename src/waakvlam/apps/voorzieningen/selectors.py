"""Reads of voorzieningen."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, OuterRef, QuerySet, Subquery, Sum

from waakvlam.apps.toegang.service import Zicht
from waakvlam.apps.voorzieningen.models import Aanvraag, Aanvraagstap, Per, Regelingenversie
from waakvlam.domain.rekenen.inkomenscheck import (
    Aanvraagstatus,
    Gemeenteregels,
    laad_voorbeeld,
    lees_gemeenteregels,
)

SOORT = "inkomenscheck"
"""The kind under which a check is kept among the berekeningen."""


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


@dataclass(frozen=True)
class Opbrengst:
    """What was granted and still runs, in euros; `zonder_bedrag` counts what was granted without a known amount."""

    per_maand: Decimal
    per_jaar: Decimal
    eenmalig: Decimal
    aantal: int
    zonder_bedrag: int


def list_aanvragen(zicht: Zicht) -> QuerySet[Aanvraag]:
    """List what is followed, newest check first, each with `status`, `datum`, `bedrag`, `per` and `nummer` of its last step."""
    laatste = Aanvraagstap.objects.filter(aanvraag=OuterRef("pk")).order_by("-nummer")
    velden = {
        veld: Subquery(laatste.values(veld)[:1]) for veld in ("status", "datum", "bedrag", "per", "nummer")
    }
    vraag = Aanvraag.objects.filter(gemeente__in=zicht.codes).annotate(**velden)
    vraag = vraag.select_related("gemeente", "berekening")
    return vraag.defer("berekening__feiten", "berekening__uitkomst").order_by("-berekening_id", "pk")


def get_aanvraag(zicht: Zicht, pk: int) -> Aanvraag:
    """Give one with its last step; raises Aanvraag.DoesNotExist when it is not in view."""
    return list_aanvragen(zicht).get(pk=pk)


def get_opbrengst(zicht: Zicht) -> Opbrengst:
    """Add up what was granted and did not end."""
    toegekend = list_aanvragen(zicht).filter(status=Aanvraagstatus.TOEGEKEND.value).order_by()
    rijen = toegekend.values("per").annotate(som=Sum("bedrag"), aantal=Count("pk"))
    per = {rij["per"]: rij for rij in rijen}

    def som(soort: Per) -> Decimal:
        return per[soort.value]["som"] if soort.value in per else Decimal(0)

    return Opbrengst(
        som(Per.MAAND),
        som(Per.JAAR),
        som(Per.EENMALIG),
        sum(rij["aantal"] for rij in per.values()),
        per[""]["aantal"] if "" in per else 0,
    )
