"""Brings the database up to date, as the owner of the tables."""

from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, connections

EIGENAAR = "eigenaar"


def migreer(verbosity: int = 0) -> None:
    """Create or change the tables, the cache table, and the rights of the application role.

    Uses DATABASE_OWNER_URL when it is given; else DATABASE_URL (then that role owns what it uses, which
    row-level security still holds, being forced).
    """
    alias = EIGENAAR if EIGENAAR in connections.settings else DEFAULT_DB_ALIAS
    call_command("createcachetable", database=alias, verbosity=verbosity)
    call_command("migrate", database=alias, verbosity=verbosity, interactive=False)
