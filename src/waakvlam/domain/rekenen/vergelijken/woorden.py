"""Figures as Dutch readers expect them in a sentence."""

from decimal import Decimal

from waakvlam.domain.common.notatie import geld
from waakvlam.domain.rekenen.afronden import rond_af_op_centen
from waakvlam.domain.rekenen.uitleg import schrijf_getal


def noem(waarde: Decimal | None, eenheid: str) -> str:
    """Write a figure with its unit: `€ 1.419,46 per maand`, `13,73%`, `18 maanden`; *onbekend* for None."""
    if waarde is None:
        return "onbekend"
    if eenheid.startswith("euro"):
        return geld(rond_af_op_centen(waarde) + 0).replace("€\u00a0-", "min €\u00a0") + eenheid.removeprefix(
            "euro"
        )
    getal = schrijf_getal(waarde, eenheid).replace(".", ",")
    return f"{getal}%" if eenheid == "procent" else f"{getal} {eenheid}"


def noem_verschil(verschil: Decimal, eenheid: str) -> str:
    """Write a difference without a sign: `€ 17,06 meer`."""
    meer = "meer" if verschil > 0 else "minder"
    return (
        f"{noem(abs(verschil), eenheid.partition(' ')[0] if eenheid.startswith('euro') else eenheid)} {meer}"
    )
