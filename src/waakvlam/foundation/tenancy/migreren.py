"""Brings the database up to date, as the owner of the tables."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, connections

EIGENAAR = "eigenaar"
GEEN = "0000"
"""A code no gemeente has, for a database without gemeenten."""


def migreer(verbosity: int = 0) -> None:
    """Create or change the tables, the cache table, and the rights of the application role.

    Uses DATABASE_OWNER_URL when it is given; else DATABASE_URL (then that role owns what it uses, which
    row-level security still holds, being forced).
    """
    alias = EIGENAAR if EIGENAAR in connections.settings else DEFAULT_DB_ALIAS
    call_command("createcachetable", database=alias, verbosity=verbosity)
    with _alle_gemeenten(alias):
        call_command("migrate", database=alias, verbosity=verbosity, interactive=False)


@contextmanager
def _alle_gemeenten(alias: str) -> Iterator[None]:
    """Let migrations see every row: the owner is held by row-level security too.

    PostgreSQL checks a new foreign key or constraint by a query as the owner; a migration of data needs its rows.
    For the whole session, since every migration is a transaction of its own.
    """
    with connections[alias].cursor() as cursor:
        cursor.execute("select to_regclass('public.toegang_gemeente') is not null")
        codes = GEEN
        if cursor.fetchone()[0]:
            cursor.execute("select coalesce(string_agg(code, ','), %s) from toegang_gemeente", [GEEN])
            codes = cursor.fetchone()[0]
    _zet(alias, codes, "*")
    try:
        yield
    finally:
        _zet(alias, "", "")


def _zet(alias: str, codes: str, partner: str) -> None:
    with connections[alias].cursor() as cursor:
        cursor.execute(
            "select set_config('waakvlam.gemeenten', %s, false), set_config('waakvlam.partner', %s, false)",
            [codes, partner],
        )
