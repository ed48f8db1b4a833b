"""Rows into PostgreSQL."""

import io
from collections.abc import Sequence
from types import TracebackType
from typing import Any

import pyarrow as pa
from django.db import connection
from psycopg import sql
from pyarrow import csv

_SCHRIJF = csv.WriteOptions(include_header=False, quoting_style="needed")


class Inlader:
    """A temporary table for one transaction, filled by COPY.

    `kolommen` are (name, SQL type) as copied in; `extra` are further columns with a default, by their SQL.
    Names and types are constants of the code. Use `voeg_toe(batch)` for each batch (columns in that order),
    `sluit()`, then insert-select.
    """

    def __init__(self, tabel: str, kolommen: Sequence[tuple[str, str]], extra: Sequence[str] = ()) -> None:
        self.tabel = tabel
        velden = [sql.SQL("{} " + soort).format(sql.Identifier(naam)) for naam, soort in kolommen]
        velden += [sql.SQL(tekst) for tekst in extra]
        self._cursor: Any = connection.cursor()
        self._cursor.execute(
            sql.SQL("create temp table {} ({}) on commit drop").format(
                sql.Identifier(tabel), sql.SQL(", ").join(velden)
            )
        )
        namen = sql.SQL(", ").join(sql.Identifier(naam) for naam, _ in kolommen)
        self._opdracht = sql.SQL("copy {} ({}) from stdin (format csv)").format(sql.Identifier(tabel), namen)
        self._copy: Any = None
        self._context: Any = None

    def __enter__(self) -> "Inlader":
        """Begin copying."""
        self._context = self._cursor.copy(self._opdracht)
        self._copy = self._context.__enter__()
        return self

    def __exit__(
        self, soort: type[BaseException] | None, fout: BaseException | None, spoor: TracebackType | None
    ) -> None:
        """End copying: the rows are in the temporary table, or an error is raised."""
        self._context.__exit__(soort, fout, spoor)
        self._cursor.close()

    def voeg_toe(self, batch: pa.Table) -> None:
        """Copy a batch."""
        buffer = io.BytesIO()
        csv.write_csv(batch, buffer, _SCHRIJF)
        self._copy.write(buffer.getbuffer())
