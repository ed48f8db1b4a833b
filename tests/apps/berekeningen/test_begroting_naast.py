"""Two kept begrotingen of one gemeente side by side."""

import pytest
from tests.apps.berekeningen.test_begroting_bestand import FEITEN
from tests.apps.berekeningen.test_paginas import acties, tekst

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]

LATER = FEITEN | {
    "inkomsten": [{"post": "loon", "bedrag": "2100.00", "periode": "maand"}],
    "uitgaven": [
        {"post": "wonen", "bedrag": "1234.50", "periode": "maand", "omschrijving": "2024"},
        {"post": "kleding", "bedrag": "600", "periode": "jaar"},
    ],
}


@pytest.fixture
def paar(bewaar):
    eerst = bewaar(soort="begroting", feiten=FEITEN, omschrijving="intake")
    return eerst, bewaar(soort="begroting", feiten=LATER, omschrijving="na hulp", vorige=eerst)


def test_the_one_it_was_made_from_stands_beside_it(als, consulent, paar):
    eerst, later = paar
    pagina = tekst(als(consulent).get(f"/berekenen/{later.pk}/voor-en-na/"))
    # 2000 + 100.033 − 1234.50 − 1.30 = 864.23; 2100 − 1234.50 − 50 = 815.50.
    for deel in (
        "Er blijft € 48,73 per maand minder over: € 815,50 in plaats van € 864,23.",
        "Loon € 2.000,00 € 2.100,00 + € 100,00",
        "Kinderbijslag: =1+1 € 100,03 niet opgegeven − € 100,03",
        "Huur of hypotheek: 2024 € 1.234,50 € 1.234,50 gelijk",
        "Kleding en schoenen niet opgegeven € 50,00 + € 50,00",
        "Samen € 2.100,03 € 2.100,00 − € 0,03",
    ):
        assert deel in pagina, deel
    assert acties().count("berekening.bekeken") == 2
    andersom = tekst(als(consulent).get(f"/berekenen/{eerst.pk}/voor-en-na/?met={later.pk}"))
    assert "€ 815,50 in plaats van € 864,23" in andersom


def test_another_can_be_chosen_and_without_one_it_says_what_to_do(als, consulent, bewaar):
    client, alleen = als(consulent), bewaar(soort="begroting", feiten=FEITEN)
    assert "Nog geen andere begroting" in tekst(client.get(f"/berekenen/{alleen.pk}/voor-en-na/"))
    ander = bewaar(soort="begroting", feiten=LATER, omschrijving="buurt")
    keuze = tekst(client.get(f"/berekenen/{alleen.pk}/voor-en-na/"))
    assert "buurt" in keuze
    assert "in plaats van" not in keuze
    assert "€ 815,50 in plaats van" in tekst(
        client.get(f"/berekenen/{alleen.pk}/voor-en-na/", {"met": ander.pk})
    )
    assert f"/berekenen/{alleen.pk}/voor-en-na/" in client.get(f"/berekenen/{alleen.pk}/").content.decode()


def test_what_is_not_mine_or_no_begroting_is_not_there(
    als, consulent, bewaar, paar, gebruiker_met, gemeente_b, privacy_officer
):
    _, later = paar
    voet, vreemd = bewaar(), bewaar(gemeente="9902", soort="begroting", feiten=FEITEN)
    client, adres = als(consulent), f"/berekenen/{later.pk}/voor-en-na/"
    for met in (voet.pk, vreemd.pk, later.pk, 10**17, "x", "9" * 30):
        assert client.get(adres, {"met": met}).status_code == 404, met
    assert f'value="{vreemd.pk}"' not in client.get(adres).content.decode()
    assert client.get(f"/berekenen/{voet.pk}/voor-en-na/").status_code == 404
    for gebruiker in (gebruiker_met("consulent", gemeente_b), privacy_officer):
        assert als(gebruiker).get(adres).status_code == 404
