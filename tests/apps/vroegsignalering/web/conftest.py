"""A month on the table, and a client that is in."""

import pytest
from tests.apps.vroegsignalering.web.maand import maak_maand


@pytest.fixture(autouse=True)
def _navigatie(settings):
    settings.WAAKVLAM_KADER = "waakvlam.portal.kader.kader"


@pytest.fixture
def proefmaand(gemeente_a):
    """September 2026 of gemeente A."""
    return maak_maand(gemeente_a)


@pytest.fixture
def als(client):
    """`als(gebruiker)` gives a client that is logged in."""

    def inloggen(gebruiker):
        client.force_login(gebruiker)
        return client

    return inloggen
