"""`waakvlam gemeente`: which gemeenten are on the platform."""

import argparse

from waakvlam.config import scherm
from waakvlam.config.database import als_opdrachtregel
from waakvlam.domain.common.fouten import WaakvlamFout

HULP = "beheer de gemeenten op dit platform"


def voeg_toe(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    onder = parser.add_subparsers(dest="wat", required=True, metavar="WAT")
    onder.add_parser("lijst", help="toon de gemeenten")
    nieuw = onder.add_parser("toevoegen", help="voeg een gemeente toe, met het standaard afwegingskader")
    nieuw.add_argument("code", help="vier cijfers van het CBS")
    nieuw.add_argument("naam", help="naam van de gemeente")
    nieuw.add_argument(
        "--organisatie", help="organisatie die het werk uitvoert (standaard: de gemeente zelf)"
    )


def voer_uit(args: argparse.Namespace) -> int:
    """List or add."""
    with als_opdrachtregel():
        from waakvlam.apps.toegang.service import ToegangError, list_gemeenten
        from waakvlam.config.gemeenten import voeg_gemeente_toe

        if args.wat == "toevoegen":
            if args.code in {g.code for g in list_gemeenten()}:
                raise WaakvlamFout(f"Gemeente {args.code} staat al op dit platform.")
            try:
                voeg_gemeente_toe(args.code, args.naam, args.organisatie or args.naam)
            except ToegangError as fout:
                raise WaakvlamFout(str(fout)) from fout
        rijen = [(g.code, g.naam, g.organisatie.naam) for g in list_gemeenten()]
    scherm.toon_tabel("Gemeenten", ("code", "naam", "uitgevoerd door"), rijen)
    if args.wat == "toevoegen":
        scherm.uit.print(
            f"Voor {args.naam} geldt het standaard afwegingskader, een aanname. Stel het eigen kader vast met: "
            "waakvlam beleid vaststellen. Geef gebruikers een rol met: waakvlam gebruiker rol."
        )
    return 0
