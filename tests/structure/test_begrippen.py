"""Every model and every public class of the domain is a term of docs/begrippen.md.

A missing term: add a row there (meaning in your own words, source, English gloss, code name in backticks).
"""

import ast
import re
from dataclasses import fields
from pathlib import Path

import pytest
from django.apps import apps

from waakvlam.apps.toegang.models import Rol
from waakvlam.domain.matching.beleid import Beleid

WORTEL = Path(__file__).parents[2]
LIJST = WORTEL / "docs" / "begrippen.md"
DOMEIN = WORTEL / "src" / "waakvlam" / "domain"
MODELLEN = [model for model in apps.get_models() if model.__module__.startswith("waakvlam.")]

# Of the builders, not of the field: errors and steps of the machinery.
TECHNISCH = {
    "WaakvlamFout",
    "Stap",
    "Leesregel",
    "Invoerfout",
    "Veldfout",
    "NormOntbreekt",
    "Lezer",
    "Normentabel",
    "Reeks",
}


def _rijen() -> list[list[str]]:
    """The cells of every row of the tables."""
    regels = [r for r in LIJST.read_text(encoding="utf-8").splitlines() if r.startswith("| ")]
    return [[cel.strip() for cel in regel.strip("|").split("|")] for regel in regels]


RIJEN = _rijen()
NAMEN = {naam for rij in RIJEN for naam in re.findall(r"`(\w+)`", rij[-1])}
TERMEN = {term.strip() for rij in RIJEN for term in re.split(r"[,()]", rij[0])}


def _klassen() -> list[str]:
    """The public classes of the domain, by name and file."""
    return sorted(
        f"{knoop.name} ({pad.relative_to(DOMEIN)})"
        for pad in DOMEIN.rglob("*.py")
        for knoop in ast.parse(pad.read_text(encoding="utf-8")).body
        if isinstance(knoop, ast.ClassDef) and not knoop.name.startswith("_")
    )


@pytest.mark.parametrize("model", MODELLEN, ids=lambda model: model._meta.label)
def test_a_model_is_a_term(model):
    assert model.__name__ in NAMEN, f"zet `{model.__name__}` in docs/begrippen.md"
    assert str(model._meta.verbose_name) in TERMEN, (
        f"zet de term {model._meta.verbose_name} in docs/begrippen.md"
    )


@pytest.mark.parametrize("klasse", _klassen())
def test_a_class_of_the_domain_is_a_term(klasse):
    naam = klasse.split(" ")[0]
    assert naam in NAMEN | TECHNISCH, f"zet `{naam}` in docs/begrippen.md"


@pytest.mark.parametrize("veld", [veld.name for veld in fields(Beleid)])
def test_what_a_policy_holds_is_a_term(veld):
    assert veld in NAMEN | {"naam", "geldig_vanaf"} or veld == "gemeente"


@pytest.mark.parametrize("rol", Rol.values)
def test_a_role_is_explained(rol):
    uitleg = next(rij[1] for rij in RIJEN if rij[0] == "rol")
    assert Rol(rol).value.replace("_", " ") in uitleg


@pytest.mark.parametrize("rij", RIJEN, ids=lambda rij: rij[0])
def test_a_row_is_complete(rij):
    assert len(rij) == 5
    assert all(rij), "elke cel is gevuld (– als er niets is)"


def test_a_term_has_one_meaning():
    termen = [rij[0] for rij in RIJEN if rij[0] != "term"]
    assert sorted(termen) == sorted(set(termen))
