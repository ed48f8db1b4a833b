"""Every condition a rule can have is read, said in words and asked in the SQL; a half-wired one would hold for everybody."""

import re
from dataclasses import fields
from datetime import date
from typing import Any

import pytest

from waakvlam.domain.matching.beleid import Als, Beleid, Telt
from waakvlam.domain.matching.beleid_in_woorden import beschrijf_voorwaarde
from waakvlam.domain.matching.beleid_lezen import lees_beleid
from waakvlam.domain.matching.samenloop import combineer

# A new condition: a value as a policy writes it.
WAARDEN: dict[str, list[Any]] = {
    "crisissignaal": [True, False],
    "warme_overdracht": [True, False],
    "einde_levering": [True, False],
    "meervoudig": [True, False],
    "opeenvolgend": [True, False],
    "soort": [["Huur"]],
    "partner": [["P1"]],
    "bedrag_vanaf": [100, 0],
    "bedrag_tot": [100, 0],
    "aantal_vanaf": [2],
    "leeftijd_vanaf": [18, 0],
    "leeftijd_tot": [27, 0],
}
GEVALLEN = [(veld, waarde) for veld, waarden in WAARDEN.items() for waarde in waarden]
MAAND = 2026 * 12 + 8

per_voorwaarde = pytest.mark.parametrize(("veld", "waarde"), GEVALLEN)


def lees(als: dict[str, Any]) -> Beleid:
    """A policy of one rule with this condition, and one for the rest."""
    regels = [{"als": als, "dan": "bezoek"}, {"dan": "brief"}]
    vast = {"naam": "Proef", "gemeente": "9901", "geldig_vanaf": date(2026, 1, 1)}
    return lees_beleid(vast | {"opvolging": regels})


def gevraagd(als: dict[str, Any]) -> str:
    """What the SQL asks for the first rule, its values filled in; with what it takes from the signals of a melding."""
    (stap,) = combineer(lees(als), [MAAND])
    (keuze,) = re.findall(r"case when (.*?) then 1 when true then 2 end as regel", stap.sql)
    verzameld = re.findall(r"bool_or\([^\n]*? as \w+_1\b", stap.sql)
    waarden = sorted((naam, str(waarde)) for naam, waarde in stap.waarden.items() if naam.endswith("_1"))
    return f"{keuze} {verzameld} {waarden}"


def test_every_condition_is_here() -> None:
    assert set(WAARDEN) == {veld.name for veld in fields(Als)}


@per_voorwaarde
def test_a_condition_is_read_from_the_policy(veld: str, waarde: Any) -> None:
    assert lees({veld: waarde}).opvolging[0].als != Als()


@per_voorwaarde
def test_a_condition_is_said_in_words(veld: str, waarde: Any) -> None:
    assert beschrijf_voorwaarde(lees({veld: waarde}).opvolging[0].als, Telt.PARTNERS)


@per_voorwaarde
def test_a_condition_is_asked_of_every_melding(veld: str, waarde: Any) -> None:
    keuze = gevraagd({veld: waarde})
    assert keuze.startswith("true and ")


def test_no_two_conditions_are_the_same_in_words_or_in_the_sql() -> None:
    als = [{veld: waarde} for veld, waarde in GEVALLEN]
    zinnen = {beschrijf_voorwaarde(lees(een).opvolging[0].als, Telt.PARTNERS) for een in als}
    assert len(zinnen) == len(als)
    assert len({gevraagd(een) for een in als}) == len(als)
