"""Every calculation from what is typed to what is shown, kept and compared."""

import pytest
from tests.apps.berekeningen.test_paginas import HTMX, tekst

from waakvlam.apps.berekeningen.models import Berekening
from waakvlam.domain.rekenen.soorten import SOORTEN
from waakvlam.foundation import tenancy

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]

SCHULDEN = {
    "schulden-1-schuldeiser": "Energie Zuid",
    "schulden-1-bedrag": "1.000",
    "schulden-2-schuldeiser": "Woonstede",
    "schulden-2-bedrag": "5.000,00",
}
LEEN = {"rente-procent_per_jaar": "5", "rente-bron": "aanbod van 1 juni"}
# What is typed besides the peildatum, and what is on the page then.
VOORBEELDEN = {
    "beslagvrije-voet": (
        {"leefsituatie": "alleenstaande", "belastbaar_jaarinkomen": "28.000", "_woonsituatie": "huur"},
        ["€ 1.451,42 per maand"],
    ),
    "vtlb": (
        {
            "leefsituatie": "alleenstaande",
            "belastbaar_jaarinkomen": "28.000",
            "_woonsituatie": "huur",
            "inkomen-1-soort": "loon",
            "inkomen-1-bedrag": "2.000",
            "inkomen-1-periode": "maand",
            "inkomen-1-telt_mee": "ja",
            "correcties-1-soort": "eigen_risico",
            "correcties-1-bedrag": "384",
            "correcties-1-periode": "jaar",
        },
        [
            "€ 516,58 per maand",
            "Vrij te laten bedrag",
            "€ 1.483,42",
            "Eigen risico zorgverzekering",
            "niet opgegeven",
        ],
    ),
    "toeslagen": (
        {
            "huishouden-partner": "nee",
            "huishouden-kinderen-1-geboortedatum": "2015-01-01",
            "toetsingsinkomen": "28000",
        }
        | {"kale_huur": "700", "leeftijd": "40", "vermogen": "0"},
        ["€ 1.056,00 per maand", "Zorgtoeslag", "€ 129,00", "Kindgebonden budget", "€ 499,00"],
    ),
    "voorstel": (
        SCHULDEN
        | {"afloscapaciteit_per_maand": "100", "schulden-1-preferent": "nee", "schulden-2-preferent": "ja"}
        | {"saneringskrediet-rente_procent_per_jaar": "5", "saneringskrediet-bron": "aanbod"},
        ["€ 1.800,00", "Energie Zuid", "€ 163,64", "32,7273%", "concurrent", "€ 1.730,69"],
    ),
    "kwijtschelding": (
        {
            "leefsituatie": "alleenstaande",
            "netto_besteedbaar_inkomen": "1.300",
            "norm_percentage": "100",
            "aanslag": "400",
        },
        ["Kwijtschelding", "€ 400,00"],
    ),
    "bijstand": (
        {"leeftijd": "40", "netto_inkomen": "800"},
        ["€ 1.419,46 per maand", "€ 619,46", "Waarschijnlijk recht op aanvullende bijstand"],
    ),
    "begroting": (
        {"inkomsten-1-post": "loon", "inkomsten-1-bedrag": "2000", "inkomsten-1-periode": "maand"}
        | {"uitgaven-1-post": "wonen", "uitgaven-1-bedrag": "1900", "uitgaven-1-periode": "maand"}
        | {"uitgaven-2-post": "voeding", "uitgaven-2-bedrag": "100", "uitgaven-2-periode": "week"}
        | {"omstandigheden-geen_overzicht": "on"},
        ["Tekort", "€ 333,33 per maand", "Huur of hypotheek", "€ 433,33", "Budgetcoaching"],
    ),
    "betalingsregeling": (
        SCHULDEN | {"aflosruimte_per_maand": "100", "volgorde": "opgegeven"},
        ["€ 166,67 per maand", "nee: Er is nog € 72,22", "€ 27,78"],
    ),
    "herfinanciering": (
        SCHULDEN | LEEN | {"aflosruimte_per_maand": "100"},
        ["€ 179,83 per maand", "€ 6.473,71", "Dat past niet"],
    ),
}


def test_every_calculation_has_an_example():
    assert set(VOORBEELDEN) == {soort.naam for soort in SOORTEN}


@pytest.mark.parametrize("soort", VOORBEELDEN)
def test_from_an_empty_form_to_a_kept_calculation_and_what_if(als, consulent, soort):
    client = als(consulent)
    getypt, verwacht = VOORBEELDEN[soort]
    getypt = {"peildatum": "2026-07-01"} | getypt
    adres = f"/berekenen/{soort}/"
    assert "Nog nodig" in tekst(client.get(adres))
    live = client.post(adres, getypt, **HTMX)
    for deel in verwacht:
        assert deel in tekst(live), deel
    bewaard = client.post(
        adres, getypt | {"actie": "bewaar", "gemeente": "9901", "omschrijving": "proef"}, follow=True
    )
    assert bewaard.status_code == 200
    for deel in (*verwacht, "proef", "In gewone taal", "Gebruikte normen", "Aannames"):
        assert deel in tekst(bewaard), deel
    with tenancy.gemeenten("9901"):
        berekening = Berekening.objects.get()
    # The form filled in with the kept facts gives the same facts again.
    wat_als = tekst(client.get(f"/berekenen/{berekening.pk}/wat-als/"))
    assert "De uitkomst blijft gelijk" in wat_als
    later = client.post(f"/berekenen/{berekening.pk}/wat-als/", getypt | {"peildatum": "2026-01-01"}, **HTMX)
    assert later.status_code == 200
    assert "Waardoor?" in tekst(later)
    assert "Peildatum" in tekst(later)
    papier = client.get(f"/berekenen/{berekening.pk}/berekening.pdf")
    assert papier.content.startswith(b"%PDF-")


def test_a_row_is_added_and_removed_without_javascript(als, consulent):
    client = als(consulent)
    met = client.post("/berekenen/voorstel/", SCHULDEN | {"voeg_toe": "schulden"}).content.decode()
    assert 'name="schulden-3-bedrag"' in met
    zonder = client.post("/berekenen/voorstel/", SCHULDEN | {"haal_weg": "schulden-1"}).content.decode()
    assert "Energie Zuid" not in zonder
    assert 'name="schulden-1-schuldeiser" value="Woonstede"' in zonder


def test_a_fault_in_a_row_stands_at_that_row(als, consulent):
    getypt = SCHULDEN | {"schulden-1-preferent": "ja", "afloscapaciteit_per_maand": "100", "actie": "bereken"}
    antwoord = als(consulent).post("/berekenen/voorstel/", getypt)
    assert antwoord.status_code == 422
    assert 'href="#id_schulden-2-preferent"' in antwoord.content.decode()
    assert "Geef aan of deze schuld preferent is: ja of nee." in tekst(antwoord)


ROMMEL = ["x", "1e999", "9" * 400, "\x00", "9999-12-31"]


@pytest.mark.parametrize("soort", VOORBEELDEN)
@pytest.mark.parametrize("rommel", ROMMEL, ids=[ascii(deel)[:12] for deel in ROMMEL])
def test_rubbish_is_answered_with_words_never_with_a_failure(als, consulent, soort, rommel):
    getypt, _ = VOORBEELDEN[soort]
    client, adres = als(consulent), f"/berekenen/{soort}/"
    eigen = {"eigen_normen-1-norm": rommel, "eigen_normen-1-waarde": rommel, "eigen_normen-1-bron": rommel}
    alles = dict.fromkeys({"peildatum": "", **getypt}, rommel) | eigen
    een_voor_een = [{"peildatum": "2026-07-01"} | getypt | {naam: rommel} for naam in ("peildatum", *getypt)]
    for inhoud in (alles, *een_voor_een[:3]):
        assert client.post(adres, inhoud, **HTMX).status_code == 200
    assert client.post(adres, alles | {"actie": "bewaar", "gemeente": rommel}).status_code == 422
    assert client.post(adres, getypt | {"haal_weg": rommel, "voeg_toe": rommel}).status_code == 200
    assert client.get(f"{adres}?van={rommel}").status_code in (200, 404)
