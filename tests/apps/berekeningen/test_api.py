"""The calculations through the API."""

import json

import pytest
from django.test import Client

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]

PAD = "/api/v1/berekeningen/beslagvrije-voet"
ALLEEN = {"peildatum": "2026-07-01", "leefsituatie": "alleenstaande", "belastbaar_jaarinkomen": "28000.00"}
SLEUTEL = "s" * 32


@pytest.fixture
def machine(settings) -> Client:
    settings.WAAKVLAM_REKENSLEUTELS = [SLEUTEL]
    return Client(headers={"Authorization": f"Bearer {SLEUTEL}"})


def stuur(client: Client, inhoud, pad=PAD):
    return client.post(pad, json.dumps(inhoud), content_type="application/json")


def test_a_system_with_a_key_gets_the_form_of_the_contract(machine):
    antwoord = stuur(machine, ALLEEN)
    assert antwoord.status_code == 200
    uitkomst = antwoord.json()
    assert uitkomst["uitkomst"] == "1451.42"
    assert uitkomst["uitleg"]["naam"] == "beslagvrije voet"
    assert "no-store" in antwoord.headers["Cache-Control"]


def test_a_list_keeps_its_order(machine):
    goed, fout = stuur(machine, [ALLEEN, {}]).json()
    assert goed["uitkomst"] == "1451.42"
    assert [deel["veld"] for deel in fout["fout"]] == ["peildatum", "leefsituatie", "belastbaar_jaarinkomen"]


def test_numbers_are_read_exactly(machine):
    lichaam = json.dumps(ALLEEN).replace('"28000.00"', "28000.10")
    antwoord = machine.post(PAD, lichaam, content_type="application/json")
    assert '"28000.10"' in antwoord.content.decode()


def test_every_fault_is_told_at_once_as_a_problem(machine):
    antwoord = stuur(machine, {"leefsituatie": "x", "tikfout": 1})
    assert antwoord.status_code == 422
    assert antwoord.headers["Content-Type"] == "application/problem+json"
    probleem = antwoord.json()
    assert probleem["status"] == 422
    velden = [deel["veld"] for deel in probleem["fouten"]]
    assert velden == ["peildatum", "leefsituatie", "belastbaar_jaarinkomen", "tikfout"]


@pytest.mark.parametrize(
    "lichaam", ["{", "", "7", '"tekst"', "[" * 5000], ids=["half", "leeg", "getal", "tekst", "diep"]
)
def test_what_is_no_household_is_refused(machine, lichaam):
    antwoord = machine.post(PAD, lichaam, content_type="application/json")
    assert antwoord.status_code == 400
    assert antwoord.headers["Content-Type"] == "application/problem+json"


def test_too_many_at_once_says_how_many_may(machine):
    antwoord = stuur(machine, [{}] * 1001)
    assert antwoord.status_code == 413
    assert "1000" in antwoord.json()["detail"]


@pytest.mark.parametrize("sleutel", [None, "", "fout", SLEUTEL + "x", SLEUTEL[:-1]])
def test_without_a_key_or_login_nothing_is_computed(sleutel, machine):
    kop = {} if sleutel is None else {"Authorization": f"Bearer {sleutel}"}
    antwoord = stuur(Client(headers=kop), ALLEEN)
    assert antwoord.status_code == 401
    assert antwoord.headers["Content-Type"] == "application/problem+json"


def test_no_key_opens_until_the_installation_sets_one(settings):
    settings.WAAKVLAM_REKENSLEUTELS = []
    assert stuur(Client(headers={"Authorization": "Bearer "}), ALLEEN).status_code == 401


def test_who_is_logged_in_may_compute(consulent, client):
    client.force_login(consulent)
    assert stuur(client, ALLEEN).status_code == 200


def test_another_site_cannot_compute_in_the_name_of_who_is_logged_in(consulent):
    vreemd = Client(enforce_csrf_checks=True)
    vreemd.force_login(consulent)
    assert stuur(vreemd, ALLEEN).status_code == 403


def test_the_description_names_every_calculation(client):
    beschrijving = client.get("/api/v1/openapi.json").json()
    assert beschrijving["openapi"].startswith("3.1")
    assert PAD in beschrijving["paths"]
