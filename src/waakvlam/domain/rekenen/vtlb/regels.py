"""The lines of corrections and income: each to an amount per month, with a name of its own in the explanation."""

from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from waakvlam.domain.rekenen.afronden import rond_af_op_centen
from waakvlam.domain.rekenen.uitleg import Stap, gegeven, schrijf_getal
from waakvlam.domain.rekenen.vtlb.invoer import Correctie, Inkomensregel, Periode
from waakvlam.domain.rekenen.vtlb.soorten import (
    Correctiesoort,
    Inkomenssoort,
    get_correctiesoorten,
    get_inkomenssoorten,
)


def maak_stappen(kop: str, regels: Iterable[Correctie | Inkomensregel]) -> tuple[Stap, ...]:
    """Give a step per line, in order, with the amount per month. Two lines of one kind are numbered."""
    soorten = {**get_correctiesoorten()} if kop == "correctie" else {**get_inkomenssoorten()}
    namen: Counter[str] = Counter()
    stappen = []
    for regel in regels:
        naam = f"{kop}: {_naam(soorten, regel.soort)}"
        namen[naam] += 1
        nummer = f" ({namen[naam]})" if namen[naam] > 1 else ""
        stappen.append(_per_maand(naam + nummer, regel.bedrag, regel.periode))
    return tuple(stappen)


def _naam(soorten: Mapping[str, Correctiesoort | Inkomenssoort], soort: str) -> str:
    return soorten[soort].naam if soort in soorten else " ".join(soort.split())


def _per_maand(naam: str, bedrag: Decimal, periode: Periode) -> Stap:
    if periode is Periode.MAAND:
        return gegeven(naam, bedrag)
    keer, gedeeld = periode.per_maand
    per = gegeven(f"{naam} per {periode.woord}", bedrag, f"euro per {periode.woord}")
    maal = f" × {keer}" if keer > 1 else ""
    return Stap(
        naam,
        bedrag * keer / gedeeld,
        f"{per.naam}{maal} / {gedeeld}",
        (per,),
        bron="omrekening naar een maand: 52 weken, 13 keer vier weken of 12 maanden in een jaar",
    )


def tel_op(naam: str, stappen: tuple[Stap, ...], bron: str) -> Stap:
    """Add up the lines; without lines the sum is 0."""
    formule = " + ".join(stap.naam for stap in stappen) or "0"
    return Stap(naam, sum((stap.waarde for stap in stappen), Decimal(0)), formule, stappen, bron=bron)


def beschrijf_correcties(correcties: Iterable[Correctie], stappen: Iterable[Stap]) -> list[dict[str, Any]]:
    """Write every correction with its amount per month, what it is for and the evidence it asks for."""
    return [
        {
            "soort": regel.soort,
            "naam": stap.naam.removeprefix("correctie: "),
            "bedrag": schrijf_getal(regel.bedrag, "euro"),
            "periode": regel.periode.value,
            "per_maand": _schrijf(stap),
            "bewijs": regel.bewijs,
            "toelichting": regel.toelichting,
            "besloten_door": regel.besloten_door,
            **_uitleg(regel.soort),
        }
        for regel, stap in zip(correcties, stappen, strict=True)
    ]


def _uitleg(soort: str) -> dict[str, str | None]:
    bekend = get_correctiesoorten().get(soort)
    if bekend is None:
        return {"uitleg": None, "nodig_bewijs": None, "hoofdstuk": None}
    return {"uitleg": bekend.wat, "nodig_bewijs": bekend.bewijs, "hoofdstuk": bekend.hoofdstuk}


def beschrijf_inkomen(regels: Iterable[Inkomensregel], stappen: Iterable[Stap]) -> list[dict[str, Any]]:
    """Write every source of income, also what does not count; `let_op` where that differs from the report."""
    return [
        {
            "soort": regel.soort,
            "naam": stap.naam.removeprefix("inkomen: "),
            "bedrag": schrijf_getal(regel.bedrag, "euro"),
            "periode": regel.periode.value,
            "per_maand": _schrijf(stap),
            "telt_mee": regel.telt_mee,
            "let_op": _let_op(regel),
        }
        for regel, stap in zip(regels, stappen, strict=True)
    ]


def _let_op(regel: Inkomensregel) -> str | None:
    bekend = get_inkomenssoorten().get(regel.soort)
    if bekend is None or bekend.telt_mee == regel.telt_mee:
        return None
    meestal = "wel" if bekend.telt_mee else "niet"
    return f"Meestal telt {bekend.naam} {meestal} mee (vtlb-rapport, hoofdstuk 6)."


def _schrijf(stap: Stap) -> str:
    return schrijf_getal(rond_af_op_centen(stap.waarde), "euro")
