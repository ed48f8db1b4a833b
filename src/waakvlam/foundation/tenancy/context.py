"""Sets, for one transaction, which gemeenten and which partner are visible."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from django.db import DatabaseError, transaction
from django.db import connections as db_connections
from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg.pq import TransactionStatus

NIET_GEZET = "WV001"
"""SQLSTATE raised by the policy functions when no gemeente or partner is set."""

ALLES = ("select", "insert", "update", "delete")
ALLEEN_ERBIJ = ("select", "insert")
"""Rights of the application role on a table whose rows are never changed."""

STAF = "*"
"""What stands in the place of a partner code when a worker of the gemeente looks."""
_CODE = re.compile(r"[0-9]{4}")


class GeenGemeenteError(ValueError):
    """No gemeente was named, or something that is no CBS code."""


@dataclass(frozen=True)
class Bereik:
    """The gemeenten visible now, and the partner when it is a partner who looks."""

    gemeenten: tuple[str, ...]
    partner: str | None = None


_bereik: ContextVar[Bereik | None] = ContextVar("waakvlam_bereik", default=None)


def actief() -> Bereik | None:
    """Give what the running code may see, or None outside any `gemeenten` block."""
    return _bereik.get()


@contextmanager
def gemeenten(*codes: str, partner: str | None = None, using: str = "default") -> Iterator[Bereik]:
    """Open a transaction in which the rows of these gemeenten are visible and writable.

    The settings are local to the transaction: they end with it, also behind a connection pooler. A nested block
    is a savepoint and restores the settings of the block around it, also after an error.

    Raises GeenGemeenteError for no code, or one that is not four digits, and for an empty partner.
    """
    bereik = _toets(codes, partner)
    connection = db_connections[using]
    # The settings of an outermost transaction end with it: nothing to remember, two queries less per request.
    genest = connection.in_atomic_block
    with transaction.atomic(using=using):
        vorige = _lees(connection) if genest else None
        _zet(connection, ",".join(bereik.gemeenten), bereik.partner or STAF)
        merk = _bereik.set(bereik)
        try:
            yield bereik
        finally:
            _bereik.reset(merk)
            if vorige and _bruikbaar(connection):
                _zet(connection, *vorige)


def is_geen_gemeente(fout: BaseException) -> bool:
    """Tell whether a database error means: no gemeente was set."""
    oorzaak = fout.__cause__ if isinstance(fout, DatabaseError) else fout
    return getattr(oorzaak, "sqlstate", None) == NIET_GEZET


def _toets(codes: tuple[str, ...], partner: str | None) -> Bereik:
    if not codes:
        raise GeenGemeenteError("Noem minstens één gemeente.")
    if fout := [code for code in codes if not _CODE.fullmatch(str(code))]:
        raise GeenGemeenteError(f"Geen gemeentecode van vier cijfers: {fout[0]!r}.")
    if partner is not None and partner in ("", STAF):
        raise GeenGemeenteError("Een partner heeft een code; laat partner weg voor medewerkers.")
    return Bereik(tuple(dict.fromkeys(str(code) for code in codes)), partner)


def _bruikbaar(connection: BaseDatabaseWrapper) -> bool:
    """Open, and not in a transaction that failed; the rollback of a failed one restores the settings itself."""
    rauw = connection.connection
    if rauw is None or rauw.closed or connection.needs_rollback:
        return False
    return rauw.info.transaction_status == TransactionStatus.INTRANS


def _lees(connection: BaseDatabaseWrapper) -> tuple[str, str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "select coalesce(current_setting('waakvlam.gemeenten', true), ''), "
            "coalesce(current_setting('waakvlam.partner', true), '')"
        )
        return cursor.fetchone()


def _zet(connection: BaseDatabaseWrapper, codes: str, partner: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "select set_config('waakvlam.gemeenten', %s, true), set_config('waakvlam.partner', %s, true)",
            [codes, partner],
        )
