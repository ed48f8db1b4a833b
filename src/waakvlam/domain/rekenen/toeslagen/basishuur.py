"""Basishuur: what a household pays of the rent itself, and from 2026 the reduction by income. Bron: art. 16-21 Wht."""

from datetime import date
from decimal import Decimal

from waakvlam.domain.rekenen.afronden import rond_omhoog_op_euros
from waakvlam.domain.rekenen.normen import Norm, Normen
from waakvlam.domain.rekenen.toeslagen.invoer import ToeslagenInvoer
from waakvlam.domain.rekenen.toeslagen.soort import SOORTEN_2025, Huishoudsoort
from waakvlam.domain.rekenen.toeslagen.zorgtoeslag import maak_toetsingsinkomen
from waakvlam.domain.rekenen.uitleg import EURO_PER_JAAR, Stap

NUL = Decimal(0)
STELSEL_2026 = date(2026, 1, 1)
"""From this day the huurtoeslag is linear in income. Bron: art. 21 lid 2 Wht zoals gewijzigd per 1-1-2026."""


def maak_basishuur(invoer: ToeslagenInvoer, normen: Normen, soort: Huishoudsoort) -> Stap:
    """The normhuur with what the year adds to it and takes off."""
    normhuur = _maak_normhuur(invoer, normen, soort)
    opslag, verlaging = normen["wht_16"], normen["wht_verlaging_eigen_bijdrage"]
    return Stap(
        "basishuur",
        normhuur.waarde + opslag.waarde - verlaging.waarde,
        f"{normhuur.naam} + {opslag.naam} − {verlaging.naam}",
        (normhuur,),
        (opslag, verlaging),
        bron="art. 16 Wht; Wet verlaging eigen bijdrage huurtoeslag",
    )


def _maak_normhuur(invoer: ToeslagenInvoer, normen: Normen, soort: Huishoudsoort) -> Stap:
    if invoer.peildatum >= STELSEL_2026:
        return _laagste_normhuur(normen, soort)
    ijkpunt = normen[f"wht_17_1_{soort.value}"]
    if invoer.toetsingsinkomen <= ijkpunt.waarde:
        return _laagste_normhuur(normen, soort)
    return _normhuur_bij_inkomen(invoer, normen, soort)


def _laagste_normhuur(normen: Normen, soort: Huishoudsoort) -> Stap:
    """With an income up to the minimum-inkomensijkpunt; until 2025 only older people got the reduction of lid 3."""
    delen: tuple[Norm, ...] = (normen["wht_17_2"],)
    if soort.ouderen or normen.peildatum.year >= SOORTEN_2025:
        delen += (normen[f"wht_17_3_{soort.grootte}"],)
    return Stap(
        "normhuur",
        delen[0].waarde - sum((deel.waarde for deel in delen[1:]), NUL),
        " − ".join(deel.naam for deel in delen),
        normen=delen,
        bron="art. 17 lid 2 en 3 Wht",
    )


def _normhuur_bij_inkomen(invoer: ToeslagenInvoer, normen: Normen, soort: Huishoudsoort) -> Stap:
    inkomen = maak_toetsingsinkomen(invoer)
    a, b = normen[f"wht_19_a_{soort.value}"], normen[f"wht_19_b_{soort.value}"]
    bedrag = a.waarde * inkomen.waarde * inkomen.waarde + b.waarde * inkomen.waarde
    return Stap(
        "normhuur",
        rond_omhoog_op_euros(bedrag * 100) / 100,
        f"omhoog afgerond op euro's (({a.naam} × {inkomen.naam} × {inkomen.naam} + {b.naam} × {inkomen.naam}) × 100) / 100",
        (inkomen,),
        (a, b),
        bron="art. 19 lid 2 en 3 Wht",
        toelichting="Naar boven afgerond op hele centen.",
    )


def maak_vermindering(invoer: ToeslagenInvoer, normen: Normen, soort: Huishoudsoort, vol: Stap) -> Stap:
    """Take off the part of the income above the minimum-inkomensijkpunt. Bron: art. 21 lid 2 Wht."""
    inkomen, ijkpunt = maak_toetsingsinkomen(invoer), normen[f"wht_17_1_{soort.grootte}"]
    percentage = normen["wht_21_2a" if soort is Huishoudsoort.EENPERSOONS else "wht_21_2b"]
    boven = Stap(
        "inkomen boven het minimum-inkomensijkpunt",
        max(inkomen.waarde - ijkpunt.waarde, NUL),
        f"hoogste van ({inkomen.naam} − {ijkpunt.naam}; 0)",
        (inkomen,),
        (ijkpunt,),
        bron="art. 21 lid 2 Wht (Y)",
        eenheid=EURO_PER_JAAR,
    )
    return Stap(
        "huurtoeslag per maand na vermindering",
        max(vol.waarde - boven.waarde * percentage.factor / 12, NUL),
        f"hoogste van ({vol.naam} − {boven.naam} × {percentage.naam} / 12; 0)",
        (vol, boven),
        (percentage,),
        bron="art. 21 lid 2 Wht",
    )
