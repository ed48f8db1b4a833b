"""Who is one person and who is not: the cases that matter, through the front door."""

import random
from itertools import count
from typing import Any

import duckdb
import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from waakvlam.adapters.linkage import KOLOMMEN, Koppeling, Richting, link_persons
from waakvlam.adapters.linkage.settings import build_settings
from waakvlam.domain.matching.koppelen import load_gewichten

SCHEMA = pa.schema(
    [
        (name, {"bigint": pa.int64(), "integer": pa.int32()}.get(kind, pa.string()))
        for name, kind in KOLOMMEN.items()
    ]
)
NUMBERS = count(1)
HOME = {"postcode": "1234AB", "huisnummer": 5, "sleutel_adres": "1234AB5"}
ELSEWHERE = {"postcode": "9876ZX", "huisnummer": 71, "sleutel_adres": "9876ZX71"}


def record(**fields: Any) -> dict[str, Any]:
    """A record at the home address of a partner of its own, unless said otherwise."""
    number = next(NUMBERS)
    return {
        **dict.fromkeys(KOLOMMEN),
        **HOME,
        "gemeente": "0599",
        "partner": f"P{number}",
        "kenmerk": f"K{number}",
        **fields,
    }


def link(*records: dict[str, Any]) -> Koppeling:
    rows = [{**row, "rij_id": i} for i, row in enumerate(records)]
    return link_persons(pa.Table.from_pylist(rows, schema=SCHEMA))


def persons(*records: dict[str, Any]) -> list[int]:
    """The person of each record, in order."""
    clusters = link(*records).clusters
    assert clusters["rij_id"].to_pylist() == list(range(len(records)))
    return clusters["persoon"].to_pylist()


JULIA = {"voorletters": "J.C.", "voornamen": "Julia", "achternaam": "Zandwijk", "geboortedatum": "1985-03-09"}


@pytest.mark.parametrize(
    "other",
    [
        {**JULIA, "voornamen": None},
        {**JULIA, "voorletters": "J."},
        {**JULIA, "achternaam": "Zandwyk"},
        {**JULIA, "achternaam": "Zandwijk, van der"},
        {**JULIA, "achternaam": "Zandwijk-de Boer"},
        {**JULIA, "achternaam": "de Boer-Zandwijk"},
        {**JULIA, "achternaam": "Zandwikj"},
        {**JULIA, "achternaam": "Zandwijk h/o Kapsalon Krul"},
        {**JULIA, "geboortedatum": "1985-09-03"},
        {**JULIA, "geboortedatum": "1985-00-00"},
        {**JULIA, "geboortedatum": "1985-03-19"},
        {**JULIA, "geboortedatum": None},
        {**JULIA, "geboortedatum": None, "voornamen": None},
        {**JULIA, "achternaam": "de Boer"},
        {**JULIA, **ELSEWHERE},
        {**JULIA, "sleutel_adres": "1234AB5a"},
        {
            "voorletters": "Z.",
            "voornamen": "Zandwijk",
            "achternaam": "Julia",
            "geboortedatum": "1985-03-09",
            **ELSEWHERE,
        },
        {"voornamen": "Zandwijk", "achternaam": "Juila", "geboortedatum": "1985-03-09"},
    ],
)
def test_one_person_written_in_two_ways(other: dict[str, Any]) -> None:
    assert persons(record(**JULIA), record(**other)) == [0, 0]


@pytest.mark.parametrize(
    ("why", "one", "other"),
    [
        ("strangers at one address", JULIA, {"voorletters": "K.", "achternaam": "Bos", "geboortedatum": "1990-05-05"}),
        ("only the address", {"achternaam": "Zandwijk"}, {"achternaam": "Bos"}),
        ("address and surname", {"achternaam": "Zandwijk"}, {"achternaam": "Zandwijk"}),
        ("twins", JULIA, {**JULIA, "voorletters": "M.", "voornamen": "Mark"}),
        ("twins with one initial", JULIA, {**JULIA, "voornamen": "Jolanda"}),
        ("father and son", {**JULIA, "voornamen": None}, {**JULIA, "voornamen": None, "geboortedatum": "2009-11-23"}),
        ("father and son with one name", JULIA, {**JULIA, "geboortedatum": "2009-11-23"}),
        ("another bsn", {**JULIA, "bsn": "999990019"}, {**JULIA, "bsn": "999990020"}),
        ("a name without a date, elsewhere", {**JULIA, "geboortedatum": None}, {**JULIA, **ELSEWHERE, "geboortedatum": None}),
        ("a namesake elsewhere", JULIA, {**JULIA, **ELSEWHERE, "geboortedatum": "1960-11-23"}),
    ],
)  # fmt: skip
def test_two_persons(why: str, one: dict[str, Any], other: dict[str, Any]) -> None:
    assert persons(record(**one), record(**other)) == [0, 1], why


@pytest.mark.parametrize(("number", "same"), [(71, True), (18, False), (27, False)])
def test_swapped_digits_of_a_house_number_are_the_same_house_and_a_neighbour_is_not(
    number: int, same: bool
) -> None:
    """Without a birth date on one side the place must prove it."""
    house = {"postcode": "1234AB", "huisnummer": 17, "sleutel_adres": "1234AB17"}
    other = {"postcode": "1234AB", "huisnummer": number, "sleutel_adres": f"1234AB{number}"}
    found = persons(record(**{**JULIA, **house}), record(**{**JULIA, **other, "geboortedatum": None}))
    assert (found == [0, 0]) is same


def test_equal_bsn_joins_what_is_written_differently() -> None:
    bsn = {"bsn": "999990019"}
    assert persons(record(**JULIA, **bsn), record(voorletters="J", achternaam="de Boer", **bsn)) == [0, 0]


def test_equal_bsn_with_another_name_is_for_a_human() -> None:
    found = link(
        record(**JULIA, bsn="999990019"),
        record(
            voorletters="K.", voornamen="Karel", achternaam="Bos", geboortedatum="1951-12-31", bsn="999990019"
        ),
    )
    assert found.clusters["persoon"].to_pylist() == [0, 1]
    assert [(pair.links, pair.rechts) for pair in found.onzeker] == [(0, 1)]
    assert "burgerservicenummer gelijk, maar de naam past niet" in {
        w.uitkomst for w in found.onzeker[0].waarom
    }


def test_a_record_without_a_date_does_not_glue_father_and_son() -> None:
    father, son = {**JULIA, "voornamen": None}, {**JULIA, "voornamen": None, "geboortedatum": "2009-11-23"}
    found = link(record(**father), record(**son), record(**{**father, "geboortedatum": None}))
    assert len(set(found.clusters["persoon"].to_pylist())) == 3
    assert {frozenset((pair.links, pair.rechts)) for pair in found.onzeker} == {
        frozenset((0, 2)),
        frozenset((1, 2)),
    }
    assert "past bij twee verschillende personen" in {w.uitkomst for w in found.onzeker[0].waarom}


def test_an_uncertain_pair_says_what_speaks_for_and_against_in_dutch() -> None:
    (pair,) = link(record(achternaam="Zandwijk", voorletters=None), record(achternaam="Zandwijk")).onzeker
    assert 0.5 <= pair.kans < 1
    by_subject = {w.onderwerp: w for w in pair.waarom}
    assert by_subject["Adres"].uitkomst == "zelfde adres"
    assert by_subject["Adres"].richting is Richting.VOOR
    assert by_subject["Geboortedatum"].richting is Richting.ONBEKEND
    assert "kan een huisgenoot zijn" in by_subject["Waarom niet samengevoegd"].uitkomst


def test_an_address_with_many_names_is_no_proof() -> None:
    """A letter address holds hundreds: there a name and an initial without a birth date are for a human."""
    others = [record(achternaam=f"{letter}olkstra") for letter in "abcdefghijklmnopqrstuvw"]
    jansen = [record(voorletters="J.", achternaam="Jansen"), record(voorletters="J.", achternaam="Jansen")]
    assert persons(*jansen) == [0, 0]
    assert persons(*jansen, *others)[:2] == [0, 1]
    assert persons(record(**JULIA), record(**JULIA), *others)[:2] == [0, 0]


def test_gemeenten_are_never_mixed() -> None:
    assert persons(record(**JULIA), record(**JULIA, gemeente="0518")) == [0, 1]


def test_months_of_one_kenmerk_are_one_person_also_after_a_move() -> None:
    same = {"partner": "W", "kenmerk": "W-1"}
    moved = [
        record(**JULIA, **same),
        record(**JULIA, **same),
        record(achternaam="Zandwijk", **same, **ELSEWHERE),
    ]
    assert persons(*moved) == [0, 0, 0]


def test_a_kenmerk_that_passed_to_someone_else_is_two_persons_and_uncertain() -> None:
    same = {"partner": "W", "kenmerk": "W-1"}
    other = {"voorletters": "K.", "voornamen": "Karel", "achternaam": "Bos", "geboortedatum": "1951-12-31"}
    found = link(record(**JULIA, **same), record(**other, **same))
    assert found.clusters["persoon"].to_pylist() == [0, 1]
    assert "één kenmerk van één partner" in found.onzeker[0].waarom[-1].uitkomst


def test_nothing_and_one() -> None:
    assert link().clusters.num_rows == 0
    assert persons(record(**JULIA)) == [0]
    assert persons(record(achternaam=None), record(achternaam=None)) == [0, 1]


def test_a_missing_column_is_named() -> None:
    with pytest.raises(ValueError, match="geboortedatum"):
        link_persons(pa.table({"rij_id": [1]}))


def test_a_connection_that_is_given_is_left_as_it_was() -> None:
    table = pa.Table.from_pylist([{**record(**JULIA), "rij_id": i} for i in range(2)], schema=SCHEMA)
    with duckdb.connect(":memory:") as con:
        before = con.execute("select count(*) from duckdb_tables()").fetchall()
        assert link_persons(table, con=con).clusters.num_rows == 2
        assert con.execute("select count(*) from duckdb_tables()").fetchall() == before
        assert con.execute("select count(*) from duckdb_views() where not internal").fetchall() == [(0,)]


def test_nothing_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    link(record(**JULIA), record(**JULIA), record(achternaam="Bos"))
    captured = capfd.readouterr()
    assert (captured.out, captured.err) == ("", "")


def test_the_settings_can_be_built_for_another_engine() -> None:
    made = build_settings(load_gewichten()).create_settings_dict("spark")
    assert len(made["comparisons"]) == 6
    assert all("gemeente" in rule["blocking_rule"] for rule in made["blocking_rules_to_generate_predictions"])


FAMILY = [
    record(**JULIA),
    record(**{**JULIA, "voornamen": None, "geboortedatum": None}),
    record(**{**JULIA, "voornamen": "Jolanda"}),
    record(**{**JULIA, "achternaam": "Zandwyk-Boer"}),
    record(voorletters="J.", achternaam="Zandwijk", geboortedatum="2009-11-23"),
    record(**{**JULIA, **ELSEWHERE}),
    record(achternaam="Bos", voorletters="K"),
    record(achternaam="Bos", voorletters="K.", geboortedatum="1990-05-05"),
]


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 10_000))
def test_the_order_of_the_rows_makes_no_difference(seed: int) -> None:
    rows = [{**row, "rij_id": 100 + i} for i, row in enumerate(FAMILY)]
    expected = link_persons(pa.Table.from_pylist(rows, schema=SCHEMA))
    random.Random(seed).shuffle(rows)
    found = link_persons(pa.Table.from_pylist(rows, schema=SCHEMA))
    assert found.clusters.equals(expected.clusters)
    assert found.onzeker == expected.onzeker
