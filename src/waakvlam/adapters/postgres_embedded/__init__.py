"""A real PostgreSQL from the wheel's binaries, started by ourselves.

    with EmbeddedPostgres(folder) as server:
        urls = server.start()      # again: returns the same addresses

Why not the wheel's own helper: it gives up after ten seconds, opens parent folders when run as root and trusts every
local user. Linux only (it reads /proc); elsewhere use any PostgreSQL by `DATABASE_URL`.
"""

from .errors import (
    DiskFullError,
    EmbeddedPostgresError,
    InUseError,
    NoPermissionError,
    ProgramsMissingError,
    StartFailedError,
    WrongVersionError,
)
from .server import EmbeddedPostgres, Urls

__all__ = [
    "DiskFullError",
    "EmbeddedPostgres",
    "EmbeddedPostgresError",
    "InUseError",
    "NoPermissionError",
    "ProgramsMissingError",
    "StartFailedError",
    "Urls",
    "WrongVersionError",
]
