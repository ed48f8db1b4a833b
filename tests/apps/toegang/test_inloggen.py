"""Guessing at passwords, and the second step: what stops whom, and what the pages say."""

import re
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.test import Client

from waakvlam.apps.toegang.models import Rol

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]

WACHTWOORD = "een lang genoeg wachtwoord"
ENGELS = {
    "name",
    "not",
    "used",
    "add",
    "remove",
    "edit",
    "key",
    "the",
    "your",
    "enter",
    "security",
    "invalid",
    "secret",
}


@pytest.fixture(autouse=True)
def _snel(settings):
    """Many attempts: without the slowness that is meant for whoever guesses."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def gebruiker(gebruiker_met, gemeente_a):
    """A consulent with a password."""
    return gebruiker_met(Rol.CONSULENT, gemeente_a, wachtwoord=WACHTWOORD)


def log_in(client: Client, gebruiker, wachtwoord: str = WACHTWOORD, vanaf: str = "192.0.2.1"):
    """Try to log in from an address."""
    gegevens = {"login": gebruiker.email, "password": wachtwoord}
    return client.post("/account/login/", gegevens, REMOTE_ADDR=vanaf)


def zet_app_aan(client: Client) -> None:
    """Confirm the password and switch the app with codes on."""
    client.post("/account/reauthenticate/?next=/account/2fa/", {"password": WACHTWOORD})
    geheim = client.get("/account/2fa/totp/activate/").context["form"].secret
    code = format_hotp_value(hotp_value(geheim, int(time.time()) // 30))
    assert client.post("/account/2fa/totp/activate/", {"code": code}).status_code == 302


@pytest.mark.parametrize(
    ("aanvaller", "zelfde", "ander"),
    [
        ("192.0.2.1", "192.0.2.1", "192.0.2.2"),
        ("2001:db8:1:1::1", "2001:db8:1:1:ffff::2", "2001:db8:1:2::1"),
    ],
)
def test_who_guesses_is_stopped_and_its_owner_still_gets_in_from_elsewhere(
    client, gebruiker, aanvaller, zelfde, ander
):
    for _ in range(6):
        antwoord = log_in(client, gebruiker, "geraden", aanvaller)
    assert "Te vaak geprobeerd" in antwoord.text
    assert "Te vaak geprobeerd" in log_in(Client(), gebruiker, WACHTWOORD, zelfde).text
    assert log_in(Client(), gebruiker, WACHTWOORD, ander).status_code == 302


def test_guessing_at_one_account_leaves_the_others_of_that_address_alone(
    client, gebruiker, gebruiker_met, gemeente_a
):
    collega = gebruiker_met(Rol.TEAMLEIDER, gemeente_a, wachtwoord=WACHTWOORD)
    for _ in range(12):
        log_in(client, gebruiker, "geraden")
    assert log_in(Client(), collega).status_code == 302


def test_an_address_that_fails_again_and_again_is_stopped_for_every_account(client, gebruiker, gebruiker_met):
    anderen = [gebruiker_met(None) for _ in range(12)]
    for ander in anderen:
        for _ in range(5):
            log_in(client, ander, "geraden")
    assert "Te vaak geprobeerd" in log_in(Client(), gebruiker).text
    assert log_in(Client(), gebruiker, vanaf="192.0.2.2").status_code == 302


def test_without_the_setting_nobody_is_sent_to_the_second_step(client, gebruiker):
    log_in(client, gebruiker)
    assert client.get("/").status_code == 200


def test_with_the_setting_one_sets_up_the_second_step_first(client, gebruiker, settings):
    settings.WAAKVLAM_MFA_VERPLICHT = True
    log_in(client, gebruiker)
    antwoord = client.get("/vroegsignalering/meldingen/", follow=True)
    assert antwoord.redirect_chain == [("/account/2fa/", 302)]
    assert "U hebt een tweede stap nodig" in antwoord.text
    deel = client.get("/", headers={"HX-Request": "true"})
    assert deel.headers["HX-Redirect"] == "/account/2fa/"
    zet_app_aan(client)
    assert client.get("/").status_code == 200


def test_who_came_in_by_the_second_step_is_not_asked_again(
    client, gebruiker, settings, django_assert_max_num_queries
):
    log_in(client, gebruiker)
    zet_app_aan(client)
    geheim = Authenticator.objects.get(user=gebruiker, type="totp").data["secret"]
    settings.WAAKVLAM_MFA_VERPLICHT = True
    vers = Client()
    assert log_in(vers, gebruiker).headers["Location"] == "/account/2fa/authenticate/"
    assert vers.get("/").headers["Location"].startswith("/account/login/")
    settings.MFA_TOTP_TOLERANCE = 1  # the code just used does not count twice
    code = format_hotp_value(hotp_value(geheim, int(time.time()) // 30 + 1))
    assert vers.post("/account/2fa/authenticate/", {"code": code}).status_code == 302
    assert vers.get("/").status_code == 200


def test_leaving_is_always_possible(client, gebruiker, settings):
    settings.WAAKVLAM_MFA_VERPLICHT = True
    log_in(client, gebruiker)
    assert client.get("/account/logout/").status_code == 200


PAGINAS = (
    "2fa/",
    "2fa/totp/activate/",
    "2fa/totp/deactivate/",
    "2fa/webauthn/",
    "2fa/webauthn/add/",
    "2fa/recovery-codes/",
    "2fa/recovery-codes/generate/",
    "2fa/reauthenticate/",
    "reauthenticate/",
)


def test_the_pages_of_the_second_step_speak_dutch(client, gebruiker):
    log_in(client, gebruiker)
    teksten = []
    client.post("/account/reauthenticate/?next=/account/2fa/", {"password": WACHTWOORD})
    teksten += [
        client.get(f"/account/{pagina}").text for pagina in ("2fa/", "2fa/totp/activate/", "2fa/webauthn/")
    ]
    teksten.append(client.post("/account/2fa/totp/activate/", {"code": "1"}).text)
    zet_app_aan(client)
    teksten += [_haal(client, pagina) for pagina in PAGINAS]
    sleutel = Authenticator.objects.create(
        user=gebruiker, type="webauthn", data={"name": "Stekker", "credential": {}}
    )
    teksten += [
        _haal(client, f"2fa/webauthn/{pagina}")
        for pagina in ("", f"keys/{sleutel.pk}/edit/", f"keys/{sleutel.pk}/remove/")
    ]
    for tekst in teksten:
        zichtbaar = re.sub(
            r"<script.*?</script>|<svg.*?</svg>|<[^>]+>", " ", tekst.partition("<main")[2], flags=re.DOTALL
        )
        assert not ENGELS & set(re.findall(r"[a-z]+", zichtbaar.lower())), zichtbaar


def _haal(client: Client, pagina: str) -> str:
    antwoord = client.get(f"/account/{pagina}", follow=True)
    assert antwoord.status_code == 200, pagina
    return antwoord.text
