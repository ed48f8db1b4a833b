"""Logging in, choosing a gemeente, and what a request may see."""

import pytest
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.urls import path

from waakvlam.apps.toegang.models import Rol
from waakvlam.apps.toegang.permissions import Recht, vereist
from waakvlam.config import urls as echte_urls
from waakvlam.foundation import audit, tenancy

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]

WACHTWOORD = "een lang genoeg wachtwoord"


def wat_ik_zie(request):
    """The gemeenten whose events this request sees."""
    gezien = sorted(set(audit.gebeurtenissen().values_list("gemeente_id", flat=True)))
    return HttpResponse(",".join(gezien))


@vereist(Recht.MELDINGEN_ZIEN)
def meldingen(request):
    return HttpResponse("meldingen")


def breekt(request):
    audit.record("gemeente.gekozen")
    raise RuntimeError


@login_not_required
def open_vraag(request):
    return wat_ik_zie(request)


urlpatterns = [
    path("zie", wat_ik_zie),
    path("meldingen", meldingen),
    path("breekt", breekt),
    path("open", open_vraag),
    *echte_urls.urlpatterns,
]


@pytest.fixture(autouse=True)
def _urls(settings):
    settings.ROOT_URLCONF = __name__


def test_log_in_by_email_and_password(client, gebruiker_met, gemeente_a):
    gebruiker = gebruiker_met(Rol.CONSULENT, gemeente_a, wachtwoord=WACHTWOORD)
    pagina = client.get("/account/login/")
    assert pagina.status_code == 200
    assert "<h1>Inloggen</h1>" in pagina.text
    antwoord = client.post("/account/login/", {"login": gebruiker.email.upper(), "password": WACHTWOORD})
    assert (antwoord.status_code, antwoord.headers["Location"]) == (302, "/")
    assert client.get("/zie").text == "9901"


def test_a_wrong_password_says_so_without_saying_which(client, consulent):
    bekend = client.post("/account/login/", {"login": consulent.email, "password": "fout"})
    onbekend = client.post("/account/login/", {"login": "niemand@voorbeeld.test", "password": "fout"})
    assert bekend.status_code == onbekend.status_code == 200
    assert "horen niet bij elkaar" in bekend.text
    assert bekend.context["form"].errors == onbekend.context["form"].errors


def test_too_many_attempts_are_stopped(client, consulent):
    for _ in range(6):
        antwoord = client.post("/account/login/", {"login": consulent.email, "password": "fout"})
    assert "Te vaak geprobeerd" in antwoord.text


def test_a_user_does_not_change_its_own_address(client, consulent):
    client.force_login(consulent)
    assert client.get("/account/email/").status_code == 404


def test_nobody_signs_up(client):
    antwoord = client.get("/account/signup/")
    assert "U kunt zelf geen account maken" in antwoord.text


@pytest.mark.parametrize("pagina", ["/account/2fa/", "/account/password/change/"])
def test_account_pages_look_like_ours(client, gebruiker_met, gemeente_a, pagina):
    gebruiker = gebruiker_met(Rol.CONSULENT, gemeente_a, wachtwoord=WACHTWOORD)
    client.post("/account/login/", {"login": gebruiker.email, "password": WACHTWOORD})
    antwoord = client.get(pagina)
    assert antwoord.status_code == 200
    assert "wv-kop" in antwoord.text


def test_without_login_every_page_asks_for_it(client):
    antwoord = client.get("/zie")
    assert antwoord.status_code == 302
    assert antwoord.headers["Location"].startswith("/account/login/")


def test_a_user_sees_its_own_gemeenten(client, consulent, gemeente_b):
    client.force_login(consulent)
    assert client.get("/zie").text == "9901"


def test_a_user_of_two_sees_both_and_can_narrow(client, gebruiker_met, gemeente_a, gemeente_b):
    client.force_login(gebruiker_met(Rol.CONSULENT, gemeente_a, gemeente_b))
    assert client.get("/zie").text == "9901,9902"
    antwoord = client.post("/toegang/gemeente-kiezen", {"gemeente": "9902", "terug": "/zie"})
    assert (antwoord.status_code, antwoord.headers["Location"]) == (302, "/zie")
    assert client.get("/zie").text == "9902"
    client.post("/toegang/gemeente-kiezen", {"gemeente": ""})
    assert client.get("/zie").text == "9901,9902"


def test_choosing_another_gemeente_than_ones_own_is_not_found(client, consulent, gemeente_b):
    client.force_login(consulent)
    assert client.post("/toegang/gemeente-kiezen", {"gemeente": "9902"}).status_code == 404
    assert client.get("/toegang/gemeente-kiezen").status_code == 405


@pytest.mark.parametrize("terug", ["https://elders.test/", "//elders.test", "javascript:alert(1)"])
def test_one_is_not_sent_elsewhere(client, consulent, terug):
    client.force_login(consulent)
    antwoord = client.post("/toegang/gemeente-kiezen", {"gemeente": "9901", "terug": terug})
    assert antwoord.headers["Location"] == "/"


def test_without_roles_a_query_of_a_gemeente_is_not_found(client, gebruiker_met, gemeente_a):
    client.force_login(gebruiker_met(None))
    assert client.get("/zie").status_code == 404


def test_without_login_a_query_of_a_gemeente_is_not_found(client, gemeente_a):
    assert client.get("/open").status_code == 404


def test_a_partner_sees_nothing_of_tables_without_partner(client, signaalpartner):
    client.force_login(signaalpartner)
    assert client.get("/zie").text == ""


def test_a_view_one_may_not_use_does_not_exist(client, consulent, privacy_officer):
    client.force_login(consulent)
    assert client.get("/meldingen").status_code == 200
    client.force_login(privacy_officer)
    assert client.get("/meldingen").status_code == 404


def test_a_view_that_breaks_leaves_nothing_behind(client, consulent):
    client.raise_request_exception = False
    client.force_login(consulent)
    assert client.get("/breekt").status_code == 500
    with tenancy.gemeenten("9901"):
        assert not audit.gebeurtenissen().filter(actie="gemeente.gekozen").exists()


def test_gezond_tells_only_that(client):
    antwoord = client.get("/gezond")
    assert (antwoord.status_code, antwoord.json()) == (200, {"status": "gezond"})


def test_the_answer_carries_a_strict_policy(client):
    regels = client.get("/account/login/").headers["Content-Security-Policy"]
    assert "default-src 'none'" in regels
    assert "unsafe" not in regels
    assert client.get("/account/login/").headers["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize("adres", ["/zie", "/account/login/", "/bestaat-niet", "/gezond"])
def test_no_page_stays_in_the_browser(client, consulent, adres):
    client.force_login(consulent)
    assert "no-store" in client.get(adres).headers["Cache-Control"]


@pytest.mark.parametrize("naam", ["sessionid", "csrftoken", "messages"])
def test_a_cookie_the_database_would_not_take_is_refused(client, naam):
    antwoord = client.get("/account/login/", headers={"cookie": f'{naam}="abc\\000defghijkl"'})
    assert antwoord.status_code == 400
