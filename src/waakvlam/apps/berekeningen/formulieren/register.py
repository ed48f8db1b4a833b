"""The forms by calculation, in the order of the overview."""

from waakvlam.apps.berekeningen.formulieren import (
    aflossen,
    begroting,
    beslagvrije_voet,
    bijstand,
    kwijtschelding,
    toeslagen,
    voorstel,
    vtlb,
)
from waakvlam.apps.berekeningen.formulieren.opzet import Opzet

_OPZETTEN: tuple[Opzet, ...] = (
    beslagvrije_voet.OPZET,
    vtlb.OPZET,
    voorstel.OPZET,
    toeslagen.OPZET,
    kwijtschelding.OPZET,
    bijstand.OPZET,
    begroting.OPZET,
    aflossen.REGELING,
    aflossen.HERFINANCIERING,
)

OPZETTEN: dict[str, Opzet] = {opzet.soort: opzet for opzet in _OPZETTEN}
"""Every form by the name of its calculation."""
