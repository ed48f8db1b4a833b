"""Kwijtschelding: how much of a local tax a household need not pay.

Bron: Uitvoeringsregeling Invorderingswet 1990, art. 11-16, en de verordening van gemeente of waterschap.
"""

from waakvlam.domain.rekenen.kwijtschelding.bereken import bereken_kwijtschelding, maak_kosten
from waakvlam.domain.rekenen.kwijtschelding.invoer import KwijtscheldingInvoer, lees_invoer

__all__ = ["KwijtscheldingInvoer", "bereken_kwijtschelding", "lees_invoer", "maak_kosten"]
