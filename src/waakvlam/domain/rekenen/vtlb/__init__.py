"""Vrij te laten bedrag (vtlb) and afloscapaciteit: what somebody in a debt arrangement keeps, and what is left to pay with.

Bron: art. 295 lid 2 en 3 Fw (vtlb = beslagvrije voet + nominaal bedrag); vtlb-rapport van Recofa (the kinds of corrections).
"""

from waakvlam.domain.rekenen.vtlb.bereken import bereken_vtlb
from waakvlam.domain.rekenen.vtlb.invoer import (
    Correctie,
    Inkomensregel,
    OfficieelVtlb,
    Periode,
    VtlbInvoer,
    lees_invoer,
)
from waakvlam.domain.rekenen.vtlb.soorten import (
    Correctiesoort,
    Inkomenssoort,
    get_correctiesoorten,
    get_inkomenssoorten,
)
from waakvlam.domain.rekenen.vtlb.termijn import Termijn, Termijnbesluit, bepaal_termijn

__all__ = [
    "Correctie",
    "Correctiesoort",
    "Inkomensregel",
    "Inkomenssoort",
    "OfficieelVtlb",
    "Periode",
    "Termijn",
    "Termijnbesluit",
    "VtlbInvoer",
    "bepaal_termijn",
    "bereken_vtlb",
    "get_correctiesoorten",
    "get_inkomenssoorten",
    "lees_invoer",
]
