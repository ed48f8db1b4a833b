"""Rows into PostgreSQL."""

import io
from collections.abc import Sequence
from contextlib import ExitStack
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
    Names and types are constants of the code. Each `with inlader:` is one COPY: use `voeg_toe(batch)` for each
    batch (columns in that order), then insert-select; `leeg()` makes room for the next.
    """

    def __init__(self, tabel: str, kolommen: Sequence[tuple[str, str]], extra: Sequence[str] = ()) -> None:
        self.tabel = tabel
        velden = [sql.SQL("{} " + soort).format(sql.Identifier(naam)) for naam, soort in kolommen]
        velden += [sql.SQL(tekst) for tekst in extra]
        self._doe("create temp table {} ({}) on commit drop", sql.SQL(", ").join(velden))
        namen = sql.SQL(", ").join(sql.Identifier(naam) for naam, _ in kolommen)
        self._opdracht = sql.SQL("copy {} ({}) from stdin (format csv)").format(sql.Identifier(tabel), namen)
        self._stapel: ExitStack | None = None
        self._copy: Any = None

    def _doe(self, opdracht: str, *delen: sql.Composable) -> None:
        with connection.cursor() as cursor:
            cursor.execute(sql.SQL(opdracht).format(sql.Identifier(self.tabel), *delen))

    def __enter__(self) -> "Inlader":
        """Begin copying."""
        with ExitStack() as stapel:
            cursor: Any = stapel.enter_context(connection.cursor())
            self._copy = stapel.enter_context(cursor.copy(self._opdracht))
            self._stapel = stapel.pop_all()
        return self

    def __exit__(
        self, soort: type[BaseException] | None, fout: BaseException | None, spoor: TracebackType | None
    ) -> None:
        """End copying: the rows are in the temporary table, or an error is raised."""
        if self._stapel and fout is None:
            self._stapel.__exit__(None, None, None)
        elif self._stapel:
            # The driver sends the text of an error to the server, which writes it in its log; it may quote a cell.
            afgebroken = RuntimeError("afgebroken")
            self._stapel.__exit__(RuntimeError, afgebroken, None)

    def voeg_toe(self, batch: pa.Table) -> None:
        """Copy a batch."""
        buffer = io.BytesIO()
        csv.write_csv(batch, buffer, _SCHRIJF)
        self._copy.write(buffer.getbuffer())

    def leeg(self) -> None:
        """Empty the table."""
        self._doe("truncate {}")

    def ruim_op(self) -> None:
        """Drop the table before the transaction ends."""
        self._doe("drop table {}")
