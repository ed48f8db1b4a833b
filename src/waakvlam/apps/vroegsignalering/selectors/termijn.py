"""How a day by which something must be done looks from today."""

from dataclasses import dataclass
from datetime import date

WEEK = 7


@dataclass(frozen=True)
class Termijn:
    """A last day seen from today; `dag` None = there is no term."""

    dag: date | None
    vandaag: date

    @property
    def dagen(self) -> int | None:
        """Days left; negative when it is over."""
        return (self.dag - self.vandaag).days if self.dag else None

    @property
    def tekst(self) -> str:
        """The distance in words."""
        dagen = self.dagen
        if dagen is None:
            return "geen termijn"
        if dagen < 0:
            return "1 dag te laat" if dagen == -1 else f"{-dagen} dagen te laat"
        return {0: "vandaag", 1: "morgen"}.get(dagen, f"over {dagen} dagen")

    @property
    def soort(self) -> str:
        """The kind of status badge: fout (over), waarschuwing (within a week), neutraal, uit (no term)."""
        dagen = self.dagen
        if dagen is None:
            return "uit"
        if dagen < 0:
            return "fout"
        return "waarschuwing" if dagen <= WEEK else "neutraal"
