"""The roles and the database inside a cluster; safe to repeat, so a start that was cut off is completed later."""

from pathlib import Path
from urllib.parse import quote

import psycopg
from psycopg import sql

from .cluster import SUPERUSER, Passwords
from .sockets import PORT

OWNER = "waakvlam_eigenaar"
APP = "waakvlam_app"
DATABASE = "waakvlam"


def url(role: str, password: str, sockets: Path, database: str = DATABASE) -> str:
    """A libpq URL over the private socket."""
    return f"postgresql://{role}:{password}@/{database}?host={quote(str(sockets), safe='')}&port={PORT}"


def ensure_roles(sockets: Path, passwords: Passwords) -> None:
    """Make the owner, the application role and the database where missing, and set what they may do.

    Raises psycopg.Error when the server refuses.
    """
    with psycopg.connect(
        url(SUPERUSER, passwords.beheerder, sockets, "postgres"), autocommit=True, connect_timeout=60
    ) as connection:
        for role, password, rights in (
            (OWNER, passwords.eigenaar, "CREATEDB"),
            (APP, passwords.app, "NOCREATEDB"),
        ):
            _ensure_role(connection, role, password, rights)
        found = connection.execute("select 1 from pg_database where datname = %s", [DATABASE]).fetchone()
        if not found:
            connection.execute(
                sql.SQL("create database {} owner {}").format(sql.Identifier(DATABASE), sql.Identifier(OWNER))
            )
        # Everyone may enter these by default; nobody but the superuser has anything to do there.
        connection.execute("revoke connect on database postgres, template1 from public")


def _ensure_role(connection: psycopg.Connection, role: str, password: str, rights: str) -> None:
    if not connection.execute("select 1 from pg_roles where rolname = %s", [role]).fetchone():
        connection.execute(sql.SQL("create role {}").format(sql.Identifier(role)))
    # Sent as a scram verifier, so the password itself cannot end up in a log or statistics view.
    verifier = connection.pgconn.encrypt_password(password.encode(), role.encode(), b"scram-sha-256").decode()
    connection.execute(
        sql.SQL(
            "alter role {} login nosuperuser nobypassrls nocreaterole noreplication {} password {}"
        ).format(sql.Identifier(role), sql.SQL(rights), sql.Literal(verifier))
    )
