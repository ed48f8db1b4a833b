"""Rules that can't apply to a batch are left out: never another outcome, only less work. And errors have an order."""

from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from waakvlam.adapters.engine_duckdb.levering import Leesopdracht, lees_in_delen
from waakvlam.adapters.engine_duckdb.verbinding import open_engine
from waakvlam.adapters.engine_duckdb.vorm import Vorm, bekijk_vorm
from waakvlam.domain.signalen.kolommen import NAMEN
from waakvlam.domain.signalen.toetsing import ALLE, FOUTEN, noem_fouten, toets_sql

GOED = {
    "partner": "P1",
    "soort": "Huur",
    "kenmerk": "K-1",
    "signaaldatum": "2026-09-25",
    "ontstaansdatum": "2026-08-01",
    "bedrag": "100,5",
    "achternaam": "Voorbeeld",
    "postcode": "1234AB",
    "huisnummer": "12",
    "bsn": "999990019",
    "geboortedatum": "1985-00-00",
}
CEL = st.sampled_from(
    [
        "",
        "x",
        "ja",
        " ",
        " 7 ",
        "\u00a0x",
        "x\u200b",
        "a\x00b",
        "é",
        "2026-02-30",
        "1.234,5",
        "12 bis",
        "j" * 501,
    ]
)


def blok(rijen: list[dict[str, str]]) -> pa.Table:
    """A batch as the reader of files makes it, in two parts of which the second is a slice."""
    delen = [rijen[:1], rijen[1:]]
    kop = pa.array(["weg", *(r.get("kenmerk", "") for r in delen[1])], pa.string()).slice(1)
    kolommen = {
        naam: pa.chunked_array([pa.array([r.get(naam, "") for r in deel], pa.string()) for deel in delen])
        for naam in NAMEN
    }
    kolommen["kenmerk"] = pa.chunked_array([kolommen["kenmerk"].chunk(0), kop])
    nummers = pa.array(range(2, len(rijen) + 2), pa.int64())
    return pa.table({"rij": nummers, "vormfout": pa.nulls(len(rijen), pa.string()), **kolommen})


@settings(max_examples=25, deadline=None)
@given(st.lists(st.dictionaries(st.sampled_from(NAMEN), CEL, max_size=3), min_size=1, max_size=3))
@example([{}, {"achternaam": "De Wit"}, {"kenmerk": " K"}])
@example([{}, {"straat": "a\x00b"}])
@example([{"achternaam": "V" * 501}, {}])
def test_leaving_out_what_cannot_apply_changes_nothing(veranderd):
    rijen = blok([GOED | cellen for cellen in veranderd])
    vorm = bekijk_vorm(rijen)

    assert toets(rijen, vorm) == toets(rijen, Vorm(ALLE, frozenset()))


def toets(rijen: pa.Table, vorm: Vorm) -> list[tuple[object, ...]]:
    """What the rules say of each row: the signal and its errors."""
    gegeven = {"alleen_gemeente": "9901", "bsn_partners": ["P1"], "gemeente": "9901"}
    with open_engine() as con:
        con.register("rij", rijen)
        getoetst = con.execute(toets_sql(vorm.gevuld, vorm.gewoon), gegeven).fetchall()
    tekst = {rij["rij"]: rij for rij in rijen.to_pylist()}
    return [
        (
            waarden[: -len(FOUTEN)],
            noem_fouten(waarden[-len(FOUTEN) :], tekst[waarden[0]], waarden[3], vorm.gevuld, vorm.gewoon),
        )
        for waarden in sorted(getoetst)
    ]


@pytest.mark.parametrize(
    ("tekst", "gevuld", "gewoon"),
    [
        ("", False, False),
        ("K-1", True, True),
        ("K 1", True, False),
        ("K-1\t", True, False),
        ("é", True, False),
        ("\x00", True, False),
        ("\x7f", True, False),
        ("k" * 100, True, True),
        ("k" * 101, True, False),
    ],
)
def test_the_form_of_a_column_is_that_of_all_its_cells(tekst: str, gevuld: bool, gewoon: bool):
    for rijen in ([{"kenmerk": tekst}, {}], [{}, {"kenmerk": tekst}]):
        vorm = bekijk_vorm(blok(rijen))
        assert ("kenmerk" in vorm.gevuld, "kenmerk" in vorm.gewoon) == (gevuld, gewoon)


def test_errors_come_by_row_and_then_by_the_columns_of_the_file(tmp_path: Path):
    kop = ["huisnummer", "bedrag", "soort", "partner", "kenmerk", "achternaam", "postcode", "signaaldatum"]
    rij = ["x", "x", "x", "P1", "K-1", "Voorbeeld", "x", "x"]
    pad = tmp_path / "a.csv"
    pad.write_text(
        "\n".join(";".join(regel) for regel in ([*kop, "maanden_achterstand"], [*rij, "x"], [*rij, "x"]))
    )

    with open_engine() as con:
        (deel,) = lees_in_delen(con, pad, Leesopdracht([pad], gemeente="9901"))

    per_rij = ["huisnummer", "bedrag", "soort", "postcode", "signaaldatum", "maanden_achterstand"]
    assert [(rij, kolom) for rij, kolom, *_ in deel.fouten] == [
        (nr, naam) for nr in (2, 3) for naam in per_rij
    ]
