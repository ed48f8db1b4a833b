"""What vroegsignalering asks of engines; `config/wiring.py` says who answers.

Tables go in and out as Arrow tables: the form that every engine and the bulk
paths of PostgreSQL share.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from waakvlam.domain.matching.beleid import Beleid

if TYPE_CHECKING:
    import pyarrow as pa


@dataclass(frozen=True)
class Gelezen:
    """A file as read: `signalen` (the columns of `toetsing.SIGNAALVELDEN`) and `fouten` (rij, kolom, waarde, fout).

    `waarschuwingen` are (column, message, number of rows).
    """

    signalen: "pa.Table"
    fouten: "pa.Table"
    waarschuwingen: list[tuple[str, str, int]]


@dataclass(frozen=True)
class Gematcht:
    """The result of one month: `meldingen`, and per candidate `uitkomsten` (volgnr, sleutel or null, reden, vorige …)."""

    meldingen: list[dict[str, Any]]
    uitkomsten: list[dict[str, Any]]


@dataclass(frozen=True)
class Gekoppeld:
    """`personen` (rij_id, persoon) and the pairs a human must look at: (left, right, chance, reasons)."""

    personen: "pa.Table"
    twijfel: list[tuple[int, int, float, list[dict[str, str]]]]


class Engine(Protocol):
    """Reads leveringen and matches months."""

    def lees(
        self,
        pad: Path,
        naam: str,
        gemeente: str,
        bsn_partners: Sequence[str] | None,
        voortgang: Callable[[int], None],
    ) -> Gelezen:
        """Read and check one file for one gemeente. Raises WaakvlamFout when it can't be read at all."""

    def match(self, kandidaten: "pa.Table", geschiedenis: "pa.Table", beleid: Beleid, maand: int) -> Gematcht:
        """Match one month: `kandidaten` (samenloop.INVOER) with what was taken up before (`geschiedenis`)."""

    def koppel(self, records: "pa.Table") -> Gekoppeld:
        """Say which records are about the same person."""


_engine: list[Engine] = []


def gebruik(engine: Engine) -> None:
    """Set the engine; called once by the wiring."""
    _engine[:] = [engine]


def engine() -> Engine:
    """Give the engine. Raises RuntimeError when nothing was wired."""
    if not _engine:
        raise RuntimeError("geen engine aangesloten: zie config/wiring.py")
    return _engine[0]
