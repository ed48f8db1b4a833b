"""`waakvlam werker`: do background work."""

import argparse

from waakvlam.config.database import met_database, migreer

HULP = "doe het werk op de achtergrond (leveringen inlezen, maandruns)"


def voeg_toe(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--leeg", action="store_true", help="stop als er niets meer te doen is")


def voer_uit(args: argparse.Namespace) -> int:
    """Work until stopped."""
    with met_database():
        migreer()
        from waakvlam.apps.toegang.service import controleer_productie
        from waakvlam.foundation import jobs

        controleer_productie()
        jobs.run_worker(wait=not args.leeg)
    return 0
