"""The facts of a kept calculation in the words of its form."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from waakvlam.apps.berekeningen.formulieren.invullen import Ingevuld
from waakvlam.apps.berekeningen.formulieren.opzet import Feiten, Opzet, Rijen, Veld, Veldsoort
from waakvlam.domain.common.notatie import datum as schrijf_datum


def lijst_feiten(opzet: Opzet, ingevuld: Ingevuld, bewaard: Feiten | None = None) -> list[tuple[str, str]]:
    """List (question, answer) of everything that was filled in, in the order of the form.

    With `bewaard`, the facts as they were kept, what the form of today does not ask follows, by its key.
    """
    feiten: list[tuple[str, str]] = []
    for groep in opzet.groepen:
        for deel in groep.delen:
            if isinstance(deel, Rijen):
                feiten += _rijen(deel, ingevuld)
            elif waarde := ingevuld.waarden.get(deel.naam, ""):
                feiten.append((deel.label, _zeg(deel, waarde)))
    return feiten + _zonder_vraag(bewaard or {}, ingevuld)


def _zonder_vraag(bewaard: Feiten, ingevuld: Ingevuld) -> list[tuple[str, str]]:
    gevraagd = list(_bladeren(ingevuld.feiten))
    paden = {pad for pad, _, _ in gevraagd}
    losse = {(pad, str(waarde)) for pad, waarde, los in gevraagd if los}
    return [
        (pad, "ja" if waarde is True else str(waarde))
        for pad, waarde, los in _bladeren(bewaard)
        if ((pad, str(waarde)) not in losse if los else pad not in paden)
    ]


def _bladeren(waarde: Any, pad: str = "", *, los: bool = False) -> Iterator[tuple[str, Any, bool]]:
    """Give every fact that says something: its path, its value, and whether it is a bare value in a list."""
    if isinstance(waarde, Mapping):
        for sleutel, deel in waarde.items():
            yield from _bladeren(deel, f"{pad}.{sleutel}" if pad else str(sleutel))
    elif isinstance(waarde, list | tuple):
        for nummer, deel in enumerate(waarde, 1):
            is_blok = isinstance(deel, Mapping)
            yield from _bladeren(deel, f"{pad}[{nummer}]" if is_blok else pad, los=not is_blok)
    elif waarde not in (None, "", False):
        yield pad, waarde, los


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
    if veld.soort is Veldsoort.JA_NEE:
        return "ja"
    if veld.soort is Veldsoort.BEDRAG:
        return f"€\u00a0{waarde}"
    if veld.soort is Veldsoort.DATUM:
        return _dag(waarde)
    return dict(veld.keuzes).get(waarde, waarde)


def _dag(waarde: str) -> str:
    try:
        return schrijf_datum(date.fromisoformat(waarde))
    except ValueError:
        return waarde
