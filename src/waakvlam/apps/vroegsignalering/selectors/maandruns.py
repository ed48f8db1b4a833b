"""Months: which have signals, which have meldingen, and by which policy."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, QuerySet, Subquery

from waakvlam.apps.toegang.service import Gemeente
from waakvlam.apps.vroegsignalering.models import Beleidsversie, Maandrun, Signaal
from waakvlam.apps.vroegsignalering.selectors.zicht import Zicht
from waakvlam.domain.common.maand import laatste_dag, schrijf_maand


@dataclass(frozen=True)
class Maandstand:
    """One month of one gemeente: how many signals there are and what was made of them."""

    gemeente: Gemeente
    maand: int
    signalen: int
    run: Maandrun | None
    beleid: Beleidsversie | None

    @property
    def periode(self) -> str:
        """The month as JJJJ-MM."""
        return schrijf_maand(self.maand)

    @property
    def nieuw(self) -> int:
        """Signals that came after the run (all, when there was none)."""
        return self.signalen - (self.run.aantal_signalen if self.run else 0)

    @property
    def te_draaien(self) -> bool:
        """Whether a run would change something, and can be done."""
        return self.nieuw != 0 and self.beleid is not None


def list_maandruns(zicht: Zicht) -> QuerySet[Maandrun]:
    """Give the month runs in view, newest month first."""
    vraag = Maandrun.objects.filter(gemeente__in=zicht.codes)
    return (
        vraag.select_related("gemeente", "beleidsversie")
        .defer("beleidsversie__tekst")
        .order_by("-maand", "gemeente__naam")
    )


def list_maandstanden(
    zicht: Zicht, maanden: int = 12, runs: Iterable[Maandrun] | None = None, *, alleen_laatste: bool = False
) -> list[Maandstand]:
    """Give, per gemeente and month with signals, how it stands; newest first, at most so many months.

    `runs`: those in view, when they were read already. `alleen_laatste`: only the newest month of each gemeente.
    """
    signalen = Signaal.objects.filter(gemeente__in=zicht.codes)
    laatste = signalen.order_by("-maand").values("maand")[:1]
    tellingen = list(
        signalen.filter(maand__gt=Subquery(laatste) - maanden)
        .values("gemeente", "maand")
        .annotate(aantal=Count("pk"))
        .order_by("maand")
    )
    if alleen_laatste:
        tellingen = list({rij["gemeente"]: rij for rij in tellingen}.values())
    gedraaid = {
        (run.gemeente_id, run.maand): run for run in (list_maandruns(zicht) if runs is None else runs)
    }
    per_code = {gemeente.code: gemeente for gemeente in zicht.gemeenten}
    versies: list[Beleidsversie] | None = None
    standen = []
    for rij in tellingen:
        run = gedraaid.get((rij["gemeente"], rij["maand"]))
        if run and run.aantal_signalen == rij["aantal"]:
            beleid = run.beleidsversie
        else:
            versies = _versies(zicht) if versies is None else versies
            beleid = _geldend(versies, rij["gemeente"], rij["maand"])
        standen.append(Maandstand(per_code[rij["gemeente"]], rij["maand"], rij["aantal"], run, beleid))
    return sorted(standen, key=lambda stand: (-stand.maand, stand.gemeente.naam))


def list_te_draaien(standen: list[Maandstand]) -> list[Maandstand]:
    """Give the latest month per gemeente of which signals wait to be made into meldingen."""
    nieuwste: dict[str, Maandstand] = {}
    for stand in standen:
        nieuwste.setdefault(stand.gemeente.code, stand)
    return [stand for stand in nieuwste.values() if stand.te_draaien]


def _versies(zicht: Zicht) -> list[Beleidsversie]:
    return list(Beleidsversie.objects.filter(gemeente__in=zicht.codes).defer("tekst"))


def _geldend(versies: list[Beleidsversie], gemeente: str, maand: int) -> Beleidsversie | None:
    """The policy in force at the end of the month; versies are newest first."""
    dag = laatste_dag(maand)
    return next((v for v in versies if v.gemeente_id == gemeente and v.geldig_vanaf <= dag), None)
