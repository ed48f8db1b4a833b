"""One right that a household may have, with what can be said about it."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from waakvlam.domain.rekenen.bijstand import Oordeel
from waakvlam.domain.rekenen.uitleg import EURO_PER_MAAND, Stap


@dataclass(frozen=True, slots=True)
class Inkomensrecht:
    """A toeslag, bijstand, kwijtschelding or local scheme, judged for one household.

    `bedrag` (in `eenheid`) is known or None: never a zero for an unknown. `reden` is for the consulent, `tekst` in plain
    Dutch for the resident. `ontbreekt` names the fields without which nothing can be said.
    """

    sleutel: str
    naam: str
    oordeel: Oordeel
    tekst: str
    reden: str = ""
    bedrag: Decimal | None = None
    eenheid: str = EURO_PER_MAAND
    ontbreekt: tuple[str, ...] = ()
    uitleg: Stap | None = None
    documenten: tuple[str, ...] = ()
    link: str = ""

    def als_dict(self) -> dict[str, Any]:
        """Give the right ready for a file."""
        return {
            "sleutel": self.sleutel,
            "naam": self.naam,
            "oordeel": self.oordeel.value,
            "bedrag": None if self.bedrag is None else f"{self.bedrag:.2f}",
            "eenheid": self.eenheid,
            "tekst": self.tekst,
            "reden": self.reden,
            "ontbreekt": list(self.ontbreekt),
            "documenten": list(self.documenten),
            "link": self.link,
            "uitleg": None if self.uitleg is None else self.uitleg.als_dict(),
        }
