"""The sample leveringen give the expected meldingen and errors, clean and messy; skipped where they are absent."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from waakvlam.config.cli import main

VOORBEELDEN = Path(__file__).parents[2].parent / "shared" / "data" / "leveringen"
pytestmark = pytest.mark.skipif(not VOORBEELDEN.is_dir(), reason="de voorbeeldleveringen zijn er niet")


def _bestanden(soort: str) -> list[Path]:
    return sorted(
        VOORBEELDEN.glob("schoon_*.csv") if soort == "schoon" else (VOORBEELDEN / "rommelig").iterdir()
    )


def _zoals(verwacht: Any, gekregen: Any) -> Any:
    """Keep of what we got only the keys that are expected."""
    if isinstance(verwacht, dict) and isinstance(gekregen, dict):
        return {sleutel: _zoals(w, gekregen.get(sleutel, "ontbreekt")) for sleutel, w in verwacht.items()}
    if isinstance(verwacht, list) and isinstance(gekregen, list) and len(verwacht) == len(gekregen):
        return [_zoals(v, g) for v, g in zip(verwacht, gekregen, strict=True)]
    return gekregen


@pytest.mark.parametrize("nummer", [1, 2, 3])
@pytest.mark.parametrize("soort", ["schoon", "rommelig"])
def test_the_month_is_as_expected(soort: str, nummer: int, tmp_path: Path) -> None:
    verwacht = json.loads((VOORBEELDEN / f"verwacht-{nummer}.json").read_text(encoding="utf-8"))
    uit = tmp_path / "uit.json"
    beleid = str(VOORBEELDEN / f"beleid-{nummer}.yaml")

    code = main(
        ["match", *map(str, _bestanden(soort)), "--beleid", beleid, "--periode", "2026-09", "--uit", str(uit)]
    )

    gekregen = json.loads(uit.read_text(encoding="utf-8"))
    assert code == (1 if soort == "rommelig" else 0)
    assert _zoals({k: v for k, v in verwacht.items() if k != "fouten"}, gekregen) == {
        k: v for k, v in verwacht.items() if k != "fouten"
    }


def test_exactly_the_expected_cells_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with (VOORBEELDEN / "verwacht_fouten.csv").open(encoding="utf-8-sig", newline="") as bestand:
        verwacht = [(f["bestand"], int(f["rij"]), f["kolom"]) for f in csv.DictReader(bestand, delimiter=";")]

    assert main(["controleer", *map(str, _bestanden("rommelig")), "--json"]) == 1

    fouten = json.loads(capsys.readouterr().out)["fouten"]
    assert sorted((f["bestand"], f["rij"], f["kolom"]) for f in fouten) == sorted(verwacht)
    assert main(["controleer", *map(str, _bestanden("schoon")), "--json"]) == 0
