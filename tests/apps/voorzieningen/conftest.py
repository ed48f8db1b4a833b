"""What a resident answers, and a client that is in."""

import pytest

from waakvlam.foundation import audit, tenancy

ANTWOORDEN = {
    "leeftijd": "34",
    "_partner": "nee",
    "_kinderen": "ja",
    "_leeftijden": "3 en 8",
    "netto_inkomen": "1.200",
    "toetsingsinkomen": "18.000",
    "vermogen": "500",
    "huurwoning": "ja",
    "kale_huur": "€ 620,50",
}
"""A parent alone with two children and a low income, as typed."""


@pytest.fixture(autouse=True)
def _instellingen(settings):
    settings.WAAKVLAM_KADER = "waakvlam.portal.kader.kader"
    settings.WAAKVLAM_INKOMENSCHECK_OPENBAAR = True


@pytest.fixture
def als(client):
    """`als(gebruiker)` gives a client that is logged in."""

    def inloggen(gebruiker):
        client.force_login(gebruiker)
        return client

    return inloggen


@pytest.fixture
def acties():
    """`acties()` gives the codes in the audit log of a gemeente, newest first."""

    def lijst(code="9901") -> list[str]:
        with tenancy.gemeenten(code):
            return list(audit.gebeurtenissen().values_list("actie", flat=True))

    return lijst
