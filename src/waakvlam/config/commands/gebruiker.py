"""`waakvlam gebruiker`: who works with the platform."""

import argparse
import getpass
import os
from collections.abc import Callable
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
    for wat, hulp in (
        ("uitzetten", "zet een account uit: inloggen kan niet meer, de rollen blijven staan"),
        ("aanzetten", "zet een account weer aan"),
        ("wachtwoord", "geef een gebruiker een nieuw wachtwoord (het wordt gevraagd)"),
        (
            "tweede-stap-wissen",
            "haal de tweede stap bij het inloggen weg van wie telefoon of sleutel kwijt is",
        ),
    ):
        een = onder.add_parser(wat, help=hulp)
        een.add_argument("email", help="e-mailadres van de gebruiker")
    onder.add_parser("lijst", help="toon gebruikers en de rollen die gelden")


def voer_uit(args: argparse.Namespace) -> int:
    """Do what was asked, and show who works here."""
    with als_opdrachtregel():
        from waakvlam.apps.toegang.service import Gebruiker, Gemeente, ToegangError
        from waakvlam.foundation import tijd

        try:
            _DOE[args.wat](args)
        except Gebruiker.DoesNotExist:
            raise WaakvlamFout(f"Er is geen gebruiker met e-mailadres {args.email}.") from None
        except Gemeente.DoesNotExist:
            raise WaakvlamFout(f"Gemeente {args.gemeente} staat niet op dit platform.") from None
        except ToegangError as fout:
            raise WaakvlamFout(str(fout)) from fout
        vandaag = tijd.vandaag()
        rijen = [
            (g.email, g.naam, "aan" if g.is_active else "uit", ", ".join(_rollen(g, vandaag)) or "–")
            for g in Gebruiker.objects.prefetch_related("rollen")
        ]
    scherm.toon_tabel("Gebruikers", ("e-mailadres", "naam", "account", "rollen"), rijen)
    return 0


def _gebruiker(args: argparse.Namespace) -> Any:
    from waakvlam.apps.toegang.service import Gebruiker

    return Gebruiker.objects.get_by_natural_key(args.email)


def _voeg_toe(args: argparse.Namespace) -> None:
    from waakvlam.apps.toegang.service import create_gebruiker

    create_gebruiker(email=args.email, naam=args.naam, wachtwoord=_vraag_wachtwoord())


def _geef_rol(args: argparse.Namespace) -> None:
    from waakvlam.apps.toegang.service import get_gemeente, grant_rol

    gebruiker, gemeente = _gebruiker(args), get_gemeente(args.gemeente)
    grant_rol(gebruiker=gebruiker, gemeente=gemeente, rol=args.rol, partner=args.partner)


def _trek_in(args: argparse.Namespace) -> None:
    from waakvlam.apps.toegang.service import revoke_rol
    from waakvlam.foundation import tijd

    lopend = [
        toekenning
        for toekenning in _gebruiker(args).rollen.filter(gemeente=args.gemeente, rol=args.rol)
        if toekenning.tot is None or toekenning.tot > tijd.vandaag()
    ]
    if not lopend:
        raise WaakvlamFout(f"{args.email} heeft deze rol niet in gemeente {args.gemeente}.")
    for toekenning in lopend:
        revoke_rol(toekenning)


def _zet(args: argparse.Namespace) -> None:
    from waakvlam.apps.toegang.service import set_actief

    set_actief(_gebruiker(args), actief=args.wat == "aanzetten")


def _geef_wachtwoord(args: argparse.Namespace) -> None:
    from waakvlam.apps.toegang.service import set_wachtwoord

    gebruiker = _gebruiker(args)
    set_wachtwoord(gebruiker, _vraag_wachtwoord())


def _wis_tweede_stap(args: argparse.Namespace) -> None:
    from waakvlam.apps.toegang.service import delete_tweede_stap

    if not delete_tweede_stap(_gebruiker(args)):
        raise WaakvlamFout(f"{args.email} heeft geen tweede stap.")


_DOE: dict[str, Callable[[argparse.Namespace], None]] = {
    "toevoegen": _voeg_toe,
    "rol": _geef_rol,
    "intrekken": _trek_in,
    "uitzetten": _zet,
    "aanzetten": _zet,
    "wachtwoord": _geef_wachtwoord,
    "tweede-stap-wissen": _wis_tweede_stap,
    "lijst": lambda args: None,
}


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
