"""The engine's version goes up when figures change: it and the golden outcomes cannot move apart."""

import hashlib
import re
from pathlib import Path

from waakvlam.domain.rekenen.kern import VERSIE

UITLEG = Path(__file__).with_name("uitleg.txt")
GOUD = ("1", "75f677377224fb3d8a39527884b296abc39ecbf607818ae205b2766d7900df8b")
"""The version, and the SHA-256 of every amount in the golden explanations that it gave."""

BERICHT = (
    "De bedragen in uitleg.txt en VERSIE in kern.py horen bij elkaar. Geven dezelfde feiten en normen nu een ander bedrag, "
    "verhoog dan VERSIE, noem de wijziging in CHANGELOG.md, en zet beide in GOUD. Kwamen er alleen voorbeelden of tussenstappen bij, "
    "zet dan alleen de nieuwe som in GOUD."
)


def _som() -> str:
    """Only what was computed: other words or another order of notes are no other figures."""
    bedragen = re.findall(r" = (-?\d+\.\d{4}) \S.*? \|", UITLEG.read_text(encoding="utf-8"))
    assert len(bedragen) > 100
    return hashlib.sha256("\n".join(bedragen).encode()).hexdigest()


def test_other_figures_mean_another_version() -> None:
    assert (VERSIE, _som()) == GOUD, BERICHT
