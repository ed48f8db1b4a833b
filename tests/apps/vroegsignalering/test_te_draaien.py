"""Which months wait for a run: a table a team leader could check."""

import pytest

from waakvlam.apps.toegang.service import Gemeente
from waakvlam.apps.vroegsignalering.models import Beleidsversie, Maandrun
from waakvlam.apps.vroegsignalering.selectors import list_laatste, list_te_draaien, list_terugkijkend
from waakvlam.apps.vroegsignalering.selectors.maandruns import Maandstand
from waakvlam.domain.common.maand import lees_maand

A, B = Gemeente(code="9901", naam="Verzonnendam"), Gemeente(code="9902", naam="Fictiestad")


def stand(periode: str, signalen: int, gedraaid: int | None, gemeente=A, beleid=True) -> Maandstand:
    run = None if gedraaid is None else Maandrun(aantal_signalen=gedraaid)
    return Maandstand(
        gemeente, lees_maand(periode), signalen, run, Beleidsversie(naam="kader") if beleid else None
    )


def namen(standen) -> list[str]:
    return [f"{s.gemeente.code}:{s.periode}" for s in standen]


@pytest.mark.parametrize(
    ("standen", "wachtend", "terugkijkend"),
    [
        pytest.param([stand("2026-09", 9, 9), stand("2026-08", 5, 5)], [], [], id="nothing new"),
        pytest.param(
            [stand("2026-09", 9, None), stand("2026-08", 5, 5)], ["9901:2026-09"], [], id="a new month"
        ),
        pytest.param(
            [stand("2026-09", 9, 9), stand("2026-08", 6, 5), stand("2026-07", 4, 4)],
            ["9901:2026-08"],
            ["9901:2026-09"],
            id="late signals for the month before: the newest looks back on it",
        ),
        pytest.param(
            [stand("2026-09", 9, None), stand("2026-08", 6, 5), stand("2026-07", 7, 4)],
            ["9901:2026-07", "9901:2026-08", "9901:2026-09"],
            [],
            id="oldest first",
        ),
        pytest.param(
            [stand("2026-09", 9, 9), stand("2026-08", 6, None), stand("2026-07", 4, 4)],
            ["9901:2026-08"],
            ["9901:2026-09"],
            id="a month that was passed over",
        ),
        pytest.param(
            [stand("2026-09", 9, 9), stand("2026-08", 5, None), stand("2026-07", 4, None)],
            [],
            [],
            id="history of before the first run",
        ),
        pytest.param(
            [stand("2026-09", 9, None), stand("2026-08", 5, None)],
            ["9901:2026-09"],
            [],
            id="a first month, with history",
        ),
        pytest.param([stand("2026-09", 9, 9), stand("2026-08", 3, 5)], [], [], id="signals were taken away"),
        pytest.param([stand("2026-09", 9, None, beleid=False)], [], [], id="no policy: it cannot be run"),
        pytest.param(
            [stand("2026-09", 9, 9), stand("2026-09", 9, 9, B), stand("2026-08", 6, 5, B)],
            ["9902:2026-08"],
            ["9902:2026-09"],
            id="another gemeente is left alone",
        ),
    ],
)
def test_months_that_wait(standen, wachtend, terugkijkend):
    assert namen(list_te_draaien(standen)) == wachtend
    assert namen(list_terugkijkend(standen)) == terugkijkend


def test_the_latest_month_of_each():
    standen = [
        stand("2026-09", 1, 1, B),
        stand("2026-08", 1, 1),
        stand("2026-08", 1, 1, B),
        stand("2026-07", 1, 1),
    ]
    assert namen(list_laatste(standen)) == ["9902:2026-09", "9901:2026-08"]
