"""Months as one number, so that SQL and Python can count with them alike."""

import calendar
import re
from datetime import date

_VORM = re.compile(r"(\d{4})-(\d{2})")


def lees_maand(tekst: str) -> int:
    """Read `JJJJ-MM` as a month number (year × 12 + month - 1).

    Raises ValueError with what is wrong and an example.

    >>> lees_maand("2026-09") - lees_maand("2025-12")
    9
    """
    gevonden = _VORM.fullmatch(tekst)
    if not gevonden or not 1 <= int(gevonden[2]) <= 12 or int(gevonden[1]) < 1:
        raise ValueError(f"'{tekst}' is geen maand. Schrijf jaar en maand als JJJJ-MM, bijvoorbeeld 2026-09.")
    return int(gevonden[1]) * 12 + int(gevonden[2]) - 1


def schrijf_maand(nummer: int) -> str:
    """Write a month number as `JJJJ-MM`."""
    return f"{nummer // 12:04d}-{nummer % 12 + 1:02d}"


def eerste_dag(nummer: int) -> date:
    """Return the first day of a month."""
    return date(nummer // 12, nummer % 12 + 1, 1)


def laatste_dag(nummer: int) -> date:
    """Return the last day of a month."""
    jaar, maand = nummer // 12, nummer % 12 + 1
    return date(jaar, maand, calendar.monthrange(jaar, maand)[1])
