"""Reading many files: their order, their numbers, blocks, and an engine that leaves nothing behind."""

from pathlib import Path

import pytest

from waakvlam.adapters.engine_duckdb import levering
from waakvlam.adapters.engine_duckdb.levering import Leesopdracht, lees_bestanden
from waakvlam.adapters.engine_duckdb.verbinding import open_engine
from waakvlam.domain.common.fouten import WaakvlamFout

KOP = "partner;soort;kenmerk;signaaldatum;ontstaansdatum;bedrag;achternaam;postcode;huisnummer"


def schrijf(pad: Path, aantal: int, bedrag: str = "100") -> Path:
    """Write rows with kenmerk 0, 1, 2 …"""
    rijen = [f"P1;Huur;{nr};2026-09-25;2026-08-01;{bedrag};Voorbeeld;1234AB;1" for nr in range(aantal)]
    pad.write_text("\n".join([KOP, *rijen, ""]), encoding="utf-8")
    return pad


def test_files_are_numbered_in_the_order_given_also_when_one_comes_twice(tmp_path: Path) -> None:
    a, b = schrijf(tmp_path / "a.csv", 2), schrijf(tmp_path / "b.csv", 1)
    with open_engine() as con:
        lees_bestanden(con, Leesopdracht([b, a, b]))

        assert con.execute("select nr, naam from bestand order by nr").fetchall() == [
            (1, "b.csv"),
            (2, "a.csv"),
            (3, "b.csv"),
        ]
        assert con.execute("select bestand_nr, count(*) from signaal group by 1 order by 1").fetchall() == [
            (1, 1),
            (2, 2),
            (3, 1),
        ]


@pytest.mark.parametrize("meer", [-1, 0, 1])
def test_every_row_has_one_place_also_where_one_block_ends_and_the_next_begins(
    meer: int, tmp_path: Path
) -> None:
    aantal = levering.BLOK + meer
    gelezen: list[int] = []
    with open_engine() as con:
        lees_bestanden(con, Leesopdracht([schrijf(tmp_path / "a.csv", aantal)]), gelezen.append)
        assert con.execute(
            "select count(*), count(distinct rij), min(rij), max(rij) from signaal"
        ).fetchone() == (
            aantal,
            aantal,
            2,
            aantal + 1,
        )
    assert gelezen[-1] == aantal
    assert gelezen == sorted(gelezen)


def test_a_file_that_can_not_be_read_stops_the_reading_and_is_named(tmp_path: Path) -> None:
    (tmp_path / "leeg.csv").touch()
    with open_engine() as con, pytest.raises(WaakvlamFout, match=r"leeg\.csv"):
        lees_bestanden(con, Leesopdracht([schrijf(tmp_path / "a.csv", 1), tmp_path / "leeg.csv"]))


def test_the_engine_removes_its_folder_when_the_work_fails() -> None:
    with pytest.raises(RuntimeError), open_engine() as con:
        (map_,) = con.execute("select current_setting('temp_directory')").fetchone() or ("",)
        assert Path(map_).is_dir()
        raise RuntimeError("onderweg mis")

    assert not Path(map_).exists()
