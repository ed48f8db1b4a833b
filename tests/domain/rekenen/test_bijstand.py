"""Bijstand: the norm for every kind of household, published cases of the kostendelersnorm, and the supplement."""

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.rekenen.narekenen import toets_uitleg

from waakvlam.domain.rekenen.bijstand import BijstandInvoer, Medebewoner, bereken_bijstand, lees_invoer
from waakvlam.domain.rekenen.invoer import Invoerfout
from waakvlam.domain.rekenen.normen import EigenNorm, laad_normen

D = Decimal
laad_normen()  # read once, so that no example pays for it
OFFICIEEL = Path(__file__).parents[4] / "shared" / "data" / "official_figures"


def norm(peildatum: date, leeftijd: int, **rest) -> D:
    uitkomst = bereken_bijstand(BijstandInvoer(peildatum, leeftijd, **rest))
    toets_uitleg(uitkomst.uitleg)
    assert uitkomst.uitkomst is not None
    return uitkomst.uitkomst


JAN_25, JUL_26 = date(2025, 1, 1), date(2026, 7, 1)
PW_25, PW_26 = "wetten.overheid.nl/BWBR0015703/2025-02-04", "wetten.overheid.nl/BWBR0015703/2026-07-01"


@pytest.mark.parametrize(
    ("peildatum", "leeftijd", "rest", "bedrag", "bron"),
    [
        (JAN_25, 18, {}, "332.17", f"art. 20 lid 1 onder a, {PW_25}"),
        (JAN_25, 20, {"kinderen": True}, "332.17", f"art. 20 lid 2 onder a, {PW_25}"),
        (JAN_25, 20, {"leeftijd_partner": 18}, "664.34", f"art. 20 lid 1 onder b, {PW_25}"),
        (JAN_25, 20, {"leeftijd_partner": 21}, "1293.21", f"art. 20 lid 1 onder c, {PW_25}"),
        (JAN_25, 20, {"leeftijd_partner": 20, "kinderen": True}, "1048.75", f"art. 20 lid 2 onder b, {PW_25}"),
        (JAN_25, 30, {"leeftijd_partner": 20, "kinderen": True}, "1677.62", f"art. 20 lid 2 onder c, {PW_25}"),
        (JAN_25, 21, {}, "1345.45", f"art. 21 onder a, {PW_25}"),
        (JAN_25, 35, {"kinderen": True}, "1345.45", f"art. 21 onder a, {PW_25}"),
        (JAN_25, 66, {"leeftijd_partner": 21}, "1922.07", f"art. 21 onder b, {PW_25}"),
        (JAN_25, 67, {}, "1501.07", f"art. 22 onder a, {PW_25}"),
        (JAN_25, 67, {"leeftijd_partner": 67}, "2053.48", f"art. 22 onder b, {PW_25}"),
        (JAN_25, 50, {"leeftijd_partner": 67}, "2053.48", f"art. 22 onder c, {PW_25}"),
        (JAN_25, 30, {"inrichting": True}, "471.03", f"art. 23: 426,03 + 45, {PW_25}"),
        (JAN_25, 30, {"inrichting": True, "leeftijd_partner": 30}, "763.69", f"art. 23: 662,69 + 101, {PW_25}"),
        (JUL_26, 19, {}, "350.42", f"art. 20 lid 1 onder a, {PW_26}"),
        (JUL_26, 19, {"leeftijd_partner": 19}, "700.84", f"art. 20 lid 1 onder b, {PW_26}"),
        (JUL_26, 19, {"leeftijd_partner": 40}, "1364.32", f"art. 20 lid 1 onder c, {PW_26}"),
        (JUL_26, 19, {"leeftijd_partner": 19, "kinderen": True}, "1106.40", f"art. 20 lid 2 onder b, {PW_26}"),
        (JUL_26, 19, {"leeftijd_partner": 40, "kinderen": True}, "1769.88", f"art. 20 lid 2 onder c, {PW_26}"),
        (JUL_26, 40, {}, "1419.46", f"art. 21 onder a, {PW_26}"),
        (date(2026, 1, 1), 21, {}, "1401.50", "MinBZK/regelrecht, gewone_bijstand.feature"),
        (date(2026, 1, 1), 40, {"leeftijd_partner": 38}, "2002.13", "MinBZK/regelrecht, gewone_bijstand.feature"),
        (date(2021, 1, 1), 40, {"inrichting": True}, "374.53", "westbetuwe.nl, normen 2021"),
        (date(2021, 1, 1), 40, {"inrichting": True, "leeftijd_partner": 38}, "605.67", "westbetuwe.nl, normen 2021"),
    ],
)  # fmt: skip
def test_the_norm_of_the_law(peildatum: date, leeftijd: int, rest: dict, bedrag: str, bron: str) -> None:
    assert norm(peildatum, leeftijd, **rest) == D(bedrag)


def percentage(peildatum: date, leeftijd: int, *medebewoners: int, **rest) -> D:
    """The norm as a part of that of a couple, in percent with two decimals."""
    samen = laad_normen().op(peildatum)["pw_21b"].waarde
    bedrag = norm(peildatum, leeftijd, medebewoners=tuple(Medebewoner(m) for m in medebewoners), **rest)
    return (bedrag / samen * 100).quantize(D("0.01"))


LIEMERS = "rsddeliemers.nl/rekenvoorbeeld-kostendelersnorm-pw"
RIJK = "bieb.gezondverzekerd.nl/kostendelersnorm, bron Rijksoverheid"


@pytest.mark.parametrize(
    ("peildatum", "leeftijd", "medebewoners", "deel", "bron"),
    [
        (date(2022, 12, 31), 50, (26,), "50.00", LIEMERS),
        (date(2022, 12, 31), 26, (50,), "50.00", LIEMERS),
        (date(2023, 1, 1), 50, (26,), "70.00", LIEMERS),
        (date(2023, 1, 1), 26, (50,), "50.00", LIEMERS),
        (date(2022, 12, 31), 50, (26, 24), "43.33", LIEMERS),
        (date(2022, 12, 31), 26, (50, 24), "43.33", LIEMERS),
        (date(2022, 12, 31), 24, (50, 26), "43.33", LIEMERS),
        (date(2023, 1, 1), 50, (26, 24), "70.00", LIEMERS),
        (date(2023, 1, 1), 26, (50, 24), "50.00", LIEMERS),
        (date(2023, 1, 1), 24, (50, 26), "50.00", LIEMERS),
        (date(2024, 1, 1), 40, (), "70.00", RIJK),
        (date(2024, 1, 1), 40, (30,), "50.00", RIJK),
        (date(2024, 1, 1), 40, (30, 31), "43.33", RIJK),
        (date(2024, 1, 1), 40, (30, 31, 32), "40.00", RIJK),
        (date(2024, 1, 1), 40, (30, 31, 32, 33), "38.00", RIJK),
    ],
)
def test_published_cases_of_the_kostendelersnorm(
    peildatum: date, leeftijd: int, medebewoners: tuple[int, ...], deel: str, bron: str
) -> None:
    assert percentage(peildatum, leeftijd, *medebewoners) == D(deel)


def test_the_cases_that_were_handed_over_say_the_same() -> None:
    bestand = OFFICIEEL / "kostendelersnorm_rsddeliemers.csv"
    if not bestand.exists():
        pytest.skip("de officiële cijfers staan hier niet")
    with bestand.open(encoding="utf-8") as regels:
        rijen = list(csv.DictReader(regels))
    for rij in rijen:
        leeftijden = [
            int(woord) for woord in rij["situatie"].replace(",", " ").split()[1:] if woord.isdigit()
        ]
        eigen = int(rij["persoon"].split("(")[1].rstrip(")"))
        anderen = [leeftijd for leeftijd in leeftijden if leeftijd != eigen]
        for kolom, dag in (("tot_2022_12_31", date(2022, 12, 31)), ("vanaf_2023_01_01", date(2023, 1, 1))):
            assert percentage(dag, eigen, *anderen) == D(rij[kolom].rstrip("%")), rij
    assert len(rijen) == 5


def test_the_example_of_parliament_for_a_couple_with_two_who_share() -> None:
    """Kst. 34273: 1.108,56 = 80% van de gehuwdennorm van toen, 1.385,70."""
    toen = (EigenNorm("pw_21b", D("1385.70"), "Kst. 34273"),)
    bewoners = (Medebewoner(30), Medebewoner(31))
    assert norm(date(2024, 1, 1), 40, leeftijd_partner=41, medebewoners=bewoners, eigen_normen=toen) == D(
        "1108.56"
    )


@pytest.mark.parametrize(
    ("rest", "bedrag"),
    [
        # 43,333% × 2.027,79 = 878,709; the couple twice that: 1.757,418
        ({"leeftijd": 40, "leeftijd_partner": 41, "medebewoners": (Medebewoner(27),)}, "1757.42"),
        # AOW: 50% × 2.176,10
        ({"leeftijd": 70, "medebewoners": (Medebewoner(40),)}, "1088.05"),
        # one partner with AOW: 2 × 43,333% × 2.176,10
        ({"leeftijd": 50, "leeftijd_partner": 70, "medebewoners": (Medebewoner(40),)}, "1885.95"),
        # art. 22a lid 3 onder b: 350,42 + 50% × 2.027,79 (the young partner is not in A)
        ({"leeftijd": 20, "leeftijd_partner": 30, "medebewoners": (Medebewoner(40),)}, "1364.32"),
        # art. 22a lid 3 onder a: 755,98 + 43,333% × 2.027,79
        ({"leeftijd": 30, "leeftijd_partner": 20, "kinderen": True, "medebewoners": (Medebewoner(40), Medebewoner(41))}, "1634.69"),
        # under 21 the housemates do not matter
        ({"leeftijd": 20, "medebewoners": (Medebewoner(40),)}, "350.42"),
        # a contract, a student, somebody of 26: nobody shares
        ({"leeftijd": 40, "medebewoners": (Medebewoner(40, commercieel=True), Medebewoner(40, student=True), Medebewoner(26))}, "1419.46"),
        ({"leeftijd": 40, "aow": True}, "1587.34"),
        ({"leeftijd": 70, "aow": False}, "1419.46"),
        ({"leeftijd": 40, "leeftijd_partner": 41, "aow_partner": True}, "2176.10"),
    ],
)  # fmt: skip
def test_households_done_by_hand_in_july_2026(rest: dict, bedrag: str) -> None:
    assert norm(JUL_26, **rest) == D(bedrag)


@pytest.mark.parametrize(
    ("rest", "oordeel", "bedrag", "reden"),
    [
        ({"netto_inkomen": D(1000)}, "waarschijnlijk_wel", "419.46", "lager dan de bijstandsnorm"),
        ({"netto_inkomen": D("1419.45")}, "waarschijnlijk_wel", "0.01", "lager dan de bijstandsnorm"),
        ({"netto_inkomen": D("1419.46")}, "waarschijnlijk_niet", "0.00", "niet lager"),
        ({"netto_inkomen": D(0), "vermogen": D(8000)}, "waarschijnlijk_wel", "1419.46", "lager"),
        ({"netto_inkomen": D(0), "vermogen": D(8001)}, "waarschijnlijk_niet", "0.00", "vermogen is hoger"),
        ({"netto_inkomen": D(0), "vermogen": D(16000), "kinderen": True}, "waarschijnlijk_wel", "1419.46", "lager"),
        ({"vermogen": D(16001), "leeftijd_partner": 40}, "waarschijnlijk_niet", "0.00", "vermogen is hoger"),
        ({}, "niet_te_zeggen", None, "netto inkomen"),
    ],
)  # fmt: skip
def test_what_bijstand_would_add(rest: dict, oordeel: str, bedrag: str | None, reden: str) -> None:
    extra = bereken_bijstand(BijstandInvoer(JUL_26, 40, **rest)).extra["aanvullende_bijstand"]
    assert (extra["oordeel"], extra["bedrag"]) == (oordeel, bedrag)
    assert reden in extra["reden"]
    assert (extra["uitleg"] is None) == (bedrag is None)


def test_the_fields_are_read() -> None:
    invoer = lees_invoer(
        {
            "peildatum": "2026-07-01",
            "leeftijd": 40,
            "leeftijd_partner": "38",
            "kinderen": True,
            "aow": False,
            "aow_partner": False,
            "medebewoners": [{"leeftijd": 30, "student": True}, {"leeftijd": 45, "commercieel": True}],
            "netto_inkomen": "1.50",
            "vermogen": "-20",
        }
    )
    assert invoer == BijstandInvoer(
        JUL_26,
        40,
        leeftijd_partner=38,
        kinderen=True,
        aow=False,
        aow_partner=False,
        medebewoners=(Medebewoner(30, student=True), Medebewoner(45, commercieel=True)),
        netto_inkomen=D("1.50"),
        vermogen=D(-20),
    )


@pytest.mark.parametrize(
    ("wijziging", "veld", "fout"),
    [
        ({"leeftijd": 17}, "leeftijd", "18 tot en met 120"),
        ({"leeftijd": None}, "leeftijd", "ontbreekt"),
        ({"leeftijd_partner": 17}, "leeftijd_partner", "18 tot en met 120"),
        ({"aow_partner": True}, "aow_partner", "geen partner"),
        ({"leeftijd": 20, "inrichting": True}, "inrichting", "geen recht"),
        ({"leeftijd_partner": 20, "inrichting": True}, "inrichting", "geen recht"),
        ({"inrichting": True, "medebewoners": [{"leeftijd": 40}]}, "inrichting", "geen medebewoners"),
        ({"medebewoners": [{"student": True}]}, "medebewoners[1].leeftijd", "ontbreekt"),
        ({"medebewoners": [{"leeftijd": 40, "kat": 1}]}, "medebewoners[1].kat", "onbekend"),
        ({"netto_inkomen": -1}, "netto_inkomen", "0 of meer"),
        ({"peildatum": None}, "peildatum", "ontbreekt"),
    ],
)
def test_a_fault_names_its_field(wijziging: dict, veld: str, fout: str) -> None:
    with pytest.raises(Invoerfout) as gevangen:
        lees_invoer({"peildatum": "2026-07-01", "leeftijd": 40} | wijziging)
    assert [(f.veld, fout in f.fout) for f in gevangen.value.fouten] == [(veld, True)]


def test_from_21_an_institution_is_no_fault_and_a_baby_is_a_housemate_of_0() -> None:
    assert lees_invoer({"peildatum": "2026-07-01", "leeftijd": 21, "inrichting": True}).inrichting
    invoer = lees_invoer({"peildatum": "2026-07-01", "leeftijd": 21, "medebewoners": [{"leeftijd": 0}]})
    assert invoer.medebewoners == (Medebewoner(0),)


def test_assumptions_are_named() -> None:
    namen = [a.naam for a in bereken_bijstand(BijstandInvoer(JUL_26, 20, netto_inkomen=D(1))).aannames]
    assert namen == [
        "recht_op_bijstand", "woonsituatie", "ouders_jongere", "aow_leeftijd", "geen vermogen opgegeven", "netto_inkomen",
    ]  # fmt: skip
    assert [a.naam for a in bereken_bijstand(BijstandInvoer(JUL_26, 40, aow=False)).aannames] == namen[:2]


@pytest.mark.parametrize(
    ("rest", "naam", "staat_erbij"),
    [
        ({"leeftijd": 21}, "ouders_jongere", False),
        ({"leeftijd": 40, "leeftijd_partner": 20}, "ouders_jongere", True),
        ({"leeftijd": 40, "aow": False, "leeftijd_partner": 41, "aow_partner": False}, "aow_leeftijd", False),
        ({"leeftijd": 40, "aow": False, "leeftijd_partner": 41}, "aow_leeftijd", True),
        ({"leeftijd": 40, "leeftijd_partner": 41, "aow_partner": False}, "aow_leeftijd", True),
        ({"leeftijd": 40, "netto_inkomen": D(1), "vermogen": D(0)}, "geen vermogen opgegeven", False),
    ],
)
def test_only_assumptions_that_played_a_part_are_named(rest: dict, naam: str, staat_erbij: bool) -> None:
    namen = [aanname.naam for aanname in bereken_bijstand(BijstandInvoer(JUL_26, **rest)).aannames]
    assert (naam in namen) == staat_erbij


bewoners = st.builds(Medebewoner, st.integers(0, 90), st.booleans(), st.booleans())
huishoudens = st.builds(
    BijstandInvoer,
    peildatum=st.dates(date(2022, 7, 1), date(2026, 12, 31)),
    leeftijd=st.integers(21, 66),  # an AOW with a partner under 21 has no norm of its own in art. 20 Pw
    leeftijd_partner=st.none() | st.integers(18, 66),
    kinderen=st.booleans(),
    medebewoners=st.lists(bewoners, max_size=6).map(tuple),
    netto_inkomen=st.none() | st.decimals(0, 4000, places=2),
    vermogen=st.none() | st.decimals(-100, 20000, places=2),
)


@given(huishoudens, bewoners)
def test_one_more_housemate_never_raises_the_norm_and_every_sum_can_be_done_again(
    invoer: BijstandInvoer, erbij: Medebewoner
) -> None:
    eerst = bereken_bijstand(invoer)
    toets_uitleg(eerst.uitleg)
    meer = BijstandInvoer(
        invoer.peildatum,
        invoer.leeftijd,
        invoer.leeftijd_partner,
        invoer.kinderen,
        medebewoners=(*invoer.medebewoners, erbij),
    )
    # 20.1c and 22a.3 differ by a cent of rounding at one housemate.
    assert bereken_bijstand(meer).uitkomst <= eerst.uitkomst + D("0.01")
    assert eerst.uitkomst > 0
