"""What berekeningen asks of a maker and reader of spreadsheets; `config/wiring.py` says who answers."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, BinaryIO, Protocol

Rijen = Sequence[Sequence[str | Decimal]]


class Werkboek(Protocol):
    """Rows to a file and back: the first row is the heading, cells are text or Decimals."""

    def als_xlsx(self, titel: str, rijen: Rijen) -> bytes:
        """Write one sheet in which text is text, never a formula."""

    def als_csv(self, rijen: Rijen) -> bytes:
        """Write the same as CSV, without formulas in it."""

    def lees(self, inhoud: BinaryIO, hoogste_rij: int) -> list[Sequence[Any]]:
        """Read the first sheet, the heading first; an empty row is an empty sequence, so that places are row numbers.

        Raises WaakvlamFout (Dutch: what to do) when it is no sheet, damaged, hostile, or goes on below `hoogste_rij`.
        """


_werkboek: list[Werkboek] = []


def gebruik(werkboek: Werkboek) -> None:
    """Set the maker and reader of spreadsheets; called once by the wiring."""
    _werkboek[:] = [werkboek]


def werkboek() -> Werkboek:
    """Give it. Raises RuntimeError when nothing was wired."""
    if not _werkboek:
        raise RuntimeError("geen werkboek aangesloten: zie config/wiring.py")
    return _werkboek[0]
