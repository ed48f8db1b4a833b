"""`waakvlam match`: from files to meldingen, without a database."""

import argparse
from collections import Counter
from pathlib import Path
from typing import Any

from waakvlam.adapters.engine_duckdb.levering import Leesopdracht, lees_bestanden
from waakvlam.adapters.engine_duckdb.matchen import bereid_signalen_voor, match
from waakvlam.adapters.engine_duckdb.resultaat import maak_resultaat
from waakvlam.adapters.engine_duckdb.verbinding import open_engine
from waakvlam.config import scherm
from waakvlam.config.commands.controleer import toon_fouten
from waakvlam.config.koppelen import koppel_personen
from waakvlam.domain.common.fouten import WaakvlamFout
from waakvlam.domain.common.maand import lees_maand, schrijf_maand
from waakvlam.domain.matching.beleid import Beleid, Sleutel
from waakvlam.domain.matching.beleid_lezen import lees_beleidstekst

HULP = "maak van signaalbestanden de meldingen van één maand"
UITLEG = (
    "Leest signaalbestanden, past een afwegingskader (YAML) toe en geeft de meldingen van één maand met uitleg, "
    "de signalen die niet zijn opgepakt met de reden, en de geweigerde cellen. Gebruikt geen database."
)


def voeg_toe(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "bestanden", nargs="+", metavar="BESTAND", type=Path, help="signaalbestanden, oudste eerst"
    )
    parser.add_argument(
        "--beleid", required=True, metavar="BELEID.yaml", type=Path, help="het afwegingskader"
    )
    parser.add_argument("--periode", required=True, metavar="JJJJ-MM", help="de maand, bijvoorbeeld 2026-09")
    parser.add_argument("--uit", metavar="UIT.json", type=Path, help="schrijf de uitkomst naar dit bestand")
    parser.add_argument("--json", action="store_true", help="toon de uitkomst als JSON")


def lees_beleidsbestand(pad: Path) -> Beleid:
    """Read a policy from a YAML file. Raises WaakvlamFout when it can't be read or is not valid."""
    try:
        tekst = pad.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise WaakvlamFout(f"{pad}: dit bestand bestaat niet. Controleer de naam en de map.") from None
    except UnicodeDecodeError as fout:
        raise WaakvlamFout(
            f"{pad.name}: dit is geen tekst in UTF-8. Sla het zo op en probeer opnieuw."
        ) from fout
    return lees_beleidstekst(tekst, pad.name)


def lees_periode(tekst: str) -> int:
    """Read `JJJJ-MM`. Raises WaakvlamFout."""
    try:
        return lees_maand(tekst)
    except ValueError as fout:
        raise WaakvlamFout(str(fout)) from fout


def toets_geldig(beleid: Beleid, maand: int) -> None:
    """Refuse a month before the policy holds. Raises WaakvlamFout."""
    if maand < beleid.geldig_vanaf.year * 12 + beleid.geldig_vanaf.month - 1:
        raise WaakvlamFout(
            f"'{beleid.naam}' geldt vanaf {beleid.geldig_vanaf:%d-%m-%Y}; {schrijf_maand(maand)} ligt daarvóór. "
            "Kies een latere maand of het afwegingskader dat toen gold."
        )


def voer_uit(args: argparse.Namespace) -> int:
    """Match one month; 1 when rows were refused."""
    beleid = lees_beleidsbestand(args.beleid)
    maand = lees_periode(args.periode)
    toets_geldig(beleid, maand)
    with open_engine() as con, scherm.voortgang("rijen gelezen") as voortgang:
        lees_bestanden(con, Leesopdracht(args.bestanden, gemeente=beleid.gemeente), voortgang)
        if beleid.meervoudig.sleutel is Sleutel.PERSOON:
            koppel_personen(con)
        bereid_signalen_voor(con, beleid)
        match(con, beleid, [maand])
        resultaat = maak_resultaat(con, beleid, maand)
    if args.uit:
        scherm.schrijf_json(args.uit, resultaat)
    if args.json:
        scherm.toon_json(resultaat)
    else:
        _toon(resultaat, args.uit)
    return 1 if resultaat["fouten"] else 0


def _toon(resultaat: dict[str, Any], uit: Path | None) -> None:
    for gemeente in resultaat["gemeenten"]:
        per = Counter(melding["opvolging"] for melding in gemeente["meldingen"])
        meervoudig = sum(melding["meervoudig"] for melding in gemeente["meldingen"])
        rijen = [
            *per.most_common(),
            ("totaal", len(gemeente["meldingen"])),
            ("waarvan meervoudig", meervoudig),
        ]
        rijen.append(("signalen niet opgepakt", len(gemeente["niet_opgepakt"])))
        titel = f"Gemeente {gemeente['gemeente']}, {resultaat['periode']}, {resultaat['beleid']}"
        scherm.toon_tabel(titel, ("meldingen", "aantal"), rijen, rechts=(1,))
    if not resultaat["gemeenten"]:
        scherm.uit.print(f"Geen signalen in {resultaat['periode']}.")
    toon_fouten(resultaat["fouten"])
    if uit:
        scherm.uit.print(f"Alles met uitleg staat in {uit}.")
