"""Inkomenscheck: which rights a household probably has, from a profile; for a public page and inside a case.

Following a right until it was applied for, granted or refused is the work of the app; the statuses are here.
"""

from waakvlam.domain.rekenen.inkomenscheck.bereken import beoordeel_rechten, bereken_inkomenscheck
from waakvlam.domain.rekenen.inkomenscheck.invoer import InkomenscheckInvoer, lees_invoer
from waakvlam.domain.rekenen.inkomenscheck.recht import Inkomensrecht
from waakvlam.domain.rekenen.inkomenscheck.regelingen import (
    Gemeenteregels,
    LokaleRegeling,
    Vermogensregel,
    laad_voorbeeld,
    lees_gemeenteregels,
)
from waakvlam.domain.rekenen.inkomenscheck.status import Aanvraagstatus

__all__ = [
    "Aanvraagstatus",
    "Gemeenteregels",
    "InkomenscheckInvoer",
    "Inkomensrecht",
    "LokaleRegeling",
    "Vermogensregel",
    "beoordeel_rechten",
    "bereken_inkomenscheck",
    "laad_voorbeeld",
    "lees_gemeenteregels",
    "lees_invoer",
]
