"""What happened when to a household or person: of this melding, and the meldingen before and after it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from waakvlam.apps.vroegsignalering.models import Melding, Signaal
from waakvlam.apps.vroegsignalering.selectors.termijn import Termijn
from waakvlam.domain.common.notatie import geld
from waakvlam.domain.common.notatie import maand as in_woorden

TERUG = 24
"""Months of history that are shown."""


@dataclass(frozen=True)
class Moment:
    """One line of the timeline; `melding` is another melding that it leads to."""

    titel: str
    op: date | datetime
    icoon: str
    tekst: str = ""
    soort: str = ""
    melding: Melding | None = None

    @property
    def dag(self) -> date:
        """The day, in Dutch time."""
        return timezone.localtime(self.op).date() if isinstance(self.op, datetime) else self.op


def maak_verloop(
    melding: Melding, termijn: Termijn, signalen: Iterable[Signaal], andere: Iterable[Melding]
) -> list[Moment]:
    """Put everything that has a day in order, the latest first; another melding stands on the day it began."""
    momenten = []
    if melding.uiterlijk:
        soort = "fout" if termijn.soort == "fout" else "wacht"
        tekst = f"{termijn.tekst.capitalize()}."
        momenten.append(Moment(f"Uiterste dag: {melding.opvolging}", melding.uiterlijk, "klok", tekst, soort))
    tekst = f"Maandrun {in_woorden(melding.maand)}."
    momenten.append(Moment("Melding gemaakt", melding.maandrun.gedraaid_op, "vlam", tekst))
    momenten += [
        Moment(f"Signaal {s.soort} ontvangen", s.ontvangstdatum, "inbak", f"{s.partner}, {geld(s.bedrag)}.")
        for s in signalen
    ]
    momenten += [
        Moment(
            f"{'Eerdere' if ander.maand < melding.maand else 'Latere'} melding: {ander.opvolging}",
            ander.eerste_ontvangst,
            "document",
            melding=ander,
        )
        for ander in andere
    ]
    return sorted(momenten, key=lambda moment: moment.dag, reverse=True)


def list_andere_meldingen(melding: Melding, signalen: Iterable[Signaal]) -> list[Melding]:
    """Give the other meldingen on the key of this one, before and after, and those that these signals were taken up in.

    The key of a person may change when more becomes known of who is who; their signals still lead to them.
    """
    eigen = Melding.objects.filter(gemeente=melding.gemeente_id).exclude(pk=melding.pk)
    periode = (melding.maand - TERUG + 1, melding.maand + TERUG)
    op_sleutel = list(eigen.filter(sleutel=melding.sleutel, maand__range=periode))
    bekend = {ander.pk for ander in op_sleutel} | {melding.pk, None}
    meer = {s.uitkomst.melding_id for s in signalen if hasattr(s, "uitkomst")} - bekend
    return op_sleutel + (list(eigen.filter(pk__in=meer)) if meer else [])
