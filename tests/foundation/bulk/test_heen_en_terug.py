"""Rows go through COPY in and out of a real PostgreSQL and come back as they were, whatever a cell holds."""

from datetime import date
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from waakvlam.foundation.bulk import Inlader, copy_out

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]

SCHEMA = pa.schema(
    [
        ("nr", pa.int64()),
        ("tekst", pa.string()),
        ("ook_tekst", pa.string()),
        ("getal", pa.int32()),
        ("bedrag", pa.decimal128(15, 2)),
        ("dag", pa.date32()),
        ("vlag", pa.bool_()),
    ]
)
KOLOMMEN = [
    ("nr", "bigint"),
    ("tekst", "text"),
    ("ook_tekst", "text"),
    ("getal", "integer"),
    ("bedrag", "numeric(15,2)"),
    ("dag", "date"),
    ("vlag", "boolean"),
]
# What CSV, COPY and Arrow each give a meaning of their own.
LASTIG = st.sampled_from(
    [
        "",
        '"',
        '""',
        "\\",
        "\\.",
        "\n\\.\n",
        "\\N",
        "\n",
        "\r",
        "\r\n",
        ",",
        ";",
        "\t",
        " ",
        "null",
        "NULL",
        "t",
        "f",
        "'",
        "é",
        "ĳ",
        "👩‍👩‍👧",
        "\u2028",
        "\ufeff",
        "\x01",
        "\x7f",
        "\u00a0",
        "=1+1",
        "{naam}",
        "%s",
    ]
)
GEWOON = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=12)
TEKST = st.lists(LASTIG | GEWOON, max_size=5).map("".join)


def misschien(strategie: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """A value, or nothing."""
    return st.none() | strategie


RIJ = st.tuples(
    misschien(TEKST),
    misschien(TEKST),
    misschien(st.integers(-(2**31), 2**31 - 1)),
    misschien(st.decimals(Decimal("-9999999999999.99"), Decimal("9999999999999.99"), places=2)),
    misschien(st.dates(date(1, 1, 1), date(9999, 12, 31))),
    misschien(st.booleans()),
)


def heen_en_terug(rijen: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """In by `Inlader`, out by `copy_out`."""
    genummerd = [(nr, *rij) for nr, rij in enumerate(rijen)]
    kolommen = list(zip(*genummerd, strict=True)) or [()] * len(SCHEMA)
    tabel = pa.table(
        [pa.array(kolom, veld.type) for kolom, veld in zip(kolommen, SCHEMA, strict=True)], schema=SCHEMA
    )
    with transaction.atomic():
        inlader = Inlader("proef_bulk", KOLOMMEN)
        inlader.laad(inlader.schrijf(tabel))
        terug, _ = copy_out("select * from proef_bulk order by nr", {}, SCHEMA)
        with connection.cursor() as cursor:
            cursor.execute("drop table proef_bulk")
    return [tuple(rij.values())[1:] for rij in terug.to_pylist()]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(RIJ, max_size=8))
@example([("\\.", "a\n\\.\nb", None, None, None, None)])
@example([(None, "", None, None, None, None), ("", None, 0, Decimal("0.00"), date(2026, 9, 25), False)])
@example([('"', '"\n"', 1, None, None, True), ("\r", "\r\n", None, None, None, None)])
def test_every_cell_comes_back_as_it_went_in(rijen):
    assert heen_en_terug(rijen) == rijen


def test_empty_text_and_nothing_stay_two_things():
    assert heen_en_terug([("", None, None, None, None, None)]) == [("", None, None, None, None, None)]


def test_a_cell_larger_than_a_block_of_the_reader_comes_back():
    groot = "lang\n" * 900_000

    assert heen_en_terug([("a", groot, 1, None, None, None), (groot, "b", 2, None, None, None)]) == [
        ("a", groot, 1, None, None, None),
        (groot, "b", 2, None, None, None),
    ]


def test_many_rows_keep_their_order_and_number():
    rijen = [(f"rij {nr}", None, nr, None, None, nr % 2 == 0) for nr in range(120_000)]

    assert heen_en_terug(rijen) == rijen


@pytest.mark.parametrize(
    "waarde", ["'; drop table jobs_taak; --", "{naam}", "%(x)s", "\\'", '"', "é\n", "0'0"]
)
def test_a_value_of_a_query_is_a_value_and_never_sql(waarde):
    schema = pa.schema([("nr", pa.int64()), ("tekst", pa.string())])

    tabel, _ = copy_out("select 1, {waarde}::text", {"waarde": waarde}, schema)

    assert tabel.to_pylist() == [{"nr": 1, "tekst": waarde}]


def test_the_same_rows_give_the_same_bytes_to_hash():
    schema = pa.schema([("nr", pa.int64())])
    vraag = "select generate_series(1, {tot})"

    assert copy_out(vraag, {"tot": 5}, schema)[1] == copy_out(vraag, {"tot": 5}, schema)[1]
    assert copy_out(vraag, {"tot": 5}, schema)[1] != copy_out(vraag, {"tot": 6}, schema)[1]


def test_no_rows_give_an_empty_table_of_the_right_form():
    tabel, inhoud = copy_out("select * from (values (1)) as v(nr) where nr > {meer}", {"meer": 1}, SCHEMA)

    assert (tabel.schema, tabel.num_rows, inhoud) == (SCHEMA, 0, b"")


def test_an_error_half_way_leaves_no_row_and_a_usable_transaction():
    with pytest.raises(RuntimeError, match="halverwege"), transaction.atomic():
        inlader = Inlader("proef_half", [("nr", "bigint")])
        inlader.laad(inlader.schrijf(pa.table({"nr": pa.array([1, 2], pa.int64())})))
        raise RuntimeError("halverwege")
    with connection.cursor() as cursor:
        cursor.execute("select to_regclass('proef_half')")
        assert cursor.fetchone() == (None,)
