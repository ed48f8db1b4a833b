"""Dutch notation in a form and back: `1.234,50` is typed, 1234.50 is computed with."""

import re
from decimal import Decimal, InvalidOperation

_GEWOON = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,2})?")
_DUIZENDEN = re.compile(r"-?\d{1,3}(\.\d{3})+")


def lees_bedrag(tekst: str) -> str:
    """Give an amount as the domain reads it, with two decimals; what is no amount stays as typed, for the domain to refuse.

    `€ 1.234,50`, `1234,5`, `1234.50` and `1.234` (thousand) are all amounts. More than two decimals are not rounded here.
    """
    kaal = "".join(tekst.replace("€", "").split()).removesuffix(",-")
    if "," in kaal or _DUIZENDEN.fullmatch(kaal):
        kaal = kaal.replace(".", "").replace(",", ".")
    if _GEWOON.fullmatch(kaal):
        return f"{Decimal(kaal):.2f}"
    return kaal if _is_getal(kaal) else tekst.strip()


def lees_getal(tekst: str) -> str:
    """Give a number as the domain reads it: a comma for decimals, or a point when there is no comma."""
    kaal = "".join(tekst.replace("%", "").split())
    if "," in kaal:
        kaal = kaal.replace(".", "").replace(",", ".")
    return kaal if _is_getal(kaal) else tekst.strip()


def toon_bedrag(waarde: object) -> str:
    """Write an amount of the facts as it is typed: 1234.5 as 1.234,50."""
    if not _is_getal(str(waarde)):
        return str(waarde)
    return f"{Decimal(str(waarde)):,.2f}".translate(str.maketrans(",.", ".,"))


def toon_getal(waarde: object) -> str:
    """Write a number of the facts with a comma."""
    return str(waarde).replace(".", ",")


def _is_getal(tekst: str) -> bool:
    try:
        return Decimal(tekst).is_finite()
    except InvalidOperation:
        return False
