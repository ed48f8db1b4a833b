"""A database for the command line: the one that DATABASE_URL names, or the embedded one, started when needed."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from waakvlam.config import omgeving as omgeving_

OEFENCODE = "99"


def _zeg(regel: str) -> None:
    print(regel, file=sys.stderr)  # noqa: T201


@contextmanager
def met_database(*, demo: bool = False) -> Iterator[None]:
    """Start what is needed, migrate, set Django up; stop what was started.

    `demo` marks a new embedded installation as a demo: its secrets are refused by
    a real one. An embedded installation that was made as a demo stays one.
    Raises ConfiguratieError or EmbeddedPostgresError with what to do.
    """
    eigen = omgeving_.Omgeving()
    if eigen.database_url:
        _start_django()
        yield
        return
    from waakvlam.adapters.postgres_embedded import EmbeddedPostgres

    map_ = Path(eigen.datamap).resolve()
    geheimen = omgeving_.maak_geheimen(map_, demo=demo)
    if geheimen["geheim"].startswith(omgeving_.DEMO_VOORVOEGSEL):
        os.environ["WAAKVLAM_DEMO"] = "1"
    with EmbeddedPostgres(map_ / "postgres", progress=_zeg) as server:
        urls = server.start()
        os.environ |= {
            "DATABASE_URL": urls.app,
            "DATABASE_OWNER_URL": urls.owner,
            "WAAKVLAM_DATAMAP": str(map_),
            "WAAKVLAM_HTTPS": "0",
            "WAAKVLAM_INGEBED": "1",
        }
        _start_django()
        try:
            yield
        finally:
            from django.db import connections

            connections.close_all()


def _start_django() -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "waakvlam.config.settings")
    django.setup()
    from waakvlam.config.wiring import werk_in_datamap

    werk_in_datamap()


def migreer() -> None:
    """Bring the database up to date when this process has the owner's address; quick when nothing changed."""
    from django.db import connections
    from django.db.migrations.executor import MigrationExecutor

    from waakvlam.foundation.tenancy.migreren import EIGENAAR
    from waakvlam.foundation.tenancy.migreren import migreer as voer_migraties_uit

    if EIGENAAR not in connections.settings:
        return
    executor = MigrationExecutor(connections[EIGENAAR])
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        _zeg("De database wordt bijgewerkt …")
        voer_migraties_uit()


@contextmanager
def als_opdrachtregel() -> Iterator[None]:
    """Have the database ready and up to date, and say in the audit log that the command line acts."""
    with met_database():
        migreer()
        from waakvlam.foundation import audit

        with audit.actor(audit.Actor("opdrachtregel", None, "opdrachtregel")):
            yield


@contextmanager
def binnen_gemeente(gemeente: str, *, nieuw: bool = False) -> Iterator[None]:
    """One transaction in which the rows of a known gemeente are visible; use inside `als_opdrachtregel`.

    `nieuw`: an embedded installation (trying out) may add the gemeente.
    """
    from waakvlam.foundation import tenancy

    _zorg_voor_gemeente(gemeente, nieuw=nieuw)
    with tenancy.gemeenten(gemeente):
        yield


@contextmanager
def voor_gemeente(gemeente: str, *, nieuw: bool = False) -> Iterator[None]:
    """Run a whole command in one transaction for one gemeente (see `binnen_gemeente`)."""
    with als_opdrachtregel(), binnen_gemeente(gemeente, nieuw=nieuw):
        yield


def _zorg_voor_gemeente(code: str, *, nieuw: bool) -> None:
    """Refuse an unknown gemeente, or add it with the standard policy where that is allowed."""
    from waakvlam.apps.toegang.service import list_gemeenten
    from waakvlam.config.gemeenten import voeg_gemeente_toe
    from waakvlam.domain.common.fouten import WaakvlamFout

    if len(code) != 4 or not code.isascii() or not code.isdigit():
        raise WaakvlamFout(
            f"'{code}' is geen gemeentecode. Schrijf de vier cijfers van het CBS, bijvoorbeeld 0406."
        )
    bekend = set(list_gemeenten().values_list("pk", flat=True))
    if code in bekend:
        return
    toevoegen = f"Voeg haar toe: waakvlam gemeente toevoegen {code} NAAM."
    if not nieuw or not os.environ.get("WAAKVLAM_INGEBED"):
        raise WaakvlamFout(f"Gemeente {code} staat niet op dit platform. {toevoegen}")
    if verwarbaar := sorted(ander for ander in bekend if _is_verwarbaar(code, ander)):
        raise WaakvlamFout(
            f"Gemeente {code} staat niet op dit platform en lijkt op {verwarbaar[0]}. Bedoelt u die? Zo niet: {toevoegen}"
        )
    voeg_gemeente_toe(code, f"Gemeente {code}", f"Gemeente {code}")
    _zeg(
        f"Gemeente {code} is nieuw op deze ingebedde installatie en is toegevoegd, met het standaard afwegingskader."
    )


def _is_verwarbaar(code: str, ander: str) -> bool:
    """Tell whether one slip of the hand makes one code of the other: a digit wrong, or two neighbours swapped.

    Codes that begin with 99 are for trying out, one after the other; the CBS gave none of them to a gemeente.
    """
    if code.startswith(OEFENCODE):
        return False
    anders = [plek for plek, (a, b) in enumerate(zip(code, ander, strict=True)) if a != b]
    if len(anders) == 2:
        een, twee = anders
        return twee == een + 1 and (code[een], code[twee]) == (ander[twee], ander[een])
    return len(anders) == 1
