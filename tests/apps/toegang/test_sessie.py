"""A session ends by itself, cannot be read in the database, and does not stay there."""

import base64
import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import connection
from django.test import Client

import waakvlam
from waakvlam.apps.toegang.middleware import HANDELING, PEILING
from waakvlam.apps.toegang.tasks import wis_verlopen
from waakvlam.foundation import jobs, tenancy, tijd
from waakvlam.foundation.pii.sessies import SessionStore

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


def rest(client: Client) -> timedelta:
    """How long the session still lasts."""
    return Session.objects.get(pk=client.session.session_key).expire_date - tijd.nu()


def laat_voorbijgaan(client: Client, minuten: int) -> None:
    """Make it as if the user did nothing for so long."""
    sessie = client.session
    sessie[HANDELING] -= minuten
    sessie.save()
    rij = Session.objects.filter(pk=sessie.session_key)
    rij.update(expire_date=tijd.nu() + timedelta(minutes=30 - minuten))


@pytest.fixture
def taak(teamleider, actor):
    with tenancy.gemeenten("9901"):
        return jobs.defer("maandrun.draaien", gemeente="9901", slot="2026-09", maand=24320)


def test_an_act_of_a_person_lets_the_session_last_and_a_page_that_asks_by_itself_does_not(
    client, teamleider, taak
):
    client.force_login(teamleider)
    assert client.get("/").status_code == 200
    laat_voorbijgaan(client, 20)
    assert client.get(f"/taken/{taak.pk}/voortgang/").status_code == 200
    assert rest(client) <= timedelta(minutes=10)
    assert client.get(f"/taken/{taak.pk}/").status_code == 200
    assert rest(client) > timedelta(minutes=29)


def test_after_half_an_hour_of_nothing_one_logs_in_again(client, teamleider):
    client.force_login(teamleider)
    client.get("/")
    laat_voorbijgaan(client, 30)
    assert client.get("/").headers["Location"].startswith("/account/login/")


def test_pages_write_the_session_once_a_minute_at_most(client, consulent):
    client.force_login(consulent)
    client.get("/account/2fa/")
    with connection.execute_wrapper(_geen_schrijven):
        client.get("/account/2fa/")


def _geen_schrijven(uitvoeren, sql, *rest):
    assert not ("django_session" in sql and sql.startswith(("UPDATE", "INSERT"))), sql
    return uitvoeren(sql, *rest)


def test_a_part_of_a_page_asked_after_the_end_sends_the_whole_page_to_the_login(client, taak):
    antwoord = client.get(
        f"/taken/{taak.pk}/voortgang/",
        headers={"HX-Request": "true", "HX-Current-URL": "http://testserver/taken/?status=bezig"},
    )
    assert antwoord.headers["HX-Redirect"] == "/account/login/?next=/taken/%3Fstatus%3Dbezig"
    assert "Location" not in antwoord.headers


def test_every_address_that_a_page_asks_by_itself_is_named_so():
    sjablonen = Path(waakvlam.__file__).parent.rglob("*.html")
    gevraagd = set()
    for sjabloon in sjablonen:
        tekst = sjabloon.read_text(encoding="utf-8")
        assert "every " not in tekst or sjabloon.name == "voortgang.html", sjabloon
        for naam in re.findall(r"<c-voortgang [^>]*? url=\"\{\{ (\w+) \}\}\"", tekst):
            gevraagd |= set(re.findall(rf"\{{% url '([\w:]+)' [^%]*as {naam} %\}}", tekst))
    assert len(gevraagd) >= 3
    assert all(naam.endswith(PEILING) for naam in gevraagd)


def test_what_one_looked_for_cannot_be_read_in_the_table():
    sessie = SessionStore()
    sessie["vroegsignalering_zoek"] = {"postcode": "1234AB", "huisnummer": "12", "kenmerk": "Ünïcode ☂"}
    sessie.save()
    ruw = Session.objects.get(pk=sessie.session_key).session_data

    assert SessionStore(sessie.session_key).load() == dict(sessie.items())
    assert b"1234AB" not in base64.b64decode(ruw)
    assert db.SessionStore().decode(ruw) == {}


@pytest.mark.parametrize("inhoud", ["", "e30:1abc:def", "bm8ta2V5OnNvbWV0aGluZw==", "geen base64 !"])
def test_a_session_that_does_not_open_is_an_empty_one(inhoud):
    assert SessionStore().decode(inhoud) == {}


def test_what_expired_does_not_stay(client, consulent):
    client.force_login(consulent)
    oud = SessionStore()
    oud.set_expiry(-60)
    oud.save()
    cache.set("verlopen", 1, timeout=-1)
    with connection.cursor() as cursor:
        cursor.execute(
            "insert into waakvlam_cache values ('oud', 'x', now() - interval '1 minute'), "
            "('nieuw', 'x', now() + interval '1 minute')"
        )

        wis_verlopen(timestamp=0)

        cursor.execute("select cache_key from waakvlam_cache")
        assert cursor.fetchall() == [("nieuw",)]
    assert [rij.pk for rij in Session.objects.all()] == [client.session.session_key]


def test_the_worker_clears_by_itself():
    from procrastinate.contrib.django import app

    periodiek = app.periodic_registry.periodic_tasks.values()
    assert "waakvlam.wis_verlopen" in [taak.task.name for taak in periodiek]
