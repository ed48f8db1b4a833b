"""Dutch working days and the terms counted in them."""

from datetime import date, timedelta
from functools import lru_cache

from dateutil.easter import easter

SATURDAY = 5


@lru_cache(maxsize=256)
def feestdagen(jaar: int) -> frozenset[date]:
    """Return the holidays of one year on which no term in working days runs.

    5 May counts every year, not only in lustrum years, and Goede Vrijdag is
    equated with a general holiday.
    Bron: art. 3 Algemene termijnenwet; contract.md 3.7 (list of days).

    >>> sorted(feestdagen(2026))[1].isoformat()
    '2026-04-03'
    """
    pasen = easter(jaar)
    koningsdag = date(jaar, 4, 27)
    if koningsdag.weekday() == 6:  # art. 3 lid 1: on a Sunday the birthday is kept the day before
        koningsdag -= timedelta(days=1)
    return frozenset(
        {
            date(jaar, 1, 1),
            pasen - timedelta(days=2),
            pasen + timedelta(days=1),
            koningsdag,
            date(jaar, 5, 5),
            pasen + timedelta(days=39),
            pasen + timedelta(days=50),
            date(jaar, 12, 25),
            date(jaar, 12, 26),
        }
    )


def is_werkdag(dag: date) -> bool:
    """Tell whether a day is Monday to Friday and no holiday."""
    return dag.weekday() < SATURDAY and dag not in feestdagen(dag.year)


def werkdagen_na(dag: date, aantal: int) -> date:
    """Return the day on which `aantal` working days have passed, counted from the next day.

    Raises ValueError when aantal is negative.

    >>> werkdagen_na(date(2026, 9, 25), 3)  # Friday
    datetime.date(2026, 9, 30)
    """
    if aantal < 0:
        raise ValueError("aantal werkdagen kan niet negatief zijn")
    while aantal:
        dag += timedelta(days=1)
        if is_werkdag(dag):
            aantal -= 1
    return dag
