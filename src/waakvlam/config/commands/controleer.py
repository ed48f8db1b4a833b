"""`waakvlam controleer`: dry run over files; writes nothing."""

import argparse
from pathlib import Path
from typing import Any

from waakvlam.adapters.engine_duckdb.levering import Leesopdracht, lees_bestanden
from waakvlam.adapters.engine_duckdb.resultaat import get_fouten
from waakvlam.adapters.engine_duckdb.verbinding import open_engine
from waakvlam.config import scherm

HULP = "controleer bestanden van partners zonder iets te bewaren"
UITLEG = (
    "Leest signaalbestanden (CSV, XLSX, ODS of JSON) en zegt per rij en kolom wat er niet klopt en wat eraan te doen is. "
    "Er wordt niets bewaard."
)
MAX_OP_SCHERM = 50


def voeg_toe(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "bestanden", nargs="+", metavar="BESTAND", type=Path, help="signaalbestand van een partner"
    )
    parser.add_argument("--gemeente", metavar="CODE", help="gemeente voor rijen zonder gemeentecode")
    parser.add_argument("--json", action="store_true", help="toon de uitkomst als JSON")


def voer_uit(args: argparse.Namespace) -> int:
    """Check the files; 1 when a row would be refused."""
    with open_engine() as con, scherm.voortgang("rijen gelezen") as voortgang:
        lees_bestanden(con, Leesopdracht(args.bestanden, gemeente=args.gemeente), voortgang)
        rapport = _rapport(con)
    if args.json:
        scherm.toon_json(rapport)
    else:
        _toon(rapport)
    return 1 if rapport["fouten"] else 0


def _rapport(con: Any) -> dict[str, Any]:
    bestanden = con.execute(
        "select b.naam, (select count(*) from signaal s where s.bestand_nr = b.nr), "
        "(select count(distinct rij) from fout f where f.bestand_nr = b.nr) from bestand b order by b.nr"
    ).fetchall()
    waarschuwingen = con.execute(
        "select b.naam, w.kolom, w.melding, count(*) from waarschuwing w join bestand b on b.nr = w.bestand_nr "
        "group by b.nr, b.naam, w.kolom, w.melding order by b.nr, w.kolom"
    ).fetchall()
    return {
        "bestanden": [{"bestand": b, "goed": goed, "geweigerd": fout} for b, goed, fout in bestanden],
        "fouten": list(get_fouten(con)),
        "waarschuwingen": [
            {"bestand": b, "kolom": kolom, "melding": melding, "rijen": aantal}
            for b, kolom, melding, aantal in waarschuwingen
        ],
    }


def _toon(rapport: dict[str, Any]) -> None:
    rijen = [(b["bestand"], b["goed"], b["geweigerd"]) for b in rapport["bestanden"]]
    scherm.toon_tabel(
        "Gecontroleerd (er is niets bewaard)", ("bestand", "goed", "geweigerd"), rijen, rechts=(1, 2)
    )
    toon_fouten(rapport["fouten"])
    for w in rapport["waarschuwingen"]:
        scherm.uit.print(f"Let op, {w['bestand']}, kolom {w['kolom']}: {w['melding']} ({w['rijen']} rijen)")


def toon_fouten(fouten: list[dict[str, Any]]) -> None:
    """Print the refused cells, the first ones in full; the rest is counted."""
    if not fouten:
        return
    rijen = [
        (f["bestand"], f["rij"], f["kolom"] or "(hele rij)", f["waarde"], f["fout"])
        for f in fouten[:MAX_OP_SCHERM]
    ]
    scherm.toon_tabel("Geweigerd", ("bestand", "rij", "kolom", "waarde", "wat te doen"), rijen, rechts=(1,))
    if len(fouten) > MAX_OP_SCHERM:
        scherm.uit.print(f"… en nog {len(fouten) - MAX_OP_SCHERM}. Alles staat in de uitvoer met --json.")
