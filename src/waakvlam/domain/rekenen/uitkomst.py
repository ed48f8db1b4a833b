"""What every calculation gives besides its own figures: assumptions and what it was computed with."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from waakvlam.domain.rekenen.kern import Kern
from waakvlam.domain.rekenen.uitleg import Stap, schrijf_getal


@dataclass(frozen=True, slots=True)
class Aanname:
    """A choice where the law, or what we found of it, is silent; always shown with the result.

    `naam` is the setting, `keuze` what was used, `tekst` one Dutch sentence that says what it means and why.
    """

    naam: str
    keuze: str
    tekst: str

    def als_dict(self) -> dict[str, str]:
        """Give the assumption as in contract.md section 5."""
        return {"naam": self.naam, "keuze": self.keuze, "tekst": self.tekst}


@dataclass(frozen=True, slots=True)
class Rekenuitkomst:
    """A figure with its whole explanation.

    `uitkomst` is None when it cannot be said (the explanation says why): unknown is never zero.
    `extra` holds the further fields that the contract names for this calculation, ready for a file.
    """

    uitkomst: Decimal | None
    peildatum: date
    uitleg: Stap
    aannames: tuple[Aanname, ...]
    kern: Kern
    extra: dict[str, Any] = field(default_factory=dict)

    @property
    def eenheid(self) -> str:
        """The unit of the figure."""
        return self.uitleg.eenheid

    def als_dict(self) -> dict[str, Any]:
        """Give the result in the form of contract.md section 5."""
        return {
            "uitkomst": None if self.uitkomst is None else schrijf_getal(self.uitkomst, self.eenheid),
            "eenheid": self.eenheid,
            "peildatum": self.peildatum.isoformat(),
            **self.extra,
            "uitleg": self.uitleg.als_dict(),
            "aannames": [aanname.als_dict() for aanname in self.aannames],
            "kern": self.kern.als_dict(),
        }
