"""Dates and money the Dutch way, for explanations.

>>> from decimal import Decimal
>>> geld(Decimal("1234.5"))
'€\xa01.234,50'
"""

from datetime import date
from decimal import Decimal

MAANDNAMEN = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)


def geld(bedrag: Decimal) -> str:
    """Write euros with two decimals; the space after the sign does not break."""
    return "€\u00a0" + f"{bedrag:,.2f}".translate(str.maketrans(",.", ".,"))


def datum(dag: date) -> str:
    """Write a date as dd-mm-jjjj."""
    return f"{dag:%d-%m-%Y}"


def maand(nummer: int) -> str:
    """Write a month number (see `maand.lees_maand`) as `september 2026`."""
    return f"{MAANDNAMEN[nummer % 12]} {nummer // 12}"
