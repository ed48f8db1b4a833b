"""Dated amounts of law: one YAML file per law or regulation, read once and never changed after release.

A norm is asked for by its key and a date. A date outside what is known is an error that says until when the norms
reach; an amount that was not found says so, and may be entered by a consulent with its source.
"""

from waakvlam.domain.rekenen.normen.model import EigenNorm, Norm, Normen, NormOntbreekt, Status
from waakvlam.domain.rekenen.normen.tabel import Normentabel, laad_normen
from waakvlam.domain.rekenen.normen.vernieuwen import NieuweNormenNodig, nieuwe_normen_nodig

__all__ = [
    "EigenNorm",
    "NieuweNormenNodig",
    "Norm",
    "NormOntbreekt",
    "Normen",
    "Normentabel",
    "Status",
    "laad_normen",
    "nieuwe_normen_nodig",
]
