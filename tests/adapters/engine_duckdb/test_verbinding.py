"""What does not fit in memory: encrypted, in a private folder, and gone afterwards, also when interrupted."""

import os
import signal
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import duckdb
import pytest
from tests.config.hulp import wacht_tot

from waakvlam.adapters.engine_duckdb import verbinding
from waakvlam.adapters.engine_duckdb.verbinding import open_engine

# Ten times what fits in the memory that is left below.
VOL = "create table vol as select 'Kwartelkoning' || i || repeat('x', 90) as naam from range(1_500_000) t(i)"
KRAP = "set memory_limit = '60MB'; set threads = 1"
BEZIG = """
import sys, tempfile
tempfile.tempdir = sys.argv[1]
from waakvlam.adapters.engine_duckdb.verbinding import open_engine
with open_engine() as con:
    con.execute("select count(*) from range(1_000_000_000) a, range(1_000_000_000) b where a.range * b.range % 7 = 3")
"""


def rekentijd(pid: int) -> float:
    """Seconds of processor time a process used."""
    velden = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(velden[11]) + int(velden[12])) / os.sysconf("SC_CLK_TCK")


def map_van(con: duckdb.DuckDBPyConnection) -> Path:
    """Where it keeps what does not fit."""
    (rij,) = con.execute("select current_setting('temp_directory')").fetchall()
    return Path(rij[0])


def test_what_does_not_fit_in_memory_cannot_be_read_on_disk_and_goes_away() -> None:
    with open_engine() as con:
        con.execute(KRAP)
        con.execute(VOL)
        map_ = map_van(con)
        inhoud = b"".join(pad.read_bytes() for pad in map_.rglob("*.tmp"))
        assert stat.S_IMODE(map_.stat().st_mode) == 0o700
        assert con.execute("select count(distinct naam) from vol").fetchall() == [(1_500_000,)]

    assert len(inhoud) > 10_000_000
    assert b"Kwartelkoning" not in inhoud
    assert not map_.exists()


def test_with_a_data_folder_it_stays_below_that(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verbinding, "_datamap", None)
    with open_engine() as con:
        assert map_van(con).parent == Path(tempfile.gettempdir())
    verbinding.werk_onder(tmp_path)
    with open_engine() as con:
        map_ = map_van(con)
        assert map_.parent == tmp_path / "tmp"
    assert not map_.exists()


def test_interrupted_it_leaves_nothing_behind(tmp_path: Path) -> None:
    proces = subprocess.Popen(
        [sys.executable, "-c", BEZIG, str(tmp_path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        # The query is under way: the folder is there and a good deal has been reckoned since.
        wacht_tot(lambda: any(tmp_path.iterdir()), "de map is er", proces)
        vanaf = rekentijd(proces.pid)
        wacht_tot(lambda: rekentijd(proces.pid) > vanaf + 1.5, "de vraag loopt", proces)
        proces.send_signal(signal.SIGINT)
        _, fout = proces.communicate(timeout=200)
    finally:
        proces.kill()

    assert proces.returncode
    assert list(tmp_path.iterdir()) == []
    assert "KeyboardInterrupt" in fout
