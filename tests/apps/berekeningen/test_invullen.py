"""From what is typed to facts and back: literal tables, and every form asks what its calculation reads."""

from datetime import date

import pytest

from waakvlam.apps.berekeningen.formulieren import invullen
from waakvlam.apps.berekeningen.formulieren.notatie import lees_bedrag, lees_getal, toon_bedrag
from waakvlam.apps.berekeningen.formulieren.opzet import Groep, Opzet, Rijen, TonenAls, Veld, Veldsoort
from waakvlam.apps.berekeningen.formulieren.register import OPZETTEN
from waakvlam.apps.berekeningen.formulieren.scherm import Formulierscherm
from waakvlam.domain.rekenen.soorten import SOORTEN

VANDAAG = date(2026, 7, 1)

OPZET = Opzet(
    "voorbeeld",
    "",
    (
        Groep(
            "Eerst",
            (
                Veld(
                    "kies",
                    "Kies",
                    Veldsoort.LIJST,
                    keuzes=(("een", "Een"), ("twee", "Twee")),
                    standaard="een",
                ),
                Veld("blok.bedrag", "Bedrag", Veldsoort.BEDRAG, als=TonenAls("kies", frozenset({"twee"}))),
                Veld("blok.dag", "Dag", Veldsoort.DATUM, als=TonenAls("blok.bedrag")),
                Veld("vink", "Vink", Veldsoort.JA_NEE),
                Rijen(
                    "posten",
                    "Posten",
                    "post",
                    (
                        Veld("wat", "Wat", Veldsoort.TEKST),
                        Veld("bedrag", "Bedrag", Veldsoort.BEDRAG),
                        Veld("per", "Per", Veldsoort.LIJST, keuzes=(("maand", "Maand"),), standaard="maand"),
                    ),
                ),
                Rijen("dagen", "Dagen", "dag", (Veld("dag", "Dag", Veldsoort.DATUM),), los=True),
            ),
        ),
    ),
)


@pytest.mark.parametrize(
    ("getypt", "gelezen"),
    [
        ("1.234,50", "1234.50"),
        ("1234,5", "1234.50"),
        ("1234.50", "1234.50"),
        ("1.234", "1234.00"),
        ("1.234.567", "1234567.00"),
        ("12.5", "12.50"),
        ("€ 1.234,50", "1234.50"),
        ("€\u00a012", "12.00"),
        ("500,-", "500.00"),
        ("0,005", "0.005"),
        ("-20,10", "-20.10"),
        ("veel", "veel"),
        ("1,2,3", "1,2,3"),
        ("NaN", "NaN"),
        ("", ""),
    ],
)
def test_an_amount_is_read_as_it_is_written_here(getypt, gelezen):
    assert lees_bedrag(getypt) == gelezen


@pytest.mark.parametrize(
    ("getypt", "gelezen"), [("13,692", "13.692"), ("1.234", "1.234"), ("50%", "50"), ("x", "x")]
)
def test_a_number_keeps_its_decimals(getypt, gelezen):
    assert lees_getal(getypt) == gelezen


@pytest.mark.parametrize("bedrag", ["0.00", "1234.50", "-12.30", "1234567.89"])
def test_an_amount_that_is_shown_is_read_back_the_same(bedrag):
    assert lees_bedrag(toon_bedrag(bedrag)) == bedrag


def test_a_field_that_does_not_belong_to_the_form_is_not_handed_in():
    getypt = {"kies": "een", "blok-bedrag": "12", "blok-dag": "2026-01-01"}
    assert invullen.vul(OPZET, getypt).feiten == {"kies": "een"}
    assert invullen.vul(OPZET, getypt | {"kies": "twee"}).feiten == {
        "kies": "twee",
        "blok": {"bedrag": "12.00", "dag": "2026-01-01"},
    }


def test_empty_rows_are_left_out_and_a_fault_still_finds_its_row():
    getypt = {
        "posten-1-wat": "",
        "posten-1-per": "maand",
        "posten-3-wat": "huur",
        "posten-3-bedrag": "1.000",
        "posten-7-bedrag": "x",
        "dagen-1-dag": "",
        "dagen-2-dag": "2020-05-05",
    }
    ingevuld = invullen.vul(OPZET, getypt)
    assert ingevuld.feiten["posten"] == [{"wat": "huur", "bedrag": "1000.00"}, {"bedrag": "x"}]
    assert ingevuld.feiten["dagen"] == ["2020-05-05"]
    assert ingevuld.rijen == {"posten": 3, "dagen": 2}
    # The rows are numbered again when the form is drawn; faults point to the new numbers.
    assert ingevuld.plekken["posten[2].bedrag"] == "posten-3-bedrag"
    assert ingevuld.waarden["posten-3-bedrag"] == "x"
    assert ingevuld.plekken["dagen[1]"] == "dagen-2-dag"


def test_a_row_goes_and_a_row_is_added():
    getypt = {"posten-1-wat": "a", "posten-10-wat": "b", "posten-2-wat": "c"}
    ingevuld = invullen.vul(OPZET, invullen.zonder_rij(getypt, "posten-1"))
    assert [rij["wat"] for rij in ingevuld.feiten["posten"]] == ["c", "b"]
    invullen.voeg_rij_toe(ingevuld, "posten")
    invullen.voeg_rij_toe(ingevuld, "onbekend")
    assert ingevuld.rijen == {"posten": 3, "dagen": 1}


def test_facts_fill_in_the_form_and_come_back_the_same():
    feiten = {
        "kies": "twee",
        "blok": {"bedrag": "1234.50", "dag": "2026-01-02"},
        "vink": True,
        "posten": [{"wat": "huur", "bedrag": "700.00", "per": "maand"}],
        "dagen": ["2020-05-05", "2021-06-06"],
        "eigen_normen": [{"norm": "pw_21a", "waarde": "1.5", "bron": "Stcrt."}],
    }
    ingevuld = invullen.uit_feiten(OPZET, feiten)
    assert ingevuld.feiten == feiten
    assert ingevuld.waarden["blok-bedrag"] == "1.234,50"


def test_norms_that_are_entered_are_asked_once_and_empty_ones_are_not_handed_in():
    getypt = {
        "eigen_normen-1-norm": "pw_21a",
        "eigen_normen-2-norm": "pw_21b",
        "eigen_normen-2-waarde": "12,5",
        "eigen_normen-2-bron": "Stcrt.",
        "eigen_normen-3-norm": "pw_21a",
    }
    ingevuld = invullen.vul(OPZET, getypt)
    assert ingevuld.eigen == ["pw_21a", "pw_21b"]
    assert ingevuld.feiten == {"eigen_normen": [{"norm": "pw_21b", "waarde": "12.5", "bron": "Stcrt."}]}
    assert ingevuld.plekken["eigen_normen[1].bron"] == "eigen_normen-2-bron"


def test_every_calculation_has_a_form():
    assert set(OPZETTEN) == {soort.naam for soort in SOORTEN}


@pytest.mark.parametrize("soort", OPZETTEN)
def test_every_question_says_why_it_is_asked(soort):
    for groep in OPZETTEN[soort].groepen:
        for deel in groep.delen:
            velden = deel.velden if isinstance(deel, Rijen) else (deel,)
            uitgelegd = bool(deel.intro) if isinstance(deel, Rijen) else False
            assert all(veld.waarom or uitgelegd for veld in velden), (soort, deel)


@pytest.mark.parametrize("soort", OPZETTEN)
def test_nothing_is_asked_twice_and_every_condition_is_about_an_earlier_question(soort):
    namen = [veld.naam for veld in OPZETTEN[soort].velden()]
    assert len(namen) == len(set(namen))
    for plek, veld in enumerate(OPZETTEN[soort].velden()):
        assert veld.als is None or veld.als.pad in {v.pad for v in list(OPZETTEN[soort].velden())[:plek]}


@pytest.mark.parametrize("soort", OPZETTEN)
def test_an_empty_form_can_be_drawn(soort):
    scherm = Formulierscherm(OPZETTEN[soort], invullen.begin(OPZETTEN[soort], VANDAAG))
    assert str(scherm.formulier)
