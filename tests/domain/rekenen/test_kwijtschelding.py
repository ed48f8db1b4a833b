"""Kwijtschelding of local taxes: published scenarios, faults, and what holds for every household."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.rekenen.narekenen import toets_uitleg

from waakvlam.domain.rekenen.beslagvrije_voet import Leefsituatie
from waakvlam.domain.rekenen.invoer import Invoerfout
from waakvlam.domain.rekenen.kwijtschelding import KwijtscheldingInvoer, bereken_kwijtschelding, lees_invoer
from waakvlam.domain.rekenen.normen import laad_normen

D = Decimal
laad_normen()  # read once, so that no example pays for it
ALLEEN = {
    "peildatum": "2026-06-01",
    "leefsituatie": "alleenstaande",
    "netto_besteedbaar_inkomen": "1300.00",
    "norm_percentage": 90,
    "aanslag": "500",
}
PAAR = ALLEEN | {"leefsituatie": "gehuwd_zonder_kinderen", "norm_percentage": 100}
URI = "MinBZK/regelrecht, scenario's Uitvoeringsregeling Invorderingswet 1990"
HHNK = "MinBZK/regelrecht, scenario's kwijtschelding Hoogheemraadschap Hollands Noorderkwartier"

# gegevens, betalingscapaciteit, aan_te_wenden, kwijtschelding, bron
SCENARIOS = [
    (ALLEEN, "463.80", "371.04", "128.96", URI),
    (PAAR | {"netto_besteedbaar_inkomen": "2052.13", "aanslag": 600}, "600.00", "480.00", "120.00", HHNK),
    (ALLEEN | {"netto_besteedbaar_inkomen": "1401.50", "norm_percentage": 100, "aanslag": 150}, "0.00", "0.00", "150.00", HHNK),
    (ALLEEN | {"netto_besteedbaar_inkomen": "1558.15", "norm_percentage": 100, "aanslag": 200, "aow": True}, "0.00", "0.00", "200.00", HHNK),
    (PAAR | {"netto_besteedbaar_inkomen": "2135.40", "aanslag": 250, "aow": True}, "0.00", "0.00", "250.00", HHNK),
    (ALLEEN | {"netto_besteedbaar_inkomen": "1401.50", "norm_percentage": 100, "aanslag": 800, "vermogen": "1098.50"}, "0.00", "0.00", "0.00", HHNK),
]  # fmt: skip
MET_DE_HAND = [
    # a parent alone has the norm of somebody alone: 12 × (1300 − 1401,50) is below zero
    (ALLEEN | {"leefsituatie": "alleenstaande_ouder", "norm_percentage": 100}, "0.00", "0.00", "500.00", "met de hand"),
    # both incomes: 12 × (1500 + 552,13 − 2002,13) = 600
    (PAAR | {"netto_besteedbaar_inkomen": 1500, "inkomen_partner": "552.13"}, "600.00", "480.00", "20.00", "met de hand"),
    # assets go first: 500 − 100 − 371,04
    (ALLEEN | {"vermogen": 100}, "463.80", "371.04", "28.96", "met de hand"),
    (ALLEEN | {"vermogen": 1}, "463.80", "371.04", "127.96", "met de hand"),
    # debts above assets count as none
    (ALLEEN | {"vermogen": -5000}, "463.80", "371.04", "128.96", "met de hand"),
    # July 2026, 90% × 1.419,46 = 1.277,514: 12 × 22,486 = 269,832; 80% = 215,8656
    (ALLEEN | {"peildatum": "2026-07-01"}, "269.83", "215.87", "284.13", "met de hand"),
    # more to pay than the aanslag: nothing is forgiven
    (ALLEEN | {"netto_besteedbaar_inkomen": 2000}, "8863.80", "7091.04", "0.00", "met de hand"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("gegevens", "capaciteit", "aan_te_wenden", "kwijt", "bron"), SCENARIOS + MET_DE_HAND
)
def test_scenarios(gegevens: dict, capaciteit: str, aan_te_wenden: str, kwijt: str, bron: str) -> None:
    uitkomst = bereken_kwijtschelding(lees_invoer(gegevens))
    toets_uitleg(uitkomst.uitleg)
    assert uitkomst.extra == {
        "betalingscapaciteit": capaciteit,
        "aan_te_wenden": aan_te_wenden,
        "kwijtschelding": kwijt,
    }
    assert uitkomst.als_dict()["uitkomst"] == kwijt
    assert uitkomst.eenheid == "euro"


def test_zero_and_less_than_zero_are_read_as_they_are() -> None:
    nul = {"netto_besteedbaar_inkomen": "-12.50", "inkomen_partner": 0, "aanslag": 0, "vermogen": -3}
    assert lees_invoer(PAAR | nul) == KwijtscheldingInvoer(
        date(2026, 6, 1),
        Leefsituatie.GEHUWD_ZONDER_KINDEREN,
        D("-12.50"),
        100,
        D(0),
        inkomen_partner=D(0),
        vermogen=D(-3),
    )
    assert lees_invoer(PAAR | {"netto_besteedbaar_inkomen": 0}).netto_besteedbaar_inkomen == 0
    assert lees_invoer(PAAR | {"inkomen_partner": -1}).inkomen_partner == -1


def test_assumptions_are_named() -> None:
    namen = [aanname.naam for aanname in bereken_kwijtschelding(lees_invoer(ALLEEN)).aannames]
    assert namen == [
        "geen vermogen opgegeven",
        "deel_betalingscapaciteit",
        "norm_percentage",
        "netto_besteedbaar_inkomen",
    ]
    met = bereken_kwijtschelding(lees_invoer(ALLEEN | {"vermogen": 0, "aow": True})).aannames
    assert [aanname.naam for aanname in met][0::3] == ["deel_betalingscapaciteit", "netto_ouderdomspensioen"]


@pytest.mark.parametrize(
    ("wijziging", "veld", "fout"),
    [
        ({"norm_percentage": 95}, "norm_percentage", "90 of 100"),
        ({"norm_percentage": None}, "norm_percentage", "ontbreekt"),
        ({"norm_percentage": "veel"}, "norm_percentage", "geen getal"),
        ({"inkomen_partner": 100}, "inkomen_partner", "geen partner"),
        ({"aanslag": -1}, "aanslag", "0 of meer"),
        ({"aanslag": None}, "aanslag", "ontbreekt"),
        ({"netto_besteedbaar_inkomen": None}, "netto_besteedbaar_inkomen", "ontbreekt"),
        ({"leefsituatie": "samen"}, "leefsituatie", "Kies uit"),
        ({"leefsituatie": None}, "leefsituatie", "ontbreekt"),
        ({"peildatum": None}, "peildatum", "ontbreekt"),
        ({"auto": 1}, "auto", "onbekend"),
    ],
)
def test_a_fault_names_its_field(wijziging: dict, veld: str, fout: str) -> None:
    with pytest.raises(Invoerfout) as gevangen:
        lees_invoer(ALLEEN | wijziging)
    assert [(f.veld, fout in f.fout) for f in gevangen.value.fouten] == [(veld, True)]


def test_the_norm_for_aow_that_is_not_known_is_named() -> None:
    with pytest.raises(Invoerfout) as gevangen:
        bereken_kwijtschelding(lees_invoer(ALLEEN | {"peildatum": "2026-07-01", "aow": True}))
    assert [(f.veld, f.waarde) for f in gevangen.value.fouten] == [
        ("eigen_normen", "aow_netto_alleenstaande")
    ]


@st.composite
def huishoudens(draw: st.DrawFn) -> KwijtscheldingInvoer:
    situatie = draw(st.sampled_from(Leefsituatie))
    return KwijtscheldingInvoer(
        draw(st.dates(date(2021, 1, 1), date(2026, 12, 31))),
        situatie,
        draw(st.decimals(-500, 5000, places=2)),
        draw(st.sampled_from((90, 100))),
        draw(st.decimals(0, 3000, places=2)),
        draw(st.decimals(0, 3000, places=2)) if situatie.gehuwd and draw(st.booleans()) else None,
        draw(st.none() | st.decimals(-1000, 5000, places=2)),
    )


@given(huishoudens(), st.decimals(0, 1000, places=2))
def test_between_nothing_and_the_aanslag_and_never_more_with_more_income(
    invoer: KwijtscheldingInvoer, erbij: D
) -> None:
    uitkomst = bereken_kwijtschelding(invoer)
    toets_uitleg(uitkomst.uitleg)
    assert 0 <= uitkomst.uitkomst <= invoer.aanslag
    meer = KwijtscheldingInvoer(
        invoer.peildatum,
        invoer.leefsituatie,
        invoer.netto_besteedbaar_inkomen + erbij,
        invoer.norm_percentage,
        invoer.aanslag,
        invoer.inkomen_partner,
        invoer.vermogen,
    )
    assert bereken_kwijtschelding(meer).uitkomst <= uitkomst.uitkomst
