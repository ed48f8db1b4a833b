"""Vtlb and afloscapaciteit: sums by hand, what is refused, and what holds for every household."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.rekenen.narekenen import toets_uitleg

from waakvlam.domain.rekenen.beslagvrije_voet import BeslagvrijeVoetInvoer, Leefsituatie
from waakvlam.domain.rekenen.invoer import Invoerfout
from waakvlam.domain.rekenen.uitkomst import Rekenuitkomst
from waakvlam.domain.rekenen.vtlb import (
    Correctie,
    Inkomensregel,
    OfficieelVtlb,
    Periode,
    Termijn,
    Termijnbesluit,
    VtlbInvoer,
    bepaal_termijn,
    bereken_vtlb,
    get_correctiesoorten,
    get_inkomenssoorten,
    lees_invoer,
)

D = Decimal
# Beslagvrije voet 2026-07, C = 28,000: 0.95 * 1419.46 + (28000 - 23425) * 0.27 / 12 = 1348.487 + 102.9375 = 1451.4245
GEGEVENS: dict[str, Any] = {
    "peildatum": "2026-07-01",
    "leefsituatie": "alleenstaande",
    "belastbaar_jaarinkomen": "28000",
    "inkomen": [{"soort": "loon", "bedrag": "2000", "periode": "maand", "telt_mee": True}],
    "correcties": [{"soort": "eigen_risico", "bedrag": "385", "periode": "jaar"}],
}
NORM_1000 = {"norm": "pw_21a", "waarde": "1000", "bron": "verzonnen"}


def _reken(**velden: Any) -> Rekenuitkomst:
    uitkomst = bereken_vtlb(lees_invoer({**GEGEVENS, **velden}))
    toets_uitleg(uitkomst.uitleg)
    return uitkomst


def _fouten(**velden: Any) -> list[str]:
    with pytest.raises(Invoerfout) as fout:
        _reken(**velden)
    return [veld.veld for veld in fout.value.fouten]


def _correctie(bedrag: str, periode: str = "maand", soort: str = "overig") -> dict[str, str]:
    return {"soort": soort, "bedrag": bedrag, "periode": periode}


def test_the_vtlb_is_the_beslagvrije_voet_plus_the_corrections_rounded_once() -> None:
    """1451.4245 + 385 / 12 = 1483.5078…; 1451.42 + 32.08, rounded apart, would be a cent less."""
    extra = _reken().extra
    assert extra["beslagvrije_voet"] == "1451.42"
    assert extra["nominaal_bedrag"] == "32.08"
    assert extra["vtlb"] == "1483.51"
    assert extra["afloscapaciteit"] == "516.49"
    assert extra["nulaanbod"] is False
    assert extra["omschrijving"] == "schuldregeling met afloscapaciteit"


def test_the_outcome_is_the_afloscapaciteit_with_the_vtlb_in_its_explanation() -> None:
    uitkomst = _reken()
    assert uitkomst.uitkomst == D("516.49")
    assert uitkomst.uitleg.naam == "afloscapaciteit"
    assert [stap.naam for stap in uitkomst.uitleg.invoer] == ["inkomen dat meetelt", "vtlb"]
    assert uitkomst.als_dict()["uitkomst"] == uitkomst.als_dict()["afloscapaciteit"]


@pytest.mark.parametrize(
    ("inkomen", "afloscapaciteit", "nulaanbod"),
    [("1483.50", "0.00", True), ("1483.51", "0.00", True), ("1483.52", "0.01", False), ("0", "0.00", True)],
)
def test_no_more_than_the_vtlb_leaves_nothing_to_pay_with(
    inkomen: str, afloscapaciteit: str, nulaanbod: bool
) -> None:
    extra = _reken(inkomen=[{"soort": "loon", "bedrag": inkomen, "periode": "maand", "telt_mee": True}]).extra
    assert (extra["afloscapaciteit"], extra["nulaanbod"]) == (afloscapaciteit, nulaanbod)
    if nulaanbod:
        assert extra["omschrijving"] == "schuldregeling zonder afloscapaciteit"


@pytest.mark.parametrize(
    ("periode", "per_maand"),
    [
        ("week", "520.00"),
        ("vier_weken", "130.00"),
        ("maand", "120.00"),
        ("kwartaal", "40.00"),
        ("jaar", "10.00"),
    ],
)
def test_every_period_becomes_a_month(periode: str, per_maand: str) -> None:
    """120 euro: 120 × 52 / 12, 120 × 13 / 12, 120, 120 / 3 and 120 / 12."""
    uitkomst = _reken(
        correcties=[_correctie("120", periode)],
        inkomen=[{"soort": "loon", "bedrag": "120", "periode": periode, "telt_mee": True}],
    )
    assert uitkomst.extra["correcties"][0]["per_maand"] == per_maand
    assert uitkomst.extra["inkomen_dat_meetelt"] == per_maand


def test_corrections_count_both_ways_and_keep_who_decided_on_what_evidence() -> None:
    eerste = {
        **_correctie("100", soort="ziektekosten"),
        "bewijs": "nota apotheek",
        "besloten_door": "M. Voorbeeld",
    }
    uitkomst = _reken(
        correcties=[
            eerste,
            _correctie("-40.50", soort="individuele_lasten"),
            _correctie("-9.50", soort="eigen vondst"),
        ]
    )
    assert uitkomst.extra["nominaal_bedrag"] == "50.00"
    assert uitkomst.extra["vtlb"] == "1501.42"
    een, twee, drie = uitkomst.extra["correcties"]
    assert (een["bewijs"], een["besloten_door"], een["hoofdstuk"]) == ("nota apotheek", "M. Voorbeeld", "5.4")
    assert een["uitleg"] == "Medisch noodzakelijke kosten die de verzekering niet betaalt."
    assert (twee["bedrag"], twee["naam"]) == (
        "-40.50",
        "individuele lasten (zorgpremie, wonen, kindgebonden budget)",
    )
    assert (drie["naam"], drie["uitleg"]) == ("eigen vondst", None)


def test_two_corrections_of_one_kind_are_told_apart() -> None:
    uitkomst = _reken(correcties=[_correctie("10"), _correctie("20")])
    assert [deel["naam"] for deel in uitkomst.extra["correcties"]] == ["overige kosten", "overige kosten (2)"]
    assert uitkomst.extra["nominaal_bedrag"] == "30.00"


def test_what_does_not_count_is_kept_but_not_added() -> None:
    regels = [
        {"soort": "loon", "bedrag": "1600", "periode": "maand", "telt_mee": True},
        {"soort": "zorgtoeslag", "bedrag": "100", "periode": "maand", "telt_mee": False},
        {"soort": "kinderbijslag", "bedrag": "300", "periode": "kwartaal", "telt_mee": True},
        {"soort": "pensioen", "bedrag": "50", "periode": "maand", "telt_mee": False},
    ]
    extra = _reken(inkomen=regels).extra
    assert extra["inkomen_dat_meetelt"] == "1700.00"
    eigen = _reken(inkomen=[{"soort": "eigen_bedrijf", "bedrag": "1", "periode": "maand", "telt_mee": True}])
    assert eigen.extra["inkomen"][0]["naam"] == "inkomen uit eigen bedrijf"
    assert [regel["let_op"] for regel in extra["inkomen"]] == [
        None,
        None,
        "Meestal telt kinderbijslag niet mee (vtlb-rapport, hoofdstuk 6).",
        "Meestal telt pensioen wel mee (vtlb-rapport, hoofdstuk 6).",
    ]


def test_an_official_vtlb_is_used_and_the_difference_shown() -> None:
    uitkomst = _reken(officieel_vtlb={"bedrag": "1500", "bron": "vtlb-calculator", "datum": "2026-07-15"})
    assert uitkomst.extra["vtlb"] == "1500.00"
    assert uitkomst.extra["afloscapaciteit"] == "500.00"
    assert uitkomst.extra["officieel_vtlb"] == {
        "bedrag": "1500.00",
        "bron": "vtlb-calculator",
        "datum": "2026-07-15",
        "berekend": "1483.51",
        "verschil": "16.49",
    }
    geldt = uitkomst.uitleg.invoer[1]
    assert (geldt.naam, geldt.bron) == ("vtlb dat geldt", "vtlb-calculator (15-07-2026)")
    assert [stap.naam for stap in geldt.invoer] == ["officieel vtlb", "vtlb"]


def test_large_negative_corrections_never_make_a_vtlb_below_zero() -> None:
    uitkomst = _reken(correcties=[_correctie("-5000")])
    assert uitkomst.extra["vtlb"] == "0.00"
    assert "ondergrens_vtlb" in {aanname.naam for aanname in uitkomst.aannames}
    assert "ondergrens_vtlb" not in {aanname.naam for aanname in _reken().aannames}
    net = _reken(belastbaar_jaarinkomen="0", eigen_normen=[NORM_1000], correcties=[_correctie("-950")])
    assert net.extra["vtlb"] == "0.00"
    assert "ondergrens_vtlb" not in {aanname.naam for aanname in net.aannames}


def test_rounding_up_to_whole_euros_is_done_on_the_vtlb_not_on_the_voet() -> None:
    assert _reken(instellingen={"afronding": "euro_omhoog"}).extra["vtlb"] == "1484.00"


def test_an_amount_of_nothing_is_nothing() -> None:
    nul = {"bedrag": "0", "bron": "vtlb-calculator", "datum": "2026-07-15"}
    uitkomst = _reken(
        correcties=[_correctie("0")],
        inkomen=[{"soort": "loon", "bedrag": "0", "periode": "maand", "telt_mee": True}],
        officieel_vtlb=nul,
    )
    extra = uitkomst.extra
    assert (extra["nominaal_bedrag"], extra["inkomen_dat_meetelt"], extra["vtlb"]) == ("0.00", "0.00", "0.00")


def test_assumptions_are_named() -> None:
    namen = {aanname.naam for aanname in _reken(correcties=[], inkomen=[]).aannames}
    assert {"geen_correcties", "geen_inkomen", "bedragen_recofa", "zonder_95_procent", "afronding"} <= namen
    assert not {"geen_correcties", "geen_inkomen"} & {aanname.naam for aanname in _reken().aannames}


def test_an_imposed_amount_is_compared_here_too() -> None:
    assert _reken(opgelegd={"bedrag": "1400"}).extra["opgelegd"]["verschil"] == "51.42"


@pytest.mark.parametrize(
    ("velden", "fouten"),
    [
        ({"inkomen": None}, ["inkomen"]),
        ({"inkomen": "2000"}, ["inkomen"]),
        ({"inkomen": [{"soort": "loon", "bedrag": "2000", "periode": "maand"}]}, ["inkomen[1].telt_mee"]),
        ({"inkomen": [{"soort": "loon", "bedrag": "-1", "periode": "maand", "telt_mee": True}]}, ["inkomen[1].bedrag"]),
        ({"inkomen": [{"soort": "loon", "bedrag": "1", "periode": "dag", "telt_mee": True}]}, ["inkomen[1].periode"]),
        ({"correcties": [{}]}, ["correcties[1].soort", "correcties[1].bedrag", "correcties[1].periode"]),
        ({"correcties": [{**_correctie("1"), "bewijst": "x"}]}, ["correcties[1].bewijst"]),
        ({"officieel_vtlb": {"bedrag": "1500"}}, ["officieel_vtlb.bron", "officieel_vtlb.datum"]),
        ({"peildatum": "2029-01-01"}, ["peildatum"]),
        ({"correctie": []}, ["correctie"]),
        ({"termijn": {"langer": {"maanden": "0"}}}, ["termijn.langer.besluit", "termijn.langer.maanden"]),
    ],
)  # fmt: skip
def test_a_wrong_field_is_named(velden: dict[str, Any], fouten: list[str]) -> None:
    assert _fouten(**velden) == fouten


@pytest.mark.parametrize(
    ("termijn", "maanden", "begin", "einde"),
    [
        ({}, 18, None, None),
        ({"uitspraak": "2026-03-10"}, 18, "2026-03-10", "2027-09-09"),
        ({"uitspraak": "2026-03-10", "eerste_aflossing": "2026-01-01"}, 18, "2026-01-01", "2027-06-30"),
        ({"uitspraak": "2026-03-10", "eerste_aflossing": "2026-05-01"}, 18, "2026-03-10", "2027-09-09"),
        ({"eerste_aflossing": "2023-07-01"}, 18, "2023-07-01", "2024-12-31"),
        ({"uitspraak": "2023-06-30"}, 36, "2023-06-30", "2026-06-29"),
        ({"uitspraak": "2026-03-31", "langer": {"besluit": "rechter", "maanden": 42}}, 42, "2026-03-31", "2029-09-29"),
        ({"langer": {"besluit": "rechter_commissaris", "maanden": 60}}, 60, None, None),
        ({"langer": {"besluit": "rechter_commissaris", "maanden": 24}}, 24, None, None),
    ],
)  # fmt: skip
def test_the_term(termijn: dict[str, Any], maanden: int, begin: str | None, einde: str | None) -> None:
    """Art. 349a Fw: from the ruling (that day included) or the first payment when that is earlier."""
    gegeven = _reken(termijn=termijn).extra["termijn"]
    assert (gegeven["maanden"], gegeven["begin"], gegeven["einde"]) == (maanden, begin, einde)


@pytest.mark.parametrize(
    ("termijn", "veld"),
    [
        ({"langer": {"besluit": "rechter", "maanden": 43}}, "termijn.langer.maanden"),
        ({"langer": {"besluit": "rechter_commissaris", "maanden": 61}}, "termijn.langer.maanden"),
        ({"uitspraak": "2020-12-31"}, "termijn"),
        ({"uitspraak": "2023-06-30", "langer": {"besluit": "rechter", "maanden": 40}}, "termijn"),
    ],
)
def test_a_term_that_the_law_does_not_allow_or_that_is_not_known_is_refused(
    termijn: dict[str, Any], veld: str
) -> None:
    assert _fouten(termijn=termijn) == [veld]


def test_the_term_says_by_which_rule() -> None:
    gegeven = bepaal_termijn(Termijn(besluit=Termijnbesluit.RECHTER, maanden=30), date(2026, 7, 1))
    assert gegeven["bron"] == "art. 349a lid 1 Fw"
    assert "nominaal bedrag" in gegeven["toelichting"]
    gegeven = bepaal_termijn(
        Termijn(besluit=Termijnbesluit.RECHTER_COMMISSARIS, maanden=30), date(2026, 7, 1)
    )
    assert gegeven["bron"] == "art. 349a lid 2 Fw"
    assert "toerekenbaar" in gegeven["toelichting"]
    assert bepaal_termijn(Termijn(), date(2026, 7, 1))["norm"]["waarde"] == "18"


def test_every_kind_says_what_it_is_and_what_evidence_it_asks_for() -> None:
    for soort in get_correctiesoorten().values():
        assert soort.wat.endswith("."), soort
        assert soort.bewijs.endswith("."), soort
    assert get_inkomenssoorten()["loon"].telt_mee is True
    assert get_inkomenssoorten()["kinderbijslag"].telt_mee is False


def test_the_word_of_the_field_is_nowhere_in_what_people_read() -> None:
    uitkomst = _reken(inkomen=[]).als_dict()
    assert uitkomst.pop("nulaanbod") is True
    assert "nulaanbod" not in str(uitkomst)


bedragen = st.decimals(-500, 500, places=2)
perioden = st.sampled_from(Periode)
vtlb_invoer = st.builds(
    VtlbInvoer,
    voet=st.builds(
        BeslagvrijeVoetInvoer,
        peildatum=st.sampled_from([date(2023, 1, 1), date(2025, 7, 1), date(2026, 7, 1)]),
        leefsituatie=st.sampled_from(Leefsituatie),
        belastbaar_jaarinkomen=st.decimals(0, 100_000, places=2),
        netto_maandinkomen=st.none() | st.decimals(0, 5_000, places=2),
    ),
    inkomen=st.lists(
        st.builds(
            Inkomensregel,
            soort=st.sampled_from(["loon", "uitkering", "zorgtoeslag", "eigen (2)"]),
            bedrag=st.decimals(0, 5_000, places=2),
            periode=perioden,
            telt_mee=st.booleans(),
        ),
        max_size=4,
    ).map(tuple),
    correcties=st.lists(
        st.builds(Correctie, soort=st.sampled_from([*get_correctiesoorten(), "eigen; 3 × x"]), bedrag=bedragen, periode=perioden),
        max_size=5,
    ).map(tuple),
    officieel=st.none() | st.builds(OfficieelVtlb, bedrag=st.decimals(0, 3_000, places=2), bron=st.just("proef"), datum=st.just(date(2026, 7, 1))),
)  # fmt: skip


@given(vtlb_invoer)
def test_what_holds_for_every_household(invoer: VtlbInvoer) -> None:
    uitkomst = bereken_vtlb(invoer)
    toets_uitleg(uitkomst.uitleg)
    extra = uitkomst.extra
    assert uitkomst.uitkomst is not None and uitkomst.uitkomst >= 0
    assert extra["nulaanbod"] is (uitkomst.uitkomst == 0)
    if uitkomst.uitkomst > 0:
        assert abs(uitkomst.uitkomst + D(extra["vtlb"]) - D(extra["inkomen_dat_meetelt"])) <= D("0.01")
    if invoer.officieel:
        assert D(extra["vtlb"]) == invoer.officieel.bedrag


@given(vtlb_invoer, st.decimals(0, 500, places=2))
def test_a_higher_correction_never_raises_what_is_to_be_paid(invoer: VtlbInvoer, meer: Decimal) -> None:
    hoger = VtlbInvoer(
        invoer.voet,
        invoer.inkomen,
        (*invoer.correcties, Correctie("overig", meer, Periode.MAAND)),
        invoer.officieel,
    )
    eerst, later = bereken_vtlb(invoer).uitkomst, bereken_vtlb(hoger).uitkomst
    assert eerst is not None and later is not None and later <= eerst
