"""Rounding: the only place where a calculation loses anything, always as a named step."""

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from enum import Enum

CENT = Decimal("0.01")
EURO = Decimal(1)
_RUIS = Decimal("1e-12")


class Afronding(Enum):
    """How a beslagvrije voet is rounded. No rule in Rv 475c-475fa says so: an assumption that is always shown.

    Courts report the beslagvrije voet in whole euros, in one case certainly rounded up.
    """

    CENT = "cent"
    EURO_OMHOOG = "euro_omhoog"


def rond_af_op_centen(bedrag: Decimal) -> Decimal:
    """Round euros to the nearest cent, half a cent up."""
    return _zonder_ruis(bedrag).quantize(CENT, ROUND_HALF_UP)


def rond_af_op_euros(bedrag: Decimal) -> Decimal:
    """Round to the nearest whole euro, half a euro up. Bron: art. 14 lid 3 Awir (rekenkundig afgerond)."""
    return _zonder_ruis(bedrag).quantize(EURO, ROUND_HALF_UP)


def rond_omhoog_op_euros(bedrag: Decimal) -> Decimal:
    """Round up to a whole euro."""
    return _zonder_ruis(bedrag).quantize(EURO, ROUND_CEILING)


def rond_omlaag_op_euros(bedrag: Decimal) -> Decimal:
    """Round down to a whole euro."""
    return _zonder_ruis(bedrag).quantize(EURO, ROUND_FLOOR)


def _zonder_ruis(bedrag: Decimal) -> Decimal:
    # A third of a cent plus two thirds of a cent is 0.00999… in 28 digits: without this the cent would be lost.
    return bedrag.quantize(_RUIS, ROUND_HALF_UP)
