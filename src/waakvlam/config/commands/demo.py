"""`waakvlam demo`: see the whole thing work, on invented gemeenten."""

import argparse

from waakvlam.config import scherm
from waakvlam.config.database import met_database, migreer
from waakvlam.config.server import serveer
from waakvlam.domain.common.fouten import WaakvlamFout

HULP = "twee verzonnen gemeenten, een jaar leveringen, de laatste maand gedraaid; daarna de pagina's"


def voeg_toe(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--geen-server", action="store_true", help="vul alleen de database")
    parser.add_argument(
        "--poort", type=int, default=8000, metavar="N", help="poort van de webserver (standaard 8000)"
    )


def voer_uit(args: argparse.Namespace) -> int:
    """Fill the demo when it is not there yet, show it, serve it."""
    with met_database(demo=True):
        migreer()
        from django.conf import settings

        from waakvlam.config import demo
        from waakvlam.foundation import audit, tijd

        if not settings.DEMO:
            raise WaakvlamFout(
                f"In {settings.WAAKVLAM_DATAMAP} staat een echte installatie; daar komt geen demo bij. "
                "Kies een andere map: WAAKVLAM_DATAMAP=demo waakvlam demo."
            )
        with audit.actor(audit.Actor("opdrachtregel", None, "opdrachtregel")):
            maand = demo.demomaand(tijd.vandaag())
            if demo.is_gevuld():
                scherm.uit.print("De demo staat er al; hij wordt niet opnieuw gevuld.")
            else:
                if demo.begonnen_maand():
                    scherm.uit.print("De demo is niet af; het vullen gaat verder waar het stopte.")
                demo.vul(maand)
            _toon()
        if not args.geen_server:
            scherm.uit.print(
                f"\nOpen eerst http://127.0.0.1:{args.poort}/ en log in als consulent@demo.example. Stoppen: Ctrl-C."
            )
            serveer(args.poort)
    return 0


def _toon() -> None:
    from waakvlam.apps.toegang.service import list_gemeenten
    from waakvlam.apps.vroegsignalering.service import Levering, Maandrun
    from waakvlam.config.demo import GEBRUIKERS, WACHTWOORD
    from waakvlam.foundation import tenancy

    rijen = []
    for gemeente in list_gemeenten():
        with tenancy.gemeenten(gemeente.code):
            run = Maandrun.objects.first()
            leveringen = Levering.objects.count()
            rijen.append(
                (
                    gemeente.code,
                    gemeente.naam,
                    leveringen,
                    run.periode,
                    run.aantal_signalen,
                    run.aantal_meldingen,
                )
                if run
                else (gemeente.code, gemeente.naam, leveringen, "–", "", "")
            )
    koppen = ("code", "gemeente", "leveringen", "laatste maand", "signalen", "meldingen")
    scherm.toon_tabel("Verzonnen gemeenten", koppen, rijen, rechts=(2, 4, 5))
    gebruikers = [(g.email, WACHTWOORD, g.rol.label) for g in GEBRUIKERS]
    scherm.toon_tabel("Gebruikers", ("inloggen met", "wachtwoord", "rol"), gebruikers)
