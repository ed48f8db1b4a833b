"""`waakvlam simuleer`: policies side by side over months."""

import argparse
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from waakvlam.adapters.engine_duckdb.levering import Leesopdracht, lees_bestanden
from waakvlam.adapters.engine_duckdb.matchen import bereid_signalen_voor
from waakvlam.adapters.engine_duckdb.resultaat import get_fouten
from waakvlam.adapters.engine_duckdb.simuleren import Simulatie, simuleer
from waakvlam.adapters.engine_duckdb.verbinding import open_engine
from waakvlam.config import scherm
from waakvlam.config.commands.controleer import toon_fouten
from waakvlam.config.commands.match import lees_beleidsbestand, lees_periode
from waakvlam.config.koppelen import koppel_personen
from waakvlam.domain.common.fouten import WaakvlamFout
from waakvlam.domain.common.maand import schrijf_maand
from waakvlam.domain.matching.beleid import Beleid, Sleutel

HULP = "vergelijk afwegingskaders: wat zou elk hebben opgeleverd"
UITLEG = (
    "Past twee of meer afwegingskaders toe op dezelfde maanden en telt de meldingen per opvolging, en de adressen die "
    "onder het ene kader iets anders krijgen dan onder het eerste. De begindatum van een kader telt hier niet mee."
)
MAX_MAANDEN = 120


def voeg_toe(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "bestanden", nargs="+", metavar="BESTAND", type=Path, help="signaalbestanden, oudste eerst"
    )
    parser.add_argument(
        "--beleid",
        required=True,
        action="append",
        metavar="BELEID.yaml",
        type=Path,
        help="een afwegingskader; vaker mag",
    )
    parser.add_argument("--van", required=True, metavar="JJJJ-MM", help="eerste maand")
    parser.add_argument("--tot", required=True, metavar="JJJJ-MM", help="laatste maand")
    parser.add_argument("--uit", metavar="UIT.json", type=Path, help="schrijf de uitkomst naar dit bestand")
    parser.add_argument("--json", action="store_true", help="toon de uitkomst als JSON")


def lees_maanden(van: str, tot: str) -> range:
    """Read a range of months, both included. Raises WaakvlamFout."""
    eerste, laatste = lees_periode(van), lees_periode(tot)
    if not eerste <= laatste < eerste + MAX_MAANDEN:
        raise WaakvlamFout(
            f"--van {van} --tot {tot}: kies een eerste maand vóór de laatste, hoogstens {MAX_MAANDEN} maanden."
        )
    return range(eerste, laatste + 1)


def voer_uit(args: argparse.Namespace) -> int:
    """Simulate; 1 when rows were refused."""
    beleiden = [lees_beleidsbestand(pad) for pad in args.beleid]
    maanden = lees_maanden(args.van, args.tot)
    with open_engine() as con, scherm.voortgang("rijen gelezen") as voortgang:
        lees_bestanden(con, Leesopdracht(args.bestanden, gemeente=beleiden[0].gemeente), voortgang)
        if any(beleid.meervoudig.sleutel is Sleutel.PERSOON for beleid in beleiden):
            koppel_personen(con)
        simulatie = simuleer(con, beleiden, maanden, lambda beleid: bereid_signalen_voor(con, beleid))
        fouten = list(get_fouten(con))
    resultaat = maak_resultaat(simulatie, beleiden, maanden) | {"fouten": fouten}
    if args.uit:
        scherm.schrijf_json(args.uit, resultaat)
    if args.json:
        scherm.toon_json(resultaat)
    else:
        _toon(resultaat)
        toon_fouten(fouten)
    return 1 if fouten else 0


def maak_resultaat(simulatie: Simulatie, beleiden: Sequence[Beleid], maanden: range) -> dict[str, Any]:
    """Give the outcome as JSON: per policy, gemeente and month the numbers per follow-up; per pair what changes."""
    per: dict[tuple[int, str, int], dict[str, Any]] = defaultdict(
        lambda: {"meldingen": 0, "meervoudig": 0, "opvolging": {}}
    )
    for nummer, gemeente, maand, opvolging, meldingen, meervoudig in simulatie.aantallen:
        doel = per[nummer, gemeente, maand]
        doel["meldingen"] += meldingen
        doel["meervoudig"] += meervoudig
        doel["opvolging"][opvolging] = meldingen
    return {
        "van": schrijf_maand(maanden[0]),
        "tot": schrijf_maand(maanden[-1]),
        "beleiden": [
            {
                "beleid": beleid.naam,
                "maanden": [
                    {"gemeente": gemeente, "periode": schrijf_maand(maand)} | waarde
                    for (nr, gemeente, maand), waarde in sorted(per.items())
                    if nr == nummer
                ],
            }
            for nummer, beleid in enumerate(beleiden, 1)
        ],
        "verschillen": [
            {
                "beleid": beleiden[nummer - 1].naam,
                "ten_opzichte_van": beleiden[0].naam,
                "gemeente": gemeente,
                "periode": schrijf_maand(maand),
                "van": van,
                "naar": naar,
                "adressen": adressen,
            }
            for nummer, gemeente, maand, van, naar, adressen in simulatie.verschillen
        ],
    }


def _toon(resultaat: dict[str, Any]) -> None:
    soorten = sorted({o for b in resultaat["beleiden"] for m in b["maanden"] for o in m["opvolging"]})
    rijen = [
        (
            m["periode"],
            m["gemeente"],
            b["beleid"],
            m["meldingen"],
            m["meervoudig"],
            *(m["opvolging"].get(s, 0) for s in soorten),
        )
        for b in resultaat["beleiden"]
        for m in b["maanden"]
    ]
    rijen.sort(key=lambda rij: rij[:2])
    koppen = ("maand", "gemeente", "afwegingskader", "meldingen", "meervoudig", *soorten)
    scherm.toon_tabel("Meldingen per opvolging", koppen, rijen, rechts=range(3, len(koppen)))
    _toon_verschillen(resultaat["verschillen"])


def _toon_verschillen(verschillen: list[dict[str, Any]]) -> None:
    """Print what changes, summed over the months; per month it stands in the JSON."""
    som: Counter[tuple[str, ...]] = Counter()
    for v in verschillen:
        som[v["gemeente"], v["beleid"], v["van"], v["naar"]] += v["adressen"]
    if som:
        titel = f"Adressen per maand die iets anders krijgen dan onder '{verschillen[0]['ten_opzichte_van']}', opgeteld"
        koppen = ("gemeente", "afwegingskader", "van", "naar", "adressen")
        scherm.toon_tabel(
            titel, koppen, [(*soort, aantal) for soort, aantal in sorted(som.items())], rechts=(4,)
        )
