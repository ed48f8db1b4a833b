"""A new proposal beside the kept one it follows: what changed, and how much each change causes."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from waakvlam.apps.berekeningen.weergave.blad import Bericht, Cijfertabel, Vorm, geld, zeg_verschil
from waakvlam.domain.rekenen.uitleg import EURO, PROCENT
from waakvlam.domain.rekenen.voorstel import lees_invoer, vergelijk_voorstellen

SLEUTEL = "hercontrole"
"""Where a kept proposal has its comparison with the one before."""
GELIJK = "gelijk"


def maak_hercontrole(oud: Mapping[str, Any], nieuw: Mapping[str, Any], vandaag: date) -> dict[str, Any]:
    """Compare the facts of two proposals; the form of the domain. Raises Invoerfout when one cannot be computed.

    On the form a debt has only its place as number, which shifts when one is taken away: here a debt is the same debt
    when its creditor has the same name (and the second of that name is the second).
    """
    namen: dict[str, str] = {}
    paar = [lees_invoer(_met_namen(feiten, namen), vandaag) for feiten in (oud, nieuw)]
    return vergelijk_voorstellen(*paar).als_dict()


def _met_namen(feiten: Mapping[str, Any], namen: dict[str, str]) -> dict[str, Any]:
    gezien: dict[str, int] = {}
    schulden = []
    for schuld in feiten.get("schulden") or ():
        naam = " ".join(str(schuld.get("schuldeiser", "")).split())
        sleutel = naam.casefold()
        gezien[sleutel] = gezien.get(sleutel, 0) + 1
        eerste = namen.setdefault(sleutel, naam)
        schulden.append({**schuld, "id": eerste if gezien[sleutel] == 1 else f"{eerste} ({gezien[sleutel]})"})
    return {**feiten, "schulden": schulden}


def maak_bericht(hercontrole: Vorm) -> Bericht:
    """Say what changed since the proposal before."""
    return Bericht("info", "Sinds het vorige voorstel", hercontrole["betekenis"])


def maak_tabellen(hercontrole: Vorm) -> list[Cijfertabel]:
    """Lay out the causes and what each creditor gets then and now."""
    tabellen = []
    if hercontrole["oorzaken"]:
        koppen = ("Wat veranderde", "Van → naar", "Samen", "Concurrent")
        rijen = tuple(_maak_oorzaak(oorzaak) for oorzaak in hercontrole["oorzaken"])
        tabellen.append(Cijfertabel("Waardoor het voorstel verandert", koppen, rijen, getallen=2))
    rijen = tuple(
        (
            regel["id"],
            _of_niet(regel["oud"]),
            _of_niet(regel["nieuw"]),
            zeg_verschil(regel["verschil"], EURO) or GELIJK,
        )
        for regel in hercontrole["per_schuld"]
    )
    koppen = ("Schuldeiser", "Kreeg", "Krijgt", "Verschil")
    return [*tabellen, Cijfertabel("Elke schuldeiser, toen en nu", koppen, rijen)]


def noem_wijzigingen(hercontrole: Vorm) -> list[str]:
    """Tell per debt what changed."""
    zinnen = (wijziging for oorzaak in hercontrole["oorzaken"] for wijziging in oorzaak["wijzigingen"])
    return list(dict.fromkeys(zin[:1].upper() + zin[1:] for zin in zinnen))


def _maak_oorzaak(oorzaak: Vorm) -> tuple[str, ...]:
    procent = oorzaak["percentage_concurrent"]
    return (
        oorzaak["naam"][:1].upper() + oorzaak["naam"][1:],
        f"{oorzaak['van']} → {oorzaak['naar']}",
        zeg_verschil(oorzaak["uitgekeerd"], EURO) or GELIJK,
        "niet te zeggen" if procent is None else zeg_verschil(procent, PROCENT) or GELIJK,
    )


def _of_niet(bedrag: str | None) -> str:
    return "geen schuld" if bedrag is None else geld(bedrag)
