"""What can be said about a right: probably, probably not, or not without another fact."""

from enum import Enum


class Oordeel(Enum):
    """How sure a right is, as far as a calculation can tell; who decides is the gemeente or the Dienst Toeslagen."""

    WAARSCHIJNLIJK_WEL = "waarschijnlijk_wel"
    WAARSCHIJNLIJK_NIET = "waarschijnlijk_niet"
    NIET_TE_ZEGGEN = "niet_te_zeggen"
