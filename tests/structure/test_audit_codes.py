"""Every event that code records is registered, with a Dutch label and text."""

import ast
from pathlib import Path

import pytest

from waakvlam.foundation import audit

BRON = Path(__file__).parents[2] / "src" / "waakvlam"
SCHRIJVERS = {"record", "record_read", "record_reads", "reads"}


def codes() -> list[tuple[str, str]]:
    """(file, code) of every call `audit.record("…")` and its kin."""
    gevonden = []
    for pad in sorted(BRON.rglob("*.py")):
        for knoop in ast.walk(ast.parse(pad.read_text(encoding="utf-8"))):
            if not (isinstance(knoop, ast.Call) and isinstance(knoop.func, ast.Attribute) and knoop.args):
                continue
            naam, eerste = knoop.func, knoop.args[0]
            if naam.attr in SCHRIJVERS and isinstance(naam.value, ast.Name) and naam.value.id == "audit":
                takken = [eerste.body, eerste.orelse] if isinstance(eerste, ast.IfExp) else [eerste]
                for tak in takken:
                    assert isinstance(tak, ast.Constant), f"{pad.name}: de code staat er letterlijk"
                    gevonden.append((str(pad.relative_to(BRON)), tak.value))
    return gevonden


@pytest.mark.parametrize(("pad", "code"), codes())
def test_every_recorded_event_is_registered(pad, code):
    assert audit.soort(code)


@pytest.mark.parametrize("soort", audit.alle_soorten(), ids=lambda soort: soort.code)
def test_every_event_has_a_label_and_a_sentence(soort):
    assert soort.label[0].isupper()
    assert soort.tekst.endswith(".")
