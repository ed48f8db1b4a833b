"""Accounts switched off and on, passwords given, second steps forgotten: at once, and in the audit log."""

import pytest
from allauth.mfa.models import Authenticator
from django.db import connection

from waakvlam.apps.toegang import service
from waakvlam.apps.toegang.models import Rol

pytestmark = [pytest.mark.django_db, pytest.mark.postgres, pytest.mark.usefixtures("actor")]

WACHTWOORD = "een lang genoeg wachtwoord"


@pytest.fixture
def gebruiker(gebruiker_met, gemeente_a):
    """A consulent with a password."""
    return gebruiker_met(Rol.CONSULENT, gemeente_a, wachtwoord=WACHTWOORD)


@pytest.fixture
def acties(db):
    """What this test writes to the log: events of no gemeente are read back by nobody but the owner."""
    geschreven = []

    def kijk_mee(uitvoeren, sql, params, many, context):
        if sql.startswith('INSERT INTO "audit_gebeurtenis"'):
            geschreven.extend(str(p) for p in params if str(p).startswith("gebruiker."))
        return uitvoeren(sql, params, many, context)

    with connection.execute_wrapper(kijk_mee):
        yield geschreven


def test_switched_off_one_is_out_at_the_next_click_and_does_not_come_in_again(client, gebruiker, acties):
    client.force_login(gebruiker)
    assert client.get("/").status_code == 200
    service.set_actief(gebruiker, actief=False)
    service.set_actief(gebruiker, actief=False)
    assert client.get("/").headers["Location"].startswith("/account/login/")
    client.post("/account/login/", {"login": gebruiker.email, "password": WACHTWOORD})
    assert client.get("/").headers["Location"].startswith("/account/login/")
    service.set_actief(gebruiker, actief=True)
    client.post("/account/login/", {"login": gebruiker.email, "password": WACHTWOORD})
    assert client.get("/").status_code == 200
    assert [a for a in acties if "gezet" in a] == ["gebruiker.uitgezet", "gebruiker.aangezet"]


def test_a_new_password_ends_the_sessions_of_the_old(client, gebruiker, acties):
    client.post("/account/login/", {"login": gebruiker.email, "password": WACHTWOORD})
    service.set_wachtwoord(gebruiker, "een ander lang wachtwoord")
    assert client.get("/").status_code == 302
    client.post("/account/login/", {"login": gebruiker.email, "password": "een ander lang wachtwoord"})
    assert client.get("/").status_code == 200
    assert "gebruiker.wachtwoord_ingesteld" in acties
    with pytest.raises(service.ToegangError, match="12 tekens"):
        service.set_wachtwoord(gebruiker, "kort")


def test_a_lost_second_step_is_forgotten(gebruiker, acties):
    Authenticator.objects.create(user=gebruiker, type="totp", data={"secret": "x"})
    assert service.delete_tweede_stap(gebruiker) == 1
    assert service.delete_tweede_stap(gebruiker) == 0
    assert acties == ["gebruiker.tweede_stap_gewist"]
