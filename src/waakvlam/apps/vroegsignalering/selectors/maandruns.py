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
        """Whether signals wait for a run, and it can be done."""
        return self.nieuw > 0 and self.beleid is not None


def list_maandruns(zicht: Zicht) -> QuerySet[Maandrun]:
    """Give the month runs in view, newest month first."""
    vraag = Maandrun.objects.filter(gemeente__in=zicht.codes)
    return (
        vraag.select_related("gemeente", "beleidsversie")
        .defer("beleidsversie__tekst")
        .order_by("-maand", "gemeente__naam")
    )


def list_maandstanden(
    zicht: Zicht, maanden: int = 12, runs: Iterable[Maandrun] | None = None, *, zonder_historie: bool = False
) -> list[Maandstand]:
    """Give, per gemeente and month with signals, how it stands; newest first, at most so many months.

    `runs`: those in view, when they were read already. `zonder_historie`: leave out months of before the first run.
    """
    signalen = Signaal.objects.filter(gemeente__in=zicht.codes)
    laatste = signalen.order_by("-maand").values("maand")[:1]
    tellingen = list(
        signalen.filter(maand__gt=Subquery(laatste) - maanden)
        .values("gemeente", "maand")
        .annotate(aantal=Count("pk"))
        .order_by("maand")
    )
    gedraaid = {
        (run.gemeente_id, run.maand): run for run in (list_maandruns(zicht) if runs is None else runs)
    }
    if zonder_historie:
        vanaf = _vanaf([(rij["gemeente"], rij["maand"]) for rij in reversed(tellingen)], gedraaid)
        tellingen = [rij for rij in tellingen if rij["maand"] >= vanaf[rij["gemeente"]]]
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


def list_laatste(standen: Iterable[Maandstand]) -> list[Maandstand]:
    """Give the newest month of each gemeente; standen are newest first."""
    nieuwste: dict[str, Maandstand] = {}
    for stand in standen:
        nieuwste.setdefault(stand.gemeente.code, stand)
    return list(nieuwste.values())


def list_te_draaien(standen: Iterable[Maandstand]) -> list[Maandstand]:
    """Give the months of which signals wait to be made into meldingen: the newest, and older ones with late signals.

    Oldest first, as they are to be run: a month looks back on what the months before took up. Months of before
    the first run of a gemeente are history that was read in, and do not wait.
    """
    standen = list(standen)
    vanaf = _vanaf(
        [(stand.gemeente.code, stand.maand) for stand in standen],
        [(stand.gemeente.code, stand.maand) for stand in standen if stand.run],
    )
    wachtend = [stand for stand in standen if stand.te_draaien and stand.maand >= vanaf[stand.gemeente.code]]
    return sorted(wachtend, key=lambda stand: stand.maand)


def list_terugkijkend(standen: Iterable[Maandstand]) -> list[Maandstand]:
    """Give the months that were run and come after one that waits, oldest first: they look back on it.

    Running them again changes only what that month changes.
    """
    standen = list(standen)
    eerste: dict[str, int] = {}
    for stand in list_te_draaien(standen):
        eerste.setdefault(stand.gemeente.code, stand.maand)
    later = [
        stand
        for stand in standen
        if stand.run and stand.nieuw <= 0 and stand.maand > eerste.get(stand.gemeente.code, stand.maand)
    ]
    return sorted(later, key=lambda stand: stand.maand)


def heeft_signalen(zicht: Zicht, gemeente: str, maand: int) -> bool:
    """Tell whether a month of a gemeente in view has signals."""
    return gemeente in zicht.codes and Signaal.objects.filter(gemeente=gemeente, maand=maand).exists()


def _vanaf(maanden: Iterable[tuple[str, int]], gedraaid: Iterable[tuple[str, int]]) -> dict[str, int]:
    """Give per gemeente the first month that can wait: the first that was run, else the newest; maanden newest first."""
    vanaf: dict[str, int] = {}
    for code, maand in maanden:
        vanaf.setdefault(code, maand)
    for code, maand in gedraaid:
        vanaf[code] = min(vanaf.get(code, maand), maand)
    return vanaf


def _versies(zicht: Zicht) -> list[Beleidsversie]:
    return list(Beleidsversie.objects.filter(gemeente__in=zicht.codes).defer("tekst"))


def _geldend(versies: list[Beleidsversie], gemeente: str, maand: int) -> Beleidsversie | None:
    """The policy in force at the end of the month; versies are newest first."""
    dag = laatste_dag(maand)
    return next((v for v in versies if v.gemeente_id == gemeente and v.geldig_vanaf <= dag), None)
