"""From a begroting to help: a table that a gemeente can edit says what fits. The consulent decides.

The form of the table (YAML):

    naam: Tabel van de gemeente
    instrumenten:
      budgetcoaching: {naam: Budgetcoaching, uitleg: Leren omgaan met geld.}
    regels:
      - {als: {saldo_onder: 0}, dan: budgetcoaching, omdat: De uitgaven zijn hoger dan de inkomsten.}

Conditions, all of which must hold: `saldo_onder` and `saldo_vanaf` (euros per month), `vaste_lasten_procent_vanaf` (of
the income), `omstandigheid` (a list; at least one of these was ticked).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from waakvlam.domain.rekenen.begroting.invoer import Omstandigheid


@dataclass(frozen=True, slots=True)
class Stand:
    """What the conditions look at; euros per month."""

    saldo: Decimal
    inkomsten: Decimal
    vaste_lasten: Decimal


@dataclass(frozen=True, slots=True)
class Instrument:
    """A kind of help that a gemeente offers."""

    sleutel: str
    naam: str
    uitleg: str


@dataclass(frozen=True, slots=True)
class Voorwaarden:
    """When a line of the table holds; None = not asked, all that are asked must hold."""

    saldo_onder: Decimal | None = None
    saldo_vanaf: Decimal | None = None
    vaste_lasten_procent_vanaf: Decimal | None = None
    omstandigheid: tuple[Omstandigheid, ...] | None = None

    def gelden(self, stand: Stand, omstandigheden: Iterable[Omstandigheid]) -> bool:
        """Whether all conditions hold. Fixed costs without any income are above every percentage."""
        procent = self.vaste_lasten_procent_vanaf
        return (
            (self.saldo_onder is None or stand.saldo < self.saldo_onder)
            and (self.saldo_vanaf is None or stand.saldo >= self.saldo_vanaf)
            and (procent is None or 100 * stand.vaste_lasten >= procent * stand.inkomsten)
            and (self.omstandigheid is None or not set(self.omstandigheid).isdisjoint(omstandigheden))
        )


@dataclass(frozen=True, slots=True)
class Suggestieregel:
    """One line of the table: under which conditions which instrument, and why in a Dutch sentence."""

    als: Voorwaarden
    dan: str
    omdat: str


@dataclass(frozen=True, slots=True)
class Suggestietabel:
    """The table: the instruments by key and the lines that lead to them."""

    naam: str
    instrumenten: dict[str, Instrument]
    regels: tuple[Suggestieregel, ...]


@dataclass(frozen=True, slots=True)
class Suggestie:
    """An instrument that may fit, with every reason."""

    instrument: Instrument
    redenen: tuple[str, ...]

    def als_dict(self) -> dict[str, Any]:
        """Give the suggestion as a file has it."""
        return {
            "instrument": self.instrument.sleutel,
            "naam": self.instrument.naam,
            "uitleg": self.instrument.uitleg,
            "redenen": list(self.redenen),
        }


def doe_suggesties(
    tabel: Suggestietabel, stand: Stand, omstandigheden: Iterable[Omstandigheid]
) -> tuple[Suggestie, ...]:
    """Give the instruments that the table suggests, in its order, each once with all reasons."""
    gezien = tuple(omstandigheden)
    redenen: dict[str, list[str]] = {}
    for regel in tabel.regels:
        if regel.als.gelden(stand, gezien):
            redenen.setdefault(regel.dan, []).append(regel.omdat)
    return tuple(Suggestie(tabel.instrumenten[dan], tuple(waarom)) for dan, waarom in redenen.items())
