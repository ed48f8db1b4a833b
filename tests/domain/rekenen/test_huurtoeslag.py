"""Huurtoeslag: published amounts, households by hand over both regimes, and what holds for every household."""

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
KIND = date(2020, 3, 1)


def huurtoeslag(jaar: int, inkomen: object, huur: object, **rest):
    gegevens = {"partner": False, "kinderen": (), **rest}
    invoer = ToeslagenInvoer(
        date(jaar, 1, 1),
        toetsingsinkomen=D(str(inkomen)),
        kale_huur=None if huur is None else D(str(huur)),
        **gegevens,
    )
    toeslag = maak_toeslagen(invoer).huurtoeslag
    toets_uitleg(toeslag.uitleg)
    return toeslag


def stap(toeslag, naam: str):
    rij = [toeslag.uitleg]
    while rij:
        deel = rij.pop()
        if deel.naam == naam:
            return deel.uitkomst
        rij += deel.invoer
    raise AssertionError(f"geen stap {naam}")


METRO = "metronieuws.nl, januari 2025: 27 jaar, alleen, kale huur 900"
TABEL_2025 = [
    (22000, 498), (23500, 482), (25000, 449), (28000, 378), (29500, 339), (31000, 299), (32500, 257), (34000, 215),
    (35500, 185), (37000, 153), (39500, 98), (41000, 72), (43500, 35), (45000, 11), (46500, 0),
]  # fmt: skip


@pytest.mark.parametrize(("inkomen", "bedrag"), TABEL_2025)
def test_the_published_table_of_2025(inkomen: int, bedrag: int) -> None:
    """Bron: METRO. The row 26.500 → 414 is below: there the publisher rounds down what the Awir rounds."""
    assert huurtoeslag(2025, inkomen, 900, leeftijd=27).uitkomst == bedrag


def test_a_known_euro_between_the_published_table_and_the_awir() -> None:
    """414,99 per month is 4.979,88 per year; rounded (art. 14 Awir) 4.980, so 415; METRO prints 414."""
    toeslag = huurtoeslag(2025, 26500, 900, leeftijd=27)
    assert stap(toeslag, "huurtoeslag per maand vóór afronden") == D("414.990")
    assert toeslag.uitkomst == 415


BOGGOUDA = "boggouda.nl, tabel 2024, twee personen met AOW; de huren 379 en 279 zijn 379,66 en 279,66"
HUREN_2024 = ("879.66", "779.66", "679.66", "579.66", "479.66", "379.66", "279.66", "200")
TABEL_2024 = {
    29293: (485, 445, 405, 347, 282, 191, 91, 11),
    29775: (476, 436, 396, 339, 274, 182, 82, 3),
    30775: (457, 417, 377, 320, 255, 164, 64, 0),
    31775: (438, 398, 358, 300, 235, 144, 44),
    32775: (417, 377, 337, 280, 215, 123, 23),
    33775: (396, 356, 316, 258, 193, 102, 2),
    34775: (374, 334, 294, 237, 172, 80, 0),
    35775: (352, 312, 272, 214, 149, 58),
    36775: (328, 288, 248, 191, 126, 35),
    37775: (304, 264, 224, 167, 102, 10),
    38775: (280, 240, 200, 142, 77),
    39775: (254, 214, 174, 116, 51),
    40775: (228, 188, 148, 90, 25),
    41775: (207, 167, 127, 69, 4),
    42775: (189, 149, 109, 51, 0),
    43775: (171, 131, 91, 33),
    44775: (152, 112, 72, 14),
    45775: (132, 92, 52, 0),
    46775: (112, 72, 32),
    47775: (92, 52, 12),
    48775: (79, 39, 0),
    49775: (66, 26),
    50775: (52, 12),
    51775: (39,),
    52775: (25,),
    53775: (10,),
}
RIJEN_2024 = [
    (inkomen, huur, bedrag)
    for inkomen, bedragen in TABEL_2024.items()
    for huur, bedrag in zip(HUREN_2024, bedragen, strict=False)
]
EURO_HOGER = {
    (29775, "379.66"),  # 182,99 per month
    (29775, "279.66"),  # 82,99
    (33775, "579.66"),  # 258,9935
    (33775, "479.66"),  # 193,9935
    (37775, "379.66"),  # 10,99
}
"""Where the publisher rounds the month down and the Awir first rounds the year: one euro more."""


def test_the_published_table_of_2024_for_a_couple_with_aow() -> None:
    """Bron: BOGGOUDA. It fixes the verhoging of art. 16 Wht at 3,05 in 2024: without it every row is 3 euro too high."""
    anders = {
        (inkomen, huur): huurtoeslag(2024, inkomen, huur, partner=True, aow=True).uitkomst - bedrag
        for inkomen, huur, bedrag in RIJEN_2024
    }
    assert len(anders) == 123
    assert {rij: verschil for rij, verschil in anders.items() if verschil} == dict.fromkeys(EURO_HOGER, 1)


@pytest.mark.parametrize(
    ("jaar", "extra", "basishuur", "bron"),
    [
        (2023, {}, "225.54", "woonbond.nl, basishuur 2023"),
        (2023, {"partner": True}, "225.54", "woonbond.nl, basishuur 2023"),
        (2023, {"aow": True}, "223.72", "woonbond.nl, basishuur 2023, AOW alleen"),
        (2023, {"aow": True, "partner": True}, "221.91", "woonbond.nl, basishuur 2023, AOW samen"),
        (2023, {"leeftijd": 67}, "223.72", "woonbond.nl, basishuur 2023, AOW door leeftijd"),
        (2023, {"leeftijd": 66}, "225.54", "woonbond.nl, basishuur 2023"),
        (
            2023,
            {"leeftijd": 60, "partner": True, "leeftijd_partner": 70},
            "221.91",
            "woonbond.nl, basishuur 2023",
        ),
        (2025, {"aow": True}, "199.05", "zonder aparte ouderen: 238,01 − 1,82 − 37,14"),
        (2026, {}, "202.52", "ministerie, huurtoeslagparameters 2026"),
        (2026, {"partner": True}, "200.71", "ministerie, huurtoeslagparameters 2026"),
    ],
)
def test_the_published_basishuur(jaar: int, extra: dict, basishuur: str, bron: str) -> None:
    assert stap(huurtoeslag(jaar, 15000, 600, **extra), "basishuur") == D(basishuur)


MET_DE_HAND = [
    # 2023, alone, up to the kwaliteitskortingsgrens: 400 − 225,54
    (2023, 19375, 400, {}, "174.46"),
    # 2023, couple, no 40% layer: 452,20 − 225,54 + 65% × (647,19 − 452,20)
    (2023, 20000, 700, {"partner": True}, "353.4035"),
    # the same in an adapted dwelling: + 40% × (700 − 647,19)
    (2023, 20000, 700, {"partner": True, "aangepaste_woning": True}, "374.5275"),
    # 2023, parent with two children: three people, aftoppingsgrens 693,60
    (2023, 20000, 700, {"kinderen": (KIND, KIND)}, "383.5700"),
    # 2024, alone: basishuur 226,67 + 3,05 − 37,72 = 192,00; 454,47 − 192 + 65% × 195,96 + 40% × 49,57
    (2024, 20700, 700, {}, "409.6720"),
    # 2025, couple: normhuur 238,01 − 3,63 − 37,14 = 197,24; 477,20 − 197,24 + 65% × 205,76 + 40% × 17,04
    (2025, 30450, 700, {"partner": True}, "420.5200"),
    # 2026, alone, at the ijkpunt: 498,20 − 202,52 + 65% × 214,82 + 40% × (800 − 713,02)
    (2026, 23425, 800, {}, "470.1050"),
    # 2026, family of three: 498,20 − 200,71 + 65% × 265,94 + 40% × (900 − 764,14)
    (2026, 31500, 900, {"partner": True, "kinderen": (KIND,)}, "524.6950"),
]


@pytest.mark.parametrize(("jaar", "inkomen", "huur", "extra", "per_maand"), MET_DE_HAND)
def test_households_with_a_low_income_done_by_hand(
    jaar: int, inkomen: int, huur: int, extra: dict, per_maand: str
) -> None:
    toeslag = huurtoeslag(jaar, inkomen, huur, **extra)
    assert stap(toeslag, "huurtoeslag per maand vóór afronden") == D(per_maand)
    assert toeslag.uitkomst == int((D(per_maand) * 12).to_integral_value()) // 12


@pytest.mark.parametrize(
    ("inkomen", "extra", "per_maand"),
    [
        (23425, {}, "470.105"),
        (24625, {}, "443.105"),  # 1.200 × 27% / 12 = 27
        (31500, {"partner": True}, "471.915"),  # 470,105 + 202,52 − 200,71
        (32700, {"partner": True}, "449.915"),  # 1.200 × 22% / 12 = 22
        (90000, {}, "0"),
    ],
)
def test_from_2026_the_toeslag_goes_down_in_a_straight_line(
    inkomen: int, extra: dict, per_maand: str
) -> None:
    assert stap(huurtoeslag(2026, inkomen, 800, **extra), "huurtoeslag per maand na vermindering") == D(
        per_maand
    )


@pytest.mark.parametrize(
    ("jaar", "huur", "extra", "uitkomst"),
    [
        (2025, "900.07", {}, 498),
        (2025, "900.08", {}, 0),
        (2025, "477.20", {"leeftijd": 22}, 278),
        (2025, "477.21", {"leeftijd": 22}, 0),
        (2025, "477.21", {"leeftijd": 23}, 278),
        (2025, "600", {"leeftijd": 20, "kinderen": (date(2024, 5, 1),)}, 359),
        (2025, "600", {"leeftijd": 20, "partner": True, "leeftijd_partner": 22}, 0),
        (2025, "600", {"leeftijd": 20, "partner": True, "leeftijd_partner": 23}, 359),
        (2026, "932.93", {}, 523),
        (2026, "1500", {}, 523),
        (2026, "600", {"leeftijd": 20}, 295),
        (2026, "600", {"leeftijd": 21}, 361),
        (2026, "600", {"leeftijd": 20, "aangepaste_woning": True}, 361),
    ],
)
def test_the_highest_rent(jaar: int, huur: str, extra: dict, uitkomst: int) -> None:
    """Until 2025 a rent above the maximum gives nothing, from 2026 it is cut off; for the young the limit is lower."""
    assert huurtoeslag(jaar, 20000, huur, **extra).uitkomst == uitkomst


def test_a_partner_whose_age_is_unknown_may_decide() -> None:
    gegevens = {"leeftijd": 20, "partner": True}
    assert huurtoeslag(2025, 20000, 600, **gegevens).uitkomst is None
    assert "leeftijd van de partner" in huurtoeslag(2025, 20000, 600, **gegevens).reden
    assert huurtoeslag(2025, 20000, 400, **gegevens).uitkomst == 202
    assert huurtoeslag(2025, 20000, "477.20", **gegevens).uitkomst == 280


@pytest.mark.parametrize(("jaar", "servicekosten", "rekenhuur"), [
    (2025, 0, 600), (2025, 30, 630), (2025, 48, 648), (2025, 60, 648), (2026, 30, 600),
])  # fmt: skip
def test_service_costs_count_until_2025_up_to_their_limit(
    jaar: int, servicekosten: int, rekenhuur: int
) -> None:
    assert stap(huurtoeslag(jaar, 20000, 600, servicekosten=D(servicekosten)), "rekenhuur") == rekenhuur


def test_without_a_rent_nothing_is_said() -> None:
    toeslag = huurtoeslag(2026, 20000, None)
    assert toeslag.uitkomst is None
    assert toeslag.reden == "Niet berekend: de kale huur is niet opgegeven."


def test_assets_above_the_limit_are_known_to_give_nothing_even_without_a_rent() -> None:
    assert huurtoeslag(2026, 20000, None, vermogen=D(38480)).als_dict()["uitkomst"] == "0.00"
    assert huurtoeslag(2026, 20000, 600, vermogen=D(38479)).uitkomst == 361
    assert huurtoeslag(2026, 20000, 600, vermogen=D(76958), partner=True).uitkomst == 363
    assert huurtoeslag(2026, 20000, 600, vermogen=D(76959), partner=True).uitkomst == 0


@pytest.mark.parametrize("jaar", [2021, 2022])
def test_the_years_without_factors_give_no_figure(jaar: int) -> None:
    toeslag = huurtoeslag(jaar, 25000, 600)
    assert toeslag.uitkomst is None
    assert "wht_17_1_eenpersoons" in toeslag.reden


def test_huurtoeslag_starts_at_eighteen() -> None:
    assert huurtoeslag(2026, 0, 400, leeftijd=17).uitkomst == 0
    assert huurtoeslag(2026, 0, 400, leeftijd=18).uitkomst == 197


def test_a_rent_below_the_own_part_gives_nothing() -> None:
    toeslag = huurtoeslag(2026, 0, 150)
    assert (toeslag.uitkomst, toeslag.reden) == (
        0,
        "De huur is te laag of het inkomen te hoog voor huurtoeslag.",
    )


HUISHOUDENS = st.fixed_dictionaries(
    {"partner": st.booleans(), "kinderen": st.lists(st.just(KIND), max_size=4).map(tuple)},
    optional={"aow": st.booleans(), "leeftijd": st.integers(18, 66), "aangepaste_woning": st.booleans()},
).map(lambda h: {**h, **({"leeftijd_partner": 40} if h["partner"] else {})})
inkomens = st.decimals(0, 90_000, places=2)


@given(
    st.sampled_from([2023, 2024, 2025, 2026]), inkomens, inkomens, st.decimals(0, 1500, places=2), HUISHOUDENS
)
def test_more_income_never_gives_more_and_never_more_than_the_rent(
    jaar: int, een: D, ander: D, huur: D, huishouden: dict
) -> None:
    laag, hoog = (huurtoeslag(jaar, bedrag, huur, **huishouden).uitkomst for bedrag in sorted((een, ander)))
    assert 0 <= hoog <= laag <= huur
    assert laag <= 550


@given(
    st.sampled_from([2023, 2024, 2025, 2026]),
    inkomens,
    st.decimals(0, 800, places=2),
    st.decimals(0, 8, places=2),
)
def test_a_higher_rent_under_the_maximum_never_gives_less(jaar: int, inkomen: D, huur: D, erbij: D) -> None:
    assert huurtoeslag(jaar, inkomen, huur).uitkomst <= huurtoeslag(jaar, inkomen, huur + erbij).uitkomst
