"""Read a table of suggestions, strictly: an unknown key, a doubtful number or a line that never fits is an error."""

from collections.abc import Collection
from dataclasses import fields
from decimal import Decimal, InvalidOperation
from functools import cache
from importlib.resources import files
from typing import Any

from waakvlam.domain.common.fouten import WaakvlamFout
from waakvlam.domain.common.yaml_lezen import lees_yaml
from waakvlam.domain.rekenen.begroting.invoer import Omstandigheid
from waakvlam.domain.rekenen.begroting.suggesties import (
    Instrument,
    Suggestieregel,
    Suggestietabel,
    Voorwaarden,
)

_TABEL = ("naam", "instrumenten", "regels")
_INSTRUMENT = ("naam", "uitleg")
_REGEL = ("als", "dan", "omdat")
_ALS = tuple(veld.name for veld in fields(Voorwaarden))


@cache
def get_standaardtabel() -> Suggestietabel:
    """The table that every gemeente starts with; an assumption until it adopts its own."""
    return lees_suggestietabel((files(__package__) / "suggesties.yaml").read_text(encoding="utf-8"))


def lees_suggestietabel(tekst: str) -> Suggestietabel:
    """Read the table from YAML. Raises WaakvlamFout that names the place and what may stand there."""
    try:
        inhoud = lees_yaml(tekst)
    except WaakvlamFout as fout:
        raise WaakvlamFout(f"Suggestietabel: {fout}") from fout
    blok = _blok("bovenste niveau", inhoud, _TABEL)
    instrumenten = _lees_instrumenten(blok["instrumenten"])
    return Suggestietabel(
        _tekst("naam", blok["naam"]), instrumenten, _lees_regels(blok["regels"], instrumenten)
    )


def _fout(plek: str, wat: str) -> WaakvlamFout:
    return WaakvlamFout(f"Suggestietabel, {plek}: {wat}")


def _blok(plek: str, waarde: Any, sleutels: Collection[str], *, alles: bool = True) -> dict[str, Any]:
    if not isinstance(waarde, dict):
        raise _fout(plek, f"hier hoort een blok met {', '.join(sleutels)}.")
    for sleutel in waarde:
        if sleutel not in sleutels:
            raise _fout(plek, f"'{sleutel}' is onbekend. Kies uit: {', '.join(sleutels)}.")
    for sleutel in sleutels:
        if alles and sleutel not in waarde:
            raise _fout(plek, f"'{sleutel}' ontbreekt.")
    return waarde


def _tekst(plek: str, waarde: Any) -> str:
    if not isinstance(waarde, str) or not waarde.strip():
        raise _fout(plek, "hier hoort een tekst.")
    return " ".join(waarde.split())


def _lees_instrumenten(waarde: Any) -> dict[str, Instrument]:
    if not isinstance(waarde, dict) or not waarde:
        raise _fout("instrumenten", "hier hoort ten minste één instrument met naam en uitleg.")
    instrumenten = {}
    for sleutel, inhoud in waarde.items():
        plek = f"instrument '{sleutel}'"
        blok = _blok(plek, inhoud, _INSTRUMENT)
        instrumenten[_tekst(plek, sleutel)] = Instrument(
            sleutel, _tekst(f"{plek}, naam", blok["naam"]), _tekst(f"{plek}, uitleg", blok["uitleg"])
        )
    return instrumenten


def _lees_regels(waarde: Any, instrumenten: dict[str, Instrument]) -> tuple[Suggestieregel, ...]:
    if not isinstance(waarde, list) or not waarde:
        raise _fout("regels", "hier hoort een lijst met ten minste één regel.")
    return tuple(_lees_regel(f"regel {nummer}", deel, instrumenten) for nummer, deel in enumerate(waarde, 1))


def _lees_regel(plek: str, waarde: Any, instrumenten: dict[str, Instrument]) -> Suggestieregel:
    blok = _blok(plek, waarde, _REGEL)
    if not isinstance(blok["dan"], str) or blok["dan"] not in instrumenten:
        raise _fout(plek, f"'{blok['dan']}' is geen instrument. Kies uit: {', '.join(instrumenten)}.")
    return Suggestieregel(_lees_als(plek, blok["als"]), blok["dan"], _tekst(f"{plek}, omdat", blok["omdat"]))


def _lees_als(plek: str, waarde: Any) -> Voorwaarden:
    blok = _blok(f"{plek}, als", waarde, _ALS, alles=False)
    if not blok:
        raise _fout(f"{plek}, als", f"hier hoort ten minste één voorwaarde: {', '.join(_ALS)}.")
    als = Voorwaarden(
        **{naam: _getal(f"{plek}, {naam}", deel) for naam, deel in blok.items() if naam != "omstandigheid"},
        omstandigheid=_lees_omstandigheid(plek, blok["omstandigheid"]) if "omstandigheid" in blok else None,
    )
    if als.saldo_onder is not None and als.saldo_vanaf is not None and als.saldo_onder <= als.saldo_vanaf:
        raise _fout(plek, "saldo_onder is niet hoger dan saldo_vanaf: zo past geen enkele begroting.")
    return als


def _getal(plek: str, waarde: Any) -> Decimal:
    try:
        getal = Decimal("NaN") if isinstance(waarde, bool) else Decimal(str(waarde))
    except InvalidOperation:
        getal = Decimal("NaN")
    if not getal.is_finite():
        raise _fout(plek, f"{waarde!r} is geen getal. Schrijf bijvoorbeeld -50 of 12.50.")
    return getal


def _lees_omstandigheid(plek: str, waarde: Any) -> tuple[Omstandigheid, ...]:
    namen = ", ".join(lid.value for lid in Omstandigheid)
    if not isinstance(waarde, list) or not waarde:
        raise _fout(f"{plek}, omstandigheid", f"hier hoort een lijst met een of meer van: {namen}.")
    try:
        return tuple(Omstandigheid(deel) for deel in waarde)
    except ValueError as fout:
        raise _fout(f"{plek}, omstandigheid", f"kies uit: {namen}.") from fout
