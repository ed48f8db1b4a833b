"""Draws names as they occur in the Netherlands; the lists stand in names.yaml."""

import random
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from waakvlam.adapters.synthetic.randomness import Weighted, chance

_LOWER_PARTS = {"de", "den", "der", "van", "ten", "ter", "te", "in", "op", "'t", "het", "da", "dos"}
_TAIL_SHARE = 0.30  # share of the Dutch group with a surname from the long tail
_SECOND_NAME_SHARE = {1946: 0.62, 1970: 0.58, 1990: 0.48, 2100: 0.42}


@dataclass(frozen=True)
class Surname:
    """A family name with its prefix apart: `van der` + `Meer`."""

    tussenvoegsel: str
    achternaam: str


@cache
def lists() -> dict[str, Any]:
    """The name lists as read."""
    text = files("waakvlam.adapters.synthetic").joinpath("names.yaml").read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.safe_load(text)
    return data


def split_surname(full: str) -> Surname:
    """Take the leading lower-case parts apart: `van 't Hof` gives `van 't` and `Hof`."""
    words = full.split()
    index = 0
    while index < len(words) - 1 and words[index] in _LOWER_PARTS:
        index += 1
    return Surname(" ".join(words[:index]), " ".join(words[index:]))


@cache
def _origins() -> Weighted[str]:
    origins = lists()["origins"]
    return Weighted(list(origins), [entry["share"] for entry in origins.values()])


@cache
def _surnames(origin: str) -> Weighted[Surname]:
    names = [name.strip() for name in lists()[origin]["surnames"].split(",")]
    return Weighted.by_rank([split_surname(name) for name in names], offset=12.0)


@cache
def _first_names(origin: str, sex: str, before: int) -> Weighted[str]:
    source = lists()[origin]
    if "generations" in source:
        source = next(entry for entry in source["generations"] if entry["before"] == before)
    return Weighted.by_rank(source[sex].split())


@cache
def _tail() -> tuple[list[str], list[str], list[str]]:
    dutch = lists()["dutch"]
    return dutch["stems"].split(), dutch["endings"].split(), dutch["prefixes"]


def _generation(birth_year: int) -> int:
    return next(before for before in (1946, 1970, 1990, 2100) if birth_year < before)


def draw_origin(rng: random.Random) -> str:
    """The language group a family's names come from."""
    return _origins().draw(rng)


def draw_surname(rng: random.Random, origin: str) -> Surname:
    """A surname by frequency; for the Dutch group also from a long tail of built names."""
    if origin == "dutch" and chance(rng, _TAIL_SHARE):
        stems, endings, prefixes = _tail()
        stem = rng.choice(stems)
        if chance(rng, 0.35):
            return Surname(rng.choice(prefixes), stem + rng.choice(("", "", "berg", "veld", "broek", "laar")))
        return Surname("", stem + rng.choice(endings))
    return _surnames(origin).draw(rng)


def draw_first_names(rng: random.Random, origin: str, sex: str, birth_year: int) -> tuple[str, ...]:
    """One to three official first names, fitting sex ('m' or 'v') and generation; the first one is used."""
    before = _generation(birth_year)
    names = _first_names(origin, sex, before)
    count = 1
    if origin in ("dutch", "surinamese", "antillean", "indonesian"):
        share = _SECOND_NAME_SHARE[before]
        count += chance(rng, share) + chance(rng, share * 0.35)
    drawn: list[str] = []
    while len(drawn) < count:
        name = names.draw(rng)
        if name not in drawn:
            drawn.append(name)
    return tuple(drawn)
