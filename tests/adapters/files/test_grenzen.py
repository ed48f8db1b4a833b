"""How large a file may be, told before it is read."""

import resource
from collections.abc import Callable
from pathlib import Path

import pytest

from waakvlam.domain.common.fouten import WaakvlamFout


def ijl(pad: Path, begin: bytes, megabytes: int) -> Path:
    """A file that claims a size without taking it on disk."""
    with pad.open("wb") as bestand:
        bestand.write(begin)
        bestand.truncate(megabytes * 1_000_000)
    return pad


def test_a_file_beyond_two_gigabytes_is_refused_with_the_limit_named(tmp_path: Path, lees: Callable) -> None:
    with pytest.raises(WaakvlamFout, match=r"a\.csv: het bestand is 2100 MB, de grens is 2000 MB"):
        lees(ijl(tmp_path / "a.csv", b"partner;soort\n", 2_100))


def test_json_of_three_hundred_megabytes_is_refused_with_the_limit_named(
    tmp_path: Path, lees: Callable
) -> None:
    with pytest.raises(WaakvlamFout, match=r"a\.json: dit JSON-bestand is 300 MB, de grens is 100 MB"):
        lees(ijl(tmp_path / "a.json", b'[{"partner": "P1"}' + b" " * 5_000, 300))


def test_three_hundred_megabytes_without_a_line_end_are_refused_within_bounded_memory(
    tmp_path: Path, lees: Callable
) -> None:
    pad = ijl(tmp_path / "a.csv", b"partner;soort;kenmerk\n", 300)
    voor = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    with pytest.raises(WaakvlamFout, match=r"a\.csv"):
        lees(pad)

    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - voor) // 1024 < 1200


def test_a_file_that_is_not_there_or_is_a_folder_is_named(tmp_path: Path, lees: Callable) -> None:
    with pytest.raises(WaakvlamFout, match=r"weg\.csv: dit bestand bestaat niet"):
        lees(tmp_path / "weg.csv")
    with pytest.raises(WaakvlamFout, match="dit bestand bestaat niet"):
        lees(tmp_path)
