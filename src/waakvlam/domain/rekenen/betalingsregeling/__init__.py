"""Betalingsregeling (every debt in full, from the budget) and herfinanciering (one new loan that pays all at once).

Bron: NVVK (36 maanden; an assumption, no law says so).
"""

from waakvlam.domain.rekenen.betalingsregeling.bereken import bereken_betalingsregeling
from waakvlam.domain.rekenen.betalingsregeling.herfinanciering import bereken_herfinanciering
from waakvlam.domain.rekenen.betalingsregeling.inpassen import Regeling
from waakvlam.domain.rekenen.betalingsregeling.invoer import (
    Betaalvolgorde,
    BetalingsregelingInvoer,
    HerfinancieringInvoer,
    Leenrente,
    Regelingschuld,
    lees_herfinanciering,
    lees_invoer,
)

__all__ = [
    "Betaalvolgorde",
    "BetalingsregelingInvoer",
    "HerfinancieringInvoer",
    "Leenrente",
    "Regeling",
    "Regelingschuld",
    "bereken_betalingsregeling",
    "bereken_herfinanciering",
    "lees_herfinanciering",
    "lees_invoer",
]
