"""Schemes, checks and aanvragen in a real browser: accessible at every width, and usable with the keyboard."""

import re

import pytest
from tests.apps.voorzieningen.test_aanvragen import FEITEN
from tests.apps.voorzieningen.test_aanvragen import GETYPT as CHECK

from waakvlam.apps.voorzieningen.commands.bewaar_check import bewaar_check
from waakvlam.apps.voorzieningen.models import Aanvraag
from waakvlam.foundation import tenancy

pytestmark = [pytest.mark.e2e, pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

OPEN = "document.querySelectorAll('main details').forEach(deel => { deel.open = true; })"


@pytest.fixture
def bewaard(consulent, actor):
    """A kept check and one of its aanvragen."""
    with tenancy.gemeenten("9901"):
        check = bewaar_check(feiten=FEITEN, gemeente="9901", gebruiker=consulent, omschrijving="aan de balie")
        return check, Aanvraag.objects.get(sleutel="zorgtoeslag")


@pytest.mark.parametrize("breedte", [1280, 640, 390])
def test_every_page_is_accessible(open_bladzij, teamleider, bewaard, breedte):
    check, aanvraag = bewaard
    bladzij = open_bladzij(teamleider, breedte)
    paden = ("voorzieningen/", "voorzieningen/check/", f"voorzieningen/check/{check.pk}/")
    paden += (f"voorzieningen/{aanvraag.pk}/", "regelingen/", "regelingen/wijzig/9901/")
    for pad in paden:
        bladzij.naar(f"/{pad}")
        bladzij.keur()
        bladzij.page.evaluate(OPEN)
        bladzij.keur()


@pytest.mark.parametrize("breedte", [1280, 390])
def test_schemes_are_changed_with_a_row_added_and_taken_away(open_bladzij, teamleider, breedte):
    bladzij = open_bladzij(teamleider, breedte)
    page = bladzij.page
    bladzij.naar("/regelingen/wijzig/9901/")
    page.get_by_role("button", name="Haal weg regeling 1").click()
    page.locator("input[name=regelingen-4-naam]").wait_for(state="detached")
    page.get_by_role("button", name="Voeg een regeling toe").click()
    page.locator("input[name=regelingen-4-naam]").fill("zwempas")
    page.get_by_role("button", name="Stel vast").last.click()
    page.get_by_role("alert").wait_for()
    bladzij.fouten.clear()  # the browser notes that the answer was 422
    bladzij.keur()
    page.locator("input[name=regelingen-4-omschrijving]").fill("Dit is een pas om te zwemmen.")
    page.locator("input[name=regelingen-4-norm_percentage]").fill("115")
    page.get_by_role("button", name="Stel vast").last.click()
    page.get_by_text("zijn vastgesteld").wait_for()
    assert page.get_by_text("Zwempas").is_visible()
    page.get_by_role("link", name="Vastgesteld op").click()
    page.get_by_text("geldt nu").wait_for()
    bladzij.keur()


@pytest.mark.parametrize("breedte", [1280, 390])
def test_a_check_is_kept_and_followed_until_granted(open_bladzij, consulent, breedte):
    bladzij = open_bladzij(consulent, breedte)
    page = bladzij.page
    bladzij.naar("/voorzieningen/")
    page.get_by_role("link", name="Nieuwe inkomenscheck").click()
    page.get_by_role("button", name="Voeg een kind toe").click()
    page.locator("input[name=huishouden-kinderen-1-geboortedatum]").wait_for()
    for naam, waarde in CHECK.items():
        if naam == "gemeente":
            continue
        plek = page.locator(f"[name={naam}]")
        if plek.evaluate("plek => plek.tagName") == "SELECT":
            plek.select_option(waarde)
        else:
            plek.fill(waarde)
    page.get_by_role("button", name="Bereken", exact=True).last.click()
    page.get_by_role("heading", name="Waarschijnlijk wel").wait_for()
    bladzij.keur()
    page.get_by_role("button", name="Bewaar en volg de aanvragen").click()
    page.get_by_role("link", name="Volg de aanvraag van zorgtoeslag").wait_for()
    bladzij.keur()
    bladzij.naar("/voorzieningen/")
    page.get_by_role("button", name=re.compile(r"Aangevraagd ?: zorgtoeslag")).click()
    page.get_by_text("Zorgtoeslag: aangevraagd").wait_for()
    page.get_by_role("link", name=re.compile(r"Toegekend … ?: zorgtoeslag")).click()
    page.get_by_label("toegekend", exact=True).check()
    page.get_by_label("Toegekend bedrag").fill("101,50")
    page.get_by_role("button", name="Bewaar").click()
    page.get_by_text("€ 101,50 per maand").first.wait_for()
    bladzij.keur()
    bladzij.naar("/voorzieningen/")
    assert page.get_by_text("101,50").first.is_visible()
    bladzij.keur()
