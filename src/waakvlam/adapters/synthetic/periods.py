"""Months as numbers, so that stories can count in them."""

from calendar import monthrange
from datetime import date


def month_number(text: str) -> int:
    """`2026-09` to a running number of months; raises ValueError for anything else."""
    year, month = text.split("-")
    if len(year) != 4 or not 1 <= int(month) <= 12:
        raise ValueError(f"Geen maand: {text}")
    return int(year) * 12 + int(month) - 1


def month_text(number: int) -> str:
    """The running number back to `2026-09`."""
    return f"{number // 12:04d}-{number % 12 + 1:02d}"


def day_in(number: int, day: int) -> date:
    """A day in the month, moved to the last day when the month is shorter."""
    year, month = number // 12, number % 12 + 1
    return date(year, month, min(day, monthrange(year, month)[1]))
