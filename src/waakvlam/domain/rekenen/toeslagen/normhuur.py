"""The normhuur by income until 2026, and from then the reduction by income. Bron: art. 17-21 Wht."""

from decimal import Decimal

from waakvlam.domain.rekenen.afronden import rond_omhoog_op_euros
from waakvlam.domain.rekenen.basishuur import STELSEL_2026, maak_laagste_normhuur
from waakvlam.domain.rekenen.normen import Normen
from waakvlam.domain.rekenen.toeslagen.invoer import ToeslagenInvoer
from waakvlam.domain.rekenen.toeslagen.soort import SOORTEN_2025, Huishoudsoort
from waakvlam.domain.rekenen.toeslagen.zorgtoeslag import maak_toetsingsinkomen
from waakvlam.domain.rekenen.uitleg import EURO_PER_JAAR, Stap

NUL = Decimal(0)


def maak_normhuur(invoer: ToeslagenInvoer, normen: Normen, soort: Huishoudsoort) -> Stap:
    """The part of the rent that goes with the income; until 2025 only older people got the reduction of lid 3."""
    verlaagd = soort.ouderen or normen.peildatum.year >= SOORTEN_2025
    laagste = maak_laagste_normhuur(normen, soort.grootte, verlaagd=verlaagd)
    if invoer.peildatum >= STELSEL_2026:
        return laagste
    ijkpunt = normen[f"wht_17_1_{soort.value}"]
    if invoer.toetsingsinkomen <= ijkpunt.waarde:
        return laagste
    return _normhuur_bij_inkomen(invoer, normen, soort)


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
