"""Reads the weights that belong to the levels: `gewichten.yaml`, made by the training script of the linkage adapter."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from waakvlam.domain.matching.koppelen.niveaus import VERGELIJKINGEN


@dataclass(frozen=True)
class Gewicht:
    """How often a level occurs among pairs of one person (`m`) and among pairs of two persons (`u`); both > 0."""

    m: float
    u: float


@dataclass(frozen=True)
class Gewichten:
    """The whole model: the prior, the two thresholds and a weight per (vergelijking, niveau)."""

    kans_vooraf: float
    drempel_koppelen: float
    drempel_onzeker: float
    marge_bits: float
    niveaus: dict[tuple[str, str], Gewicht]


def parse_gewichten(data: dict[str, Any]) -> Gewichten:
    """Check and type the content of the file. Raises `ValueError` naming the level that has no weight."""
    niveaus: dict[tuple[str, str], Gewicht] = {}
    for vergelijking in VERGELIJKINGEN:
        given = data["vergelijkingen"].get(vergelijking.code, {})
        for niveau in vergelijking.niveaus:
            if niveau.code not in given:
                raise ValueError(
                    f"gewichten.yaml: geen gewicht voor {vergelijking.code}.{niveau.code}; "
                    "maak het bestand opnieuw met python -m waakvlam.adapters.linkage.train"
                )
            niveaus[vergelijking.code, niveau.code] = Gewicht(
                m=float(given[niveau.code]["m"]), u=float(given[niveau.code]["u"])
            )
    return Gewichten(
        kans_vooraf=float(data["kans_vooraf"]),
        drempel_koppelen=float(data["drempel_koppelen"]),
        drempel_onzeker=float(data["drempel_onzeker"]),
        marge_bits=float(data["marge_bits"]),
        niveaus=niveaus,
    )


@cache
def load_gewichten() -> Gewichten:
    """The weights shipped with the product."""
    text = files("waakvlam.domain.matching.koppelen").joinpath("gewichten.yaml").read_text(encoding="utf-8")
    return parse_gewichten(yaml.safe_load(text))
