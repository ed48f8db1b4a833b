"""`waakvlam maandrun`: make and store the meldingen of a month."""

import argparse

from waakvlam.config import scherm
from waakvlam.config.commands.match import lees_periode
from waakvlam.config.database import voor_gemeente

HULP = "maak en bewaar de meldingen van één maand voor een gemeente"
UITLEG = (
    "Maakt van de ingelezen signalen van een maand de meldingen, met het afwegingskader dat dan geldt, en bewaart ze. "
    "Opnieuw draaien verandert niets zolang er geen nieuwe signalen zijn."
)


def voeg_toe(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--gemeente", required=True, metavar="CODE", help="vier cijfers van het CBS")
    parser.add_argument("--periode", required=True, metavar="JJJJ-MM", help="de maand, bijvoorbeeld 2026-09")
    parser.add_argument("--json", action="store_true", help="toon de uitkomst als JSON")


def voer_uit(args: argparse.Namespace) -> int:
    """Run the month."""
    maand = lees_periode(args.periode)
    with voor_gemeente(args.gemeente):
        from waakvlam.apps.vroegsignalering import service

        with scherm.voortgang("maandrun", 4) as voortgang:
            run, gewijzigd = service.draai_maand(
                args.gemeente, maand, lambda gedaan, _totaal, _tekst: voortgang(gedaan)
            )
        uitkomst = {
            "gemeente": args.gemeente,
            "periode": run.periode,
            "beleid": run.beleidsversie.naam,
            "gewijzigd": gewijzigd,
            "signalen": run.aantal_signalen,
            "meldingen": run.aantal_meldingen,
            "niet_opgepakt": run.aantal_niet_opgepakt,
        }
    if args.json:
        scherm.toon_json(uitkomst)
        return 0
    scherm.uit.print(
        f"Gemeente {args.gemeente}, {run.periode}: {run.aantal_signalen} signalen, {run.aantal_meldingen} meldingen, "
        f"{run.aantal_niet_opgepakt} signalen niet opgepakt ({uitkomst['beleid']})."
    )
    if not gewijzigd:
        scherm.uit.print("Er was niets nieuws: de vorige uitkomst staat er ongewijzigd.")
    return 0
