"""The state of one task, kept over a connection of its own, so that it commits apart from the work.

The work's transaction never touches the row before its very end; otherwise the two would wait for each other.
"""

import json
from types import TracebackType
from typing import Any

import psycopg
from django.db import connection
from psycopg.rows import dict_row

_SLEUTEL = 20_261_122
"""First half of the advisory locks on tasks; any number no one else uses."""


class Taakstatus:
    """Reads and writes one row of jobs_taak; holds a lock as long as it is open, so that one worker works on it."""

    def __init__(self, taak_id: int, gemeente: str) -> None:
        self.taak_id = taak_id
        self.gemeente = gemeente
        self._verbinding: psycopg.Connection[dict[str, Any]] | None = None

    def __enter__(self) -> "Taakstatus":
        """Connect."""
        parameters = connection.get_connection_params()
        for eigen in ("cursor_factory", "context"):
            parameters.pop(eigen, None)
        with connection.wrap_database_errors:
            self._verbinding = psycopg.connect(**parameters, autocommit=True, row_factory=dict_row)
        return self

    def __exit__(
        self, soort: type[BaseException] | None, fout: BaseException | None, spoor: TracebackType | None
    ):
        """Disconnect; the lock goes with it."""
        if self._verbinding:
            self._verbinding.close()

    def claim(self) -> bool:
        """Take the lock; False when another worker still has it."""
        rij = self._vraag("select pg_try_advisory_lock(%s, %s) as vrij", [_SLEUTEL, self.taak_id % 2**31])
        return bool(rij and rij["vrij"])

    def lees(self) -> dict[str, Any] | None:
        """Give the row, or None when it is not there."""
        return self._vraag("select * from jobs_taak where id = %s", [self.taak_id])

    def begin(self) -> None:
        """Set to bezig and count the attempt."""
        self._vraag(
            "update jobs_taak set status = 'bezig', pogingen = pogingen + 1, gedaan = 0, totaal = null, tekst = '', "
            "gestart_op = coalesce(gestart_op, now()) where id = %s returning id",
            [self.taak_id],
        )

    def voortgang(self, gedaan: int, totaal: int | None, tekst: str) -> bool:
        """Write progress; gives whether somebody asked to stop."""
        rij = self._vraag(
            "update jobs_taak set gedaan = %s, totaal = %s, tekst = %s where id = %s returning stop_gevraagd",
            [gedaan, totaal, tekst[:300], self.taak_id],
        )
        return bool(rij and rij["stop_gevraagd"])

    def wacht(self) -> None:
        """Set back to wacht: it will be tried again."""
        self._vraag("update jobs_taak set status = 'wacht' where id = %s returning id", [self.taak_id])

    def einde(self, status: str, tekst: str, resultaat: dict[str, Any] | None = None) -> None:
        """Set a final state."""
        self._vraag(
            "update jobs_taak set status = %s, tekst = %s, resultaat = %s, klaar_op = now() where id = %s returning id",
            [status, tekst[:300], json.dumps(resultaat) if resultaat is not None else None, self.taak_id],
        )

    def _vraag(self, vraag: str, waarden: list[Any]) -> dict[str, Any] | None:
        assert self._verbinding is not None  # noqa: S101  used inside `with` only
        # Django's errors, so that a lost connection is told from a failed task in one place.
        with connection.wrap_database_errors, self._verbinding.transaction():
            self._verbinding.execute(
                "select set_config('waakvlam.gemeenten', %s, true), set_config('waakvlam.partner', '*', true)",
                [self.gemeente],
            )
            return self._verbinding.execute(vraag, waarden).fetchone()
