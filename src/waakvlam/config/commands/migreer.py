"""`waakvlam migreer`: bring the database up to date."""

import argparse

from waakvlam.config import scherm
from waakvlam.config.database import met_database
from waakvlam.domain.common.fouten import WaakvlamFout

HULP = "werk de database bij na een nieuwe versie (met DATABASE_OWNER_URL)"


def voeg_toe(parser: argparse.ArgumentParser) -> None:
    """No arguments."""


def voer_uit(_args: argparse.Namespace) -> int:
    """Migrate as the owner of the tables."""
    with met_database():
        from django.db import connections

        from waakvlam.foundation.tenancy.migreren import EIGENAAR, migreer

        if EIGENAAR not in connections.settings:
            raise WaakvlamFout(
                "DATABASE_OWNER_URL ontbreekt: alleen de eigenaar van de tabellen mag ze bijwerken."
            )
        migreer()
    scherm.uit.print("De database is bij.")
    return 0
