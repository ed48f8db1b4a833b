"""The layout of each calculation."""

from waakvlam.apps.berekeningen.weergave import begroting, beslagvrije_voet, toeslagen, voorstel, vtlb
from waakvlam.apps.berekeningen.weergave.blad import Blad, Maker, Vorm

_MAKERS: dict[str, Maker] = {
    "beslagvrije-voet": beslagvrije_voet.maak_blad,
    "vtlb": vtlb.maak_blad,
    "voorstel": voorstel.maak_blad,
    "toeslagen": toeslagen.maak_toeslagen,
    "kwijtschelding": toeslagen.maak_kwijtschelding,
    "bijstand": toeslagen.maak_bijstand,
    "begroting": begroting.maak_begroting,
    "betalingsregeling": begroting.maak_betalingsregeling,
    "herfinanciering": begroting.maak_herfinanciering,
}


def maak_blad(soort: str, uitkomst: Vorm) -> Blad:
    """Lay out a kept result. Raises KeyError for a calculation without a layout."""
    return _MAKERS[soort](uitkomst)
