"""Basishuur of the Wht, one for the huurtoeslag and for the beslagvrije voet. Bron: art. 16 en 17 Wht; art. 475da lid 2 Rv (J)."""

from datetime import date
from decimal import Decimal

from waakvlam.domain.rekenen.normen import Norm, Normen
from waakvlam.domain.rekenen.uitleg import Stap

STELSEL_2026 = date(2026, 1, 1)
"""From this day huurtoeslag and the huur component of the beslagvrije voet are linear in income.

Bron: art. 21 lid 2 Wht en art. 475da lid 2 Rv, zoals gewijzigd per 1-1-2026.
"""


def maak_basishuur(normen: Normen, normhuur: Stap) -> Stap:
    """The normhuur with what the year adds to it and takes off: what a household pays of the rent itself."""
    opslag, verlaging = normen["wht_16"], normen["wht_verlaging_eigen_bijdrage"]
    return Stap(
        "basishuur",
        normhuur.waarde + opslag.waarde - verlaging.waarde,
        f"{normhuur.naam} + {opslag.naam} − {verlaging.naam}",
        (normhuur,),
        (opslag, verlaging),
        bron="art. 16 Wht; Wet verlaging eigen bijdrage huurtoeslag",
    )


def maak_laagste_normhuur(normen: Normen, grootte: str, *, verlaagd: bool = True) -> Stap:
    """The normhuur with an income up to the minimum-inkomensijkpunt.

    `grootte` is `eenpersoons` or `meerpersoons`; `verlaagd` takes off the reduction of lid 3.
    """
    delen: tuple[Norm, ...] = (normen["wht_17_2"],)
    if verlaagd:
        delen += (normen[f"wht_17_3_{grootte}"],)
    return Stap(
        "normhuur",
        delen[0].waarde - sum((deel.waarde for deel in delen[1:]), Decimal(0)),
        " − ".join(deel.naam for deel in delen),
        normen=delen,
        bron="art. 17 lid 2 en 3 Wht",
    )
