"""An explanation as numbered lines, for a screen or on paper: from the outcome down to the article of law.

Works on the form in which a result is kept (contract.md section 5), so that an old calculation reads as it did then.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from waakvlam.domain.common.notatie import geld
from waakvlam.domain.rekenen.uitleg import GEGEVEN

Stapvorm = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Uitlegregel:
    """One step as a person reads it.

    `nummer` (`1.2.3`) says where it stands; `ingevuld` is the formula with the numbers in the place of the names.
    `zie` is the number of the line where the same step was explained before; its own parts are then not repeated.
    `gegeven` marks a fact that was handed in.
    """

    nummer: str
    niveau: int
    naam: str
    uitkomst: str
    formule: str
    ingevuld: str
    bron: str
    toelichting: str
    normen: tuple[Mapping[str, Any], ...]
    zie: str
    gegeven: bool


def maak_regels(uitleg: Stapvorm) -> list[Uitlegregel]:
    """List the steps from the outcome down; what stands in two places is explained once."""
    return list(_loop(uitleg, "1", {}))


def _loop(stap: Stapvorm, nummer: str, getoond: dict[str, str]) -> Iterator[Uitlegregel]:
    gegeven = stap["formule"] == GEGEVEN
    zie = "" if gegeven else getoond.setdefault(_kenmerk(stap), nummer)
    zie = "" if zie == nummer else zie
    yield Uitlegregel(
        nummer,
        nummer.count("."),
        stap["naam"],
        schrijf(stap["uitkomst"], stap["eenheid"]),
        "" if gegeven else stap["formule"],
        "" if gegeven else vul_in(stap),
        stap["bron"],
        stap.get("toelichting", ""),
        tuple(stap["normen"]),
        zie,
        gegeven,
    )
    if not zie:
        for volgnummer, deel in enumerate(stap["invoer"], 1):
            yield from _loop(deel, f"{nummer}.{volgnummer}", getoond)


def _kenmerk(stap: Stapvorm) -> str:
    return f"{stap['naam']}|{stap['uitkomst']}|{stap['formule']}"


def vul_in(stap: Stapvorm) -> str:
    """Write the formula of a step with the numbers in the place of the names."""
    waarden = {norm["naam"]: schrijf(norm["waarde"], norm["eenheid"], kort=True) for norm in stap["normen"]}
    waarden |= {
        deel["naam"]: schrijf(deel["uitkomst"], deel["eenheid"], kort=True) for deel in stap["invoer"]
    }
    # Longest first: "zorg" is also the beginning of "zorg vóór het maximum". The marks keep what was filled in whole.
    tekst: str = stap["formule"]
    ingevuld: list[str] = []
    for naam in sorted(waarden, key=len, reverse=True):
        if naam in tekst:
            tekst = tekst.replace(naam, f"\0{len(ingevuld)}\0")
            ingevuld.append(waarden[naam])
    for plek, waarde in enumerate(ingevuld):
        tekst = tekst.replace(f"\0{plek}\0", waarde)
    return tekst


def schrijf(waarde: str | None, eenheid: str, *, kort: bool = False) -> str:
    """Write a figure of a kept result the Dutch way; `kort` leaves *per maand* and the like away."""
    if waarde is None:
        return "niet berekend"
    if eenheid.startswith("euro"):
        tekst = geld(Decimal(waarde))
        return tekst if kort else tekst + eenheid.removeprefix("euro")
    getal = waarde.replace(".", ",")
    if eenheid == "procent":
        return f"{getal}%"
    return getal if kort or not eenheid or eenheid == "factor" else f"{getal} {eenheid}"


def get_normen(uitleg: Stapvorm) -> list[Mapping[str, Any]]:
    """List every norm that was used, once, in order of first use."""
    gevonden: dict[str, Mapping[str, Any]] = {}
    for regel in maak_regels(uitleg):
        for norm in regel.normen:
            gevonden.setdefault(norm["sleutel"], norm)
    return list(gevonden.values())
