"""Toeslagen together: the form of the contract, faults in what was handed in, and unknown that is never zero."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.rekenen.halfjaren import LAATSTE
from tests.domain.rekenen.narekenen import toets_uitleg

from waakvlam.domain.rekenen.invoer import Invoerfout
from waakvlam.domain.rekenen.normen import EigenNorm, laad_normen
from waakvlam.domain.rekenen.toeslagen import ToeslagenInvoer, bereken_toeslagen, lees_invoer

D = Decimal
laad_normen()  # read once, so that no example pays for it
GEZIN = {
    "peildatum": "2026-07-01",
    "huishouden": {"partner": False, "kinderen": ["2012-05-06"]},
    "toetsingsinkomen": "29500",
    "kale_huur": "700.00",
    "servicekosten": 20,
    "aantal_personen": 2,
    "vermogen": "1500",
    "leeftijd": 38,
}


def test_the_fields_of_the_contract_are_read_and_given() -> None:
    invoer = lees_invoer(GEZIN)
    assert invoer == ToeslagenInvoer(
        date(2026, 7, 1),
        False,
        (date(2012, 5, 6),),
        D(29500),
        kale_huur=D("700.00"),
        servicekosten=D(20),
        aantal_personen=2,
        vermogen=D(1500),
        leeftijd=38,
    )
    uit = bereken_toeslagen(invoer).als_dict()
    assert {
        soort: uit[soort]["uitkomst"] for soort in ("zorgtoeslag", "huurtoeslag", "kindgebonden_budget")
    } == {
        "zorgtoeslag": "129.00",
        "huurtoeslag": "428.00",
        "kindgebonden_budget": "560.00",
    }
    assert (uit["uitkomst"], uit["eenheid"], uit["peildatum"]) == ("1117.00", "euro per maand", "2026-07-01")
    assert uit["zorgtoeslag"]["uitleg"]["naam"] == "zorgtoeslag"
    assert "reden" not in uit["zorgtoeslag"]
    assert [aanname["naam"] for aanname in uit["aannames"]] == [
        "toetsingsinkomen",
        "woning",
        "heel_jaar",
        "afronding",
    ]


def test_the_optional_fields_are_read() -> None:
    invoer = lees_invoer(
        {
            "peildatum": "2024-03-01",
            "huishouden": {"partner": True, "kinderen": []},
            "toetsingsinkomen": 30000,
            "leeftijd": 70,
            "leeftijd_partner": 61,
            "partner_verzekerd": False,
            "aow": True,
            "aangepaste_woning": True,
            "eigen_normen": [{"norm": "wzt_2_3", "waarde": "13.5", "bron": "Stb."}],
        }
    )
    assert invoer == ToeslagenInvoer(
        date(2024, 3, 1),
        True,
        (),
        D(30000),
        leeftijd=70,
        leeftijd_partner=61,
        partner_verzekerd=False,
        aow=True,
        aangepaste_woning=True,
        eigen_normen=(EigenNorm("wzt_2_3", D("13.5"), "Stb."),),
    )


@pytest.mark.parametrize(("partner", "personen"), [(False, 1), (True, 2)])
def test_as_many_people_as_the_household_has_is_no_fault(partner: bool, personen: int) -> None:
    gegevens = {"huishouden": {"partner": partner}, "aantal_personen": personen}
    assert lees_invoer(GEZIN | gegevens).personen == personen


def test_a_child_born_on_the_day_itself_is_read() -> None:
    assert lees_invoer(GEZIN | {"huishouden": {"partner": False, "kinderen": ["2026-07-01"]}}).kinderen == (
        date(2026, 7, 1),
    )


def test_a_zero_is_a_fact() -> None:
    nul = {"toetsingsinkomen": 0, "kale_huur": 0, "servicekosten": 0, "vermogen": 0, "leeftijd": 0}
    invoer = lees_invoer(GEZIN | nul)
    assert (invoer.toetsingsinkomen, invoer.kale_huur, invoer.servicekosten) == (0, 0, 0)
    assert (invoer.vermogen, invoer.leeftijd) == (0, 0)
    assert lees_invoer(GEZIN | {"vermogen": "-20"}).vermogen == -20


def test_what_was_not_given_is_named_as_an_assumption() -> None:
    kaal = {"peildatum": "2026-07-01", "huishouden": {"partner": True}, "toetsingsinkomen": 20000}
    namen = [aanname.naam for aanname in bereken_toeslagen(lees_invoer(kaal)).aannames]
    assert namen == [
        "toetsingsinkomen",
        "geen vermogen opgegeven",
        "leeftijd",
        "partner verzekerd",
        "heel_jaar",
        "afronding",
    ]


@pytest.mark.parametrize(
    ("wijziging", "naam", "keuze", "deel"),
    [
        (
            {"huishouden": {"partner": True}, "partner_verzekerd": False},
            "partner verzekerd",
            "nee",
            "de helft",
        ),
        ({"huishouden": {"partner": True}}, "partner verzekerd", "ja", "heeft een Nederlandse"),
        ({"leeftijd": None}, "leeftijd", "volwassen, geen AOW", "zonder AOW"),
        ({"leeftijd": None, "aow": True}, "leeftijd", "volwassen", "zonder lagere huurgrens."),
        ({"peildatum": "2025-12-31"}, "servicekosten", "vier soorten samen", "vier soorten"),
        ({"peildatum": "2025-12-31", "servicekosten": 0}, "servicekosten", None, ""),
        ({"peildatum": "2026-01-01"}, "servicekosten", None, ""),
        ({"kale_huur": None, "servicekosten": None}, "woning", None, ""),
    ],
)
def test_only_assumptions_that_played_a_part_are_named(
    wijziging: dict, naam: str, keuze: str | None, deel: str
) -> None:
    gevonden = {a.naam: a for a in bereken_toeslagen(lees_invoer(GEZIN | wijziging)).aannames}
    assert (gevonden[naam].keuze if naam in gevonden else None) == keuze
    assert keuze is None or deel in gevonden[naam].tekst


def test_without_rent_the_sum_is_unknown_and_the_others_stay() -> None:
    uit = bereken_toeslagen(
        lees_invoer({k: v for k, v in GEZIN.items() if k not in ("kale_huur", "servicekosten")})
    )
    assert uit.uitkomst is None
    assert uit.als_dict()["uitkomst"] is None
    assert uit.extra["huurtoeslag"]["uitkomst"] is None
    assert uit.extra["zorgtoeslag"]["uitkomst"] == "129.00"
    assert uit.uitleg.toelichting


@pytest.mark.parametrize(
    ("wijziging", "veld", "fout"),
    [
        ({"toetsingsinkomen": None}, "toetsingsinkomen", "ontbreekt"),
        ({"toetsingsinkomen": "-1"}, "toetsingsinkomen", "0 of meer"),
        ({"huishouden": None}, "huishouden", "ontbreekt"),
        ({"huishouden": {"kinderen": []}}, "huishouden.partner", "ontbreekt"),
        ({"huishouden": {"partner": "ja"}}, "huishouden.partner", "true of false"),
        (
            {"huishouden": {"partner": False, "kinderen": ["gisteren"]}},
            "huishouden.kinderen",
            "kind 1 is geen datum",
        ),
        ({"huishouden": {"partner": False, "kinderen": ["2020-01-01", 7]}}, "huishouden.kinderen", "kind 2"),
        (
            {"huishouden": {"partner": False, "kinderen": ["2026-07-02"]}},
            "huishouden.kinderen",
            "nog niet geboren",
        ),
        ({"huishouden": {"partner": False, "hond": 1}}, "huishouden.hond", "onbekend"),
        ({"leeftijd_partner": 30}, "leeftijd_partner", "geen partner"),
        ({"partner_verzekerd": False}, "partner_verzekerd", "geen partner"),
        ({"huishouden": {"partner": True}, "aantal_personen": 1}, "aantal_personen", "ten minste 2"),
        ({"aantal_personen": 0}, "aantal_personen", "1 tot en met 100"),
        ({"kale_huur": None}, "servicekosten", "kale huur"),
        ({"leeftijd": 121}, "leeftijd", "120"),
        ({"peildatum": None}, "peildatum", "ontbreekt"),
        ({"huur": 700}, "huur", "onbekend"),
    ],
)
def test_a_fault_names_its_field_and_says_what_to_do(wijziging: dict, veld: str, fout: str) -> None:
    with pytest.raises(Invoerfout) as gevangen:
        lees_invoer(GEZIN | wijziging)
    assert [(f.veld, fout in f.fout) for f in gevangen.value.fouten] == [(veld, True)]


@pytest.mark.parametrize("peildatum", ["2020-12-31", (LAATSTE + timedelta(days=1)).isoformat()])
def test_a_date_outside_the_norms_is_a_fault_of_the_peildatum(peildatum: str) -> None:
    huishouden = {"partner": False, "kinderen": []}
    with pytest.raises(Invoerfout) as gevangen:
        bereken_toeslagen(lees_invoer(GEZIN | {"peildatum": peildatum, "huishouden": huishouden}))
    assert [fout.veld for fout in gevangen.value.fouten] == ["peildatum"]


def test_a_norm_entered_with_its_source_makes_the_missing_year_computable() -> None:
    gegevens = {
        "peildatum": "2021-03-01",
        "huishouden": {"partner": False, "kinderen": []},
        "toetsingsinkomen": 15000,
        "kale_huur": 0,
        "eigen_normen": [
            {"norm": "wzt_percentage_alleenstaande", "waarde": 1.9, "bron": "Stb. 2020"},
            {"norm": "wzt_2_3", "waarde": 13.6, "bron": "Stb. 2020"},
        ],
    }
    # 1.705 − 1,9% × 21.835,01 = 1.290,13 → 1.290 / 12 = 107,5 → 107
    assert bereken_toeslagen(lees_invoer(gegevens)).extra["zorgtoeslag"]["uitkomst"] == "107.00"


huishoudens = st.builds(
    ToeslagenInvoer,
    peildatum=st.dates(date(2021, 1, 1), LAATSTE),
    partner=st.booleans(),
    kinderen=st.lists(st.dates(date(2004, 1, 1), date(2020, 12, 31)), max_size=5).map(tuple),
    toetsingsinkomen=st.decimals(0, 150_000, places=2),
    kale_huur=st.none() | st.decimals(0, 1_500, places=2),
    servicekosten=st.none() | st.decimals(0, 100, places=2),
    vermogen=st.none() | st.decimals(-5_000, 250_000, places=2),
    leeftijd=st.none() | st.integers(0, 100),
    leeftijd_partner=st.none() | st.integers(18, 100),
    partner_verzekerd=st.booleans(),
    aow=st.none() | st.booleans(),
    aangepaste_woning=st.booleans(),
)


@given(huishoudens)
def test_every_figure_can_be_done_again_and_nothing_unknown_is_a_number(invoer: ToeslagenInvoer) -> None:
    uitkomst = bereken_toeslagen(invoer)
    toets_uitleg(uitkomst.uitleg)
    soorten = [uitkomst.extra[soort] for soort in ("zorgtoeslag", "huurtoeslag", "kindgebonden_budget")]
    bedragen = [soort["uitkomst"] for soort in soorten]
    for soort in soorten:
        assert soort["uitkomst"] not in (None, "0.00") or soort["reden"]
        assert soort["uitkomst"] is None or (soort["uitkomst"].endswith(".00") and D(soort["uitkomst"]) >= 0)
    assert uitkomst.uitkomst == (None if None in bedragen else sum(map(D, bedragen)))
