"""`waakvlam lees`: store leveringen of one gemeente."""

import argparse
from pathlib import Path
from typing import Any

from waakvlam.config import scherm
from waakvlam.config.database import als_opdrachtregel, binnen_gemeente
from waakvlam.domain.common.fouten import WaakvlamFout

HULP = "bewaar een levering en lees de signalen in (twee keer hetzelfde bestand telt één keer)"
UITLEG = (
    "Bewaart elk bestand versleuteld zoals het is ontvangen en leest de signalen in. Een bestand met dezelfde inhoud "
    "wordt één keer ingelezen. Rijen voor een andere gemeente worden geweigerd."
)


def voeg_toe(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "bestanden", nargs="+", metavar="BESTAND", type=Path, help="signaalbestand van een partner"
    )
    parser.add_argument("--gemeente", required=True, metavar="CODE", help="gemeente waarvoor de levering is")
    parser.add_argument("--json", action="store_true", help="toon de uitkomst als JSON")


def voer_uit(args: argparse.Namespace) -> int:
    """Store and read; 1 when rows were refused, 2 when a file could not be read."""
    for pad in args.bestanden:
        if not pad.is_file():
            raise WaakvlamFout(f"{pad}: dit bestand bestaat niet. Controleer de naam en de map.")
    with als_opdrachtregel(), scherm.voortgang("rijen gelezen") as voortgang:
        verslagen = [_lees(pad, args.gemeente, voortgang) for pad in args.bestanden]
    if args.json:
        scherm.toon_json({"leveringen": verslagen})
    else:
        _toon(verslagen)
    if any(v["status"] == "mislukt" for v in verslagen):
        return 2
    return 1 if any(v["geweigerd"] for v in verslagen) else 0


def _lees(pad: Path, gemeente: str, voortgang: Any) -> dict[str, Any]:
    from waakvlam.apps.vroegsignalering import service

    # Kept first, in a transaction of its own: killed while reading, the same command goes on from there.
    with binnen_gemeente(gemeente, nieuw=True), pad.open("rb") as bron:
        levering, nieuw = service.bewaar_levering(gemeente=gemeente, bestandsnaam=pad.name, bron=bron)
    with binnen_gemeente(gemeente):
        levering = service.verwerk_levering(levering.pk, voortgang)
        fouten = [
            {"rij": f.rij, "kolom": f.kolom, "waarde": f.waarde or "", "fout": f.fout}
            for f in levering.fouten.all()
        ]
    return {
        "bestand": pad.name,
        "levering": levering.pk,
        "nieuw": nieuw,
        "status": levering.status,
        "signalen": levering.aantal_signalen,
        "geweigerd": levering.aantal_geweigerd,
        "foutmelding": levering.foutmelding,
        "waarschuwingen": levering.waarschuwingen,
        "fouten": fouten,
    }


def _toon(verslagen: list[dict[str, Any]]) -> None:
    rijen = [
        (
            v["bestand"],
            v["levering"],
            "nieuw" if v["nieuw"] else "was er al",
            v["status"],
            v["signalen"],
            v["geweigerd"],
        )
        for v in verslagen
    ]
    koppen = ("bestand", "levering", "", "status", "signalen", "geweigerd")
    scherm.toon_tabel("Leveringen", koppen, rijen, rechts=(1, 4, 5))
    for v in verslagen:
        if v["foutmelding"]:
            scherm.uit.print(v["foutmelding"])
        for f in v["fouten"][:20]:
            scherm.uit.print(f"{v['bestand']} rij {f['rij']} {f['kolom']}: {f['fout']}")
