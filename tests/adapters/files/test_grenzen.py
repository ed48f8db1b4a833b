"""How large a file may be, told before it is read."""

import json
import resource
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from waakvlam.adapters.files.lees import open_tabel
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


def test_a_list_in_which_every_object_names_other_columns_is_refused(tmp_path: Path) -> None:
    """Every record would get a cell for each of them: two megabytes asked for gigabytes."""
    pad = tmp_path / "a.json"
    pad.write_text(json.dumps([{"partner": "P1", f"kolom{nr}": 1} for nr in range(20_000)]))
    with pytest.raises(WaakvlamFout, match="20001 kolommen"):
        open_tabel(pad)


def test_looking_at_the_width_of_a_sheet_takes_time_by_its_size_only(tmp_path: Path) -> None:
    pad = tmp_path / "a.ods"
    with zipfile.ZipFile(pad, "w", zipfile.ZIP_DEFLATED) as archief:
        archief.writestr("content.xml", b'number-columns-repeated="1" ' * 400_000)
    begin = time.monotonic()
    with pytest.raises(WaakvlamFout, match="beschadigd"):
        open_tabel(pad)
    assert time.monotonic() - begin < 20
