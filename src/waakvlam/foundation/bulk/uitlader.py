"""Rows out of PostgreSQL."""

import io
from typing import Any

import pyarrow as pa
from django.db import connection
from psycopg import sql as psql
from pyarrow import csv

_BLOK = 1 << 20


def copy_out(vraag: str, waarden: dict[str, Any], schema: pa.Schema) -> tuple[pa.Table, bytes]:
    """Give the rows of a query as an Arrow table of this schema, and the bytes they came as.

    `vraag` is a constant of the code with `{naam}` for values. Empty text and
    null are kept apart.
    """
    buffer = io.BytesIO()
    with connection.cursor() as cursor:
        # COPY takes no parameters: psycopg quotes the values on this side.
        ingevuld = psql.SQL(vraag).format(**{naam: psql.Literal(waarde) for naam, waarde in waarden.items()})
        opdracht = psql.SQL("copy ({}) to stdout (format csv, force_quote *)").format(ingevuld)
        with cursor.copy(opdracht) as copy:
            for deel in copy:
                buffer.write(deel)
    inhoud = buffer.getvalue()
    if not inhoud:
        return schema.empty_table(), inhoud
    try:
        return _lees(inhoud, schema, _BLOK), inhoud
    except pa.ArrowInvalid:
        # A row longer than a block: read it all as one.
        return _lees(inhoud, schema, len(inhoud) + 1), inhoud


def _lees(inhoud: bytes, schema: pa.Schema, blok: int) -> pa.Table:
    return csv.read_csv(
        pa.BufferReader(inhoud),
        read_options=csv.ReadOptions(column_names=schema.names, block_size=blok),
        parse_options=csv.ParseOptions(newlines_in_values=True),
        convert_options=csv.ConvertOptions(
            column_types=schema,
            true_values=["t"],
            false_values=["f"],
            null_values=[""],
            strings_can_be_null=True,
            quoted_strings_can_be_null=False,
        ),
    )
