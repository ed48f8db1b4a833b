"""`waakvlam simuleer` over two months, small enough to work out by hand."""

import json
from pathlib import Path

from tests.config.leveringen import KOP

from waakvlam.config.cli import main

# Three addresses in August, two in September; the highest amount comes first.
SIGNALEN = """
P1;Huur;A;2026-08-25;2026-06-01;300;Voorbeeld;1111AA;1
P1;Huur;B;2026-08-25;2026-06-01;200;Voorbeeld;1111AA;2
P1;Huur;C;2026-08-25;2026-06-01;100;Voorbeeld;1111AA;3
P1;Huur;D;2026-09-25;2026-06-01;250;Voorbeeld;1111AA;4
P1;Huur;E;2026-09-25;2026-06-01;150;Voorbeeld;1111AA;5
"""
BELEID = """
naam: {naam}
gemeente: "9901"
geldig_vanaf: 2026-01-01
opvolging:
  - {{dan: {regel}}}
"""


def test_a_quota_begins_again_every_month(tmp_path: Path) -> None:
    """Of each month the first melding is visited, not of the two months together."""
    signalen = tmp_path / "a.csv"
    signalen.write_text(KOP + SIGNALEN, encoding="utf-8")
    kaders = {"Nu": "brief", "Straks": "bezoek, quotum: 1, anders: brief"}
    opdracht = ["simuleer", str(signalen), "--van", "2026-08", "--tot", "2026-09"]
    for naam, regel in kaders.items():
        pad = tmp_path / f"{naam}.yaml"
        pad.write_text(BELEID.format(naam=naam, regel=regel), encoding="utf-8")
        opdracht += ["--beleid", str(pad)]

    code = main([*opdracht, "--uit", str(tmp_path / "uit.json")])

    def maand(periode: str, meldingen: int, opvolging: dict[str, int]) -> dict[str, object]:
        vast = {"gemeente": "9901", "periode": periode, "meervoudig": 0}
        return vast | {"meldingen": meldingen, "opvolging": opvolging}

    def anders(periode: str) -> dict[str, object]:
        wat = {"beleid": "Straks", "ten_opzichte_van": "Nu", "gemeente": "9901", "periode": periode}
        return wat | {"van": "brief", "naar": "bezoek", "adressen": 1}

    assert code == 0
    assert json.loads((tmp_path / "uit.json").read_text(encoding="utf-8")) == {
        "van": "2026-08",
        "tot": "2026-09",
        "beleiden": [
            {
                "beleid": "Nu",
                "maanden": [maand("2026-08", 3, {"brief": 3}), maand("2026-09", 2, {"brief": 2})],
            },
            {
                "beleid": "Straks",
                "maanden": [
                    maand("2026-08", 3, {"bezoek": 1, "brief": 2}),
                    maand("2026-09", 2, {"bezoek": 1, "brief": 1}),
                ],
            },
        ],
        "verschillen": [anders("2026-08"), anders("2026-09")],
        "fouten": [],
    }
