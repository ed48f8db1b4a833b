"""Filters that stay."""

import pytest
from django.http import HttpResponse

from waakvlam.foundation.ui.onthouden import onthoud_filters


@pytest.fixture
def bezoek(rf):
    """Visit a list page within one session; gives the answer."""
    sessie: dict = {}

    @onthoud_filters("meldingen", niet=("pagina", "zoek"))
    def lijst(request):
        return HttpResponse("lijst")

    def functie(url, methode="get"):
        request = getattr(rf, methode)(url)
        request.session = sessie
        return lijst(request)

    return functie


def test_terugkomen_geeft_de_filters_terug(bezoek):
    assert bezoek("/meldingen?status=open&status=nieuw&pagina=3&zoek=Jansen").status_code == 200
    assert bezoek("/meldingen").url == "/meldingen?status=open&status=nieuw"


def test_een_andere_bladzij_is_geen_keuze_van_filters(bezoek):
    bezoek("/meldingen?status=open")
    assert bezoek("/meldingen?pagina=2").url == "/meldingen?status=open&pagina=2"
    assert bezoek("/meldingen?status=open&pagina=2").status_code == 200
    assert bezoek("/meldingen?pagina=2&status=").status_code == 200
    assert bezoek("/meldingen?pagina=2").status_code == 200


def test_zonder_filters_gebeurt_er_niets(bezoek):
    assert bezoek("/meldingen").status_code == 200


def test_wissen_vergeet(bezoek):
    bezoek("/meldingen?status=open")
    assert bezoek("/meldingen?wis=1").url == "/meldingen"
    assert bezoek("/meldingen").status_code == 200


def test_alles_leeg_kiezen_is_ook_een_keuze(bezoek):
    bezoek("/meldingen?status=open")
    assert bezoek("/meldingen?status=").status_code == 200
    assert bezoek("/meldingen").status_code == 200


def test_een_post_wordt_niet_omgeleid(bezoek):
    bezoek("/meldingen?status=open")
    assert bezoek("/meldingen", "post").status_code == 200
