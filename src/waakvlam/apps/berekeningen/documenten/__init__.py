"""Calculations on paper."""

from waakvlam.apps.berekeningen.documenten.berekening import maak_berekening_pdf

__all__ = ["maak_berekening_pdf"]
