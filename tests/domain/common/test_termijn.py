"""Dutch working days: the holidays of the Algemene termijnenwet, and terms that run over them."""

from datetime import date, timedelta

import pytest

from waakvlam.domain.common.termijn import feestdagen, is_werkdag, werkdagen_na
from waakvlam.domain.matching.beleid import Regel
from waakvlam.domain.matching.uitleg import uiterlijk

# nieuwjaar, Goede Vrijdag, Tweede Paasdag, Koningsdag, bevrijdingsdag, Hemelvaart, Tweede Pinksterdag, Kerstmis (2)
FEESTDAGEN = {
    2024: "01-01 03-29 04-01 04-27 05-05 05-09 05-20 12-25 12-26",
    2025: "01-01 04-18 04-21 04-26 05-05 05-29 06-09 12-25 12-26",  # 27 April is a Sunday: Koningsdag on the 26th
    2026: "01-01 04-03 04-06 04-27 05-05 05-14 05-25 12-25 12-26",
    2027: "01-01 03-26 03-29 04-27 05-05 05-06 05-17 12-25 12-26",
}


@pytest.mark.parametrize("jaar", [2024, 2025, 2026, 2027])
def test_the_holidays_are_those_of_the_calendar(jaar: int) -> None:
    assert sorted(feestdagen(jaar)) == [
        date.fromisoformat(f"{jaar}-{dag}") for dag in FEESTDAGEN[jaar].split()
    ]


@pytest.mark.parametrize("jaar", [2026, 2027])
def test_every_other_day_from_monday_to_friday_is_a_working_day(jaar: int) -> None:
    feest = {date.fromisoformat(f"{jaar}-{dag}") for dag in FEESTDAGEN[jaar].split()}
    dagen = [date(jaar, 1, 1) + timedelta(days=nr) for nr in range(365)]

    assert [d for d in dagen if is_werkdag(d)] == [d for d in dagen if d.isoweekday() <= 5 and d not in feest]


@pytest.mark.parametrize(
    ("ontvangen", "werkdagen", "verwacht"),
    [
        ("2026-09-25", 3, "2026-09-30"),  # Friday: Monday, Tuesday, Wednesday
        ("2026-09-26", 3, "2026-09-30"),  # Saturday
        ("2026-09-27", 3, "2026-09-30"),  # Sunday
        ("2026-09-28", 1, "2026-09-29"),
        ("2026-09-28", 0, "2026-09-28"),
        ("2026-09-26", 0, "2026-09-26"),
        ("2026-04-02", 1, "2026-04-07"),  # over Goede Vrijdag, the weekend and Tweede Paasdag
        ("2026-04-02", 3, "2026-04-09"),
        ("2027-03-25", 1, "2027-03-30"),
        ("2026-04-24", 1, "2026-04-28"),  # over Koningsdag on a Monday
        ("2026-05-04", 1, "2026-05-06"),  # 5 May counts in every year
        ("2026-05-13", 1, "2026-05-15"),  # Hemelvaart
        ("2026-05-22", 1, "2026-05-26"),  # Tweede Pinksterdag
        ("2027-05-04", 1, "2027-05-07"),  # 5 May and Hemelvaart side by side
        ("2026-12-24", 1, "2026-12-28"),  # Friday 25 and Saturday 26 December
        ("2026-12-24", 5, "2027-01-04"),  # over Christmas and 1 January
        ("2027-12-24", 1, "2027-12-27"),
        ("2026-12-31", 1, "2027-01-04"),
    ],
)
def test_a_term_in_working_days_counts_from_the_next_day(
    ontvangen: str, werkdagen: int, verwacht: str
) -> None:
    dag = date.fromisoformat(ontvangen)

    assert werkdagen_na(dag, werkdagen).isoformat() == verwacht
    assert uiterlijk(Regel("brief", binnen_werkdagen=werkdagen), dag) == date.fromisoformat(verwacht)


def test_a_term_in_calendar_days_is_not_moved_for_weekends_or_holidays() -> None:
    assert uiterlijk(Regel("brief", binnen_dagen=14), date(2026, 12, 11)) == date(2026, 12, 25)
    assert uiterlijk(Regel("brief", binnen_dagen=2), date(2026, 9, 25)) == date(2026, 9, 27)
    assert uiterlijk(Regel("brief", binnen_dagen=0), date(2026, 9, 25)) == date(2026, 9, 25)


def test_a_rule_without_a_term_has_no_last_day() -> None:
    assert uiterlijk(Regel("brief"), date(2026, 9, 25)) is None


@pytest.mark.parametrize("regel", [Regel("brief", binnen_dagen=14), Regel("brief", binnen_werkdagen=3)])
def test_a_term_that_runs_off_the_calendar_ends_on_its_last_day(regel: Regel) -> None:
    assert uiterlijk(regel, date(9999, 12, 31)) == date.max


def test_a_negative_number_of_working_days_is_refused() -> None:
    with pytest.raises(ValueError, match="negatief"):
        werkdagen_na(date(2026, 9, 25), -1)
