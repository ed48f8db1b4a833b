"""Beslagvrije voet: the maxima of lid 1 and the income limits of lid 7, done again from the components of the law."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import pytest
from tests.domain.rekenen.halfjaren import HALFJAREN

from waakvlam.domain.rekenen.normen import Normen, laad_normen

D = Decimal
CENT = D("0.01")
PER_HALFJAAR = pytest.mark.parametrize("dag", HALFJAREN, ids=str)

# The income at which the rent component of a household of more persons reaches the highest rent. In 2021 and 2022 the
# factors a and b were not found; these incomes follow from the published maxima, to a whole euro.
INKOMEN_2021, INKOMEN_2022 = D(42_834), D(44_234)

# Quirk: the maxima b and d of these months were computed with the drempelinkomen on the minimum wage of JULY, while the
# Wet op de zorgtoeslag takes that of January. Bron: the drempelinkomen that reproduces the published maxima.
DREMPEL_JULI = {date(2022, 7, 1): D(22_760), date(2023, 7, 1): D(25_855), date(2024, 7, 1): D(27_651)}


def _centen(bedrag: Decimal) -> Decimal:
    return bedrag.quantize(CENT, ROUND_HALF_UP)


def _inkomen_bij_hoogste_huur(n: Normen) -> Decimal:
    """Solve a·C² + b·C = highest rent (from 2026: (C − ijkpunt) × 22% / 12 = highest rent)."""
    jaar, maxhuur = n.peildatum.year, n["wht_13_1a"].waarde
    if jaar < 2023:
        return INKOMEN_2021 if jaar == 2021 else INKOMEN_2022
    if jaar >= 2026:
        return n["wht_17_1_meerpersoons"].waarde + maxhuur * 12 / D("0.22")
    a, b = n["wht_19_a_meerpersoons"].waarde, n["wht_19_b_meerpersoons"].waarde
    return (-b + (b * b + 4 * a * maxhuur).sqrt()) / (2 * a)


def _basishuur(n: Normen) -> Decimal:
    if n.peildatum.year < 2026:
        return n["wht_17_2"].waarde
    normhuur = n["wht_17_2"].waarde - n["wht_17_3_meerpersoons"].waarde
    return normhuur + n["wht_16"].waarde - n["wht_verlaging_eigen_bijdrage"].waarde


def _drempel(n: Normen) -> Decimal:
    return DREMPEL_JULI.get(n.peildatum, n["wzt_drempelinkomen"].waarde)


def _verhoging_drempel(n: Normen) -> Decimal:
    # Quirk: the maxima d of 2021 were computed as if L were 0.
    return D(0) if n.peildatum.year == 2021 else n["wkb_2_8"].waarde


def _kind(n: Normen, verhoging: Decimal) -> Decimal:
    boven = _inkomen_bij_hoogste_huur(n) - _drempel(n) - verhoging
    return boven / 12 * n["wkb_2_7"].waarde / 100


@PER_HALFJAAR
def test_the_maximum_of_a_single_parent_follows_from_the_formula(dag: date) -> None:
    n = laad_normen().op(dag)
    premie = n["wzt_standaardpremie"].waarde / 12 - n["pw_23_2a"].waarde
    maximum = D("0.95") * n["pw_21a"].waarde + premie + n["wht_13_1a"].waarde - _basishuur(n) + _kind(n, D(0))
    assert abs(_centen(maximum) - n["rv_475da_1b"].waarde) <= CENT


@PER_HALFJAAR
def test_the_maximum_of_a_couple_with_children_follows_from_the_formula(dag: date) -> None:
    n = laad_normen().op(dag)
    premie = 2 * n["wzt_standaardpremie"].waarde / 12 - n["pw_23_2b"].waarde
    maximum = D("0.95") * n["pw_21b"].waarde + premie + n["wht_13_1a"].waarde - _basishuur(n)
    assert abs(_centen(maximum + _kind(n, _verhoging_drempel(n))) - n["rv_475da_1d"].waarde) <= CENT


@pytest.mark.parametrize("dag", sorted(DREMPEL_JULI), ids=str)
def test_with_the_drempelinkomen_of_january_the_maxima_of_those_julys_do_not_follow(dag: date) -> None:
    """The quirk is real: without it the difference is euros, not cents."""
    n = laad_normen().op(dag)
    verschil = (_drempel(n) - n["wzt_drempelinkomen"].waarde) / 12 * n["wkb_2_7"].waarde / 100
    assert verschil > 2


@pytest.mark.parametrize(
    ("jaar", "inkomen"), [(2023, "50497"), (2024, "56399"), (2025, "57308"), (2026, "82387.09")]
)
def test_the_income_at_the_highest_rent(jaar: int, inkomen: str) -> None:
    berekend = _inkomen_bij_hoogste_huur(laad_normen().op(date(jaar, 7, 1)))
    assert abs(berekend - D(inkomen)) < 1


def _hoogste_normhuur(n: Normen) -> Decimal:
    """Art. 475da lid 9 Rv: kwaliteitskortingsgrens + 65% up to the aftoppingsgrens + 40% up to the highest rent."""
    kkg, ag, maxhuur = n["wht_20_1"].waarde, n["wht_20_2a"].waarde, n["wht_13_1a"].waarde
    return kkg + D("0.65") * (ag - kkg) + D("0.40") * (maxhuur - ag)


@pytest.mark.parametrize(("jaar", "stap"), [(2024, D(1)), (2025, CENT)])
@pytest.mark.parametrize(("soort", "norm"), [("een", "alleenstaande"), ("meer", "overig")])
def test_the_income_limit_of_lid_7_until_2026(jaar: int, stap: Decimal, soort: str, norm: str) -> None:
    """In whole euros in 2024, in cents in 2025 (normhuur not rounded)."""
    n = laad_normen().op(date(jaar, 7, 1))
    a, b = n[f"wht_19_a_{soort}persoons"].waarde, n[f"wht_19_b_{soort}persoons"].waarde
    inkomen = (-b + (b * b + 4 * a * _hoogste_normhuur(n)).sqrt()) / (2 * a)
    assert inkomen.quantize(stap, ROUND_HALF_UP) == n[f"rv_475da_7_{norm}"].waarde


@pytest.mark.parametrize(("soort", "norm"), [("een", "alleenstaande"), ("meer", "overig")])
def test_the_income_limit_of_lid_7_from_2026(soort: str, norm: str) -> None:
    """The normhuur is rounded to cents first (725.80); without that the limits are off."""
    n = laad_normen().op(date(2026, 7, 1))
    afbouw = n["wht_21_2a" if soort == "een" else "wht_21_2b"].factor
    inkomen = n[f"wht_17_1_{soort}persoons"].waarde + _centen(_hoogste_normhuur(n)) * 12 / afbouw
    assert _centen(_hoogste_normhuur(n)) == D("725.80")
    assert _centen(inkomen) == n[f"rv_475da_7_{norm}"].waarde


@pytest.mark.parametrize("soort", ["een", "meer"])
@pytest.mark.parametrize(
    ("jaar", "normhuur_hoog", "ijkpunt_hoog"),
    [
        (2023, {"een": "456.62", "meer": "454.81"}, None),
        (2024, {"een": "458.92", "meer": "457.11"}, {"een": "30550", "meer": "39700"}),
        (2025, {"een": "481.51", "meer": "479.24"}, {"een": "32625", "meer": "42475"}),
    ],
)  # fmt: skip
def test_the_factors_a_and_b_follow_from_two_points(
    jaar: int, soort: str, normhuur_hoog: dict[str, str], ijkpunt_hoog: dict[str, str] | None
) -> None:
    """Art. 19 Wht: the curve goes through the minimum and the reference point; factors in 12 decimals.

    2023: the upper point was not found, but the lower one must lie on the curve. From 2025 the lower point is
    lowered by the amount of art. 17 lid 3 Wht too.
    """
    n = laad_normen().op(date(jaar, 7, 1))
    a, b = n[f"wht_19_a_{soort}persoons"].waarde, n[f"wht_19_b_{soort}persoons"].waarde
    y1, n1 = n[f"wht_17_1_{soort}persoons"].waarde, n["wht_17_2"].waarde
    if jaar == 2025:
        n1 -= n[f"wht_17_3_{soort}persoons"].waarde
    assert abs(a * y1 * y1 + b * y1 - n1) < D("0.001")
    if ijkpunt_hoog:
        y2, n2 = D(ijkpunt_hoog[soort]), D(normhuur_hoog[soort])
        helling = (n2 / y2 - n1 / y1) / (y2 - y1)
        assert helling.quantize(D("1e-12"), ROUND_HALF_UP) == a
        assert (n1 / y1 - helling * y1).quantize(D("1e-12"), ROUND_HALF_UP) == b
