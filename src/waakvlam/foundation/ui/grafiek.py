"""A chart as data: one description gives both the drawing and its accessible table."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

Getal = int | float | Decimal | None


@dataclass(frozen=True)
class Reeks:
    """One named series; None is "niet bekend", never zero."""

    naam: str
    waarden: Sequence[Getal]


@dataclass(frozen=True)
class Grafiek:
    """Bars or lines over the names in `x`.

    `x_naam` heads the first column of the table. `eenheid` sets the notation in chart and table.
    `liggend` lays the bars down, for long names. Raises ValueError when a series has another length than `x`.
    """

    x: Sequence[str]
    reeksen: Sequence[Reeks]
    soort: Literal["staaf", "lijn"] = "staaf"
    x_naam: str = "Maand"
    eenheid: Literal["getal", "geld", "procent"] = "getal"
    gestapeld: bool = False
    liggend: bool = False

    def __post_init__(self) -> None:
        """Check that every name has a value in every series."""
        for reeks in self.reeksen:
            if len(reeks.waarden) != len(self.x):
                raise ValueError(
                    f"reeks {reeks.naam!r}: {len(reeks.waarden)} waarden bij {len(self.x)} namen"
                )

    @property
    def leeg(self) -> bool:
        """Whether there is nothing to draw."""
        return not self.x or all(waarde is None for reeks in self.reeksen for waarde in reeks.waarden)

    @property
    def rijen(self) -> list[tuple[str, list[Getal]]]:
        """The rows of the table: a name and its value in every series."""
        return [(naam, [reeks.waarden[plek] for reeks in self.reeksen]) for plek, naam in enumerate(self.x)]

    @property
    def als_json(self) -> dict[str, Any]:
        """What the script draws; Decimal becomes float here only, for drawing."""
        return {
            "soort": self.soort,
            "eenheid": self.eenheid,
            "gestapeld": self.gestapeld,
            "liggend": self.liggend,
            "x": list(self.x),
            "reeksen": [
                {
                    "naam": reeks.naam,
                    "waarden": [float(w) if isinstance(w, Decimal) else w for w in reeks.waarden],
                }
                for reeks in self.reeksen
            ],
        }
