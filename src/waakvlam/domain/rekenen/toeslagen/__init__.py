"""Toeslagen: zorgtoeslag, huurtoeslag and kindgebonden budget, per month.

Bron: Awir, Wet op de zorgtoeslag, Wet op de huurtoeslag, Wet op het kindgebonden budget.
"""

from waakvlam.domain.rekenen.toeslagen.bereken import Toeslagen, bereken_toeslagen, maak_toeslagen
from waakvlam.domain.rekenen.toeslagen.invoer import ToeslagenInvoer, lees_invoer
from waakvlam.domain.rekenen.toeslagen.toeslag import Toeslag

__all__ = ["Toeslag", "Toeslagen", "ToeslagenInvoer", "bereken_toeslagen", "lees_invoer", "maak_toeslagen"]
