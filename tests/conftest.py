"""What all tests share: a real PostgreSQL (started only when a test asks for it), gemeenten, users.

Tests run as the application role, so row-level security is really on. `WAAKVLAM_TEST_PG` chooses the version of
the embedded server (18 or 16); `WAAKVLAM_TEST_OWNER_URL` and `WAAKVLAM_TEST_APP_URL` use another server, where
the owner must have CREATEDB.
"""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest
from pytest_socket import socket_allow_hosts

TESTDATABASE = "waakvlam_test"


@pytest.hookimpl(trylast=True)
def pytest_runtest_setup() -> None:
    """No network in tests: only this machine and Unix sockets."""
    socket_allow_hosts(["127.0.0.1", "::1", "localhost"], allow_unix_socket=True)


# --- the database


@pytest.fixture(scope="session")
def postgres_urls() -> Iterator[tuple[str, str]]:
    """Start PostgreSQL once and make an empty database; gives the addresses of (owner, app)."""
    with ExitStack() as stapel:
        owner, app = _server(stapel)
        with psycopg.connect(owner, autocommit=True) as verbinding:
            naam = f"{TESTDATABASE}_{os.getpid()}"
            verbinding.execute(f"drop database if exists {naam} with (force)")
            verbinding.execute(f"create database {naam}")
        yield _naar(owner, naam), _naar(app, naam)
        # The owner may not end connections of the application role that threads still hold; on the embedded
        # server the whole folder goes anyway.
        with suppress(psycopg.Error), psycopg.connect(owner, autocommit=True) as verbinding:
            verbinding.execute(f"drop database if exists {naam}")


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None, django_db_blocker: object, postgres_urls: tuple[str, str]
) -> Iterator[None]:
    """Migrate as owner; then `default` is the application role (replaces pytest-django's fixture)."""
    from django.test import TransactionTestCase

    from waakvlam.foundation.tenancy.migreren import migreer

    owner, app = postgres_urls
    with django_db_blocker.unblock():
        _sluit_aan(owner, app)
        migreer()
    oud, TransactionTestCase._fixture_teardown = TransactionTestCase._fixture_teardown, _leegmaken
    yield
    TransactionTestCase._fixture_teardown = oud
    with django_db_blocker.unblock():
        from django.db import connections

        connections.close_all()


@pytest.fixture
def als_eigenaar(db: None, postgres_urls: tuple[str, str]) -> Iterator[psycopg.Connection]:
    """A connection of its own as the owner of the tables; rolled back after the test."""
    with psycopg.connect(postgres_urls[0]) as verbinding:
        yield verbinding
        verbinding.rollback()


def _server(stapel: ExitStack) -> tuple[str, str]:
    if owner := os.environ.get("WAAKVLAM_TEST_OWNER_URL"):
        return owner, os.environ["WAAKVLAM_TEST_APP_URL"]
    from waakvlam.adapters.postgres_embedded import EmbeddedPostgres

    versie = int(os.environ.get("WAAKVLAM_TEST_PG", "18"))
    map_ = stapel.enter_context(
        tempfile.TemporaryDirectory(prefix="waakvlam-test-", ignore_cleanup_errors=True)
    )
    server = EmbeddedPostgres(Path(map_), version=versie, tests=True)
    stapel.callback(server.stop)
    urls = server.start()
    return urls.owner, urls.app


def _naar(url: str, database: str) -> str:
    return urlunsplit(urlsplit(url)._replace(path=f"/{database}"))


def _sluit_aan(owner: str, app: str) -> None:
    """Point Django at the test database; the settings had none."""
    from django.conf import settings
    from django.db import connections

    from waakvlam.config.omgeving import database

    settings.DATABASES = {"default": database(app) | {"ATOMIC_REQUESTS": True}, "eigenaar": database(owner)}
    connections.close_all()
    for alias in ("default", "eigenaar"):
        if hasattr(connections._connections, alias):
            del connections[alias]
    connections.__dict__.pop("settings", None)
    connections._settings = None


def _leegmaken(testcase: object) -> None:
    """Empty the tables after a test that really committed: the application role may not truncate."""
    from django.db import connections

    blijft = ("django_migrations", "django_content_type", "auth_permission")
    connections["default"].close()
    with psycopg.connect(_eigenaar_url()) as eigenaar:
        tabellen = [
            rij[0]
            for rij in eigenaar.execute("select tablename from pg_tables where schemaname = 'public'")
            if rij[0] not in blijft
        ]
        vast = [
            rij[0]
            for rij in eigenaar.execute(
                "select distinct tgrelid::regclass::text from pg_trigger where tgname like %s",
                ["%\\_vast\\_leeg"],
            )
        ]
        for tabel in vast:
            eigenaar.execute(f"alter table {tabel} disable trigger user")
        eigenaar.execute(f"truncate {', '.join(tabellen)} restart identity cascade")
        for tabel in vast:
            eigenaar.execute(f"alter table {tabel} enable trigger user")


def _eigenaar_url() -> str:
    from django.db import connections

    d = connections.settings["eigenaar"]
    return psycopg.conninfo.make_conninfo(
        dbname=d["NAME"], user=d["USER"], password=d["PASSWORD"], host=d["HOST"], port=d["PORT"] or None
    )


# --- who and where


@pytest.fixture
def actor() -> Iterator[None]:
    """The command line acts, so that commands can write their audit event."""
    from waakvlam.foundation import audit

    with audit.actor(audit.Actor("opdrachtregel", None, "opdrachtregel")):
        yield


@pytest.fixture
def gemeente_a(db: None):
    """Verzonnendam (9901)."""
    return _gemeente("9901", "Verzonnendam")


@pytest.fixture
def gemeente_b(db: None):
    """Bedenkhoven (9902), carried out by the same organisation."""
    return _gemeente("9902", "Bedenkhoven")


@pytest.fixture
def gebruiker_met(db: None) -> Callable:
    """Make a user: `gebruiker_met(Rol.CONSULENT, gemeente_a, gemeente_b)`; `partner=` for a signaalpartner."""
    from waakvlam.apps.toegang import service

    def maak(rol: str | None, *gemeenten, partner: str = "", wachtwoord: str | None = None):
        nummer = service.Gebruiker.objects.count() + 1
        with _opdrachtregel():
            gebruiker = service.create_gebruiker(
                email=f"{rol or 'niemand'}{nummer}@voorbeeld.test",
                naam=f"Gebruiker {nummer}",
                wachtwoord=wachtwoord,
            )
            for gemeente in gemeenten:
                service.grant_rol(gebruiker=gebruiker, gemeente=gemeente, rol=rol, partner=partner)
        return gebruiker

    return maak


@pytest.fixture
def consulent(gebruiker_met, gemeente_a):
    """A consulent of gemeente A."""
    return gebruiker_met("consulent", gemeente_a)


@pytest.fixture
def teamleider(gebruiker_met, gemeente_a):
    """A teamleider of gemeente A."""
    return gebruiker_met("teamleider", gemeente_a)


@pytest.fixture
def functioneel_beheerder(gebruiker_met, gemeente_a):
    """A functioneel beheerder of gemeente A."""
    return gebruiker_met("functioneel_beheerder", gemeente_a)


@pytest.fixture
def privacy_officer(gebruiker_met, gemeente_a):
    """A privacy officer of gemeente A."""
    return gebruiker_met("privacy_officer", gemeente_a)


@pytest.fixture
def signaalpartner(gebruiker_met, gemeente_a):
    """A user of partner P1 in gemeente A."""
    return gebruiker_met("signaalpartner", gemeente_a, partner="P1")


@contextmanager
def _opdrachtregel() -> Iterator[None]:
    from waakvlam.foundation import audit

    with audit.actor(audit.Actor("opdrachtregel", None, "opdrachtregel")):
        yield


def _gemeente(code: str, naam: str):
    from waakvlam.apps.toegang import service

    with _opdrachtregel():
        organisatie = service.Organisatie.objects.filter(naam="Samen Verzonnen").first()
        organisatie = organisatie or service.create_organisatie(
            naam="Samen Verzonnen", soort="uitvoeringsorganisatie"
        )
        return service.create_gemeente(code=code, naam=naam, organisatie=organisatie)
