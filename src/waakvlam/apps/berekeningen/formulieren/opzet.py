"""The vocabulary in which the form of a calculation is described: groups of fields, and rows that repeat.

A form is data, so that one view, one template and one test serve every calculation.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

Feiten = Mapping[str, Any]


class Veldsoort(Enum):
    """What goes into a field.

    BEDRAG: euros in Dutch notation. KEUZE: radio buttons; LIJST: a drop-down. JA_NEE: one checkbox, no answer when it is
    empty; JA_OF_NEE: an answer that must be given.
    """

    BEDRAG = "bedrag"
    GETAL = "getal"
    DATUM = "datum"
    KEUZE = "keuze"
    LIJST = "lijst"
    JA_NEE = "ja_nee"
    JA_OF_NEE = "ja_of_nee"
    TEKST = "tekst"


@dataclass(frozen=True)
class TonenAls:
    """A field belongs to the form only when the field `pad` has one of `waarden`; without `waarden`: when it is filled in."""

    pad: str
    waarden: frozenset[str] = frozenset()

    def geldt(self, waarden: Mapping[str, str]) -> bool:
        """Say whether the field belongs to the form with these values by name."""
        waarde = waarden.get(naam_van(self.pad), "")
        return waarde in self.waarden if self.waarden else bool(waarde)


@dataclass(frozen=True)
class Veld:
    """One question.

    `pad` is the place of the fact (`opgelegd.bedrag`); a pad that begins with `_` is no fact itself: its answer sets
    the facts of `zet`, and `herken` finds the answer back in facts. `waarom` says why it is asked, `waar` on what
    paper it stands. `verplicht` is only shown: the domain decides. `in_lijst`: ticking puts this word in the list `pad`.
    """

    pad: str
    label: str
    soort: Veldsoort
    waarom: str = ""
    waar: str = ""
    keuzes: tuple[tuple[str, str], ...] = ()
    verplicht: bool = False
    standaard: str = ""
    als: TonenAls | None = None
    zet: Mapping[str, Feiten] = field(default_factory=dict)
    herken: Callable[[Feiten], str] | None = None
    in_lijst: str = ""

    @property
    def naam(self) -> str:
        """The name of the input."""
        return naam_van(f"{self.pad}.{self.in_lijst}" if self.in_lijst else self.pad)


@dataclass(frozen=True)
class Rijen:
    """Rows of the same fields, as many as needed. With `los` a row is one bare value instead of a block.

    `een` names one row (`schuld`); `begin` is the number of empty rows to begin with. A row gets its number as the
    fact `nummer`, where one is named.
    """

    pad: str
    titel: str
    een: str
    velden: tuple[Veld, ...]
    intro: str = ""
    los: bool = False
    begin: int = 1
    nummer: str = ""

    @property
    def naam(self) -> str:
        """The first part of the names of its inputs."""
        return naam_van(self.pad)


@dataclass(frozen=True)
class Groep:
    """Fields that belong together under a heading; `dicht` ones open on request."""

    titel: str
    delen: tuple[Veld | Rijen, ...]
    intro: str = ""
    dicht: bool = False


@dataclass(frozen=True)
class Opzet:
    """The form of one calculation (`soort` names a Rekensoort); `intro` says in a sentence what it is for."""

    soort: str
    intro: str
    groepen: tuple[Groep, ...]

    def velden(self) -> Iterator[Veld]:
        """Every single field, in order."""
        yield from (deel for groep in self.groepen for deel in groep.delen if isinstance(deel, Veld))

    def rijen(self) -> Iterator[Rijen]:
        """Everything that repeats, in order."""
        yield from (deel for groep in self.groepen for deel in groep.delen if isinstance(deel, Rijen))


def naam_van(pad: str) -> str:
    """Give the name of the input of a fact: no dots, which a selector would have to escape."""
    return pad.replace(".", "-")
