"""Fit debts, each in equal payments, in the room that there is per month."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from waakvlam.domain.common.notatie import geld
from waakvlam.domain.rekenen.betalingsregeling.invoer import Betaalvolgorde, Regelingschuld
from waakvlam.domain.rekenen.betalingsregeling.termijn import get_maanden
from waakvlam.domain.rekenen.uitleg import EURO, Stap, gegeven, schrijf_getal
from waakvlam.domain.rekenen.voorstel.verdeling import Kenmerk, sorteersleutel


@dataclass(frozen=True, slots=True)
class Regeling:
    """How one debt is paid: `maanden` payments of `termijn` euros, the last one lower; `reden` says why it does not fit."""

    schuld: Regelingschuld
    termijn: Decimal
    maanden: int
    reden: str | None

    @property
    def past(self) -> bool:
        """Whether it fits in the room and in the term."""
        return self.reden is None

    @property
    def laatste(self) -> Stap:
        """The last payment: what is left after all others."""
        hele = gegeven(self.schuld.naam, self.schuld.bedrag, EURO)
        bron = (
            "opgegeven, hoogstens de schuld zelf"
            if self.schuld.termijn
            else "de laagste termijn die op tijd is"
        )
        termijn = Stap("termijn per maand", self.termijn, f"{self.termijn:.2f}", bron=bron)
        return Stap(
            f"laatste termijn van {hele.naam}",
            self.schuld.bedrag - (self.maanden - 1) * self.termijn,
            f"{hele.naam} − {self.maanden - 1} × {termijn.naam}",
            (hele, termijn),
            bron="wat na alle andere termijnen overblijft",
            eenheid=EURO,
        )

    def als_dict(self) -> dict[str, Any]:
        """Give the schedule as a file has it."""
        laatste = self.laatste
        return {
            "id": self.schuld.id,
            "schuldeiser": self.schuld.schuldeiser,
            "bedrag": schrijf_getal(self.schuld.bedrag, EURO),
            "termijn": schrijf_getal(self.termijn, EURO),
            "maanden": self.maanden,
            "laatste_termijn": schrijf_getal(laatste.waarde, EURO),
            "past": self.past,
            "reden": self.reden,
            "uitleg": laatste.als_dict(),
        }


def pas_in(
    schulden: Sequence[Regelingschuld],
    laagste: Mapping[Kenmerk, Decimal],
    ruimte: Decimal,
    maanden: int,
    volgorde: Betaalvolgorde,
) -> tuple[Regeling, ...]:
    """Give room to the debts in the chosen order, and the schedules in the order of the debts.

    A debt that does not fit is passed over: a later one may. `laagste` is the lowest payment of each that is in time.
    """
    gevonden = {}
    for schuld in _zet_op_volgorde(schulden, volgorde):
        # No more per month than the debt itself.
        termijn = min(schuld.termijn or laagste[schuld.id], schuld.bedrag)
        duur = get_maanden(schuld.bedrag, termijn)
        reden = _zoek_reden(termijn, duur, ruimte, maanden)
        gevonden[schuld.id] = Regeling(schuld, termijn, duur, reden)
        if reden is None:
            ruimte -= termijn
    return tuple(gevonden[schuld.id] for schuld in schulden)


def _zet_op_volgorde(schulden: Sequence[Regelingschuld], volgorde: Betaalvolgorde) -> list[Regelingschuld]:
    if volgorde is Betaalvolgorde.OPGEGEVEN:
        return list(schulden)
    teken = 1 if volgorde is Betaalvolgorde.KLEINSTE_EERST else -1
    return sorted(schulden, key=lambda schuld: (teken * schuld.bedrag, sorteersleutel(schuld.id)))


def _zoek_reden(termijn: Decimal, duur: int, ruimte: Decimal, maanden: int) -> str | None:
    if duur > maanden:
        return f"Met {geld(termijn)} per maand duurt het {duur} maanden; dat is langer dan {maanden}."
    if termijn > ruimte:
        return f"Er is nog {geld(ruimte)} per maand; nodig is {geld(termijn)}."
    return None
