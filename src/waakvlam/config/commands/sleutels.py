"""`waakvlam sleutels`: replace the key for personal data, and see what is under which."""

import argparse
from collections import Counter
from pathlib import Path
from typing import Any

from waakvlam.config import omgeving, scherm
from waakvlam.config.database import als_opdrachtregel
from waakvlam.domain.common.fouten import WaakvlamFout

HULP = "wissel de sleutel voor persoonsgegevens, of toon wat onder welke sleutel staat"
UITLEG = (
    "Een sleutel wisselen gaat in vier stappen: nieuw, alles herstarten, omzetten, weg. Omzetten mag onderbroken en "
    "herhaald worden, en mag terwijl er gewerkt wordt."
)
HERSTART = (
    "Herstart nu alles wat draait (webserver en werker): wie de nieuwe sleutel niet kent, kan omgezette gegevens niet "
    "lezen. Zet daarna om: waakvlam sleutels omzetten."
)


def voeg_toe(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    onder = parser.add_subparsers(dest="wat", required=True, metavar="WAT")
    onder.add_parser("toon", help="toon hoeveel er onder welke sleutel staat")
    onder.add_parser("nieuw", help="maak een nieuwe sleutel; nieuwe gegevens gaan daar voortaan onder")
    onder.add_parser("omzetten", help="breng alles onder de nieuwe sleutel")
    weg = onder.add_parser("weg", help="haal een oude sleutel weg waar niets meer onder staat")
    weg.add_argument("sleutel", metavar="NAAM", help="de naam van de sleutel, bijvoorbeeld k1")


def voer_uit(args: argparse.Namespace) -> int:
    """Do one step."""
    if args.wat == "nieuw":
        return _maak_nieuwe()
    with als_opdrachtregel():
        from waakvlam.foundation.pii import ring

        namen = [sleutel.id for sleutel in ring()]
        if args.wat == "omzetten":
            _zet_om(namen[0])
        stand = _tel()
        if args.wat == "weg":
            _haal_weg(args.sleutel, namen, stand)
            return 0
    _toon(namen, stand)
    return 0


def _bewaard() -> tuple[Path, str] | None:
    """Give the data folder and the keys kept in it; None when the keys are given from outside."""
    eigen = omgeving.Omgeving()
    datamap = Path(eigen.datamap)
    if eigen.pii_sleutels or not (datamap / omgeving.GEHEIMEN).is_file():
        return None
    return datamap, omgeving.laad_geheimen(datamap)["pii_sleutels"]


def _maak_nieuwe() -> int:
    """Make a key; where we keep the keys it becomes the first, else it is shown."""
    bewaard = _bewaard()
    tekst = bewaard[1] if bewaard else omgeving.Omgeving().pii_sleutels
    if not tekst:
        raise WaakvlamFout(
            "Er is hier nog geen installatie: er staat geen geheimen.json in de datamap en WAAKVLAM_PII_SLEUTELS is leeg."
        )
    namen = [deel.partition(":")[0].strip() for deel in tekst.split(",") if deel.strip()]
    if len(namen) > 1:
        raise WaakvlamFout(
            f"Er wordt al gewisseld: er zijn sleutels {', '.join(namen)}. Zet eerst alles om (waakvlam sleutels omzetten) "
            "en haal de oude weg."
        )
    nieuw = omgeving.nieuwe_sleutel(namen, demo=namen[0].startswith(omgeving.DEMO_VOORVOEGSEL))
    if bewaard:
        omgeving.bewaar_sleutels(bewaard[0], f"{nieuw},{tekst}")
        scherm.uit.print(f"Sleutel {nieuw.partition(':')[0]} is gemaakt en staat vooraan.")
    else:
        scherm.uit.print(nieuw)
        scherm.naast.print(
            "Bewaar deze sleutel in de kluis en zet hem VOORAAN in WAAKVLAM_PII_SLEUTELS, met een komma erachter; "
            "de oude blijft erachter staan."
        )
    scherm.naast.print(HERSTART)
    return 0


def _alias() -> str:
    """The connection that may change every table: the owner's when its address is given."""
    from django.db import DEFAULT_DB_ALIAS, connections

    from waakvlam.foundation.tenancy.migreren import EIGENAAR

    return EIGENAAR if EIGENAAR in connections.settings else DEFAULT_DB_ALIAS


def _leveringen() -> Path:
    from django.conf import settings

    return Path(settings.WAAKVLAM_DATAMAP) / "leveringen"


def _codes() -> list[str]:
    from waakvlam.apps.toegang.service import list_gemeenten

    return sorted(list_gemeenten().values_list("pk", flat=True))


def _tel() -> dict[str, Counter[str]]:
    """Count what is under which key, per kind of thing."""
    from waakvlam.foundation import tenancy
    from waakvlam.foundation.pii import rotation

    stand = {"bestanden": rotation.tel_bestanden(_leveringen())}
    if codes := _codes():
        with tenancy.gemeenten(*codes):
            for model, veld in rotation.versleutelde_velden():
                stand[f"{model._meta.verbose_name}: {veld}"] = rotation.tel_waarden(model, veld)
    return stand


def _zet_om(sleutel: str) -> None:
    from django.db import transaction

    from waakvlam.foundation import audit
    from waakvlam.foundation.pii import rotation

    waarden = sum(_zet_veld_om(model, veld, sleutel) for model, veld in rotation.versleutelde_velden())
    paden = list(rotation.lijst_bestanden(_leveringen()))
    bestanden = 0
    with scherm.voortgang("bestanden", len(paden)) as meld:
        for nummer, pad in enumerate(paden, 1):
            bestanden += rotation.zet_bestand_om(pad)
            meld(nummer)
    with transaction.atomic():
        audit.record(
            "sleutels.omgezet", gegevens={"sleutel": sleutel, "waarden": waarden, "bestanden": bestanden}
        )
    scherm.uit.print(f"{waarden} waarden en {bestanden} bestanden zijn onder sleutel {sleutel} gebracht.")


def _zet_veld_om(model: Any, veld: str, sleutel: str) -> int:
    """Re-encrypt one field in steps, each its own transaction: stopped half-way, the rest is for the next time."""
    from django.db import ProgrammingError

    from waakvlam.foundation import tenancy
    from waakvlam.foundation.pii import rotation

    alias, index, klaar = _alias(), rotation.index_van(model, veld), 0
    for code in _codes():
        with tenancy.gemeenten(code, using=alias):
            telling = rotation.tel_waarden(model, veld, alias)
        na, rest = None, telling.total() - telling[sleutel]
        with scherm.voortgang(f"{model._meta.verbose_name}, {veld}, gemeente {code}", rest) as meld:
            aantal = rest
            while aantal:
                try:
                    with tenancy.gemeenten(code, using=alias):
                        aantal, na = rotation.hercodeer_deel(
                            model, veld, index_veld=index, na=na, using=alias
                        )
                except ProgrammingError as fout:
                    raise WaakvlamFout(
                        f"De toepassing mag {model._meta.verbose_name_plural} niet wijzigen. Geef voor deze opdracht ook het "
                        "adres van de eigenaar mee: DATABASE_OWNER_URL."
                    ) from fout
                klaar += aantal
                meld(klaar)
    return klaar


def _toon(namen: list[str], stand: dict[str, Counter[str]]) -> None:
    onbekend = sorted({sleutel for telling in stand.values() for sleutel in telling} - set(namen))
    kolommen = [*namen, *onbekend]
    rijen = [(wat, *(telling[naam] for naam in kolommen)) for wat, telling in stand.items()]
    koppen = ("wat", f"{namen[0]} (actief)", *kolommen[1:])
    scherm.toon_tabel("Onder welke sleutel", koppen, rijen, rechts=range(1, len(koppen)))
    if onbekend:
        scherm.uit.print(
            f"Onleesbaar zonder sleutel {', '.join(onbekend)}: zet die achteraan terug in de sleutels."
        )
    for naam in namen[1:]:
        if rest := sum(telling[naam] for telling in stand.values()):
            scherm.uit.print(f"Onder sleutel {naam} staan nog {rest}. Zet ze om: waakvlam sleutels omzetten.")
        else:
            scherm.uit.print(
                f"Onder sleutel {naam} staat niets meer: hij kan weg (waakvlam sleutels weg {naam})."
            )


def _haal_weg(sleutel: str, namen: list[str], stand: dict[str, Counter[str]]) -> None:
    if sleutel == namen[0]:
        raise WaakvlamFout(f"Sleutel {sleutel} is in gebruik voor nieuwe gegevens en kan niet weg.")
    if sleutel not in namen:
        raise WaakvlamFout(f"Er is geen sleutel {sleutel}. Er zijn: {', '.join(namen)}.")
    if rest := sum(telling[sleutel] for telling in stand.values()):
        raise WaakvlamFout(
            f"Onder sleutel {sleutel} staan nog {rest}. Zet ze eerst om: waakvlam sleutels omzetten."
        )
    bewaard = _bewaard()
    if bewaard:
        over = [deel for deel in bewaard[1].split(",") if deel.partition(":")[0].strip() != sleutel]
        omgeving.bewaar_sleutels(bewaard[0], ",".join(over))
        scherm.uit.print(f"Sleutel {sleutel} is weg uit de datamap. Herstart wat draait.")
    else:
        scherm.uit.print(f"Haal sleutel {sleutel} uit WAAKVLAM_PII_SLEUTELS en herstart wat draait.")
    scherm.uit.print(
        "Een reservekopie van vóór het omzetten gaat alleen open met die sleutel: bewaar hem zo lang in de kluis."
    )
