"""Bijstand: the norm that holds for a household, and whether bijstand would add to its income.

Bron: Participatiewet, hoofdstuk 3.
"""

from waakvlam.domain.rekenen.bijstand.aanvulling import Aanvulling
from waakvlam.domain.rekenen.bijstand.bereken import bereken_bijstand, maak_bijstand
from waakvlam.domain.rekenen.bijstand.invoer import BijstandInvoer, Medebewoner, lees_invoer
from waakvlam.domain.rekenen.bijstand.oordeel import Oordeel

__all__ = [
    "Aanvulling",
    "BijstandInvoer",
    "Medebewoner",
    "Oordeel",
    "bereken_bijstand",
    "lees_invoer",
    "maak_bijstand",
]
