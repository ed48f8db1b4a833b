"""Rows into PostgreSQL."""

import io
from collections.abc import Sequence

import pyarrow as pa
from django.db import connection
from psycopg import sql
from pyarrow import csv

_SCHRIJF = csv.WriteOptions(include_header=False, quoting_style="needed")


class Inlader:
    """A temporary table for one transaction, filled by COPY.

    `kolommen` are (name, SQL type) as copied in; `extra` are further columns with a default, by their SQL.
    Names and types are constants of the code. `laad(batch)` copies a batch in, then insert-select; `leeg()` makes
    room for the next.
    """

    def __init__(self, tabel: str, kolommen: Sequence[tuple[str, str]], extra: Sequence[str] = ()) -> None:
        self.tabel = tabel
        self._namen = [naam for naam, _ in kolommen]
        velden = [sql.SQL("{} " + soort).format(sql.Identifier(naam)) for naam, soort in kolommen]
        velden += [sql.SQL(tekst) for tekst in extra]
        self._doe("create temp table {} ({}) on commit drop", sql.SQL(", ").join(velden))

    def _doe(self, opdracht: str, *delen: sql.Composable) -> None:
        with connection.cursor() as cursor:
            cursor.execute(sql.SQL(opdracht).format(sql.Identifier(self.tabel), *delen))

    def laad(self, batch: pa.Table) -> None:
        """Copy a batch that has these columns, in any order.

        A column without any value is not sent: it is null by itself. Written out before COPY begins, because the
        driver tells the server why a COPY breaks off, and such an error may quote a cell.
        """
        eerste, *rest = self._namen
        gevuld = [eerste, *(naam for naam in rest if batch.column(naam).null_count < batch.num_rows)]
        buffer = io.BytesIO()
        csv.write_csv(batch.select(gevuld), buffer, _SCHRIJF)
        opdracht = sql.SQL("copy {} ({}) from stdin (format csv)").format(
            sql.Identifier(self.tabel), sql.SQL(", ").join(map(sql.Identifier, gevuld))
        )
        with connection.cursor() as cursor, cursor.copy(opdracht) as copy:
            copy.write(buffer.getbuffer())

    def leeg(self) -> None:
        """Empty the table."""
        self._doe("truncate {}")

    def ruim_op(self) -> None:
        """Drop the table before the transaction ends."""
        self._doe("drop table {}")
