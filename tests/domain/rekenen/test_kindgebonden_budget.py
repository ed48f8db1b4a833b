"""Kindgebonden budget: the amounts of the law per year, ages at the peildatum, and what holds for every family."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.rekenen.narekenen import toets_uitleg

from waakvlam.domain.rekenen.normen import laad_normen
from waakvlam.domain.rekenen.toeslagen import ToeslagenInvoer, maak_toeslagen

D = Decimal
laad_normen()  # read once, so that no example pays for it


def kgb(peildatum: date, inkomen: object, *kinderen: date, partner: bool = False, **rest):
    invoer = ToeslagenInvoer(peildatum, partner, kinderen, D(str(inkomen)), **rest)
    toeslag = maak_toeslagen(invoer).kindgebonden_budget
    toets_uitleg(toeslag.uitleg)
    return toeslag


def jong(jaar: int) -> date:
    return date(jaar - 5, 6, 15)


# Per row: the year, the parents, the number of young children, the amount per year that the law gives without
# reduction, and the same per month. Bron: art. 2 lid 2 en 6 WKB of that year.
HOOGSTE = [
    (2021, True, 1, 1204, 100),
    (2021, True, 2, 2226, 185),
    (2021, True, 3, 3145, 262),
    (2021, True, 5, 4983, 415),
    (2021, False, 1, 4446, 370),
    (2022, True, 2, 2326, 193),
    (2022, True, 4, 4328, 360),
    (2022, False, 1, 4505, 375),
    (2023, True, 1, 1653, 137),
    (2023, True, 3, 4717, 393),
    (2023, False, 2, 7033, 586),
    (2024, True, 2, 4872, 406),
    (2024, False, 1, 5916, 493),
    (2025, True, 3, 7533, 627),
    (2025, False, 1, 5900, 491),
    (2026, True, 1, 2580, 215),
    (2026, True, 4, 10320, 860),
    (2026, False, 2, 8576, 714),
]


@pytest.mark.parametrize(("jaar", "partner", "aantal", "per_jaar", "per_maand"), HOOGSTE)
def test_the_amounts_of_the_law_without_reduction(
    jaar: int, partner: bool, aantal: int, per_jaar: int, per_maand: int
) -> None:
    toeslag = kgb(date(jaar, 1, 1), 15000, *[jong(jaar)] * aantal, partner=partner)
    assert toeslag.uitleg.invoer[0].uitkomst == per_jaar
    assert toeslag.uitkomst == per_maand


@pytest.mark.parametrize(
    ("geboren", "erbij", "bron"),
    [
        (date(2014, 10, 1), 0, "wordt in oktober 12"),
        (date(2014, 9, 30), 0, "wordt in september 12: de verhoging begint in oktober"),
        (date(2014, 8, 31), 724, "is in augustus 12 geworden"),
        (date(2010, 9, 1), 724, "wordt in september 16: de hogere verhoging begint in oktober"),
        (date(2010, 8, 31), 964, "is in augustus 16 geworden"),
        (date(2008, 9, 1), 964, "wordt in september 18: september telt nog mee"),
        (date(2008, 8, 31), None, "is in augustus 18 geworden"),
        (date(2026, 9, 1), None, "in september geboren: telt vanaf oktober"),
        (date(2026, 8, 31), 0, "in augustus geboren"),
    ],
)
def test_ages_count_from_the_month_after_the_birthday(geboren: date, erbij: int | None, bron: str) -> None:
    """Bron: art. 2 lid 1, 3, 4 en 5 WKB; September 2026."""
    toeslag = kgb(date(2026, 9, 15), 20000, geboren, partner=True)
    if erbij is None:
        assert (toeslag.uitkomst, toeslag.reden) == (0, "Er is geen kind jonger dan 18 jaar.")
    else:
        assert toeslag.uitleg.invoer[0].uitkomst == 2580 + erbij


@pytest.mark.parametrize(
    ("jaar", "inkomen", "partner", "per_jaar", "som"),
    [
        # drempelinkomen 2026: 29.736; K 7,60%; L 9.405
        (2026, 29736, False, 5996, "2580 + 3416"),
        (2026, 30736, False, 5920, "− 7,60% × 1000"),
        (2026, 39141, True, 2580, "29736 + 9405: nog geen vermindering"),
        (2026, 40141, True, 2504, "− 7,60% × 1000"),
        # drempelinkomen 2025: 28.405,73; K 7,10%; L 9.139
        (2025, D("29405.73"), False, 5829, "2511 + 3389 − 71"),
        (2025, D("38544.73"), True, 2440, "2511 − 71"),
        # drempelinkomen 2024: 26.819; K 6,75%; L 9.030
        (2024, 28819, False, 5781, "2436 + 3480 − 135"),
        (2022, 40596, True, 1153, "22356 + 17240 + 1000: 1220 − 67,50 = 1152,50, half omhoog"),
    ],
)
def test_the_reduction_by_income(jaar: int, inkomen: object, partner: bool, per_jaar: int, som: str) -> None:
    assert kgb(date(jaar, 7, 1), inkomen, jong(jaar), partner=partner).uitleg.invoer[0].uitkomst == per_jaar


def test_the_explanation_names_only_the_amounts_that_count() -> None:
    hoogste = kgb(date(2026, 1, 1), 0, *[jong(2026)] * 3, partner=True).uitleg.invoer[0].invoer[0].invoer[0]
    assert hoogste.formule == (
        "kindgebonden budget eerste kind + kindgebonden budget tweede kind + kindgebonden budget derde kind"
    )
    vier = kgb(date(2026, 1, 1), 0, *[jong(2026)] * 5, partner=True).uitleg.invoer[0].invoer[0].invoer[0]
    assert vier.formule.endswith(" + 2 × kindgebonden budget vierde en elk volgend kind")


@pytest.mark.parametrize(("partner", "lid"), [(False, 7), (True, 8)])
def test_the_reduction_names_its_own_part_of_the_law(partner: bool, lid: int) -> None:
    afbouw = kgb(date(2026, 1, 1), 50000, jong(2026), partner=partner).uitleg.invoer[0].invoer[0].invoer[1]
    assert (afbouw.bron, afbouw.invoer[0].bron) == (
        f"art. 2 lid {lid} WKB",
        f"art. 1 lid 1 onder d en art. 2 lid {lid} WKB",
    )


def test_less_than_24_euro_per_year_is_not_granted() -> None:
    """2.580 − 7,60% × 33.632 = 23,97 → 24; 100 euro more income gives 16."""
    net = kgb(date(2026, 1, 1), 29736 + 9405 + 33632, jong(2026), partner=True)
    assert net.uitkomst == 2
    niet = kgb(date(2026, 1, 1), 29736 + 9405 + 33732, jong(2026), partner=True)
    assert (niet.uitkomst, niet.reden) == (0, "Minder dan 24 euro per jaar wordt niet toegekend.")
    te_veel = kgb(date(2026, 1, 1), 90000, jong(2026), partner=True)
    assert te_veel.reden == "Het inkomen is te hoog voor kindgebonden budget."


def test_assets_above_the_limit_give_nothing() -> None:
    toeslag = kgb(date(2026, 1, 1), 0, jong(2026), vermogen=D(146012))
    assert (toeslag.uitkomst, toeslag.reden) == (
        0,
        "Het vermogen is hoger dan de grens voor kindgebonden budget.",
    )
    assert kgb(date(2026, 1, 1), 0, jong(2026), vermogen=D(146011)).uitkomst == 499


@pytest.mark.parametrize(("vermogen", "per_maand"), [(None, 370), (-1, 370), (0, 370), (1, None)])
def test_without_assets_a_limit_that_is_not_known_does_not_matter(
    vermogen: int | None, per_maand: int | None
) -> None:
    """The limit of 2021 was not found; whoever has nothing is under it."""
    eigen = None if vermogen is None else D(vermogen)
    assert kgb(date(2021, 1, 1), 15000, jong(2021), vermogen=eigen).uitkomst == per_maand


geboren = st.dates(date(2006, 1, 1), date(2026, 7, 1))
inkomens = st.decimals(0, 120_000, places=2)


@given(st.lists(geboren, max_size=6), geboren, inkomens, st.booleans())
def test_one_more_child_never_gives_less(
    kinderen: list[date], erbij: date, inkomen: D, partner: bool
) -> None:
    zonder = kgb(date(2026, 7, 1), inkomen, *kinderen, partner=partner).uitkomst
    met = kgb(date(2026, 7, 1), inkomen, *kinderen, erbij, partner=partner).uitkomst
    assert 0 <= zonder <= met


@given(st.lists(geboren, min_size=1, max_size=6), inkomens, inkomens, st.booleans())
def test_more_income_never_gives_more(kinderen: list[date], een: D, ander: D, partner: bool) -> None:
    laag, hoog = (
        kgb(date(2026, 7, 1), bedrag, *kinderen, partner=partner).uitkomst for bedrag in sorted((een, ander))
    )
    assert hoog <= laag <= (len(kinderen) * (2580 + 964) + 3416) / 12


@given(st.lists(geboren, max_size=5), st.randoms(use_true_random=False))
def test_the_order_of_the_children_does_not_matter(kinderen: list[date], toeval) -> None:
    andersom = list(kinderen)
    toeval.shuffle(andersom)
    assert (
        kgb(date(2026, 7, 1), 40000, *kinderen).uitkomst == kgb(date(2026, 7, 1), 40000, *andersom).uitkomst
    )
