"""`waakvlam reken`: the calculations of debt help, from a JSON file, without a database. Bron: contract.md section 5."""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from rich.markup import escape
from rich.tree import Tree

from waakvlam.config import scherm
from waakvlam.domain.common.fouten import WaakvlamFout
from waakvlam.domain.common.notatie import geld
from waakvlam.domain.rekenen.afronden import Afronding
from waakvlam.domain.rekenen.invoer import Invoerfout
from waakvlam.domain.rekenen.soorten import SOORTEN, Rekensoort, get_rekensoort
from waakvlam.foundation.tijd import vandaag

HULP = f"reken: {', '.join(soort.naam for soort in SOORTEN)}"
UITLEG = (
    "Rekent uit wat in een JSON-bestand staat: één huishouden, of een lijst van huishoudens. Bedragen in euro's, datums als "
    "JJJJ-MM-DD. Een gegeven of norm die ontbreekt, is een fout die zegt wat er ontbreekt; er wordt nooit met nul gerekend "
    "voor wat onbekend is. Gebruikt geen database."
)
_OP_SCHERM = {"nulaanbod": "zonder afloscapaciteit"}
_MET_AFRONDING = ("beslagvrije-voet", "vtlb")


def voeg_toe(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("soort", choices=[soort.naam for soort in SOORTEN], metavar="SOORT", help=_soorten())
    parser.add_argument("invoer", metavar="INVOER.json", help="de gegevens; - leest van standaardinvoer")
    parser.add_argument(
        "--uitleg", action="store_true", help="toon de hele berekening met formules en bronnen"
    )
    parser.add_argument(
        "--json", action="store_true", help="toon de uitkomst als JSON, altijd met de hele uitleg"
    )
    parser.add_argument(
        "--afronding",
        choices=[keuze.value for keuze in Afronding],
        help="hoe de beslagvrije voet wordt afgerond: cent of euro_omhoog; zonder deze keuze cent",
    )


def _soorten() -> str:
    return ", ".join(soort.naam for soort in SOORTEN)


def voer_uit(args: argparse.Namespace) -> int:
    """Compute; 1 when an item of a list could not be computed. Raises WaakvlamFout for a single one."""
    soort, inhoud = get_rekensoort(args.soort), _lees(args.invoer)
    lijst = isinstance(inhoud, list)
    if args.afronding and soort.naam not in _MET_AFRONDING:
        raise WaakvlamFout(f"--afronding hoort bij {' en '.join(_MET_AFRONDING)}, niet bij {soort.naam}.")
    delen = [_met_afronding(deel, args.afronding) for deel in (inhoud if lijst else [inhoud])]
    with scherm.voortgang("berekend", len(delen)) as voortgang:
        uitkomsten = []
        for nummer, deel in enumerate(delen, 1):
            uitkomsten.append(_reken(soort, deel, alleen=not lijst))
            voortgang(nummer)
    if args.json:
        scherm.toon_json(uitkomsten if lijst else uitkomsten[0])
    else:
        for nummer, uitkomst in enumerate(uitkomsten, 1):
            _toon(f"{soort.titel} {nummer}" if lijst else soort.titel, uitkomst, args.uitleg)
    return 1 if any("fout" in uitkomst for uitkomst in uitkomsten) else 0


def _lees(pad: str) -> Any:
    try:
        tekst = sys.stdin.read() if pad == "-" else Path(pad).read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise WaakvlamFout(f"{pad}: dit bestand bestaat niet. Controleer de naam en de map.") from None
    except UnicodeDecodeError as fout:
        raise WaakvlamFout(f"{pad}: dit is geen tekst in UTF-8. Sla het zo op en probeer opnieuw.") from fout
    try:
        return json.loads(tekst, parse_float=Decimal)
    except (json.JSONDecodeError, RecursionError) as fout:
        regel = f" (regel {fout.lineno})" if isinstance(fout, json.JSONDecodeError) else ""
        raise WaakvlamFout(
            f"{pad}: dit is geen geldige JSON{regel}. Controleer haken, komma's en aanhalingstekens."
        ) from fout


def _met_afronding(deel: Any, afronding: str | None) -> Any:
    """Put the choice of the command line where the file leaves it open."""
    if afronding is None or not isinstance(deel, Mapping):
        return deel
    eigen = deel.get("instellingen")
    return {**deel, "instellingen": {"afronding": afronding, **(eigen if isinstance(eigen, Mapping) else {})}}


def _reken(soort: Rekensoort, gegevens: Any, *, alleen: bool) -> dict[str, Any]:
    try:
        return soort.reken(gegevens, vandaag()).als_dict()
    except Invoerfout as fout:
        if alleen:
            raise
        return {"fout": [veld.als_dict() for veld in fout.fouten]}


def _toon(titel: str, uitkomst: dict[str, Any], met_uitleg: bool) -> None:
    if "fout" in uitkomst:
        rijen = [(fout["veld"], fout["waarde"], fout["fout"]) for fout in uitkomst["fout"]]
        scherm.toon_tabel(f"{titel}: niet berekend", ("gegeven", "waarde", "wat eraan te doen is"), rijen)
        return
    rijen, zinnen = _regels(uitkomst)
    scherm.toon_tabel(titel, ("", uitkomst["eenheid"]), rijen, rechts=(1,))
    for zin in zinnen:
        scherm.uit.print(zin, markup=False)
    if met_uitleg:
        scherm.uit.print(_boom(uitkomst["uitleg"], None, set()))


def _regels(uitkomst: dict[str, Any]) -> tuple[list[tuple[str, str]], list[str]]:
    """Give the figures at the top and one level down in the order of the result, and what are sentences instead."""
    rijen, zinnen = [], []
    for naam, waarde in _vlak(uitkomst):
        if isinstance(waarde, str) and " " in waarde:
            zinnen.append(waarde)
        else:
            rijen.append((_OP_SCHERM.get(naam, naam), _schrijf(waarde)))
    zinnen += [f"Aanname ({deel['naam']}: {deel['keuze']}): {deel['tekst']}" for deel in uitkomst["aannames"]]
    return rijen, zinnen


def _vlak(uitkomst: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for naam, waarde in uitkomst.items():
        if naam in ("eenheid", "uitleg", "aannames", "kern"):
            continue
        if isinstance(waarde, dict):
            yield from (
                (f"{naam}: {deel}", w) for deel, w in waarde.items() if not isinstance(w, dict | list)
            )
        elif isinstance(waarde, list):
            delen = [deel for deel in waarde if isinstance(deel, dict) and "uitkering" in deel]
            yield from ((f"{naam}: {deel['id']}", deel["uitkering"]) for deel in delen)
        else:
            yield naam, waarde


def _schrijf(waarde: Any) -> str:
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    return "–" if waarde is None else str(waarde)


def _boom(stap: dict[str, Any], boom: Tree | None, getoond: set[str]) -> Tree:
    """Show a step with what it stands on; what was shown before is named only."""
    waarde = "niet berekend" if stap["uitkomst"] is None else _met_eenheid(stap["uitkomst"], stap["eenheid"])
    kop = f"[bold]{escape(stap['naam'])}[/] = {waarde}"
    eerder = bool(stap["invoer"] or stap["normen"]) and stap["naam"] in getoond
    tekst = f"{kop} [dim](zie hierboven)[/]" if eerder else kop + _toelichting(stap)
    tak = Tree(tekst) if boom is None else boom.add(tekst)
    if eerder:
        return tak
    getoond.add(stap["naam"])
    for norm in stap["normen"]:
        waarde = _met_eenheid(norm["waarde"], norm["eenheid"])
        regel = f"{norm['naam']} = {waarde} vanaf {norm['geldig_vanaf']}, {norm['status']}"
        tak.add(f"{escape(regel)} [dim]({escape(norm['bron'])})[/]")
    for deel in stap["invoer"]:
        _boom(deel, tak, getoond)
    return tak


def _toelichting(stap: dict[str, Any]) -> str:
    tekst = f"\n= {escape(stap['formule'])}" if stap["invoer"] or stap["normen"] else ""
    tekst += f"  [dim]({escape(stap['bron'])})[/]" if stap["bron"] else ""
    return tekst + (f"\n[italic]{escape(stap['toelichting'])}[/]" if stap.get("toelichting") else "")


def _met_eenheid(waarde: str, eenheid: str) -> str:
    if eenheid.startswith("euro"):
        return f"{geld(Decimal(waarde))}{eenheid.removeprefix('euro')}"
    return f"{waarde.replace('.', ',')} {eenheid}"
