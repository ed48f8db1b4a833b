"""`waakvlam personen`: which signals are about the same person."""

import argparse
from pathlib import Path
from typing import Any

from waakvlam.adapters.engine_duckdb.levering import Leesopdracht, lees_bestanden
from waakvlam.adapters.engine_duckdb.matchen import PER_BESTAND
from waakvlam.adapters.engine_duckdb.resultaat import get_fouten
from waakvlam.adapters.engine_duckdb.verbinding import open_engine
from waakvlam.adapters.files.schrijven import schrijf_csv
from waakvlam.adapters.linkage import OnzekerPaar, Richting
from waakvlam.config import scherm
from waakvlam.config.commands.controleer import toon_fouten
from waakvlam.config.koppelen import koppel_personen

HULP = "vergelijk personen: welke signalen gaan over dezelfde persoon"
UITLEG = (
    "Vergelijkt per gemeente de personen in signaalbestanden en schrijft per kenmerk het nummer van de persoon. "
    "Twijfelgevallen worden getoond met de reden, en blijven apart."
)
MAX_TWIJFEL = 20
_PER_KENMERK = """
select s.gemeente, s.partner, s.kenmerk, min(cast(p.persoon as bigint)) as persoon
from signaal s join persoon p on s.bestand_nr = p.bestand_nr and s.rij = p.rij
group by all order by all
"""


def voeg_toe(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "bestanden", nargs="+", metavar="BESTAND", type=Path, help="signaalbestand van een partner"
    )
    parser.add_argument(
        "--uit", required=True, metavar="UIT.csv", type=Path, help="schrijf de uitkomst naar dit bestand"
    )
    parser.add_argument(
        "--gemeente", metavar="CODE", default="0000", help="gemeente voor rijen zonder gemeentecode"
    )
    parser.add_argument("--json", action="store_true", help="toon de twijfelgevallen als JSON")


def voer_uit(args: argparse.Namespace) -> int:
    """Link persons; 1 when rows were refused."""
    with open_engine() as con, scherm.voortgang("rijen gelezen") as voortgang:
        lees_bestanden(con, Leesopdracht(args.bestanden, gemeente=args.gemeente), voortgang)
        koppeling = koppel_personen(con)
        rijen = con.execute(_PER_KENMERK).fetchall()
        fouten = list(get_fouten(con))
        kenmerken = {
            nr: f"{partner} {kenmerk}"
            for nr, partner, kenmerk in con.execute(
                f"select cast(bestand_nr as bigint) * {PER_BESTAND} + rij, partner, kenmerk from signaal"
            ).fetchall()
        }
    with scherm.schrijf_heel(args.uit) as tijdelijk:
        schrijf_csv(tijdelijk, ("gemeentecode", "partner", "kenmerk", "persoon"), rijen)
    twijfel = [_twijfel(paar, kenmerken) for paar in koppeling.onzeker]
    if args.json:
        scherm.toon_json({"kenmerken": len(rijen), "onzeker": twijfel, "fouten": fouten})
    else:
        _toon(rijen, twijfel, args.uit)
        toon_fouten(fouten)
    return 1 if fouten else 0


def _twijfel(paar: OnzekerPaar, kenmerken: dict[int, str]) -> dict[str, Any]:
    return {
        "links": kenmerken[paar.links],
        "rechts": kenmerken[paar.rechts],
        "kans": round(paar.kans, 3),
        "voor": [f"{w.onderwerp}: {w.uitkomst}" for w in paar.waarom if w.richting is Richting.VOOR],
        "tegen": [f"{w.onderwerp}: {w.uitkomst}" for w in paar.waarom if w.richting is Richting.TEGEN],
    }


def _toon(rijen: list[tuple[str, str, str, int]], twijfel: list[dict[str, Any]], uit: Path) -> None:
    personen = len({(rij[0], rij[3]) for rij in rijen})
    scherm.uit.print(f"{len(rijen)} kenmerken, {personen} personen. Geschreven naar {uit}.")
    if not twijfel:
        return
    scherm.uit.print(
        f"\nMogelijk dezelfde persoon ({len(twijfel)}); zij blijven apart tot iemand het bevestigt:"
    )
    for t in twijfel[:MAX_TWIJFEL]:
        scherm.uit.print(f"  {t['links']} en {t['rechts']}")
        scherm.uit.print(f"    ervoor:  {'; '.join(t['voor']) or '-'}")
        scherm.uit.print(f"    ertegen: {'; '.join(t['tegen']) or '-'}")
    if len(twijfel) > MAX_TWIJFEL:
        scherm.uit.print(f"  … en nog {len(twijfel) - MAX_TWIJFEL}; alles staat in de uitvoer met --json.")
