"""Proposal to creditors: what there is, divided over the debts.

Bron: art. 349 Fw, that a minnelijk voorstel follows; `vergelijk_voorstellen` compares two of them at a hercontrole.
"""

from waakvlam.domain.rekenen.voorstel.bereken import bereken_voorstel
from waakvlam.domain.rekenen.voorstel.hercontrole import (
    Hercontrole,
    Oorzaak,
    lees_hercontrole,
    vergelijk_voorstellen,
)
from waakvlam.domain.rekenen.voorstel.invoer import (
    Bijdrage,
    Herkomst,
    KredietInvoer,
    Schuld,
    VoorstelInvoer,
    WsnpInvoer,
    lees_invoer,
)
from waakvlam.domain.rekenen.voorstel.verdeling import Verdeling, Vordering, verdeel_bedrag

__all__ = [
    "Bijdrage",
    "Hercontrole",
    "Herkomst",
    "KredietInvoer",
    "Oorzaak",
    "Schuld",
    "Verdeling",
    "VoorstelInvoer",
    "Vordering",
    "WsnpInvoer",
    "bereken_voorstel",
    "lees_hercontrole",
    "lees_invoer",
    "verdeel_bedrag",
    "vergelijk_voorstellen",
]
