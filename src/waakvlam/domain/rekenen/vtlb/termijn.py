"""How long somebody pays: 18 months, and when longer. Bron: art. 349a Fw."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import Any

from dateutil.relativedelta import relativedelta

from waakvlam.domain.rekenen.invoer import Invoerfout, Lezer, Veldfout
from waakvlam.domain.rekenen.normen import Norm, laad_normen


class Termijnbesluit(Enum):
    """Who made the term longer: the court when it began (lid 1), or later the supervisory judge (lid 2)."""

    RECHTER = "rechter"
    RECHTER_COMMISSARIS = "rechter_commissaris"

    @property
    def norm(self) -> str:
        """The key of the longest term that may be decided."""
        return "fw_349a_1_langer" if self is Termijnbesluit.RECHTER else "fw_349a_2"

    @property
    def voorwaarde(self) -> str:
        """What the law asks for, in one Dutch sentence."""
        if self is Termijnbesluit.RECHTER:
            return (
                "De rechter kan dit doen als de aard van de schulden daartoe aanleiding geeft of als iemand niet aan alle "
                "verplichtingen kan voldoen, en stelt dan voor de hele termijn een nominaal bedrag vast (art. 349a lid 1 Fw)."
            )
        return (
            "De rechter-commissaris kan dit doen als iemand niet aan alle verplichtingen kan voldoen of daarin toerekenbaar "
            "tekort is geschoten, en hoort hem eerst (art. 349a lid 2 Fw)."
        )


@dataclass(frozen=True, slots=True)
class Termijn:
    """What is known of the term. `uitspraak` admits somebody to the Wsnp, `eerste_aflossing` is of the arrangement before
    it (or instead of it); `maanden` was decided by `besluit` and is None for the ordinary term.
    """

    uitspraak: date | None = None
    eerste_aflossing: date | None = None
    besluit: Termijnbesluit | None = None
    maanden: int | None = None

    @property
    def begin(self) -> date | None:
        """The earliest of both days; None when neither is known."""
        return min((dag for dag in (self.uitspraak, self.eerste_aflossing) if dag), default=None)


def lees_termijn(blok: Lezer | None) -> Termijn | None:
    """Read the block `termijn`; faults are kept by the reader."""
    if blok is None:
        return None
    uitspraak, aflossing = blok.datum("uitspraak"), blok.datum("eerste_aflossing")
    langer = blok.blok("langer")
    besluit = maanden = None
    if langer is not None:
        besluit = langer.keuze("besluit", Termijnbesluit, verplicht=True)
        maanden = langer.heel_getal("maanden", verplicht=True, minimum=1, maximum=600)
        langer.sluit()
    blok.sluit()
    return Termijn(uitspraak, aflossing, besluit, maanden)


def bepaal_termijn(termijn: Termijn, peildatum: date) -> dict[str, Any]:
    """Give months, first and last day, and why; by the law of the first day, or of `peildatum` when that is not known.

    Raises Invoerfout when the norms do not reach that day, or when a decided term is longer than the law allows.
    """
    dag = termijn.begin or peildatum
    gewoon = _get_norm("fw_349a_1", dag)
    if termijn.besluit is None or termijn.maanden is None:
        return _beschrijf(termijn.begin, int(gewoon.waarde), gewoon, "De gewone termijn.")
    hoogste = _get_norm(termijn.besluit.norm, dag)
    if termijn.maanden > hoogste.waarde:
        raise _fout(
            "termijn.langer.maanden",
            str(termijn.maanden),
            f"Dit is langer dan de wet toestaat: {hoogste.naam} is {hoogste.waarde:f} maanden ({hoogste.bron}).",
        )
    return _beschrijf(termijn.begin, termijn.maanden, hoogste, termijn.besluit.voorwaarde)


def _get_norm(sleutel: str, dag: date) -> Norm:
    norm = laad_normen().reeksen[sleutel].op(dag)
    if isinstance(norm, Norm):
        return norm
    reden = f"Op {dag:%d-%m-%Y} is de {norm.naam} niet bekend in dit programma ({norm.reden})."
    raise _fout("termijn", dag.isoformat(), reden)


def _fout(veld: str, waarde: str, reden: str) -> Invoerfout:
    return Invoerfout([Veldfout(veld, waarde, reden)])


def _beschrijf(begin: date | None, maanden: int, norm: Norm, toelichting: str) -> dict[str, Any]:
    # The first day is part of the term, so that the last one is the day before the same day of the month.
    einde = begin and begin + relativedelta(months=maanden) - timedelta(days=1)
    return {
        "maanden": maanden,
        "begin": begin and begin.isoformat(),
        "einde": einde and einde.isoformat(),
        "bron": norm.bron,
        "toelichting": toelichting,
        "norm": norm.als_dict(),
    }
