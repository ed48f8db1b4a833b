"""The kinds of corrections and income of Recofa's report, as data: what each is and what evidence it asks for.

Bron: inhoudsopgave van het vtlb-rapport van Recofa (juli 2022, januari 2024). The amounts in the report were not found.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class Correctiesoort:
    """One kind of correction: its chapter in the report, what it is for (`wat`) and which evidence it asks for."""

    sleutel: str
    naam: str
    hoofdstuk: str
    wat: str
    bewijs: str


@dataclass(frozen=True, slots=True)
class Inkomenssoort:
    """One kind of income; `telt_mee` is what the report says as a rule. The consulent decides."""

    sleutel: str
    naam: str
    telt_mee: bool


@cache
def get_correctiesoorten() -> dict[str, Correctiesoort]:
    """Give the kinds of corrections by key, in the order of the report."""
    return {sleutel: Correctiesoort(sleutel, **velden) for sleutel, velden in _lees()["correcties"].items()}


@cache
def get_inkomenssoorten() -> dict[str, Inkomenssoort]:
    """Give the kinds of income by key: first those that count as a rule."""
    return {sleutel: Inkomenssoort(sleutel, **velden) for sleutel, velden in _lees()["inkomsten"].items()}


@cache
def _lees() -> dict[str, dict[str, dict[str, Any]]]:
    inhoud = yaml.safe_load((files(__package__) / "soorten.yaml").read_text(encoding="utf-8"))
    assert isinstance(inhoud, dict)  # noqa: S101 - a file of our own
    return inhoud
