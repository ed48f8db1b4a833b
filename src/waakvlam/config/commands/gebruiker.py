"""`waakvlam gebruiker`: who works with the platform."""

import argparse
import getpass
import os

from waakvlam.config import scherm
from waakvlam.config.database import als_opdrachtregel
from waakvlam.domain.common.fouten import WaakvlamFout

HULP = "beheer gebruikers en hun rollen"
ROLLEN = ("consulent", "teamleider", "functioneel_beheerder", "privacy_officer", "signaalpartner")


def voeg_toe(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    onder = parser.add_subparsers(dest="wat", required=True, metavar="WAT")
    nieuw = onder.add_parser("toevoegen", help="maak een gebruiker (het wachtwoord wordt gevraagd)")
    nieuw.add_argument("email")
    nieuw.add_argument("naam")
    rol = onder.add_parser("rol", help="geef een gebruiker een rol in een gemeente")
    rol.add_argument("email")
    rol.add_argument("gemeente", metavar="CODE")
    rol.add_argument("rol", choices=ROLLEN)
    rol.add_argument("--partner", default="", help="partnercode, alleen bij signaalpartner")
    onder.add_parser("lijst", help="toon gebruikers en rollen")


def voer_uit(args: argparse.Namespace) -> int:
    """Add, grant or list."""
    with als_opdrachtregel():
        from waakvlam.apps.toegang.service import (
            Gebruiker,
            Gemeente,
            ToegangError,
            create_gebruiker,
            grant_rol,
        )

        try:
            if args.wat == "toevoegen":
                create_gebruiker(email=args.email, naam=args.naam, wachtwoord=_vraag_wachtwoord())
            elif args.wat == "rol":
                gebruiker = Gebruiker.objects.get_by_natural_key(args.email)
                gemeente = Gemeente.objects.get(pk=args.gemeente)
                grant_rol(gebruiker=gebruiker, gemeente=gemeente, rol=args.rol, partner=args.partner)
        except Gebruiker.DoesNotExist:
            raise WaakvlamFout(f"Er is geen gebruiker met e-mailadres {args.email}.") from None
        except Gemeente.DoesNotExist:
            raise WaakvlamFout(f"Gemeente {args.gemeente} staat niet op dit platform.") from None
        except ToegangError as fout:
            raise WaakvlamFout(str(fout)) from fout
        rijen = [
            (g.email, g.naam, ", ".join(f"{r} {r.partner}".strip() for r in g.rollen.all()))
            for g in Gebruiker.objects.prefetch_related("rollen")
        ]
    scherm.toon_tabel("Gebruikers", ("e-mailadres", "naam", "rollen"), rijen)
    return 0


def _vraag_wachtwoord() -> str:
    """Ask for the password; never an argument, which would stay in the shell's history."""
    return os.environ.get("WAAKVLAM_WACHTWOORD") or getpass.getpass("Wachtwoord (minstens 12 tekens): ")
