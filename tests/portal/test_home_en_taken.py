"""The first page per role, the navigation, and background work."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.apps.vroegsignalering.web.maand import maak_maand

from waakvlam.apps.toegang.service import create_gemeente
from waakvlam.foundation import audit, jobs, tenancy

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


@pytest.fixture(autouse=True)
def _navigatie(settings):
    settings.WAAKVLAM_KADER = "waakvlam.portal.kader.kader"


PER_ROL = {
    "consulent": (
        ["Vandaag", "Meldingen", "Berekenen", "Afwegingskader", "Voorzieningen", "Regelingen"],
        "Eerst te doen",
        "Leveringen die aandacht",
    ),
    "teamleider": (
        [
            "Vandaag",
            "Meldingen",
            "Leveringen",
            "Maandrun",
            "Berekenen",
            "Afwegingskader",
            "Voorzieningen",
            "Regelingen",
            "Taken",
        ],
        "Eerst te doen",
        "niets te doen",
    ),
    "functioneel_beheerder": (
        ["Vandaag", "Leveringen", "Maandrun", "Afwegingskader", "Regelingen", "Taken"],
        "Leveringen die aandacht vragen",
        "Lindelaan",
    ),
    "privacy_officer": (["Vandaag", "Afwegingskader", "Taken"], "niets te doen", "Lindelaan"),
    "signaalpartner": (["Vandaag", "Leveringen"], "Uw laatste leveringen", "Lindelaan"),
}


@pytest.mark.parametrize("rol", PER_ROL)
def test_each_role_finds_its_own(client, request, gemeente_a, rol):
    maak_maand(gemeente_a)
    plekken, wel, niet = PER_ROL[rol]
    client.force_login(request.getfixturevalue(rol))
    antwoord = client.get("/")
    assert [item.titel for item in antwoord.context["kader"].navigatie] == plekken
    assert wel in antwoord.text
    assert niet not in antwoord.text


def test_what_ends_first_comes_first(client, consulent, gemeente_a):
    maak_maand(gemeente_a, eerste_ontvangst=date(2020, 1, 1))
    client.force_login(consulent)
    antwoord = client.get("/")
    assert antwoord.context["eerst"][0].melding.opvolging == "huisbezoek"
    ((_, cijfers),) = antwoord.context["cijfers"]
    assert (cijfers.meldingen, cijfers.te_laat, cijfers.niet_opgepakt) == (6, 6, 1)
    assert "te laat" in antwoord.text


@pytest.mark.parametrize("rol", PER_ROL)
def test_an_empty_home_says_what_to_do(client, request, rol):
    client.force_login(request.getfixturevalue(rol))
    antwoord = client.get("/")
    assert antwoord.status_code == 200
    assert "wv-leeg" in antwoord.text


def test_without_role_there_is_nothing(client, gebruiker_met):
    client.force_login(gebruiker_met(None))
    assert client.get("/").status_code == 404


@pytest.fixture
def taak(teamleider, actor):
    with tenancy.gemeenten("9901"):
        return jobs.defer("maandrun.draaien", gemeente="9901", slot="2026-09", maand=24320)


def test_a_task_can_be_followed_and_stopped(client, teamleider, taak):
    client.force_login(teamleider)
    assert f"/taken/{taak.pk}/" in client.get("/taken/").text
    assert "Stop deze taak" in client.get(f"/taken/{taak.pk}/").text
    assert "Nu bezig" in client.get("/").text
    deel = client.get(f"/taken/{taak.pk}/voortgang/")
    assert "<html" not in deel.text
    client.post(f"/taken/{taak.pk}/stop/")
    with tenancy.gemeenten("9901"):
        assert jobs.taken().get().stop_gevraagd
    assert client.get("/taken/?status=mislukt").context["bladzij"].paginator.count == 0


def test_looking_on_is_not_stopping(client, privacy_officer, taak):
    client.force_login(privacy_officer)
    assert "Stop deze taak" not in client.get(f"/taken/{taak.pk}/").text
    assert client.post(f"/taken/{taak.pk}/stop/").status_code == 404


def test_another_gemeente_has_its_own_tasks(client, gebruiker_met, gemeente_b, taak):
    client.force_login(gebruiker_met("teamleider", gemeente_b))
    assert client.get(f"/taken/{taak.pk}/").status_code == 404
    assert client.get(f"/taken/{taak.pk}/voortgang/").status_code == 404


@pytest.mark.django_db(transaction=True)
def test_home_asks_the_database_as_often_for_three_gemeenten_as_for_two(
    client, gebruiker_met, gemeente_a, gemeente_b, actor
):
    organisatie = gemeente_a.organisatie
    gemeente_c = create_gemeente(code="9903", naam="Fantasiedorp", organisatie=organisatie)
    for gemeente in (gemeente_a, gemeente_b, gemeente_c):
        maak_maand(gemeente)
    vragen = []
    for gemeenten in ((gemeente_a, gemeente_b), (gemeente_a, gemeente_b, gemeente_c)):
        client.force_login(gebruiker_met("teamleider", *gemeenten))
        client.get("/")  # the first page of a minute writes the session
        with CaptureQueriesContext(connection) as gevraagd:
            assert client.get("/").context["eerst"]
        vragen.append(len(gevraagd))
    assert vragen[0] == vragen[1] <= 15, [vraag["sql"][:100] for vraag in gevraagd]
    with tenancy.gemeenten("9901", "9902", "9903"):
        gezien = audit.gebeurtenissen().filter(actie="meldingen.bekeken")
        assert set(gezien.values_list("gemeente_id", flat=True)) == {"9901", "9902", "9903"}
        assert all(g.gegevens["meldingen"] for g in gezien)
