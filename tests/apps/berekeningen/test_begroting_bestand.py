"""A begroting as a spreadsheet: out of a kept one or the calculator, and back into the calculator."""

import csv
import html
import io
import re

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook
from tests.adapters.files.bladen import schrijf_xlsx
from tests.apps.berekeningen.test_paginas import acties, tekst

from waakvlam.adapters.werkboek import Werkboek
from waakvlam.domain.rekenen.begroting import KOLOMMEN, POSTEN, lees_invoer, lees_rijen, rijen

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]

INLEZEN = "/berekenen/begroting/inlezen/"
FEITEN = {
    "peildatum": "2026-07-01",
    "inkomsten": [
        {"post": "loon", "bedrag": "2000.00", "periode": "maand"},
        {"post": "kinderbijslag", "bedrag": "300.10", "periode": "kwartaal", "omschrijving": "=1+1"},
    ],
    "uitgaven": [
        {"post": "wonen", "bedrag": "1234.50", "periode": "maand", "omschrijving": "2024"},
        {"post": "voeding", "bedrag": "0.30", "periode": "week", "omschrijving": "é & <b>"},
    ],
}
GETYPT = {
    "peildatum": "2026-07-01",
    "inkomsten-1-post": "loon",
    "inkomsten-1-bedrag": "2.000",
    "inkomsten-1-periode": "maand",
    "uitgaven-1-post": "wonen",
    "uitgaven-1-bedrag": "1.900,50",
    "uitgaven-1-periode": "maand",
    "omstandigheden-geen_overzicht": "on",
}


def blad(*regels, naam="begroting.xlsx") -> SimpleUploadedFile:
    uit = io.BytesIO()
    with xlsxwriter.Workbook(uit, {"in_memory": True}) as boek:
        werkblad = boek.add_worksheet()
        for nummer, regel in enumerate(regels):
            werkblad.write_row(nummer, 0, regel)
    return SimpleUploadedFile(naam, uit.getvalue())


def waarden(antwoord) -> dict[str, str]:
    """The inputs and chosen options of a page by name."""
    pagina = html.unescape(antwoord.content.decode())
    gevonden = dict(re.findall(r'<input[^>]*name="([^"]+)"[^>]*?value="([^"]*)"', pagina))
    for naam, keuzes in re.findall(r'<select[^>]*name="([^"]+)"[^>]*>(.*?)</select>', pagina, re.S):
        gekozen = re.search(r'value="([^"]*)"\s+selected', keuzes) or re.search(r'value="([^"]*)"', keuzes)
        gevonden[naam] = gekozen[1]
    return gevonden


@pytest.fixture
def begroting(bewaar):
    return bewaar(soort="begroting", feiten=FEITEN)


def test_a_kept_begroting_goes_out_and_comes_back_the_same(als, consulent, begroting):
    client = als(consulent)
    bestand = client.get(f"/berekenen/{begroting.pk}/begroting.xlsx")
    assert bestand["Content-Disposition"] == f'attachment; filename="begroting-{begroting.pk}.xlsx"'
    assert "begroting.geexporteerd" in acties()
    terug = client.post(
        INLEZEN, {"peildatum": "2026-07-01", "bestand": SimpleUploadedFile("b.xlsx", bestand.content)}
    )
    assert terug.status_code == 200
    assert "Werkblad ingelezen 2 inkomsten en 2 uitgaven." in tekst(terug)
    velden = waarden(terug)
    assert velden["inkomsten-2-omschrijving"] == "=1+1"
    assert velden["inkomsten-2-bedrag"] == "300,10"
    assert velden["inkomsten-2-periode"] == "kwartaal"
    assert velden["uitgaven-1-post"] == "wonen"
    assert velden["uitgaven-1-omschrijving"] == "2024"
    assert velden["uitgaven-2-bedrag"] == "0,30"
    bewaard = client.post(
        "/berekenen/begroting/", velden | {"actie": "bewaar", "gemeente": "9901"}, follow=True
    )
    pk = bewaard.redirect_chain[-1][0].split("/")[2]
    assert client.get(f"/berekenen/{pk}/berekening.json").json()["feiten"] == FEITEN


def test_amounts_are_numbers_and_text_is_never_a_formula(als, consulent, begroting):
    client = als(consulent)
    inhoud = client.get(f"/berekenen/{begroting.pk}/begroting.xlsx").content
    cellen = CalamineWorkbook.from_filelike(io.BytesIO(inhoud)).get_sheet_by_index(0).to_python()
    assert cellen[0] == list(KOLOMMEN)
    assert cellen[2] == ["Inkomst", "inkomsten", "kinderbijslag", "=1+1", 300.1, "kwartaal", 100.03]
    ruw = client.get(f"/berekenen/{begroting.pk}/begroting.csv").content
    assert ruw.startswith(b"\xef\xbb\xbf")
    regels = list(csv.reader(io.StringIO(ruw.decode("utf-8-sig")), delimiter=";"))
    assert regels[2] == ["Inkomst", "inkomsten", "kinderbijslag", "'=1+1", "300,10", "kwartaal", "100,03"]


BEDRAGEN = st.decimals("0", "999999999.99", places=2)


@settings(max_examples=15, deadline=None)  # each starts a process that reads
@given(
    st.lists(
        st.tuples(
            st.sampled_from(list(POSTEN.values())),
            BEDRAGEN,
            st.sampled_from(["week", "vier_weken", "maand", "kwartaal", "jaar"]),
            st.text(st.characters(blacklist_categories=("Cs", "Cc", "Cn", "Co")), max_size=20),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_whatever_is_in_a_begroting_survives_a_workbook(regels):
    feiten = {
        "peildatum": "2026-07-01",
        "inkomsten": [{"post": "loon", "bedrag": "1", "periode": "maand"}],
        "uitgaven": [{"post": "wonen", "bedrag": "1", "periode": "maand"}],
    }
    for post, bedrag, periode, wat in regels:
        lijst = feiten["uitgaven" if post.groep.is_uitgave else "inkomsten"]
        lijst.append({"post": post.sleutel, "bedrag": str(bedrag), "periode": periode, "omschrijving": wat})
    invoer = lees_invoer(feiten)
    bestand = Werkboek().als_xlsx("Begroting", rijen(invoer))
    assert lees_rijen(Werkboek().lees(io.BytesIO(bestand), 1000)) == invoer.regels


@pytest.mark.parametrize(("extensie", "begin"), [("xlsx", b"PK"), ("csv", b"\xef\xbb\xbfSoort;")])
def test_the_calculator_goes_out_without_being_kept(als, consulent, extensie, begin):
    client = als(consulent)
    bestand = client.post(f"/berekenen/begroting/begroting.{extensie}", GETYPT)
    assert bestand.status_code == 200
    assert bestand.content.startswith(begin)
    assert "begroting.geexporteerd" in acties()
    fout = client.post(f"/berekenen/begroting/begroting.{extensie}", GETYPT | {"uitgaven-1-bedrag": "veel"})
    assert fout.status_code == 422
    assert "Dit is geen getal" in tekst(fout)


def test_a_sheet_replaces_the_rows_and_leaves_the_other_answers(als, consulent):
    regels = [
        ["Periode", "Post", "Bedrag"],
        ["maand", "Huur of hypotheek", "€ 1.234,50"],
        [],
        ["Week", "voeding", 0.1 + 0.2],
    ]
    regels.append(["jaar", "loon", 24000])
    antwoord = als(consulent).post(
        INLEZEN, GETYPT | {"inkomsten-2-post": "uitkering", "bestand": blad(*regels)}
    )
    velden = waarden(antwoord)
    assert (velden["uitgaven-1-bedrag"], velden["uitgaven-2-bedrag"]) == ("1.234,50", "0,30")
    assert (velden["inkomsten-1-bedrag"], velden["inkomsten-1-periode"]) == ("24.000,00", "jaar")
    assert velden.get("inkomsten-2-bedrag", "") == ""
    assert velden["peildatum"] == "2026-07-01"
    assert re.search(r'name="omstandigheden-geen_overzicht"[^>]*checked', antwoord.content.decode())
    assert 'action="/berekenen/begroting/"' in antwoord.content.decode()


def test_every_fault_is_told_with_row_and_column_and_nothing_changes(als, consulent):
    regels = [
        ["Post", "Bedrag", "Periode"],
        ["loon", 2000, "maand"],
        [],
        ["wonen", 12.345, "dagelijks"],
        ["xyz", "veel", ""],
    ]
    antwoord = als(consulent).post(INLEZEN, GETYPT | {"bestand": blad(*regels)})
    assert antwoord.status_code == 422
    pagina = tekst(antwoord)
    assert "Niets ingelezen: 5 dingen kloppen niet in het werkblad" in pagina
    for deel in (
        "Rij 4 Bedrag 12.345 Een bedrag heeft hoogstens twee cijfers achter de komma.",
        "Rij 4 Periode dagelijks Kies uit:",
        "Rij 5 Post xyz Deze post is onbekend.",
        "Rij 5 Bedrag veel Dit is geen getal. Schrijf bijvoorbeeld 1.234,56.",
        "Rij 5 Periode leeg Vul dit in",
    ):
        assert deel in pagina, deel
    assert waarden(antwoord)["uitgaven-1-bedrag"] == "1.900,50"


@pytest.mark.parametrize(
    ("regels", "verwacht"),
    [
        ([["Post", "Bedrag"], ["loon", 1]], "De kolom Periode ontbreekt"),
        ([["Post", "Bedrag", "Periode", "Naam"], ["loon", 1, "maand"]], "Deze kolom is onbekend"),
        ([["Post", "Bedrag", "Periode"]], "Er staan geen regels onder de kop"),
        ([], "niet te lezen"),
        ([["Post", "Bedrag", "Periode"]] + [["loon", 1, "maand"]] * 151, "meer dan 150 inkomsten"),
        ([["Post", "Bedrag", "Periode"], *[[]] * 1500, ["loon", 1, "maand"]], "Rij 1502 is gevuld"),
    ],
)
def test_a_sheet_of_another_shape_says_what_to_do(als, consulent, regels, verwacht):
    antwoord = als(consulent).post(INLEZEN, GETYPT | {"bestand": blad(*regels)})
    assert antwoord.status_code == 422
    assert verwacht in tekst(antwoord)


def test_hostile_files_are_refused(als, consulent, tmp_path):
    client = als(consulent)
    breed = schrijf_xlsx(tmp_path / "a.xlsx", '<row r="1"><c r="XFD1"><v>1</v></c></row>').read_bytes()
    diep = schrijf_xlsx(
        tmp_path / "b.xlsx",
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="SF1048576"><v>1</v></c></row>',
    ).read_bytes()
    bom = schrijf_xlsx(tmp_path / "c.xlsx", " " * 60_000_000).read_bytes()
    goed = client.post("/berekenen/begroting/begroting.xlsx", GETYPT).content
    gevallen = {
        "te breed": (breed, "niet te lezen"),
        "te diep": (diep, "niet te lezen"),
        "bom": (bom, "niet te lezen"),
        "afgebroken": (goed[: len(goed) // 2], "niet te lezen"),
        "geen zip": (b"%PDF-1.7", "Dit is geen XLSX"),
        "leeg": (b"", "Kies eerst een werkblad"),
        "te groot": (b"PK" + b"x" * 1_000_000, "groter dan 1 MB"),
    }
    for naam, (inhoud, verwacht) in gevallen.items():
        antwoord = client.post(INLEZEN, GETYPT | {"bestand": SimpleUploadedFile("b.xlsx", inhoud)})
        assert antwoord.status_code == 422, naam
        assert verwacht in tekst(antwoord), naam
    assert client.post(INLEZEN, GETYPT).status_code == 422


def test_another_gemeente_another_role_and_another_kind_get_404(
    als, bewaar, begroting, consulent, gebruiker_met, gemeente_b, privacy_officer
):
    paden = [f"/berekenen/{begroting.pk}/begroting.{soort}" for soort in ("xlsx", "csv")]
    for gebruiker in (gebruiker_met("consulent", gemeente_b), privacy_officer):
        assert [als(gebruiker).get(pad).status_code for pad in paden] == [404, 404]
    assert als(privacy_officer).post(INLEZEN, GETYPT).status_code == 404
    client = als(consulent)
    assert client.get(f"/berekenen/{bewaar().pk}/begroting.xlsx").status_code == 404
    assert client.post(INLEZEN, GETYPT | {"van": bewaar(gemeente="9902").pk}).status_code == 404
