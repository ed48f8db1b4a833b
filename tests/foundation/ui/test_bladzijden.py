"""Whole pages: the frame, the theme, error pages, the gallery."""

import re

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import Http404
from django.template.loader import get_template, render_to_string

from waakvlam.foundation.ui.galerij import voorbeeld_kader, voorbeelden
from waakvlam.foundation.ui.kader import Thema, get_kader, get_thema
from waakvlam.foundation.ui.views import galerij

FOUTBLADZIJDEN = ("400.html", "403.html", "403_csrf.html", "404.html", "500.html")


@pytest.fixture
def verzoek(rf):
    """A request of somebody who is not logged in."""
    request = rf.get("/geheim-pad?bsn=123")
    request.user = AnonymousUser()
    return request


@pytest.mark.parametrize("naam", FOUTBLADZIJDEN)
def test_foutbladzijde_werkt_zonder_context_en_noemt_niets(naam):
    html = get_template(naam).render({"exception": "geheim", "request_path": "/geheim-pad"})
    assert "geheim" not in html
    assert "<h1>" in html
    assert "dist/thema-voorbeeld.css" in html


def test_geen_script_of_stijl_in_de_bladzijde(verzoek):
    html = render_to_string("ui/galerij.html", voorbeelden(), verzoek)
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=", html)
    for script in re.findall(r"<script[^>]*>", html):
        assert "src=" in script or 'type="application/json"' in script
    assert not re.search(r'(?:src|href)="(?:https?:)?//', html)


def test_ids_zijn_uniek(verzoek):
    ids = re.findall(r'\sid="([^"]+)"', render_to_string("ui/galerij.html", voorbeelden(), verzoek))
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(("debug", "mag"), [(True, True), (False, False)])
def test_galerij_bestaat_alleen_voor_wie_bouwt(settings, verzoek, debug, mag):
    settings.DEBUG = debug
    settings.WAAKVLAM_GALERIJ_MAG = None
    if mag:
        assert galerij(verzoek).status_code == 200
    else:
        with pytest.raises(Http404):
            galerij(verzoek)


def _ja(request):
    return True


def test_galerij_voor_wie_een_hogere_laag_toelaat(settings, verzoek):
    settings.DEBUG = False
    settings.WAAKVLAM_GALERIJ_MAG = _ja
    assert galerij(verzoek).status_code == 200


@pytest.mark.parametrize(
    ("instelling", "thema"),
    [
        (None, Thema()),
        ("voorbeeld", Thema()),
        ("zuiderstad", Thema("zuiderstad-theme", "thema/zuiderstad.css")),
        ({"klasse": "x-theme", "css": "x/tokens.css"}, Thema("x-theme", "x/tokens.css")),
    ],
)
def test_thema_van_de_gemeente(settings, instelling, thema):
    settings.WAAKVLAM_THEMA = instelling
    assert get_thema() == thema


def test_kader_komt_van_een_hogere_laag(settings, verzoek):
    settings.WAAKVLAM_KADER = None
    assert get_kader(verzoek).navigatie == ()
    settings.WAAKVLAM_KADER = lambda request: voorbeeld_kader()
    assert get_kader(verzoek).gemeente == "Gemeente Duinwaard"


def test_kader_toont_gemeente_gebruiker_en_waar_men_is(settings, verzoek):
    settings.WAAKVLAM_KADER = lambda request: voorbeeld_kader()
    html = render_to_string("ui/basis.html", {}, verzoek)
    assert "Gemeente Duinwaard" in html
    assert "Noor Veldkamp" in html
    assert re.search(r'aria-current="page">.*?Meldingen', html, re.S)
    assert 'href="#inhoud"' in html
    assert "geheim-pad?bsn" not in html
