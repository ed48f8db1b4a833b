"""What vroegsignalering asks of engines; `config/wiring.py` says who answers.

Tables go in and out as Arrow tables: the form that every engine and the bulk
paths of PostgreSQL share.
"""

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import pyarrow as pa

from waakvlam.domain.matching.beleid import Beleid


@dataclass(frozen=True)
class Blok:
    """A part of a file as read, `rijen` records long.

    `signalen` has the columns of `toetsing.SIGNAALVELDEN`; `fouten` are (row, column, value, what to do);
    `waarschuwingen` are (column, message, number of rows). `partners`: whom the rows name, refused ones too; a
    row that names nobody counts as "".
    """

    rijen: int
    signalen: pa.Table
    fouten: list[tuple[int, str, str, str]]
    waarschuwingen: list[tuple[str, str, int]]
    partners: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Gematcht:
    """One month as matched.

    `meldingen`: the columns of the table `melding` (see `domain.matching.samenloop`) as dictionaries.
    `uitkomsten`: per candidate volgnr, sleutel, reden (None = taken up), vorige_maand, vorig_bedrag.
    """

    meldingen: list[dict[str, Any]]
    uitkomsten: list[dict[str, Any]]


Twijfel = tuple[int, int, float, list[dict[str, str]]]
"""A pair a human must look at: left, right, chance, reasons."""


@dataclass(frozen=True)
class Gekoppeld:
    """Who is who: (record, person) pairs, and the doubtful pairs."""

    personen: list[tuple[int, int]]
    twijfel: list[Twijfel]


class Engine(Protocol):
    """Reads leveringen, links persons and matches months."""

    def lees(
        self, pad: Path, gemeente: str, bsn_partners: Sequence[str] | None
    ) -> Generator[Blok, None, None]:
        """Read and check one file for one gemeente. Raises WaakvlamFout when it can't be read at all."""

    def match(self, kandidaten: pa.Table, geschiedenis: pa.Table, beleid: Beleid, maand: int) -> Gematcht:
        """Match one month: `kandidaten` (samenloop.INVOER) with what was taken up before (`samenloop.GESCHIEDENIS`)."""

    def koppel(self, records: pa.Table) -> Gekoppeld:
        """Say which records (columns of the linkage, `rij_id` as number) are about the same person."""


_engine: list[Engine] = []


def gebruik(engine: Engine) -> None:
    """Set the engine; called once by the wiring."""
    _engine[:] = [engine]


def engine() -> Engine:
    """Give the engine. Raises RuntimeError when nothing was wired."""
    if not _engine:
        raise RuntimeError("geen engine aangesloten: zie config/wiring.py")
    return _engine[0]
