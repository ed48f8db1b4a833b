"""`waakvlam genereer`: leveringen of invented gemeenten, to try things with."""

import argparse
from dataclasses import replace
from pathlib import Path

from waakvlam.adapters.synthetic.generate import Gemeente, Settings, demo_settings, generate
from waakvlam.config import scherm
from waakvlam.config.commands.match import lees_periode
from waakvlam.domain.common.fouten import WaakvlamFout

HULP = "maak leveringen van verzonnen gemeenten (geen echte personen)"


def voeg_toe(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--map", required=True, type=Path, metavar="MAP", help="map voor de bestanden")
    parser.add_argument("--tot", required=True, metavar="JJJJ-MM", help="laatste maand")
    parser.add_argument("--van", metavar="JJJJ-MM", help="eerste maand (standaard een jaar aan maanden)")
    parser.add_argument("--gemeente", metavar="CODE", help="één gemeente in plaats van de twee van de demo")
    parser.add_argument(
        "--inwoners",
        type=int,
        default=30_000,
        metavar="N",
        help="inwoners van die gemeente (standaard 30000)",
    )
    parser.add_argument("--zaad", type=int, metavar="N", help="zelfde zaad, zelfde gegevens")


def voer_uit(args: argparse.Namespace) -> int:
    """Write one file per partner, gemeente and month."""
    for maand in filter(None, (args.van, args.tot)):
        lees_periode(maand)
    instellingen = demo_settings(args.tot)
    if args.zaad is not None:
        instellingen = replace(instellingen, seed=args.zaad)
    if args.van:
        instellingen = replace(instellingen, van=args.van)
    if args.gemeente:
        plaats = Gemeente(args.gemeente, f"Gemeente {args.gemeente}", args.inwoners)
        instellingen = Settings(
            1 if args.zaad is None else args.zaad, (plaats,), args.van or instellingen.van, args.tot
        )
    aantal = 0
    try:
        args.map.mkdir(parents=True, exist_ok=True)
        for levering in generate(instellingen).leveringen():
            (args.map / levering.bestandsnaam).write_bytes(levering.inhoud)
            aantal += 1
    except ValueError as fout:
        raise WaakvlamFout(f"Dit kan niet gemaakt worden: {fout}") from fout
    scherm.uit.print(f"{aantal} leveringen geschreven in {args.map}.")
    return 0
