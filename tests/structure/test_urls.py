"""Every page asks for a login unless it is named here, and every page is in the table of roles.

Adding a page: put its name in ROLLEN with the status each role gets. A page of data answers 404 to who may not see
it, never 403: it then does not even exist.
"""

import uuid
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, get_resolver, reverse

from waakvlam.apps.toegang.models import Rol

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]

OPEN = {
    "gezond": "voor bewaking; zegt alleen of de database antwoordt",
    "account_login": "hier logt men in",
    "account_logout": "wie niet is ingelogd gaat naar het begin",
    "account_signup": "zegt dat men geen eigen account kan maken",
    "account_inactive": "zegt dat het account niet actief is",
    "account_email_verification_sent": "stap van allauth, zonder gegevens",
    "account_confirm_email": "met sleutel uit een e-mail",
    "account_reset_password": "wachtwoord vergeten",
    "account_reset_password_done": "zegt dat er een e-mail komt",
    "account_reset_password_from_key": "met sleutel uit een e-mail",
    "account_reset_password_from_key_done": "zegt dat het gelukt is",
    "voorzieningen:kies_gemeente": "inwoners kiezen hun gemeente; alleen namen van gemeenten",
    "voorzieningen:inkomenscheck": "inkomenscheck voor inwoners; rekent met wat is ingevuld en bewaart niets",
    "api:openapi-json": "de beschrijving van de API, zonder gegevens (NLGov API Design Rules)",
}
"""Pages for who is not logged in, each with the reason."""

CONSULENT, TEAMLEIDER, BEHEERDER, PRIVACY, PARTNER = range(5)
NAMEN = ("consulent", "teamleider", "functioneel_beheerder", "privacy_officer", "signaalpartner")

# fmt: off
ROLLEN: dict[str, tuple[int, int, int, int, int]] = {
    # name of the url (GET):       consulent, teamleider, functioneel, privacy, partner
    "berekeningen:berekening":    (404,      404,        404,         404,     404),
    "berekeningen:berekening_json":       (404, 404,     404,         404,     404),
    "berekeningen:berekening_pdf":       (404, 404,     404,         404,     404),
    "berekeningen:begroting_csv":         (404, 404,     404,         404,     404),
    "berekeningen:begroting_ingevuld_csv":  (405, 405,   405,         405,     405),
    "berekeningen:begroting_ingevuld_xlsx": (405, 405,   405,         405,     405),
    "berekeningen:begroting_inlezen":     (405, 405,     405,         405,     405),
    "berekeningen:begroting_naast":       (404, 404,     404,         404,     404),
    "berekeningen:begroting_xlsx":        (404, 404,     404,         404,     404),
    "berekeningen:brief":         (404,      404,        404,         404,     404),
    "berekeningen:brief_tekst":   (404,      404,        404,         404,     404),
    "berekeningen:hercontrole":   (404,      404,        404,         404,     404),
    "berekeningen:overzicht":     (200,      200,        404,         404,     404),
    "berekeningen:rekenmachine":  (404,      404,        404,         404,     404),
    "berekeningen:wat_als":       (404,      404,        404,         404,     404),
    "onderdelen":                  (404,      404,        200,         404,     404),
    "portal:home":                 (200,      200,        200,         200,     200),
    "portal:taak":                 (404,      404,        404,         404,     404),
    "portal:taak_stop":            (405,      405,        405,         405,     405),
    "portal:taak_voortgang":       (404,      404,        404,         404,     404),
    "portal:taken":                (404,      200,        200,         200,     404),
    "toegang:gemeente_kiezen":     (405,      405,        405,         405,     405),
    "voorzieningen:aanvraag":     (404,      404,        404,         404,     404),
    "voorzieningen:check":        (404,      404,        404,         404,     404),
    "voorzieningen:nieuwe_check": (200,      200,        404,         404,     404),
    "voorzieningen:overzicht":    (200,      200,        404,         404,     404),
    "voorzieningen:regelingen":   (200,      200,        200,         404,     404),
    "voorzieningen:regelingenversie":     (404, 404,     404,         404,     404),
    "voorzieningen:regelingen_wijzig":    (404, 404,     404,         404,     404),
    "voorzieningen:stap":         (405,      405,        405,         405,     405),
    "voorzieningen:volg":         (405,      405,        405,         405,     405),
    "vroegsignalering:beleid":     (200,      200,        200,         200,     404),
    "vroegsignalering:beleidsversie":      (404, 404,     404,         404,     404),
    "vroegsignalering:levering":           (404, 404,     404,         404,     404),
    "vroegsignalering:levering_geweigerd": (404, 404,     404,         404,     404),
    "vroegsignalering:levering_inlezen":   (405, 405,     405,         405,     405),
    "vroegsignalering:levering_nieuw":     (404, 200,     200,         404,     200),
    "vroegsignalering:levering_voortgang": (404, 404,     404,         404,     404),
    "vroegsignalering:leveringen": (404,      200,        200,         404,     200),
    "vroegsignalering:maandrun":   (404,      200,        200,         404,     404),
    "vroegsignalering:maandrun_voortgang": (404, 404,     404,         404,     404),
    "vroegsignalering:melding":    (404,      404,        404,         404,     404),
    "vroegsignalering:meldingen":  (200,      200,        404,         404,     404),
    "vroegsignalering:niet_opgepakt":      (200, 200,     404,         404,     404),
    "vroegsignalering:zoek":       (405,      405,        405,         405,     405),
}
# fmt: on

VAN_ALLAUTH = ("account_", "mfa_")
API = "api:"
"""The API knows no roles yet: it computes, keeps nothing and shows nothing. Who may call is in the tests of each `api.py`."""
VOORBEELD = {"int": 1, "str": "x", "slug": "x", "uuid": uuid.UUID(int=1), "path": "x"}
SLEUTELS = {"key": "x-x", "uidb36": "1", "pk": 1}


def paginas() -> Iterator[tuple[str, dict]]:
    """(name with namespace, made-up arguments) of every page."""

    def loop(patronen, ruimte, argumenten):
        for patroon in patronen:
            gevraagd = argumenten | {
                naam: VOORBEELD.get(type(om).__name__.removesuffix("Converter").lower(), "x")
                for naam, om in patroon.pattern.converters.items()
            }
            gevraagd |= {
                naam: SLEUTELS.get(naam, "x")
                for naam in patroon.pattern.regex.groupindex
                if naam not in gevraagd
            }
            if isinstance(patroon, URLPattern):
                yield ruimte + (patroon.name or f"zonder naam: {patroon.pattern}"), gevraagd
            else:
                yield from loop(
                    patroon.url_patterns,
                    ruimte + (f"{patroon.namespace}:" if patroon.namespace else ""),
                    gevraagd,
                )

    return loop(get_resolver().url_patterns, "", {})


PAGINAS = sorted(dict(paginas()).items())
EIGEN = [naam for naam, _ in PAGINAS if not naam.startswith((*VAN_ALLAUTH, API)) and naam not in OPEN]


@pytest.mark.parametrize(("naam", "argumenten"), PAGINAS, ids=[naam for naam, _ in PAGINAS])
def test_every_page_asks_for_a_login(naam, argumenten, client: Client):
    try:
        pad = reverse(naam, kwargs=argumenten)
    except NoReverseMatch:
        pytest.fail(f"{naam}: geef de pagina een naam, en zo nodig een voorbeeld in SLEUTELS")
    for doe in (client.get, client.post):
        antwoord = doe(pad)
        dicht = antwoord.status_code == 302 and antwoord.headers["Location"].startswith("/account/login/")
        # A machine is told so, where a page sends a person to the login; nothing answers to GET there.
        dicht |= naam.startswith(API) and antwoord.status_code in (401, 404, 405)
        assert dicht or naam in OPEN, f"{naam} antwoordt {antwoord.status_code} zonder inloggen"


def test_the_list_of_open_pages_names_only_pages_there_are():
    assert set(OPEN) <= {naam for naam, _ in PAGINAS}


def test_every_role_has_a_column_in_the_table():
    assert tuple(Rol.values) == NAMEN
    assert {len(rij) for rij in ROLLEN.values()} == {len(NAMEN)}


def test_every_page_is_in_the_table_of_roles():
    assert sorted(ROLLEN) == EIGEN


@pytest.mark.parametrize("plek", range(len(NAMEN)), ids=NAMEN)
@pytest.mark.parametrize("naam", EIGEN)
def test_what_each_role_gets(naam, plek, client: Client, request):
    client.force_login(request.getfixturevalue(NAMEN[plek]))
    antwoord = client.get(reverse(naam, kwargs=dict(PAGINAS)[naam]))
    assert antwoord.status_code == ROLLEN[naam][plek]
