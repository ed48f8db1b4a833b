"""The explanation for the resident: a few short sentences in plain Dutch (B1), from the tree of a result.

The sentences are data, in `bewoner.yaml`; a calculation that has none there is told by its outcome and the facts it used.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from waakvlam.domain.rekenen.uitkomst import Rekenuitkomst
from waakvlam.domain.rekenen.uitleg import EURO_PER_MAAND, GEGEVEN
from waakvlam.domain.rekenen.vergelijken.woorden import noem

ALGEMEEN = "algemeen"
Stapvorm = Mapping[str, Any]


def leg_uit_aan_bewoner(uitkomst: Rekenuitkomst | Mapping[str, Any]) -> tuple[str, ...]:
    """Tell a result in plain sentences: what it is, what it was computed with, what made it higher or lower.

    Takes a result, or the form in which it is kept (contract.md section 5), so that an old one can be told too.
    """
    uitleg = (uitkomst.als_dict() if isinstance(uitkomst, Rekenuitkomst) else uitkomst)["uitleg"]
    teksten = _lees()
    eigen = teksten.get(uitleg["naam"])
    if eigen is None or uitleg["uitkomst"] is None:
        return tuple(_vertel_algemeen(uitleg, teksten[ALGEMEEN]))
    return tuple(_vertel(uitleg, eigen))


def _vertel(uitleg: Stapvorm, teksten: dict[str, Any]) -> Iterator[str]:
    yield _kies(teksten["begin"], uitleg).format(uitkomst=_noem_bedrag(uitleg))
    stappen = {stap["naam"]: stap for stap in _doorloop(uitleg)}
    overslaan: set[str] = set()
    for regel in teksten["stappen"]:
        for stap, rest in _zoek(regel, stappen):
            zin = _kies(regel, stap)
            if zin and stap["naam"] not in overslaan and _past(regel, stap, stappen):
                overslaan.add(regel.get("vervangt", ""))
                yield zin.format(bedrag=_noem_bedrag(stap), rest=rest)
    yield teksten["slot"]


def _vertel_algemeen(uitleg: Stapvorm, teksten: dict[str, Any]) -> Iterator[str]:
    yield _kies(teksten["begin"], uitleg).format(uitkomst=noem(_waarde(uitleg), uitleg["eenheid"]))
    gegevens = (stap for stap in _doorloop(uitleg) if stap["formule"] == GEGEVEN)
    zinnen = (
        teksten["gegeven"].format(naam=stap["naam"], bedrag=noem(_waarde(stap), stap["eenheid"]))
        for stap in gegevens
    )
    yield from dict.fromkeys(zinnen)
    yield teksten["slot"]


def _doorloop(stap: Stapvorm) -> Iterator[Stapvorm]:
    yield stap
    for deel in stap["invoer"]:
        yield from _doorloop(deel)


def _zoek(regel: dict[str, str], stappen: dict[str, Stapvorm]) -> Iterator[tuple[Stapvorm, str]]:
    """Give the steps a sentence is about, each with the rest of its name."""
    begin = regel.get("begint_met")
    if begin is None:
        if regel["stap"] in stappen:
            yield stappen[regel["stap"]], ""
        return
    for naam, stap in stappen.items():
        # An amount per year is there twice: as it was handed in, and per month.
        if naam.startswith(begin) and stap["eenheid"] == EURO_PER_MAAND:
            yield stap, naam.removeprefix(begin)


def _kies(zinnen: dict[str, str], stap: Stapvorm) -> str:
    bedrag = _waarde(stap)
    if bedrag is None:
        return zinnen.get("onbekend", "")
    return zinnen.get("plus" if bedrag > 0 else "min" if bedrag < 0 else "nul", "")


def _past(regel: dict[str, str], stap: Stapvorm, stappen: dict[str, Stapvorm]) -> bool:
    onder, gelijk = regel.get("onder"), regel.get("gelijk_aan")
    bedrag = _waarde(stap)
    if onder is not None:
        hoger = _waarde(stappen[onder]) if onder in stappen else None
        return bedrag is not None and hoger is not None and bedrag < hoger
    return gelijk is None or (gelijk in stappen and bedrag == _waarde(stappen[gelijk]))


def _waarde(stap: Stapvorm) -> Decimal | None:
    return None if stap["uitkomst"] is None else Decimal(stap["uitkomst"])


def _noem_bedrag(stap: Stapvorm) -> str:
    """Write the amount without its period and sign: the sentence says both."""
    bedrag, eenheid = _waarde(stap), stap["eenheid"]
    return noem(None if bedrag is None else abs(bedrag), "euro" if eenheid.startswith("euro") else eenheid)


@cache
def _lees() -> dict[str, dict[str, Any]]:
    inhoud = yaml.safe_load(files(__package__).joinpath("bewoner.yaml").read_text(encoding="utf-8"))
    assert isinstance(inhoud, dict)  # noqa: S101 - a file of our own
    return inhoud
