"""Read rows by the real rules on DuckDB: one file, one batch, so that a table of cases stays fast."""

import csv
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from waakvlam.adapters.engine_duckdb.levering import Leesopdracht, lees_bestanden
from waakvlam.adapters.engine_duckdb.verbinding import open_engine
from waakvlam.domain.signalen.kolommen import NAMEN

GOED: dict[str, str] = {
    "partner": "P1",
    "soort": "Huur",
    "kenmerk": "K-1",
    "signaaldatum": "2026-09-25",
    "ontstaansdatum": "2026-08-01",
    "bedrag": "100",
    "achternaam": "Voorbeeld",
    "postcode": "1234AB",
    "huisnummer": "12",
}


@dataclass(frozen=True)
class Lezing:
    """What became of one row: its values, or per wrong column the message."""

    waarden: dict[str, Any] | None
    fouten: dict[str, str]
    waarschuwingen: tuple[str, ...]

    @property
    def kolommen(self) -> set[str]:
        """The columns that are wrong."""
        return set(self.fouten)


def lees(rijen: Sequence[dict[str, str]], **opdracht: Any) -> list[Lezing]:
    """Read rows, each a change on the good row; a column set to `""` is an empty cell."""
    with tempfile.TemporaryDirectory() as map_, open_engine() as con:
        pad = Path(map_, "proef.csv")
        with pad.open("w", encoding="utf-8", newline="") as bestand:
            schrijver = csv.DictWriter(bestand, NAMEN, delimiter=";", quoting=csv.QUOTE_ALL)
            schrijver.writeheader()
            schrijver.writerows(GOED | rij for rij in rijen)
        lees_bestanden(con, Leesopdracht([pad], **opdracht))
        signalen = con.execute("select * from signaal")
        namen = [kolom[0] for kolom in signalen.description]
        goed = {(w := dict(zip(namen, rij, strict=True)))["rij"]: w for rij in signalen.fetchall()}
        fout: dict[int, dict[str, str]] = {}
        for nr, kolom, tekst in con.execute("select rij, kolom, fout from fout").fetchall():
            assert kolom not in fout.setdefault(nr, {}), f"row {nr} has two entries for one cell: {kolom}"
            fout[nr][kolom] = tekst
        let_op: dict[int, list[str]] = {}
        for nr, kolom in con.execute("select rij, kolom from waarschuwing").fetchall():
            let_op.setdefault(nr, []).append(kolom)
    uit = []
    # The number a spreadsheet shows: the heading is 1, a cell with line breaks is still one record.
    for nr in range(2, len(rijen) + 2):
        assert (nr in goed) != (nr in fout), f"row {nr} must have exactly one place"
        uit.append(Lezing(goed.get(nr), fout.get(nr, {}), tuple(let_op.get(nr, ()))))
    return uit
