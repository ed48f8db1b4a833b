"""`waakvlam serveer`: the pages and the background work."""

import argparse

from waakvlam.config import scherm
from waakvlam.config.database import met_database, migreer
from waakvlam.config.server import serveer

HULP = "start de webserver en de werker"
UITLEG = "Start de webserver en de werker. Zonder DATABASE_URL draait Waakvlam op de ingebedde database in WAAKVLAM_DATAMAP."


def voeg_toe(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "--poort", type=int, default=8000, metavar="N", help="poort van de webserver (standaard 8000)"
    )
    parser.add_argument("--adres", default="127.0.0.1", metavar="ADRES", help="adres waarop wordt geluisterd")


def voer_uit(args: argparse.Namespace) -> int:
    """Serve until stopped."""
    with met_database():
        migreer()
        scherm.uit.print(f"Waakvlam draait op http://{args.adres}:{args.poort}/ (stoppen: Ctrl-C)")
        serveer(args.poort, args.adres)
    return 0
