"""Beslagvrije voet: the part of an income that a creditor may not seize.

Bron: art. 475c-475fa Rv (stelsel sinds 1-1-2021; formule gewijzigd per 1-1-2026).
"""

from waakvlam.domain.rekenen.beslagvrije_voet.bereken import bereken_beslagvrije_voet
from waakvlam.domain.rekenen.beslagvrije_voet.invoer import (
    BeslagvrijeVoetInvoer,
    Instellingen,
    Leefsituatie,
    NegatieveOnderdelen,
    lees_invoer,
)

__all__ = [
    "BeslagvrijeVoetInvoer",
    "Instellingen",
    "Leefsituatie",
    "NegatieveOnderdelen",
    "bereken_beslagvrije_voet",
    "lees_invoer",
]
