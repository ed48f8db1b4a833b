"""Files and functions stay small enough to read."""

import ast
from pathlib import Path

import pytest

WORTEL = Path(__file__).parents[2]
BESTANDEN = sorted(
    pad
    for map_ in ("src/waakvlam", "tests", "bench")
    for pad in (WORTEL / map_).rglob("*.py")
    if "migrations" not in pad.parts
)
MAX_BESTAND, MAX_FUNCTIE = 600, 60

per_bestand = pytest.mark.parametrize("pad", BESTANDEN, ids=lambda pad: str(pad.relative_to(WORTEL)))


@per_bestand
def test_a_file_fits_in_ones_head(pad):
    assert len(pad.read_text(encoding="utf-8").splitlines()) <= MAX_BESTAND


@per_bestand
def test_a_function_fits_on_a_screen(pad):
    boom = ast.parse(pad.read_text(encoding="utf-8"))
    functies = [
        knoop for knoop in ast.walk(boom) if isinstance(knoop, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    te_lang = {
        f.name: f.end_lineno - f.lineno + 1 for f in functies if f.end_lineno - f.lineno + 1 > MAX_FUNCTIE
    }
    assert te_lang == {}
