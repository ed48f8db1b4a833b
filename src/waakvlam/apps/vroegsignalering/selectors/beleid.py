"""Afwegingskaders as they were put in force."""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import QuerySet

from waakvlam.apps.vroegsignalering.models import Beleidsversie, Maandrun
from waakvlam.apps.vroegsignalering.selectors.zicht import Zicht
from waakvlam.domain.common.maand import laatste_dag
from waakvlam.domain.matching.beleid import Beleid
from waakvlam.domain.matching.beleid_lezen import lees_beleidstekst


@dataclass(frozen=True)
class Versie:
    """A version with the months it was used in and how it stands today: geldt, straks or eerder."""

    versie: Beleidsversie
    stand: str
    runs: list[Maandrun] = field(default_factory=list)


def list_beleidsversies(zicht: Zicht) -> QuerySet[Beleidsversie]:
    """Give the versions in view, newest first."""
    vraag = Beleidsversie.objects.filter(gemeente__in=zicht.codes).select_related("gemeente")
    return vraag.order_by("gemeente__naam", "-geldig_vanaf", "-pk")


def get_beleidsversie(gemeente: str, maand: int) -> Beleidsversie | None:
    """Give the policy in force for a month: the latest that begins before the month ends; None when there is none."""
    return (
        Beleidsversie.objects.filter(gemeente_id=gemeente, geldig_vanaf__lte=laatste_dag(maand))
        .order_by("-geldig_vanaf", "-pk")
        .first()
    )


def get_versie(zicht: Zicht, pk: int) -> Beleidsversie:
    """Give one version; raises Beleidsversie.DoesNotExist when it is not in view."""
    return list_beleidsversies(zicht).get(pk=pk)


def list_versies(zicht: Zicht, vandaag: date) -> list[Versie]:
    """Give all versions with their use; per gemeente exactly one is in force, if any has begun."""
    gebruik: dict[int, list[Maandrun]] = {}
    for run in Maandrun.objects.filter(gemeente__in=zicht.codes).order_by("-maand"):
        gebruik.setdefault(run.beleidsversie_id, []).append(run)
    versies, geldt_al = [], set()
    for versie in list_beleidsversies(zicht):
        stand = "straks" if versie.geldig_vanaf > vandaag else "eerder"
        if stand == "eerder" and versie.gemeente_id not in geldt_al:
            geldt_al.add(versie.gemeente_id)
            stand = "geldt"
        versies.append(Versie(versie, stand, gebruik.get(versie.pk, [])))
    return versies


def lees_versie(versie: Beleidsversie) -> Beleid:
    """Read the policy out of its YAML; what is stored was checked when it was put in force."""
    return lees_beleidstekst(versie.tekst)
