"""Read a policy from the data of its YAML, strictly: an unknown key or value is an error.

Bron: contract.md section 2.
"""

from collections.abc import Callable, Iterable
from dataclasses import fields
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import Enum
from typing import Any, TypeVar

from waakvlam.domain.common.fouten import WaakvlamFout
from waakvlam.domain.common.yaml_lezen import lees_yaml
from waakvlam.domain.matching.beleid import Als, Beleid, Meervoudig, Regel, Sleutel, Telt, Venster, Volgorde
from waakvlam.domain.signalen.soorten import get_soortnamen

E = TypeVar("E", bound=Enum)
JANEE_ALS = ("crisissignaal", "warme_overdracht", "einde_levering", "meervoudig", "opeenvolgend")
MAX_MAANDEN = 120


def _fout(plek: str, wat: str) -> WaakvlamFout:
    return WaakvlamFout(f"Afwegingskader, {plek}: {wat}")


def _toets_sleutels(plek: str, waarde: Any, toegestaan: Iterable[str]) -> dict[str, Any]:
    if not isinstance(waarde, dict):
        raise _fout(plek, f"hier hoort een blok met {', '.join(toegestaan)}.")
    for sleutel in waarde:
        if sleutel not in toegestaan:
            raise _fout(plek, f"'{sleutel}' is onbekend. Kies uit: {', '.join(toegestaan)}.")
    return waarde


def _getal(plek: str, waarde: Any, minimum: int, maximum: int = 10**9) -> int:
    if isinstance(waarde, bool) or not isinstance(waarde, int) or not minimum <= waarde <= maximum:
        raise _fout(plek, f"{waarde!r} moet een heel getal van {minimum} tot en met {maximum} zijn.")
    return waarde


def _bedrag(plek: str, waarde: Any) -> Decimal:
    try:
        bedrag = Decimal(str(waarde))
    except InvalidOperation:
        bedrag = Decimal(-1)
    if isinstance(waarde, bool) or not bedrag.is_finite() or bedrag < 0:
        raise _fout(
            plek, f"{waarde!r} moet een bedrag in euro's van 0 of meer zijn, bijvoorbeeld 75 of 99.50."
        )
    return bedrag


def _janee(plek: str, waarde: Any) -> bool:
    if not isinstance(waarde, bool):
        raise _fout(plek, f"{waarde!r} moet true of false zijn.")
    return waarde


def _keuze(plek: str, waarde: Any, soort: type[E]) -> E:
    try:
        return soort(waarde)
    except ValueError:
        raise _fout(plek, f"{waarde!r} is onbekend. Kies uit: {', '.join(e.value for e in soort)}.") from None


def _tekst(plek: str, waarde: Any) -> str:
    if not isinstance(waarde, str) or not waarde.strip():
        raise _fout(plek, "hier hoort een tekst.")
    return waarde.strip()


def _teksten(plek: str, waarde: Any) -> tuple[str, ...]:
    if not isinstance(waarde, list) or not waarde:
        raise _fout(plek, "hier hoort een lijst, bijvoorbeeld [Huur, Zorg].")
    return tuple(_tekst(plek, deel) for deel in waarde)


def _soort(plek: str, waarde: str) -> str:
    if waarde not in get_soortnamen():
        raise _fout(plek, f"'{waarde}' is geen soort signaal. Kies uit: {', '.join(get_soortnamen())}.")
    return waarde


def _lees_venster(waarde: Any) -> dict[str, Venster]:
    blok = _toets_sleutels("venster", waarde, get_soortnamen())
    vensters = {}
    for soort, grenzen in blok.items():
        plek = f"venster van {soort}"
        grenzen = _toets_sleutels(plek, grenzen, ("dagen_min", "dagen_max"))
        getallen = {naam: _getal(plek, dagen, 0) for naam, dagen in grenzen.items()}
        venster = Venster(**getallen)
        if None not in (venster.dagen_min, venster.dagen_max) and venster.dagen_min > venster.dagen_max:  # type: ignore[operator]
            raise _fout(plek, "dagen_min is groter dan dagen_max: zo past geen enkel signaal.")
        vensters[soort] = venster
    return vensters


def _lees_meervoudig(waarde: Any) -> Meervoudig:
    plek = "meervoudig"
    blok = _toets_sleutels(plek, waarde, [f.name for f in fields(Meervoudig)])
    gelezen: dict[str, Any] = {}
    if "sleutel" in blok:
        gelezen["sleutel"] = _keuze(plek, blok["sleutel"], Sleutel)
    if "telt" in blok:
        gelezen["telt"] = _keuze(plek, blok["telt"], Telt)
    if "minimaal" in blok:
        gelezen["minimaal"] = _getal(plek, blok["minimaal"], 1)
    if "maanden" in blok:
        gelezen["maanden"] = _getal(plek, blok["maanden"], 1, MAX_MAANDEN)
    return Meervoudig(**gelezen)


def _lees_terug(plek: str, waarde: Any, standaard: int) -> int:
    blok = _toets_sleutels(plek, waarde, ("maanden",))
    return _getal(plek, blok.get("maanden", standaard), 1, MAX_MAANDEN)


_ALS: dict[str, Callable[[str, Any], Any]] = {
    **dict.fromkeys(JANEE_ALS, _janee),
    "soort": lambda plek, waarde: tuple(_soort(plek, naam) for naam in _teksten(plek, waarde)),
    "partner": _teksten,
    "bedrag_vanaf": _bedrag,
    "bedrag_tot": _bedrag,
    "aantal_vanaf": lambda plek, waarde: _getal(plek, waarde, 1),
    "leeftijd_vanaf": lambda plek, waarde: _getal(plek, waarde, 0, 150),
    "leeftijd_tot": lambda plek, waarde: _getal(plek, waarde, 0, 150),
}


def _lees_regel(nummer: int, waarde: Any) -> Regel:
    plek = f"opvolging regel {nummer}"
    blok = _toets_sleutels(plek, waarde, [f.name for f in fields(Regel)])
    if "dan" not in blok:
        raise _fout(plek, "'dan' ontbreekt: wat moet er met de melding gebeuren?")
    als = _toets_sleutels(plek, blok.get("als", {}), _ALS)
    gelezen: dict[str, Any] = {
        "als": Als(**{naam: _ALS[naam](f"{plek}, {naam}", w) for naam, w in als.items()})
    }
    gelezen |= {naam: _tekst(plek, blok[naam]) for naam in ("dan", "anders") if naam in blok}
    gelezen |= {
        naam: _getal(f"{plek}, {naam}", blok[naam], 0)
        for naam in ("binnen_dagen", "binnen_werkdagen", "quotum")
        if naam in blok
    }
    if {"binnen_dagen", "binnen_werkdagen"} <= gelezen.keys():
        raise _fout(plek, "kies binnen_dagen of binnen_werkdagen, niet allebei.")
    if ("quotum" in gelezen) != ("anders" in gelezen):
        raise _fout(plek, "quotum en anders horen bij elkaar: geen melding valt weg door een quotum.")
    return Regel(**gelezen)


def _lees_opvolging(waarde: Any) -> tuple[Regel, ...]:
    if not isinstance(waarde, list) or not waarde:
        raise _fout("opvolging", "hier hoort een lijst van regels; de laatste zonder voorwaarde.")
    regels = tuple(_lees_regel(nummer, deel) for nummer, deel in enumerate(waarde, 1))
    if regels[-1].als != Als():
        raise _fout(
            "opvolging", "de laatste regel mag geen voorwaarde hebben, anders blijven meldingen liggen."
        )
    for nummer, regel in enumerate(regels[:-1], 1):
        if regel.als == Als():
            raise _fout(
                f"opvolging regel {nummer}", "zonder voorwaarde komt geen latere regel meer aan de beurt."
            )
    return regels


def _lees_volgorde(waarde: Any) -> tuple[Volgorde, ...]:
    if not isinstance(waarde, list) or not waarde or len(set(map(str, waarde))) < len(waarde):
        raise _fout("volgorde", "hier hoort een lijst zonder herhaling van aantal, bedrag, dagen.")
    return tuple(_keuze("volgorde", deel, Volgorde) for deel in waarde)


def _lees_gemeente(waarde: Any) -> str:
    # A bare 0437 is an octal number in YAML: only text can be trusted to be what was written.
    if not isinstance(waarde, str) or len(waarde) != 4 or not waarde.isascii() or not waarde.isdigit():
        raise _fout(
            "gemeente",
            f'{waarde!r} is geen gemeentecode. Schrijf "0406": vier cijfers, met aanhalingstekens.',
        )
    return waarde


def _lees_datum(waarde: Any) -> date:
    if type(waarde) is not date:
        raise _fout("geldig_vanaf", f"{waarde!r} is geen datum. Schrijf JJJJ-MM-DD, bijvoorbeeld 2026-01-01.")
    return waarde


_BELEID: dict[str, Callable[[Any], Any]] = {
    "naam": lambda w: _tekst("naam", w),
    "gemeente": _lees_gemeente,
    "geldig_vanaf": _lees_datum,
    "venster": _lees_venster,
    "drempelbedrag": lambda w: _bedrag("drempelbedrag", w),
    "particulier": lambda w: _janee("particulier", w),
    "meervoudig": _lees_meervoudig,
    "opeenvolgend": lambda w: _lees_terug("opeenvolgend", w, 6),
    "herhaald": lambda w: _lees_terug("herhaald", w, 1),
    "opvolging": _lees_opvolging,
    "volgorde": _lees_volgorde,
}


def lees_beleid(inhoud: Any) -> Beleid:
    """Read a policy from the data of its YAML.

    Raises WaakvlamFout that names the block and what may stand there.
    """
    blok = _toets_sleutels("bovenste niveau", inhoud, _BELEID)
    for nodig in ("naam", "gemeente", "geldig_vanaf", "opvolging"):
        if blok.get(nodig) is None:
            raise _fout(nodig, "ontbreekt.")
    return Beleid(**{naam: _BELEID[naam](waarde) for naam, waarde in blok.items() if waarde is not None})


def lees_beleidstekst(tekst: str, naam: str = "Afwegingskader") -> Beleid:
    """Read a policy from YAML text; `naam` is what the text is called in the message when it is no YAML.

    Raises WaakvlamFout.
    """
    try:
        inhoud = lees_yaml(tekst)
    except WaakvlamFout as fout:
        raise WaakvlamFout(f"{naam}: {fout}") from fout
    return lees_beleid(inhoud)
