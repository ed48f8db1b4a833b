"""Temporary folders: private, gone afterwards, and cleared when a process died in them."""

import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from waakvlam.foundation import tijdelijk

HOUDT_VAST = """
import sys
from pathlib import Path
from waakvlam.foundation import tijdelijk
with tijdelijk.eigen_map(Path(sys.argv[1])) as map_:
    (map_ / "rest").write_text("iets")
    print(map_, flush=True)
    sys.stdin.read()
"""


def test_a_folder_is_private_below_the_data_folder_and_gone_afterwards(tmp_path: Path) -> None:
    with tijdelijk.eigen_map(tmp_path / "data") as map_:
        assert map_.parent == tmp_path / "data" / "tmp"
        for pad in (map_, map_.parent, tmp_path / "data"):
            assert stat.S_IMODE(pad.stat().st_mode) == 0o700
    assert not map_.exists()


def test_it_is_gone_also_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), tijdelijk.eigen_map(tmp_path) as map_:
        raise KeyboardInterrupt
    assert not map_.exists()


def test_what_a_killed_process_left_is_cleared_and_a_live_one_keeps_its_own(tmp_path: Path) -> None:
    def begin() -> tuple["subprocess.Popen[str]", Path]:
        proces = subprocess.Popen(
            [sys.executable, "-c", HOUDT_VAST, str(tmp_path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert proces.stdout
        return proces, Path(proces.stdout.readline().strip())

    (gedood, verlaten), (levend, in_gebruik) = begin(), begin()
    gedood.send_signal(signal.SIGKILL)
    gedood.communicate()

    assert (verlaten / "rest").is_file()
    assert tijdelijk.ruim_op(tmp_path) == 1
    assert not verlaten.exists()
    assert (in_gebruik / "rest").is_file()
    levend.communicate("")
    assert tijdelijk.ruim_op(tmp_path) == 0
    assert not in_gebruik.exists()


def test_clearing_makes_nothing_where_nothing_is(tmp_path: Path) -> None:
    assert tijdelijk.ruim_op(tmp_path / "data") == 0
    assert not (tmp_path / "data").exists()
