"""Kindgebonden budget: amounts per child, more for older children and for a parent alone, less with income. Bron: art. 2 WKB."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from waakvlam.domain.rekenen.normen import Norm, Normen
from waakvlam.domain.rekenen.toeslagen.invoer import ToeslagenInvoer
from waakvlam.domain.rekenen.toeslagen.toeslag import Toeslag, geen_toeslag, maak_toeslag
from waakvlam.domain.rekenen.toeslagen.zorgtoeslag import maak_toetsingsinkomen, toets_vermogen
from waakvlam.domain.rekenen.uitleg import EURO_PER_JAAR, Stap

NAAM = "kindgebonden budget"
NUL = Decimal(0)
TWAALF, ZESTIEN, ACHTTIEN = 12 * 12, 16 * 12, 18 * 12
"""Ages in months. Bron: art. 2 lid 1, 3 en 5 WKB."""


def maak_kindgebonden_budget(invoer: ToeslagenInvoer, normen: Normen) -> Toeslag:
    """Compute the kindgebonden budget per month. Raises NormOntbreekt."""
    maanden = tuple(m for m in _tel_maanden(invoer) if 1 <= m <= ACHTTIEN)
    if not maanden:
        return geen_toeslag(NAAM, "Er is geen kind jonger dan 18 jaar.", "art. 2 lid 1 WKB")
    te_rijk = toets_vermogen(NAAM, invoer, normen, "wzt_vermogen", "art. 1 lid 4 WKB")
    if te_rijk:
        return te_rijk
    hoogste, afbouw = _maak_hoogste(invoer, normen, maanden), _maak_afbouw(invoer, normen)
    per_jaar = Stap(
        "aanspraak op kindgebonden budget",
        max(hoogste.waarde - afbouw.waarde, NUL),
        f"hoogste van ({hoogste.naam} − {afbouw.naam}; 0)",
        (hoogste, afbouw),
        bron="art. 2 lid 7 en 8 WKB",
        eenheid=EURO_PER_JAAR,
    )
    return maak_toeslag(NAAM, per_jaar, normen, reden_nul="Het inkomen is te hoog voor kindgebonden budget.")


def _tel_maanden(invoer: ToeslagenInvoer) -> Iterator[int]:
    """Months from the month of birth to that of the peildatum: the law counts from the month after a birthday."""
    for kind in invoer.kinderen:
        yield _maandnummer(invoer.peildatum) - _maandnummer(kind)


def _maandnummer(dag: date) -> int:
    return dag.year * 12 + dag.month


def _maak_hoogste(invoer: ToeslagenInvoer, normen: Normen, maanden: tuple[int, ...]) -> Stap:
    delen = [(1, normen[f"wkb_kind_{nummer}"]) for nummer in range(1, min(len(maanden), 3) + 1)]
    if len(maanden) > 3:
        delen.append((len(maanden) - 3, normen["wkb_kind_4"]))
    delen += _verhogingen(normen, maanden)
    if not invoer.partner:
        delen.append((1, normen["wkb_alo"]))
    return Stap(
        "hoogste kindgebonden budget",
        sum((aantal * norm.waarde for aantal, norm in delen), NUL),
        " + ".join(norm.naam if aantal == 1 else f"{aantal} × {norm.naam}" for aantal, norm in delen),
        normen=tuple(norm for _, norm in delen),
        bron="art. 2 lid 2 tot en met 6 WKB",
        eenheid=EURO_PER_JAAR,
    )


def _verhogingen(normen: Normen, maanden: tuple[int, ...]) -> list[tuple[int, Norm]]:
    jong = sum(1 for m in maanden if TWAALF < m <= ZESTIEN)
    oud = sum(1 for m in maanden if m > ZESTIEN)
    return [(n, normen[s]) for n, s in ((jong, "wkb_12_15"), (oud, "wkb_16_17")) if n]


def _maak_afbouw(invoer: ToeslagenInvoer, normen: Normen) -> Stap:
    boven, percentage = _maak_inkomen_boven(invoer, normen), normen["wkb_2_7"]
    return Stap(
        "vermindering door inkomen",
        percentage.factor * boven.waarde,
        f"{percentage.naam} × {boven.naam}",
        (boven,),
        (percentage,),
        bron=f"art. 2 lid {8 if invoer.partner else 7} WKB",
        eenheid=EURO_PER_JAAR,
    )


def _maak_inkomen_boven(invoer: ToeslagenInvoer, normen: Normen) -> Stap:
    inkomen, drempel = maak_toetsingsinkomen(invoer), normen["wzt_drempelinkomen"]
    grenzen = (drempel, normen["wkb_2_8"]) if invoer.partner else (drempel,)
    return Stap(
        "inkomen boven de grens voor kindgebonden budget",
        max(inkomen.waarde - sum((grens.waarde for grens in grenzen), NUL), NUL),
        f"hoogste van ({' − '.join((inkomen.naam, *(grens.naam for grens in grenzen)))}; 0)",
        (inkomen,),
        grenzen,
        bron=f"art. 1 lid 1 onder d en art. 2 lid {8 if invoer.partner else 7} WKB",
        eenheid=EURO_PER_JAAR,
    )
