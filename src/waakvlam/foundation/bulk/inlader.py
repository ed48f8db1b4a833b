"""Rows into PostgreSQL."""

import io
from collections.abc import Sequence
from dataclasses import dataclass

import pyarrow as pa
from django.db import connection
from psycopg import sql
from pyarrow import csv

_SCHRIJF = csv.WriteOptions(include_header=False, quoting_style="needed")


@dataclass(frozen=True)
class Regels:
    """A batch as CSV: the columns that hold something, and the bytes."""

    kolommen: list[str]
    inhoud: memoryview


class Inlader:
    """A temporary table for one transaction, filled by COPY.

    `kolommen` are (name, SQL type) as copied in; `extra` are further columns with a default, by their SQL.
    Names and types are constants of the code. `laad(schrijf(batch))` copies a batch in, then insert-select;
    `leeg()` makes room for the next.
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

    def schrijf(self, batch: pa.Table) -> Regels:
        """Write out a batch that has these columns, in any order; this needs no database.

        A column without any value is not sent: it is null by itself.
        """
        eerste, *rest = self._namen
        gevuld = [eerste, *(naam for naam in rest if batch.column(naam).null_count < batch.num_rows)]
        buffer = io.BytesIO()
        csv.write_csv(batch.select(gevuld), buffer, _SCHRIJF)
        return Regels(gevuld, buffer.getbuffer())

    def laad(self, regels: Regels) -> None:
        """Copy a batch in.

        It was written out before COPY begins, because the driver tells the server why a COPY breaks off, and the
        error of a batch that can't be written may quote a cell.
        """
        opdracht = sql.SQL("copy {} ({}) from stdin (format csv)").format(
            sql.Identifier(self.tabel), sql.SQL(", ").join(map(sql.Identifier, regels.kolommen))
        )
        with connection.cursor() as cursor, cursor.copy(opdracht) as copy:
            copy.write(regels.inhoud)

    def leeg(self) -> None:
        """Empty the table."""
        self._doe("truncate {}")

    def ruim_op(self) -> None:
        """Drop the table before the transaction ends."""
        self._doe("drop table {}")
