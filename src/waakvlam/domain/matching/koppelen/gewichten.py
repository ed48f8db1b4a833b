"""Reads the weights that belong to the levels: `gewichten.yaml`, made by the training script of the linkage adapter."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import log2
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

    def bits(self, waarden: Mapping[str, int]) -> float:
        """How strongly the levels of one pair (comparison code -> value) speak for one person; 0 = even odds."""
        total = log2(self.kans_vooraf / (1 - self.kans_vooraf))
        for vergelijking in VERGELIJKINGEN:
            niveau = vergelijking.level_at(waarden[vergelijking.code])
            if niveau is not None:
                gewicht = self.niveaus[vergelijking.code, niveau.code]
                total += log2(gewicht.m / gewicht.u)
        return total

    def kans(self, waarden: Mapping[str, int]) -> float:
        """The probability that belongs to `bits`."""
        return float(1 / (1 + 2 ** -self.bits(waarden)))


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
