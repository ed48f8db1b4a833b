"""The facts of a proposal as they are read: every field of the contract, and a message per field for what cannot be."""

from datetime import date
from decimal import Decimal

import pytest

from waakvlam.domain.rekenen.invoer import Invoerfout
from waakvlam.domain.rekenen.voorstel import (
    Bijdrage,
    Herkomst,
    KredietInvoer,
    Schuld,
    VoorstelInvoer,
    WsnpInvoer,
    lees_invoer,
)

D = Decimal
DAG = date(2026, 7, 1)


def gegevens(**meer) -> dict:
    return {
        "afloscapaciteit_per_maand": "100.00",
        "schulden": [{"id": "a", "schuldeiser": "Winkel", "bedrag": "5000", "preferent": False}],
        **meer,
    }


def test_the_fields_of_the_contract_are_read() -> None:
    invoer = lees_invoer(
        {
            "afloscapaciteit_per_maand": 75.5,
            "maanden": 24,
            "vermogen": "1000,00",
            "kosten": "12.34",
            "schulden": [
                {
                    "id": 7,
                    "schuldeiser": "Gemeente",
                    "bedrag": "10",
                    "preferent": True,
                    "grondslag": "Pw 60 lid 7",
                },
                {"id": "b", "schuldeiser": "Winkel", "bedrag": 20, "preferent": False},
            ],
        },
        DAG,
    )
    assert invoer == VoorstelInvoer(
        DAG,
        D("75.5"),
        (Schuld(7, "Gemeente", D(10), True, "Pw 60 lid 7"), Schuld("b", "Winkel", D(20), False)),
        maanden=24,
        vermogen=D("1000.00"),
        kosten=D("12.34"),
    )
    assert lees_invoer(gegevens(peildatum="2025-01-01"), DAG).peildatum == date(2025, 1, 1)


def test_the_other_fields_are_read() -> None:
    invoer = lees_invoer(
        gegevens(
            al_gereserveerd="5",
            eenmalige_bijdragen=[{"omschrijving": "gift", "bedrag": "10", "herkomst": "derde"}],
            saneringskrediet={"rente_procent_per_jaar": "4.5", "bron": "tarief", "kosten": "20"},
            wsnp={"kosten": "2000", "bron": "beschikking", "maanden": 6},
        ),
        DAG,
    )
    assert invoer.al_gereserveerd == 5
    assert invoer.bijdragen == (Bijdrage("gift", D(10), Herkomst.DERDE),)
    assert invoer.krediet == KredietInvoer(D("4.5"), "tarief", D(20))
    assert invoer.wsnp == WsnpInvoer(D(2000), "beschikking", 6)


@pytest.mark.parametrize("rente", ["0", "0.5", "100"])
def test_zero_and_the_bounds_are_read_as_they_are(rente) -> None:
    invoer = lees_invoer(
        gegevens(
            afloscapaciteit_per_maand="0",
            eenmalige_bijdragen=[{"omschrijving": "gift", "bedrag": "0", "herkomst": "eigen"}],
            saneringskrediet={"rente_procent_per_jaar": rente, "bron": "tarief"},
            wsnp={"maanden": 1},
        ),
        DAG,
    )
    assert invoer.afloscapaciteit == 0
    assert invoer.bijdragen == (Bijdrage("gift", D(0), Herkomst.EIGEN),)
    assert invoer.krediet == KredietInvoer(D(rente), "tarief")
    assert invoer.wsnp == WsnpInvoer(maanden=1)


FOUTEN = [
    (
        {"eenmalige_bijdragen": [{"omschrijving": "x", "herkomst": "eigen"}]},
        "eenmalige_bijdragen[1].bedrag",
        "ontbreekt",
    ),
    (
        {"eenmalige_bijdragen": [{"omschrijving": "x", "bedrag": "1"}]},
        "eenmalige_bijdragen[1].herkomst",
        "ontbreekt",
    ),
    ({"afloscapaciteit_per_maand": None}, "afloscapaciteit_per_maand", "ontbreekt"),
    ({"afloscapaciteit_per_maand": "-1"}, "afloscapaciteit_per_maand", "0 of meer"),
    ({"maanden": 0}, "maanden", "van 1 tot en met 120"),
    ({"maanden": 121}, "maanden", "van 1 tot en met 120"),
    ({"maanden": 1.5}, "maanden", "heel getal"),
    ({"vermogen": "veel"}, "vermogen", "geen getal"),
    ({"schulden": None}, "schulden", "ontbreekt"),
    ({"schulden": []}, "schulden", "ten minste één schuld"),
    ({"schulden": "x"}, "schulden", "lijst"),
    ({"schulden": ["x"]}, "schulden[1]", "velden met een naam"),
    ({"nulaanbod": True}, "nulaanbod", "onbekend"),
    ({"saneringskrediet": {"bron": "x"}}, "saneringskrediet.rente_procent_per_jaar", "ontbreekt"),
    ({"saneringskrediet": {"rente_procent_per_jaar": "5"}}, "saneringskrediet.bron", "ontbreekt"),
    (
        {"saneringskrediet": {"rente_procent_per_jaar": "101", "bron": "x"}},
        "saneringskrediet.rente_procent_per_jaar",
        "0 tot en met 100",
    ),
    (
        {"saneringskrediet": {"rente_procent_per_jaar": "-1", "bron": "x"}},
        "saneringskrediet.rente_procent_per_jaar",
        "0 tot en met 100",
    ),
    ({"wsnp": {"kosten": "10"}}, "wsnp.bron", "waar de kosten"),
    ({"wsnp": {"onzin": "10"}}, "wsnp.onzin", "onbekend"),
    ({"eenmalige_bijdragen": [{"bedrag": "1"}]}, "eenmalige_bijdragen[1].omschrijving", "ontbreekt"),
    (
        {"eenmalige_bijdragen": [{"omschrijving": "x", "bedrag": "1", "herkomst": "oma"}]},
        "eenmalige_bijdragen[1].herkomst",
        "eigen, derde",
    ),
]
SCHULDFOUTEN = [
    ({"id": None}, "id", "ontbreekt"),
    ({"id": True}, "id", "tekst"),
    ({"id": 1.5}, "id", "tekst"),
    ({"schuldeiser": ""}, "schuldeiser", "ontbreekt"),
    ({"bedrag": "-5"}, "bedrag", "0 of meer"),
    ({"bedrag": "0"}, "bedrag", "hoger dan 0"),
    ({"bedrag": None}, "bedrag", "ontbreekt"),
    ({"bedrag": "1.001"}, "bedrag", "twee cijfers"),
    ({"preferent": None}, "preferent", "true of false"),
    ({"preferent": "ja"}, "preferent", "true of false"),
    ({"zekerheid": {"opbrengst": "10"}}, "zekerheid", "preferent op true"),
    ({"preferent": True, "zekerheid": {}}, "zekerheid.opbrengst", "ontbreekt"),
    ({"rente": "4"}, "rente", "onbekend"),
]


def fouten(invoer: dict, vandaag: date | None = DAG) -> dict[str, str]:
    with pytest.raises(Invoerfout) as gevangen:
        lees_invoer(invoer, vandaag)
    per_veld: dict[str, str] = {}
    for fout in gevangen.value.fouten:
        per_veld[fout.veld] = f"{per_veld.get(fout.veld, '')} {fout.fout}".strip()
    return per_veld


@pytest.mark.parametrize(("wijziging", "veld", "deel"), FOUTEN)
def test_a_fault_is_told_per_field(wijziging, veld, deel) -> None:
    assert deel in fouten(gegevens(**wijziging))[veld]


@pytest.mark.parametrize(("wijziging", "veld", "deel"), SCHULDFOUTEN)
def test_a_fault_in_a_debt_is_told_with_its_number(wijziging, veld, deel) -> None:
    basis = gegevens()["schulden"][0]
    gevonden = fouten(gegevens(schulden=[basis, basis | {"id": "z"} | wijziging]))
    assert list(gevonden) == [f"schulden[2].{veld}"]
    assert deel in gevonden[f"schulden[2].{veld}"]


@pytest.mark.parametrize(("een", "twee"), [("a", "a"), ("a", " a "), (1, "1"), (2, 2)])
def test_an_id_is_used_once(een, twee) -> None:
    basis = gegevens()["schulden"][0]
    gevonden = fouten(gegevens(schulden=[basis | {"id": een}, basis | {"id": twee}]))
    assert "ook al bij een andere schuld" in gevonden["schulden[2].id"]


def test_without_today_the_peildatum_is_asked() -> None:
    assert "ontbreekt" in fouten(gegevens(), None)["peildatum"]
    assert lees_invoer(gegevens(peildatum="2026-01-01")).peildatum == date(2026, 1, 1)
    assert "JJJJ-MM-DD" in fouten(gegevens(peildatum="gisteren"))["peildatum"]
