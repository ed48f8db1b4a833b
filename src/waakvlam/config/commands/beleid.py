"""`waakvlam beleid`: put a policy in force, and show what is in force."""

import argparse
from pathlib import Path

from waakvlam.config import scherm
from waakvlam.config.commands.match import lees_beleidsbestand
from waakvlam.config.database import voor_gemeente
from waakvlam.domain.matching.beleid_in_woorden import beschrijf
from waakvlam.domain.matching.beleid_lezen import lees_beleidstekst

HULP = "stel een afwegingskader vast, of toon wat geldt"


def voeg_toe(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    onder = parser.add_subparsers(dest="wat", required=True, metavar="WAT")
    nieuw = onder.add_parser(
        "vaststellen", help="laat een afwegingskader (YAML) gelden vanaf zijn begindatum"
    )
    nieuw.add_argument(
        "bestand", type=Path, metavar="BELEID.yaml", help="het afwegingskader; de gemeente staat erin"
    )
    toon = onder.add_parser("toon", help="toon de afwegingskaders van een gemeente in woorden")
    toon.add_argument("--gemeente", required=True, metavar="CODE", help="vier cijfers van het CBS")


def voer_uit(args: argparse.Namespace) -> int:
    """Put in force, or show."""
    if args.wat == "vaststellen":
        beleid = lees_beleidsbestand(args.bestand)
        with voor_gemeente(beleid.gemeente, nieuw=True):
            from waakvlam.apps.vroegsignalering import service

            service.stel_beleid_vast(args.bestand.read_text(encoding="utf-8-sig"))
        scherm.uit.print(
            f"'{beleid.naam}' geldt voor gemeente {beleid.gemeente} vanaf {beleid.geldig_vanaf:%d-%m-%Y}."
        )
        return 0
    with voor_gemeente(args.gemeente):
        from waakvlam.apps.vroegsignalering import service

        teksten = [versie.tekst for versie in service.Beleidsversie.objects.filter(gemeente_id=args.gemeente)]
    for tekst in teksten:
        for kop, regels in beschrijf(lees_beleidstekst(tekst)).items():
            scherm.uit.print(f"\n{kop}")
            for regel in regels:
                scherm.uit.print(f"  {regel}")
    return 0
