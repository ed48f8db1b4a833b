"""How far a background job is, in the words and numbers that a page shows."""

from dataclasses import dataclass
from typing import Literal

Stand = Literal["wacht", "bezig", "klaar", "mislukt"]

ZINNEN: dict[str, str] = {
    "wacht": "Staat in de rij. Dit begint vanzelf.",
    "klaar": "Klaar.",
    "mislukt": "Niet gelukt.",
}


@dataclass(frozen=True)
class Voortgang:
    """State of one job. `totaal` None means that nobody knows how much there is to do."""

    titel: str
    stand: Stand
    gedaan: int = 0
    totaal: int | None = None
    toelichting: str = ""

    @property
    def loopt(self) -> bool:
        """Whether the page must keep asking."""
        return self.stand in ("wacht", "bezig")

    @property
    def procent(self) -> int | None:
        """Whole percents, rounded down so that 100 means finished; None when unknown."""
        if self.stand == "klaar":
            return 100
        if not self.totaal:
            return None
        return min(99 if self.loopt else 100, self.gedaan * 100 // self.totaal)

    @property
    def zin(self) -> str:
        """One sentence for the eye."""
        if self.stand != "bezig":
            return ZINNEN[self.stand]
        return "Bezig." if self.procent is None else f"Bezig: {self.procent}%."

    @property
    def omroep(self) -> str:
        """The sentence for the ear: changes per quarter, so that a screen reader is not flooded."""
        if self.stand != "bezig" or self.procent is None:
            return f"{self.titel}: {self.zin}"
        return f"{self.titel}: bezig, {self.procent // 25 * 25}% klaar."
