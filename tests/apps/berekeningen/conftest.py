"""Facts that can be computed with, and a client that is in."""

import pytest

from waakvlam.apps.berekeningen import service
from waakvlam.foundation import audit, tenancy

FEITEN = {
    "peildatum": "2026-07-01",
    "leefsituatie": "gehuwd_met_kinderen",
    "belastbaar_jaarinkomen": "38000.00",
    "netto_maandinkomen": "2500.00",
    "inkomen_partner_per_maand": "600.00",
    "opgelegd": {"bedrag": "1200.00", "datum": "2025-03-01"},
}
GETYPT = {
    "peildatum": "2026-07-01",
    "leefsituatie": "gehuwd_met_kinderen",
    "belastbaar_jaarinkomen": "38.000",
    "netto_maandinkomen": "2.500,00",
    "inkomen_partner_per_maand": "600",
    "_woonsituatie": "huur",
    "opgelegd-bedrag": "€ 1.200",
    "opgelegd-datum": "2025-03-01",
    "instellingen-afronding": "cent",
    "instellingen-negatieve_onderdelen": "nul",
}
"""The same as FEITEN, as somebody types it."""


@pytest.fixture(autouse=True)
def _navigatie(settings):
    settings.WAAKVLAM_KADER = "waakvlam.portal.kader.kader"


@pytest.fixture
def als(client):
    """`als(gebruiker)` gives a client that is logged in."""

    def inloggen(gebruiker):
        client.force_login(gebruiker)
        return client

    return inloggen


@pytest.fixture
def bewaar(consulent):
    """`bewaar(…)` keeps a calculation for a gemeente (default A) with FEITEN."""

    def maak(gemeente="9901", **velden):
        with tenancy.gemeenten(gemeente), audit.actor(audit.Actor("opdrachtregel", None, "opdrachtregel")):
            return service.bewaar_berekening(
                **{"soort": "beslagvrije-voet", "feiten": FEITEN, "gebruiker": consulent} | velden,
                gemeente=gemeente,
            )

    return maak
