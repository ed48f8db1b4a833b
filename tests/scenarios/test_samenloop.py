"""Each sentence of the contract's section 3 as a small month that a consulent can check by hand."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import duckdb
import pytest
from tests.domain.matching.orakel import Rij
from tests.domain.matching.proef import proefmotor, reken_uit

SEPTEMBER = 2026 * 12 + 8
BELEID: dict[str, Any] = {
    "naam": "Proef",
    "gemeente": "9901",
    "geldig_vanaf": date(2026, 1, 1),
    "opvolging": [{"dan": "brief"}],
}


@pytest.fixture(scope="module")
def motor() -> Iterator[duckdb.DuckDBPyConnection]:
    with proefmotor() as con:
        yield con


def s(
    kenmerk: str = "K", bedrag: float = 100, op: str = "2026-09-25", sinds: str = "2026-06-01", **anders: Any
) -> dict[str, Any]:
    """One signal of P1 for Huur at one address, unless said otherwise."""
    return {
        "gemeente": "9901", "partner": "P1", "kenmerk": kenmerk, "soort": "Huur", "sleutel": "1234AB1",
        "signaaldatum": date.fromisoformat(op), "ontstaansdatum": date.fromisoformat(sinds),
        "bedrag": Decimal(str(bedrag)), "bestand": 1,
    } | anders  # fmt: skip


def maand(motor: duckdb.DuckDBPyConnection, *rijen: dict[str, Any], **beleid: Any) -> dict[str, Any]:
    """September 2026 of gemeente 9901, of rows in the order given."""
    tabel = [Rij(**{"rij": nr} | rij) for nr, rij in enumerate(rijen, 2)]
    gemeenten = reken_uit(motor, tabel, BELEID | beleid, SEPTEMBER)["gemeenten"]
    return next((g for g in gemeenten if g["gemeente"] == "9901"), {"meldingen": [], "niet_opgepakt": []})


def reden(uitkomst: dict[str, Any]) -> list[tuple[int, str, str]]:
    """Of every signal not taken up: row, status after the colon, first word of the reden."""
    return [
        (n["rij"], n["status"].removeprefix("Niet opgepakt: "), n["reden"].split()[0].rstrip(":"))
        for n in uitkomst["niet_opgepakt"]
    ]


GEEN, ANDERE, ONTERECHT, HERHAALD = [], "andere reden", "onterecht signaal", "herhaalde melding"
STRENG = {"drempelbedrag": 75, "venster": {"Huur": {"dagen_min": 30, "dagen_max": 100}}, "herhaald": {}}
NU = {"op": "2026-09-25", "sinds": "2026-08-01"}
TOEN = {"op": "2026-08-25", "sinds": "2026-07-01"}

# name -> (rows, policy, signals not taken up)
OORDELEN: dict[str, tuple[list[dict[str, Any]], dict[str, Any], list[tuple[int, str, str]]]] = {
    # Step 1.
    "the later signaaldatum wins, also from an earlier row": (
        [s(op="2026-09-25"), s(op="2026-09-24")], {}, [(3, HERHAALD, "vervangen")],
    ),
    "on one day the later row wins": ([s(), s()], {}, [(2, HERHAALD, "vervangen")]),
    "on one day the later file wins": ([s(bestand=2), s(bestand=1)], {}, [(3, HERHAALD, "vervangen")]),
    "another partner, kenmerk, case or gemeente is another signal": (
        [s(), s(partner="P2"), s("k"), s("K-2"), s(gemeente="9902")], {}, GEEN,
    ),
    "the same identity in another month is not replaced": ([s(), s(op="2026-08-25")], {}, GEEN),
    "a crisissignaal passes to the row that replaces it, along a chain": (
        [s(crisissignaal=True, op="2026-09-01"), s(op="2026-09-02"), s(bedrag=1, op="2026-09-03")],
        {"drempelbedrag": 75}, [(2, HERHAALD, "vervangen"), (3, HERHAALD, "vervangen")],
    ),
    "bezwaar and rechtspersoon do not pass": (
        [s(bezwaar=True, rechtspersoon=True, op="2026-09-01"), s()], {}, [(2, HERHAALD, "vervangen")],
    ),
    "what replaces may itself be refused, and the replaced row does not come back": (
        [s(bedrag=500, op="2026-09-01"), s(bedrag=1)], {"drempelbedrag": 75},
        [(2, HERHAALD, "vervangen"), (3, ONTERECHT, "drempel")],
    ),
    # Step 2, in this order.
    "a rechtspersoon is never taken up": ([s(rechtspersoon=True, crisissignaal=True)], {}, [(2, ANDERE, "rechtspersoon")]),
    "zakelijk is in, unless the policy says particulier": ([s(zakelijk=True)], {}, GEEN),
    "zakelijk is out while the policy says particulier": (
        [s(zakelijk=True, crisissignaal=True)], {"particulier": True}, [(2, ANDERE, "zakelijk")],
    ),
    "bezwaar goes before crisis and threshold": (
        [s(bezwaar=True, crisissignaal=True), s("L", 1, bezwaar=True)], STRENG,
        [(2, ANDERE, "bezwaar"), (3, ANDERE, "bezwaar")],
    ),
    "rechtspersoon goes before bezwaar": (
        [s(bezwaar=True, rechtspersoon=True)], {}, [(2, ANDERE, "rechtspersoon")],
    ),
    "below the threshold is out, on it is in": (
        [s(bedrag=74.99, **NU), s("L", 75, **NU)], STRENG, [(2, ONTERECHT, "drempel")],
    ),
    "the bounds of the window are in": (
        [s("a", sinds="2026-08-27"), s("b", sinds="2026-08-26"), s("c", sinds="2026-06-17"), s("d", sinds="2026-06-16")],
        STRENG, [(2, ONTERECHT, "venster"), (5, ONTERECHT, "venster")],
    ),
    "a soort without a window is open": ([s(soort="Water", sinds="2026-09-25")], STRENG, GEEN),
    "crisis and einde_levering know no threshold or window": (
        [s("a", 1, sinds="2026-09-25", crisissignaal=True), s("b", 1, sinds="2026-09-25", einde_levering=True)], STRENG, GEEN,
    ),
    "warme overdracht does know threshold and window": (
        [s(bedrag=1, warme_overdracht=True, **NU)], STRENG, [(2, ONTERECHT, "drempel")],
    ),
    "not lower last month is a repetition": ([s(**TOEN), s(**NU)], STRENG, [(3, HERHAALD, "herhaald")]),
    "a cent more is none": ([s(**TOEN), s(bedrag=100.01, **NU)], STRENG, GEEN),
    "crisis, einde_levering and warme overdracht are never a repetition": (
        [
            *(s(k, **TOEN) for k in "abc"),
            s("a", crisissignaal=True, **NU), s("b", einde_levering=True, **NU), s("c", warme_overdracht=True, **NU),
        ],
        STRENG, GEEN,
    ),
    "the latest accepted one counts, not an older lower one": (
        [s(bedrag=100, op="2026-07-25"), s(bedrag=500, op="2026-08-25"), s(bedrag=200)], {"herhaald": {"maanden": 3}},
        [(4, HERHAALD, "herhaald")],
    ),
    "the latest accepted one counts, not an older higher one": (
        [
            s(bedrag=500, op="2026-07-25"), s(bedrag=100, op="2026-08-25", warme_overdracht=True), s(bedrag=200),
        ],
        {"herhaald": {"maanden": 3}}, GEEN,
    ),
    "two months back is out of reach of one month": ([s(op="2026-07-25"), s()], {"herhaald": {"maanden": 1}}, GEEN),
    # Step 3.
    "only accepted signals are history": (
        [s(op="2026-07-25"), s(op="2026-08-25"), s()], {"herhaald": {"maanden": 1}}, GEEN,
    ),
    "a refused signal is no history": ([s(bezwaar=True, **TOEN), s(**NU)], STRENG, GEEN),
    "months after the month are not used": ([s(op="2026-10-25"), s()], {"herhaald": {"maanden": 1}}, GEEN),
}  # fmt: skip


@pytest.mark.parametrize("naam", OORDELEN)
def test_every_signal_of_the_month_gets_one_outcome(naam: str, motor: duckdb.DuckDBPyConnection) -> None:
    rijen, beleid, verwacht = OORDELEN[naam]

    assert reden(maand(motor, *rijen, **beleid)) == verwacht


def tel(**meervoudig: Any) -> dict[str, Any]:
    return {"meervoudig": meervoudig}


P2, ZORG, ELDERS = {"partner": "P2"}, {"soort": "Zorg"}, {"sleutel": "1234AB2"}
# name -> (rows, policy, aantal, meervoudig, bedrag, opeenvolgend of the melding at 1234AB1)
TELLINGEN: dict[str, tuple[list[dict[str, Any]], dict[str, Any], tuple[int, bool, str, bool]]] = {
    "two signals of one partner are one partner": ([s("a"), s("b")], {}, (1, False, "200.00", False)),
    "two partners are meervoudig": ([s(), s(**P2)], {}, (2, True, "200.00", False)),
    "another address does not count": ([s(), s(**P2, **ELDERS)], {}, (1, False, "100.00", False)),
    "soorten are counted when the policy says so": ([s(), s(**P2)], tel(telt="soorten"), (1, False, "200.00", False)),
    "two soorten of one partner": ([s("a"), s("b", **ZORG)], tel(telt="soorten"), (2, True, "200.00", False)),
    "signalen are counted by partner and kenmerk": (
        [s("a"), s("b"), s("a", **P2)], tel(telt="signalen", minimaal=3), (3, True, "300.00", False),
    ),
    "the same month only, by default": ([s(), s(op="2026-08-25", **P2)], {}, (1, False, "100.00", False)),
    "two months: the directly preceding one counts too": (
        [s(), s(op="2026-08-25", **P2)], tel(maanden=2), (2, True, "100.00", False),
    ),
    "two months do not reach three back": ([s(), s(op="2026-07-25", **P2)], tel(maanden=2), (1, False, "100.00", False)),
    "one kenmerk in two months is one": (
        [s(), s(op="2026-08-25")], tel(maanden=2, telt="signalen"), (1, False, "100.00", False),
    ),
    "a refused signal counts nowhere": ([s(), s(bezwaar=True, **P2)], {}, (1, False, "100.00", False)),
    "another gemeente counts nowhere": ([s(), s(gemeente="9902", **P2)], {}, (1, False, "100.00", False)),
    "an accepted signal in the months before is opeenvolgend": (
        [s(), s(op="2026-03-01", **P2)], {"opeenvolgend": {}}, (1, False, "100.00", True),
    ),
    "seven months before is not within six": (
        [s(), s(op="2026-02-28", **P2)], {"opeenvolgend": {}}, (1, False, "100.00", False),
    ),
    "a refused one before is not opeenvolgend": (
        [s(), s(op="2026-08-25", bezwaar=True)], {"opeenvolgend": {}}, (1, False, "100.00", False),
    ),
}  # fmt: skip


@pytest.mark.parametrize("naam", TELLINGEN)
def test_a_melding_counts_and_adds_as_the_policy_says(naam: str, motor: duckdb.DuckDBPyConnection) -> None:
    rijen, beleid, verwacht = TELLINGEN[naam]

    (melding,) = (m for m in maand(motor, *rijen, **beleid)["meldingen"] if m["sleutel"] == "1234AB1")

    assert (melding["aantal"], melding["meervoudig"], melding["bedrag"], melding["opeenvolgend"]) == verwacht


def opvolging(motor: duckdb.DuckDBPyConnection, als: dict[str, Any], *rijen: dict[str, Any]) -> bool:
    """Does the melding of these rows meet the conditions?"""
    regels = [{"als": als, "dan": "past"}, {"dan": "past niet"}]
    (melding,) = maand(motor, *rijen, opvolging=regels)["meldingen"]
    return bool(melding["opvolging"] == "past")


@pytest.mark.parametrize(
    ("als", "past", "past_niet"),
    [
        ({"crisissignaal": True}, [s("a"), s("b", crisissignaal=True)], [s()]),
        ({"crisissignaal": False}, [s()], [s("a"), s("b", crisissignaal=True)]),
        ({"soort": ["Zorg", "Water"]}, [s("a"), s("b", **ZORG)], [s()]),
        ({"partner": ["P2"]}, [s(), s(**P2)], [s()]),
        ({"bedrag_vanaf": 200}, [s("a"), s("b")], [s("a"), s("b", 99.99)]),
        ({"bedrag_tot": 200}, [s("a"), s("b", 99.99)], [s("a"), s("b")]),
        ({"aantal_vanaf": 2}, [s(), s(**P2)], [s("a"), s("b")]),
        ({"leeftijd_tot": 27}, [s(geboortedatum="1999-10-01")], [s(geboortedatum="1999-09-30")]),
        ({"leeftijd_vanaf": 27}, [s(geboortedatum="1999-09-30")], [s(geboortedatum="1999-10-01")]),
        ({"leeftijd_tot": 27}, [s(geboortedatum="2020-01-01")], [s(geboortedatum="2020-01-00")]),
        # One person meets both: an old and a young one together do not.
        (
            {"leeftijd_vanaf": 27, "leeftijd_tot": 60},
            [s(geboortedatum="1980-01-01")],
            [s("a", geboortedatum="1950-01-01"), s("b", geboortedatum="2005-01-01")],
        ),
        # They look at the signals of the month alone.
        ({"soort": ["Zorg"]}, [s(**ZORG)], [s("a"), s("b", op="2026-08-25", **ZORG)]),
        ({"bedrag_vanaf": 150}, [s(bedrag=150)], [s("a"), s("b", op="2026-08-25")]),
    ],
)
def test_a_condition_holds_for_the_one_month_and_not_for_the_other(
    als: dict[str, Any], past: list[Any], past_niet: list[Any], motor: duckdb.DuckDBPyConnection
) -> None:
    assert opvolging(motor, als, *past)
    assert not opvolging(motor, als, *past_niet)


def test_rank_is_descending_and_ties_go_to_the_oldest_arrears_and_then_the_key(
    motor: duckdb.DuckDBPyConnection,
) -> None:
    rijen = [
        s("a", 100, sleutel="C", sinds="2026-06-02"),
        s("b", 100, sleutel="B", sinds="2026-06-01"),
        s("c", 100, sleutel="A", sinds="2026-06-02"),
        s("d", 101, sleutel="D"),
        s("e", 1, sleutel="E"),
        s("e", 1, sleutel="E", partner="P2"),
    ]

    assert [m["sleutel"] for m in maand(motor, *rijen)["meldingen"]] == ["E", "D", "B", "A", "C"]
    assert [m["rang"] for m in maand(motor, *rijen)["meldingen"]] == [1, 2, 3, 4, 5]


def test_a_quotum_chooses_the_channel_per_rule_and_drops_nothing(motor: duckdb.DuckDBPyConnection) -> None:
    regels = [
        {"als": {"soort": ["Zorg"]}, "dan": "bezoek", "quotum": 1, "anders": "bel", "binnen_dagen": 7},
        {"dan": "mail", "quotum": 1, "anders": "brief"},
    ]
    rijen = [s(str(nr), nr, sleutel=f"A{nr}", soort="Zorg" if nr > 2 else "Huur") for nr in range(1, 5)]

    meldingen = maand(motor, *rijen, opvolging=regels)["meldingen"]

    assert [(m["sleutel"], m["opvolging"], m["uiterlijk"]) for m in meldingen] == [
        ("A4", "bezoek", "2026-10-02"),
        ("A3", "bel", "2026-10-02"),  # beyond the quota: the same term, later rules are not tried
        ("A2", "mail", None),
        ("A1", "brief", None),
    ]


def test_the_term_runs_from_the_earliest_receipt_of_the_signals_in_the_melding(
    motor: duckdb.DuckDBPyConnection,
) -> None:
    rijen = [
        s("a", ontvangstdatum=date(2026, 10, 2)),
        s("b", op="2026-09-28"),
        s("c", op="2026-09-01", bezwaar=True),
        s("b", op="2026-09-02"),  # replaced
    ]

    (melding,) = maand(motor, *rijen, opvolging=[{"dan": "brief", "binnen_dagen": 1}])["meldingen"]

    assert melding["uiterlijk"] == "2026-09-29"


def test_a_gemeente_with_only_refused_signals_is_there_and_one_without_signals_is_left_out(
    motor: duckdb.DuckDBPyConnection,
) -> None:
    tabel = [
        Rij(**s(bezwaar=True), rij=2),
        Rij(**s(gemeente="9902", op="2026-08-25"), rij=3),
        Rij(**s(gemeente="9900"), rij=4),
    ]

    gemeenten = reken_uit(motor, tabel, BELEID, SEPTEMBER)["gemeenten"]

    assert [(g["gemeente"], len(g["meldingen"]), len(g["niet_opgepakt"])) for g in gemeenten] == [
        ("9900", 1, 0),
        ("9901", 0, 1),
    ]
