"""From a kept proposal and the facts of now to a new proposal, with what causes the change."""

import pytest
from tests.apps.berekeningen.test_paginas import HTMX, acties, tekst

from waakvlam.apps.berekeningen.models import Berekening
from waakvlam.foundation import tenancy

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]

FEITEN = {
    "peildatum": "2026-01-01",
    "afloscapaciteit_per_maand": "100.00",
    "maanden": "18",
    "schulden": [
        {"id": "1", "schuldeiser": "Energie Zuid", "bedrag": "1000.00", "preferent": False},
        {"id": "2", "schuldeiser": "Woonstede", "bedrag": "5000.00", "preferent": False},
        {"id": "3", "schuldeiser": "Postorder", "bedrag": "3000.00", "preferent": False},
    ],
}
# Energie Zuid is gone, Woonstede moved up, and there is fifty a month more.
GETYPT = {
    "peildatum": "2026-07-01",
    "afloscapaciteit_per_maand": "150",
    "maanden": "18",
    "schulden-2-schuldeiser": "woonstede",
    "schulden-2-bedrag": "5.000",
    "schulden-2-preferent": "nee",
    "schulden-3-schuldeiser": "Postorder",
    "schulden-3-bedrag": "3.000",
    "schulden-3-preferent": "nee",
}


@pytest.fixture
def voorstel(bewaar):
    return bewaar(soort="voorstel", feiten=FEITEN, omschrijving="eerste voorstel", dossier="d-1")


def test_nothing_changed_yet_is_said(als, consulent, voorstel):
    client = als(consulent)
    pagina = client.get(f"/berekenen/{voorstel.pk}/hercontrole/")
    assert "Er is niets veranderd: het voorstel blijft gelijk." in tekst(pagina)
    assert 'name="peildatum" value="2026-01-01"' not in pagina.content.decode()
    assert (
        f"/berekenen/{voorstel.pk}/hercontrole/" in client.get(f"/berekenen/{voorstel.pk}/").content.decode()
    )


def test_each_cause_has_its_effect_and_a_debt_that_moved_is_the_same_debt(als, consulent, voorstel):
    pagina = tekst(als(consulent).post(f"/berekenen/{voorstel.pk}/hercontrole/", GETYPT, **HTMX))
    # First 50 × 18 = 900 more to divide; then 20% of 9000 has become 2700 of 9000 = 30%, and 2700 of 8000 = 33.75%.
    for deel in (
        "€ 2.700,00",
        "De schuldeisers krijgen samen € 900,00 meer dan eerst.",
        "Afloscapaciteit per maand € 100,00 → € 150,00 + € 900,00 + 10",
        "Schulden 3, samen € 9.000,00 → 2, samen € 8.000,00 gelijk + 3,75",
        "Energie Zuid € 200,00 geen schuld − € 200,00",
        "Woonstede € 1.000,00 € 1.687,50 + € 687,50",
        "Schuld Energie Zuid is vervallen: € 1.000,00",
        "vaste volgorde",
    ):
        assert deel in pagina, deel


def test_the_new_proposal_is_kept_with_its_cause(als, consulent, voorstel):
    client, adres = als(consulent), f"/berekenen/{voorstel.pk}/hercontrole/"
    bewaard = client.post(
        adres, GETYPT | {"actie": "bewaar", "omschrijving": "hercontrole juli"}, follow=True
    )
    pagina = tekst(bewaard)
    for deel in (
        "hercontrole juli",
        "Sinds het vorige voorstel",
        "Waardoor het voorstel verandert",
        "De oorzaken zijn een voor een doorgerekend",
        "Gemaakt uit een eerdere berekening",
    ):
        assert deel in pagina, deel
    with tenancy.gemeenten("9901"):
        nieuw = Berekening.objects.exclude(pk=voorstel.pk).get()
    assert (nieuw.vorige_id, nieuw.dossier, nieuw.soort) == (voorstel.pk, "d-1", "voorstel")
    assert nieuw.uitkomst["hercontrole"]["verschil"] == "900.00"
    assert "berekening.bewaard" in acties()
    assert client.get(f"/berekenen/{nieuw.pk}/hercontrole/").status_code == 200
    assert client.get(f"/berekenen/{nieuw.pk}/wat-als/").status_code == 200


def test_facts_that_do_not_fit_are_told_and_nothing_is_kept(als, consulent, voorstel):
    client, adres = als(consulent), f"/berekenen/{voorstel.pk}/hercontrole/"
    fout = client.post(adres, GETYPT | {"afloscapaciteit_per_maand": "veel", "actie": "bewaar"})
    assert fout.status_code == 422
    assert "Dit is geen getal" in tekst(fout)
    nummer = client.post(adres, GETYPT | {"omschrijving": "123456782", "actie": "bewaar"})
    assert nummer.status_code == 422
    with tenancy.gemeenten("9901"):
        assert Berekening.objects.count() == 1


def test_only_a_proposal_of_my_gemeente(als, consulent, bewaar, voorstel, gebruiker_met, gemeente_b):
    assert als(consulent).get(f"/berekenen/{bewaar().pk}/hercontrole/").status_code == 404
    client = als(gebruiker_met("consulent", gemeente_b))
    for doe in (client.get, client.post):
        assert doe(f"/berekenen/{voorstel.pk}/hercontrole/").status_code == 404
