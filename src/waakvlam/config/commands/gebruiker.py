"""`waakvlam gebruiker`: who works with the platform."""

import argparse
import getpass
import os
from datetime import date
from typing import Any

from waakvlam.config import scherm
from waakvlam.config.database import als_opdrachtregel
from waakvlam.domain.common.fouten import WaakvlamFout

HULP = "beheer gebruikers en hun rollen"
ROLLEN = ("consulent", "teamleider", "functioneel_beheerder", "privacy_officer", "signaalpartner")


def voeg_toe(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    onder = parser.add_subparsers(dest="wat", required=True, metavar="WAT")
    nieuw = onder.add_parser("toevoegen", help="maak een gebruiker (het wachtwoord wordt gevraagd)")
    nieuw.add_argument("email", help="e-mailadres; daarmee logt de gebruiker in")
    nieuw.add_argument("naam", help="naam zoals collega's die zien; zet er aanhalingstekens om")
    rol = onder.add_parser("rol", help="geef een gebruiker een rol in een gemeente")
    rol.add_argument("email", help="e-mailadres van een gebruiker die er al is")
    rol.add_argument("gemeente", metavar="CODE", help="vier cijfers van het CBS")
    rol.add_argument("rol", choices=ROLLEN, metavar="ROL", help=f"kies uit: {', '.join(ROLLEN)}")
    rol.add_argument(
        "--partner",
        default="",
        metavar="PARTNER",
        help="partnercode zoals in de bestanden; alleen bij signaalpartner",
    )
    weg = onder.add_parser("intrekken", help="trek een rol in; die geldt dan vanaf vandaag niet meer")
    weg.add_argument("email", help="e-mailadres van de gebruiker")
    weg.add_argument("gemeente", metavar="CODE", help="vier cijfers van het CBS")
    weg.add_argument("rol", choices=ROLLEN, metavar="ROL", help=f"kies uit: {', '.join(ROLLEN)}")
    onder.add_parser("lijst", help="toon gebruikers en de rollen die gelden")


def voer_uit(args: argparse.Namespace) -> int:
    """Add, grant, revoke or list."""
    with als_opdrachtregel():
        from waakvlam.apps.toegang.service import (
            Gebruiker,
            Gemeente,
            ToegangError,
            create_gebruiker,
            grant_rol,
            revoke_rol,
        )
        from waakvlam.foundation import tijd

        vandaag = tijd.vandaag()

        try:
            if args.wat == "toevoegen":
                create_gebruiker(email=args.email, naam=args.naam, wachtwoord=_vraag_wachtwoord())
            elif args.wat == "rol":
                gebruiker = Gebruiker.objects.get_by_natural_key(args.email)
                gemeente = Gemeente.objects.get(pk=args.gemeente)
                grant_rol(gebruiker=gebruiker, gemeente=gemeente, rol=args.rol, partner=args.partner)
            elif args.wat == "intrekken":
                gebruiker = Gebruiker.objects.get_by_natural_key(args.email)
                lopend = [
                    toekenning
                    for toekenning in gebruiker.rollen.filter(gemeente=args.gemeente, rol=args.rol)
                    if toekenning.tot is None or toekenning.tot > vandaag
                ]
                if not lopend:
                    raise WaakvlamFout(f"{args.email} heeft deze rol niet in gemeente {args.gemeente}.")
                for toekenning in lopend:
                    revoke_rol(toekenning)
        except Gebruiker.DoesNotExist:
            raise WaakvlamFout(f"Er is geen gebruiker met e-mailadres {args.email}.") from None
        except Gemeente.DoesNotExist:
            raise WaakvlamFout(f"Gemeente {args.gemeente} staat niet op dit platform.") from None
        except ToegangError as fout:
            raise WaakvlamFout(str(fout)) from fout
        rijen = [
            (g.email, g.naam, ", ".join(_rollen(g, vandaag)) or "–")
            for g in Gebruiker.objects.prefetch_related("rollen")
        ]
    scherm.toon_tabel("Gebruikers", ("e-mailadres", "naam", "rollen"), rijen)
    return 0


def _rollen(gebruiker: Any, vandaag: date) -> list[str]:
    """Say the roles that hold or will hold."""
    return [
        f"{toekenning} {toekenning.partner}".strip()
        for toekenning in gebruiker.rollen.all()
        if toekenning.tot is None or toekenning.tot > vandaag
    ]


def _vraag_wachtwoord() -> str:
    """Ask for the password; never an argument, which would stay in the shell's history."""
    if gegeven := os.environ.get("WAAKVLAM_WACHTWOORD"):
        return gegeven
    try:
        return getpass.getpass("Wachtwoord (minstens 12 tekens): ")
    except EOFError:
        raise WaakvlamFout(
            "Er is geen wachtwoord gegeven. Voer de opdracht uit in een terminal, of zet het in WAAKVLAM_WACHTWOORD."
        ) from None
