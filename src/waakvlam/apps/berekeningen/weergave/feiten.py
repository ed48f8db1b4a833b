"""The facts of a kept calculation in the words of its form."""

from datetime import date

from waakvlam.apps.berekeningen.formulieren.invullen import Ingevuld
from waakvlam.apps.berekeningen.formulieren.opzet import Opzet, Rijen, Soort, Veld
from waakvlam.domain.common.notatie import datum as schrijf_datum


def lijst_feiten(opzet: Opzet, ingevuld: Ingevuld) -> list[tuple[str, str]]:
    """List (question, answer) of everything that was filled in, in the order of the form."""
    feiten: list[tuple[str, str]] = []
    for groep in opzet.groepen:
        for deel in groep.delen:
            if isinstance(deel, Rijen):
                feiten += _rijen(deel, ingevuld)
            elif waarde := ingevuld.waarden.get(deel.naam, ""):
                feiten.append((deel.label, _zeg(deel, waarde)))
    return feiten


def _rijen(rijen: Rijen, ingevuld: Ingevuld) -> list[tuple[str, str]]:
    regels = []
    for nummer in range(1, ingevuld.rijen.get(rijen.naam, 0) + 1):
        delen = [
            (veld.label, _zeg(veld, waarde))
            for veld in rijen.velden
            if (waarde := ingevuld.waarden.get(f"{rijen.naam}-{nummer}-{veld.naam}", ""))
        ]
        if delen:
            tekst = delen[0][1] if rijen.los else "; ".join(f"{label}: {waarde}" for label, waarde in delen)
            regels.append((f"{rijen.een.capitalize()} {nummer}", tekst))
    return regels


def _zeg(veld: Veld, waarde: str) -> str:
    if veld.soort is Soort.JA_NEE:
        return "ja"
    if veld.soort is Soort.BEDRAG:
        return f"€\u00a0{waarde}"
    if veld.soort is Soort.DATUM:
        return _dag(waarde)
    return dict(veld.keuzes).get(waarde, waarde)


def _dag(waarde: str) -> str:
    try:
        return schrijf_datum(date.fromisoformat(waarde))
    except ValueError:
        return waarde
