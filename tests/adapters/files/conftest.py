"""Read one file by the real reader and the real rules."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from waakvlam.adapters.engine_duckdb.levering import Leesopdracht, lees_bestanden
from waakvlam.adapters.engine_duckdb.verbinding import open_engine


@dataclass(frozen=True)
class Gelezen:
    """What became of a file: good rows by number, wrong cells, warned columns."""

    goed: dict[int, dict[str, Any]]
    fouten: list[tuple[int, str]]
    teksten: list[str]
    waarschuwingen: list[str]

    def kolom(self, naam: str) -> list[Any]:
        """One column of the good rows, as text, in the order of the file."""
        return [None if (w := rij[naam]) is None else str(w) for _, rij in sorted(self.goed.items())]


def _lees(paden: Sequence[Path]) -> list[Gelezen]:
    with open_engine() as con:
        lees_bestanden(con, Leesopdracht(paden, gemeente="9901"))
        signalen = con.execute("select * from signaal")
        namen = [kolom[0] for kolom in signalen.description]
        goed = [dict(zip(namen, rij, strict=True)) for rij in signalen.fetchall()]
        fouten = con.execute("select bestand_nr, rij, kolom, fout from fout order by all").fetchall()
        let_op = con.execute("select distinct bestand_nr, kolom from waarschuwing order by all").fetchall()
    return [
        Gelezen(
            {w["rij"]: w for w in goed if w["bestand_nr"] == nr},
            [(rij, kolom) for bestand, rij, kolom, _ in fouten if bestand == nr],
            [tekst for bestand, *_, tekst in fouten if bestand == nr],
            [kolom for bestand, kolom in let_op if bestand == nr],
        )
        for nr in range(1, len(paden) + 1)
    ]


@pytest.fixture
def lees() -> Callable[[Path], Gelezen]:
    """Read one file."""
    return lambda pad: _lees([pad])[0]


@pytest.fixture
def lees_alle() -> Callable[[Sequence[Path]], list[Gelezen]]:
    """Read many files at once, which is much faster than one by one."""
    return _lees
