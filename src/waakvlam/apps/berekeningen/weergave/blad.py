"""A result as a page lays it out: one outcome, lines of amounts, tables and notices; the same for every calculation.

Works on the form in which a result is kept (contract.md section 5), so that an old calculation is shown as it was. A result
is kept for years and drawn by the layout of today: a key that was added later is read with `.get`, a key that stands in
kept results is never renamed or given another meaning. `tests/apps/berekeningen/bewaard` holds kept results of every kind.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from waakvlam.domain.common.notatie import datum
from waakvlam.domain.rekenen.leesbaar import maak_regels, schrijf
from waakvlam.domain.rekenen.uitleg import EURO_PER_MAAND

Vorm = Mapping[str, Any]


@dataclass(frozen=True)
class Bedragregel:
    """One line: what it is, the figure as kept (None: not applied or not known) and a word of explanation."""

    label: str
    waarde: str | None
    eenheid: str = EURO_PER_MAAND
    uitleg: str = ""
    sterk: bool = False
    leeg: str = "niet van toepassing"

    @property
    def tekst(self) -> str:
        """The figure in Dutch notation."""
        return self.leeg if self.waarde is None else schrijf(self.waarde, self.eenheid, kort=True)


@dataclass(frozen=True)
class Cijfertabel:
    """A table; the columns from `getallen` on hold figures."""

    titel: str
    koppen: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]
    getallen: int = 1


@dataclass(frozen=True)
class Bericht:
    """A notice with the result: `soort` of an alert."""

    soort: str
    titel: str
    tekst: str


@dataclass(frozen=True)
class Blad:
    """What a page shows of a result. `kop` is the outcome in one line."""

    titel: str
    kop: str
    regels: list[Bedragregel] = field(default_factory=list)
    berichten: list[Bericht] = field(default_factory=list)
    tabellen: list[Cijfertabel] = field(default_factory=list)


Maker = Callable[[Vorm], Blad]


@dataclass
class Takje:
    """A step of the explanation with the steps below it."""

    regel: Any
    delen: list["Takje"] = field(default_factory=list)


DIEPST = 12
"""Levels of the tree on a page: below it steps stand in one list, as those of a loan month after month."""


def maak_boom(uitleg: Vorm) -> Takje:
    """Give the explanation as a tree; what stands in two places is explained once."""
    regels = maak_regels(uitleg)
    takken = {regel.nummer: Takje(regel) for regel in regels}
    for regel in regels[1:]:
        ouder = ".".join(regel.nummer.split(".")[:-1][:DIEPST])
        takken[ouder].delen.append(takken[regel.nummer])
    return takken[regels[0].nummer]


def maak_kop(uitkomst: Vorm) -> str:
    """Write the outcome with its unit."""
    return schrijf(uitkomst["uitkomst"], uitkomst["eenheid"])


def maak_regellijst(
    tussenstappen: Mapping[str, str | None],
    namen: Iterable[tuple[str, str, str]],
    eenheid: str = EURO_PER_MAAND,
) -> list[Bedragregel]:
    """Make lines of (key, label, explanation) for the steps that are there."""
    return [
        Bedragregel(label, tussenstappen[sleutel], eenheid, uitleg)
        for sleutel, label, uitleg in namen
        if sleutel in tussenstappen
    ]


def geld(waarde: str | None) -> str:
    """Write a kept amount in euros."""
    return schrijf(waarde, "euro")


def maak_tijdvak(termijn: Vorm | None) -> list[Bericht]:
    """Say how long somebody pays, and until when where that is known."""
    if not termijn:
        return []
    tot = ""
    if termijn["begin"] and termijn["einde"]:
        begin, einde = (datum(date.fromisoformat(termijn[dag])) for dag in ("begin", "einde"))
        tot = f", van {begin} tot en met {einde}"
    tekst = f"{termijn['maanden']} maanden{tot}. {termijn['toelichting']} Bron: {termijn['bron']}."
    return [Bericht("info", "Termijn", tekst)]


def verschil(oud: str | None, nieuw: str | None) -> str | None:
    """Give the difference of two kept figures; None when one is unknown."""
    if oud is None or nieuw is None:
        return None
    return str(Decimal(nieuw) - Decimal(oud))


def zeg_verschil(apart: str, eenheid: str) -> str:
    """Write a difference with its sign; empty when there is none."""
    if not apart.strip("-0."):
        return ""
    teken = "−" if apart.startswith("-") else "+"
    return f"{teken} {schrijf(apart.lstrip('-'), eenheid, kort=True)}"
