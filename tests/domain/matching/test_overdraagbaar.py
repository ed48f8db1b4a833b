"""The matching SQL crosses over from DuckDB to Spark; the kind of table it makes is each engine's own affair.

What is known not to cross: `create or replace temp table` (Spark has views and real tables only), so an engine for
Spark runs the selects of the steps and keeps their outcomes itself. `* exclude` becomes `* except`, which asks for
Spark 4.
"""

from datetime import date
from typing import Any

import pytest
import sqlglot
from sqlglot import ErrorLevel, exp

from waakvlam.domain.matching import samenloop
from waakvlam.domain.matching.beleid_lezen import lees_beleid
from waakvlam.domain.matching.samenloop import Stap

MAANDEN = (2026 * 12 + 7, 2026 * 12 + 8)
VAST = {"naam": "Proef", "gemeente": "9901", "geldig_vanaf": date(2026, 1, 1)}
ALLES = {
    "crisissignaal": True, "warme_overdracht": False, "einde_levering": False, "meervoudig": True,
    "opeenvolgend": False, "soort": ["Huur"], "partner": ["P1"], "bedrag_vanaf": 1, "bedrag_tot": 9,
    "aantal_vanaf": 2, "leeftijd_vanaf": 18, "leeftijd_tot": 27,
}  # fmt: skip
BELEIDEN: dict[str, dict[str, Any]] = {
    "the smallest": {"opvolging": [{"dan": "brief"}]},
    "everything": {
        "venster": {"Huur": {"dagen_min": 30, "dagen_max": 100}, "Zorg": {"dagen_max": 100}},
        "drempelbedrag": 75,
        "particulier": True,
        "meervoudig": {"telt": "signalen", "maanden": 3},
        "opeenvolgend": {},
        "herhaald": {},
        "opvolging": [{"als": ALLES, "dan": "bezoek", "quotum": 1, "anders": "bel"}, {"dan": "brief"}],
        "volgorde": ["dagen", "bedrag", "aantal"],
    },
    "soorten over two months": {
        "meervoudig": {"telt": "soorten", "maanden": 2},
        "opvolging": [{"als": {"leeftijd_tot": 27}, "dan": "bel"}, {"dan": "brief"}],
    },
}


def stappen(naam: str) -> list[Stap]:
    """All statements of a match under one policy."""
    beleid = lees_beleid(VAST | BELEIDEN[naam])
    return [
        *samenloop.weeg(beleid),
        Stap(samenloop.GEACCEPTEERD),
        Stap(samenloop.HERHAALD),
        *samenloop.accepteer(beleid, MAANDEN),
        *samenloop.combineer(beleid, MAANDEN),
    ]


@pytest.mark.parametrize("naam", BELEIDEN)
def test_every_step_is_written_in_spark_without_a_part_that_spark_lacks(naam: str) -> None:
    for stap in stappen(naam):
        (spark,) = sqlglot.transpile(
            stap.sql, read="duckdb", write="spark", unsupported_level=ErrorLevel.RAISE
        )
        terug = sqlglot.parse_one(spark, read="spark")
        # Same tables, same parameters: nothing fell away on the road.
        heen = sqlglot.parse_one(stap.sql, read="duckdb")
        assert {t.name for t in terug.find_all(exp.Table)} == {t.name for t in heen.find_all(exp.Table)}
        assert {p.name for p in terug.find_all(exp.Placeholder)} == set(stap.waarden)


@pytest.mark.parametrize("naam", BELEIDEN)
def test_no_step_uses_what_was_measured_not_to_cross_over(naam: str) -> None:
    for stap in stappen(naam):
        boom = sqlglot.parse_one(stap.sql, read="duckdb")
        assert not list(boom.find_all(exp.Qualify, exp.DateDiff, exp.ArrayAgg, exp.List))
        assert not [w for w in boom.find_all(exp.Window) if w.find(exp.Distinct)]


@pytest.mark.parametrize("naam", BELEIDEN)
def test_values_of_the_policy_go_in_as_parameters_and_never_as_text(naam: str) -> None:
    beleid = VAST | BELEIDEN[naam]
    for stap in stappen(naam):
        teksten = {
            lit.this
            for lit in sqlglot.parse_one(stap.sql, read="duckdb").find_all(exp.Literal)
            if lit.is_string
        }
        assert not teksten & {"Huur", "Zorg", "P1", "bezoek", "bel", "brief", beleid["naam"]}
