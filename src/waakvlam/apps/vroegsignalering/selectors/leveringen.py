"""Leveringen and what was wrong with them."""

from typing import Any

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import TruncMonth

from waakvlam.apps.vroegsignalering.models import Levering, Leveringsfout, LeveringStatus, Uitkomst
from waakvlam.apps.vroegsignalering.selectors.zicht import Zicht

OPGEPAKT = "Opgenomen in een melding"
MET_FOUTEN = "fouten"
"""Filter: leveringen in which something was refused, or that could not be read."""


def list_leveringen(zicht: Zicht) -> QuerySet[Levering]:
    """Give the leveringen in view, newest first; a partner sees its own only."""
    vraag = Levering.objects.filter(gemeente__in=zicht.codes).select_related("gemeente")
    return vraag.filter(partner=zicht.partner) if zicht.partner else vraag


def filter_leveringen(zicht: Zicht, filters: dict[str, Any]) -> QuerySet[Levering]:
    """Give the leveringen that meet the filters (see forms.LeveringFilter)."""
    vraag = list_leveringen(zicht)
    if partner := filters.get("partner"):
        vraag = vraag.filter(partner=partner)
    if (status := filters.get("status")) == MET_FOUTEN:
        vraag = vraag.filter(Q(aantal_geweigerd__gt=0) | Q(status=LeveringStatus.MISLUKT))
    elif status:
        vraag = vraag.filter(status=status)
    if maand := filters.get("maand"):
        jaar, nummer = maand.split("-")
        vraag = vraag.filter(ontvangen_op__year=jaar, ontvangen_op__month=nummer)
    return vraag


def get_levering(zicht: Zicht, pk: int) -> Levering:
    """Give one levering; raises Levering.DoesNotExist when it is not in view."""
    return list_leveringen(zicht).get(pk=pk)


def list_partners_van_leveringen(zicht: Zicht) -> list[str]:
    """Give the partner codes that delivered."""
    return list(list_leveringen(zicht).order_by("partner").values_list("partner", flat=True).distinct())


def list_maanden_van_ontvangst(zicht: Zicht) -> list[str]:
    """Give the months (JJJJ-MM) in which something was received, newest first."""
    maanden = (
        list_leveringen(zicht)
        .annotate(m=TruncMonth("ontvangen_op"))
        .order_by("-m")
        .values_list("m", flat=True)
    )
    return [f"{maand:%Y-%m}" for maand in maanden.distinct()]


def list_fouten(levering: Levering) -> QuerySet[Leveringsfout]:
    """Give the refused cells of a levering that was got for this user, in the order of its rows."""
    return Leveringsfout.objects.filter(levering=levering, gemeente=levering.gemeente_id)


def tel_uitkomsten(levering: Levering) -> list[tuple[str, int]]:
    """Count what became of the signals: taken up, and per status when not; what is missing awaits a maandrun."""
    rijen = (
        Uitkomst.objects.filter(signaal__levering=levering, gemeente=levering.gemeente_id)
        .values("status")
        .annotate(aantal=Count("pk"), opgepakt=Count("melding"))
    )
    telling: dict[str, int] = {}
    for rij in rijen:
        for naam, aantal in ((OPGEPAKT, rij["opgepakt"]), (rij["status"], rij["aantal"] - rij["opgepakt"])):
            if aantal:
                telling[naam] = telling.get(naam, 0) + aantal
    uit = sorted(telling.items(), key=lambda deel: (deel[0] != OPGEPAKT, deel[0]))
    if (rest := levering.aantal_signalen - sum(telling.values())) > 0:
        uit.append(("Wacht op de maandrun", rest))
    return uit
