"""Zorgtoeslag: published tables and maxima, row by row with their source, and what holds for every household."""

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.rekenen.narekenen import toets_uitleg

from waakvlam.domain.rekenen.normen import EigenNorm, laad_normen
from waakvlam.domain.rekenen.toeslagen import ToeslagenInvoer, maak_toeslagen

D = Decimal
laad_normen()  # read once, so that no example pays for it
OFFICIEEL = Path(__file__).parents[4] / "shared" / "data" / "official_figures"


def zorgtoeslag(jaar: int, inkomen: object, *, partner: bool = False, **rest: object):
    invoer = ToeslagenInvoer(date(jaar, 1, 1), partner, (), D(str(inkomen)), **rest)  # type: ignore[arg-type]
    toeslag = maak_toeslagen(invoer).zorgtoeslag
    toets_uitleg(toeslag.uitleg)
    return toeslag


METRO_2026 = "metronieuws.nl, 24-11-2025, bron Rijksoverheid"
METRO_2025 = "metronieuws.nl, januari 2025, bron Belastingdienst"
TABEL = [
    *[(2026, inkomen, bedrag, METRO_2026) for inkomen, bedrag in (
        (29500, 129), (30000, 126), (30500, 120), (31000, 114), (31500, 109), (32000, 103), (32500, 97), (33000, 91),
        (33500, 86), (34000, 80), (34500, 74), (35000, 69), (35500, 63), (36000, 57), (36500, 51), (37000, 46),
        (37500, 40), (38000, 34), (38500, 28), (39000, 23), (39500, 17), (40000, 11), (40500, 6), (41000, 0),
    )],
    *[(2025, inkomen, bedrag, METRO_2025) for inkomen, bedrag in (
        (28000, 131), (29000, 124), (30000, 112), (31000, 101), (32000, 90), (33000, 78), (34000, 67), (35000, 55),
        (36000, 44), (37000, 33), (38000, 21), (39000, 10),
    )],
]  # fmt: skip


@pytest.mark.parametrize(("jaar", "inkomen", "bedrag", "bron"), TABEL)
def test_the_published_table_for_who_lives_alone(jaar: int, inkomen: int, bedrag: int, bron: str) -> None:
    """Not asserted: 2025 at 39.719, where the table prints 0 and the rule gives 2 (a boundary row)."""
    assert zorgtoeslag(jaar, inkomen).uitkomst == bedrag


def test_the_table_that_was_handed_over_says_the_same() -> None:
    bestand = OFFICIEEL / "zorgtoeslag_maandtabel.csv"
    if not bestand.exists():
        pytest.skip("de officiële cijfers staan hier niet")
    with bestand.open(encoding="utf-8") as regels:
        rijen = [rij for rij in csv.DictReader(regels) if rij["toetsingsinkomen_eur"] != "39719"]
    assert len(rijen) == 12
    for rij in rijen:
        assert zorgtoeslag(int(rij["jaar"]), rij["toetsingsinkomen_eur"]).uitkomst == D(
            rij["toeslag_eur_per_maand"]
        )


@pytest.mark.parametrize(
    ("jaar", "partner", "per_maand", "bron"),
    [
        (2023, False, 154, "gepubliceerd maximum 2023"),
        (2024, False, 123, "gepubliceerd maximum 2024"),
        (2024, True, 236, "gepubliceerd maximum 2024"),
        (2025, False, 131, "drimmelen.nieuws.nl"),
        (2025, True, 250, "drimmelen.nieuws.nl"),
        (2026, False, 129, "metronieuws.nl, 24-11-2025"),
        (2026, True, 246, "metronieuws.nl, 24-11-2025"),
    ],
)
def test_the_published_maximum_is_what_no_income_gives(
    jaar: int, partner: bool, per_maand: int, bron: str
) -> None:
    assert zorgtoeslag(jaar, 0, partner=partner).uitkomst == per_maand


@pytest.mark.parametrize(("partner", "per_jaar"), [(False, 1336), (True, 2553)])
def test_the_published_maximum_of_2022_per_year(partner: bool, per_jaar: int) -> None:
    """Bron: staatvenz.nl, begroting VWS 2022."""
    uitleg = zorgtoeslag(2022, 0, partner=partner).uitleg
    assert uitleg.invoer[0].uitkomst == per_jaar
    assert uitleg.uitkomst == per_jaar // 12


@pytest.mark.parametrize(
    ("inkomen", "partner", "uitkomst", "bron"),
    [
        (39719, False, 2, "inkomensgrens 2025: 23,54 per jaar wordt 24, dus nog net toeslag"),
        (39720, False, 0, "een euro meer: 23,40 wordt 23"),
        (50206, True, 2, "inkomensgrens 2025 met partner"),
        (50207, True, 0, "een euro meer"),
    ],
)
def test_the_published_income_limits_of_2025_are_the_last_income_with_zorgtoeslag(
    inkomen: int, partner: bool, uitkomst: int, bron: str
) -> None:
    assert zorgtoeslag(2025, inkomen, partner=partner).uitkomst == uitkomst


MVT = tuple(
    EigenNorm(norm, D(waarde), "Kst. 29762, nr. 3")
    for norm, waarde in {
        "wzt_drempelinkomen": "17500",
        "wzt_standaardpremie": "1000",
        "wzt_2_3": "4",
        "wzt_percentage_alleenstaande": "4",
        "wzt_percentage_partner": "6.5",
    }.items()
)


@pytest.mark.parametrize(
    ("partner", "verzekerd", "per_jaar", "bron"),
    [
        (False, True, 120, "Kst. 29762, nr. 3, voorbeeld 1"),
        (
            True,
            True,
            683,
            "Kst. 29762, nr. 3, voorbeeld 2: de kamer rondt eerst de normpremie op 1318 en komt op 682",
        ),
        (True, False, 341, "Stb. 2005, 369, voorbeeld 3: de helft"),
    ],
)
def test_the_examples_with_which_the_law_was_proposed(
    partner: bool, verzekerd: bool, per_jaar: int, bron: str
) -> None:
    toeslag = zorgtoeslag(2025, 22000, partner=partner, partner_verzekerd=verzekerd, eigen_normen=MVT)
    assert toeslag.uitleg.invoer[0].uitkomst == per_jaar


@pytest.mark.parametrize(
    ("vermogen", "partner", "krijgt"),
    [(146011, False, True), (D("146011.01"), False, False), (184633, True, True), (184634, True, False)],
)
def test_assets_above_the_limit_give_nothing_and_that_is_known(vermogen, partner: bool, krijgt: bool) -> None:
    toeslag = zorgtoeslag(2026, 20000, partner=partner, vermogen=D(vermogen))
    assert (toeslag.uitkomst or 0) > 0 if krijgt else toeslag.uitkomst == 0
    assert toeslag.als_dict().get("reden") == (
        None if krijgt else "Het vermogen is hoger dan de grens voor zorgtoeslag."
    )
    if not krijgt:
        assert toeslag.als_dict()["uitkomst"] == "0.00"


@pytest.mark.parametrize(("jaar", "partner", "norm"), [
    (2021, False, "wzt_percentage_alleenstaande"), (2021, True, "wzt_2_3"), (2023, True, "wzt_percentage_partner"),
])  # fmt: skip
def test_a_norm_that_is_missing_gives_no_figure(jaar: int, partner: bool, norm: str) -> None:
    toeslag = zorgtoeslag(jaar, 25000, partner=partner)
    assert toeslag.uitkomst is None
    assert toeslag.reden.startswith("Niet berekend: ")
    assert norm in toeslag.reden
    assert toeslag.als_dict()["uitkomst"] is None


@pytest.mark.parametrize(("leeftijd", "uitkomst"), [(17, 0), (18, 129)])
def test_zorgtoeslag_starts_at_eighteen(leeftijd: int, uitkomst: int) -> None:
    assert zorgtoeslag(2026, 0, leeftijd=leeftijd).uitkomst == uitkomst


MAXIMUM = {
    (2023, False): 154, (2024, False): 123, (2024, True): 236, (2025, False): 131, (2025, True): 250,
    (2026, False): 129, (2026, True): 246,
}  # fmt: skip
inkomens = st.decimals(0, 100_000, places=2)


@given(st.sampled_from(sorted(MAXIMUM)), inkomens, inkomens, st.booleans())
def test_more_income_never_gives_more_and_never_above_the_published_maximum(
    soort: tuple[int, bool], een: D, ander: D, verzekerd: bool
) -> None:
    jaar, partner = soort
    rest = {"partner": partner, "partner_verzekerd": verzekerd or not partner}
    laag, hoog = (zorgtoeslag(jaar, bedrag, **rest).uitkomst for bedrag in sorted((een, ander)))
    assert 0 <= hoog <= laag <= MAXIMUM[soort]
    assert laag == int(laag)
