"""The calculators in a real browser: accessible, live while typing, by keyboard, and without JavaScript."""

import pytest
from tests.apps.berekeningen.conftest import FEITEN
from tests.apps.berekeningen.test_alle_soorten import VOORBEELDEN

from waakvlam.apps.berekeningen import service
from waakvlam.apps.berekeningen.formulieren.invullen import vul
from waakvlam.apps.berekeningen.formulieren.register import OPZETTEN
from waakvlam.domain.rekenen.soorten import SOORTEN
from waakvlam.foundation import tenancy

pytestmark = [pytest.mark.e2e, pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

BREEDTES = (1280, 640, 390)
OPEN = "document.querySelectorAll('main details').forEach(deel => { deel.open = true; })"
VOET = "/berekenen/beslagvrije-voet/"


@pytest.fixture
def bewaard(consulent, actor):
    """A kept calculation, lower than the bailiff's amount asks for."""
    with tenancy.gemeenten("9901"):
        return service.bewaar_berekening(
            soort="beslagvrije-voet",
            feiten=FEITEN,
            gemeente="9901",
            gebruiker=consulent,
            omschrijving="gezin",
        )


@pytest.mark.parametrize("breedte", BREEDTES)
def test_every_page_is_accessible(open_bladzij, consulent, bewaard, breedte):
    bladzij = open_bladzij(consulent, breedte)
    pk = bewaard.pk
    paden = ["", *(f"{soort.naam}/" for soort in SOORTEN), f"{pk}/", f"{pk}/wat-als/", f"{pk}/brief/"]
    for pad in paden:
        bladzij.naar(f"/berekenen/{pad}")
        bladzij.keur()
        bladzij.page.evaluate(OPEN)
        bladzij.keur()


@pytest.mark.parametrize("breedte", [1280, 390])
def test_every_kept_calculation_is_accessible(open_bladzij, consulent, actor, breedte):
    bladzij = open_bladzij(consulent, breedte)
    for soort, (getypt, _) in VOORBEELDEN.items():
        feiten = vul(OPZETTEN[soort], {"peildatum": "2026-07-01"} | getypt).feiten
        with tenancy.gemeenten("9901"):
            pk = service.bewaar_berekening(
                soort=soort, feiten=feiten, gemeente="9901", gebruiker=consulent
            ).pk
        for pad in (f"{pk}/", f"{soort}/?van={pk}") if breedte == 390 else (f"{pk}/",):
            bladzij.naar(f"/berekenen/{pad}")
            bladzij.page.evaluate(OPEN)
            bladzij.keur()


@pytest.mark.parametrize("breedte", [1280, 390])
def test_the_result_follows_what_is_typed_and_the_focus_stays(open_bladzij, consulent, breedte):
    bladzij = open_bladzij(consulent, breedte)
    page = bladzij.page
    bladzij.naar(VOET)
    page.fill("input[name=peildatum]", "2026-07-01")
    page.get_by_label("Samenwonend of getrouwd, met kinderen onder de 18").check()
    page.get_by_label("Inkomen van de partner zonder beslag").wait_for()
    page.get_by_label("Belastbaar inkomen per jaar").fill("38.000")
    page.get_by_text("€ 2.140,12 per maand").first.wait_for()
    partner = page.get_by_label("Inkomen van de partner zonder beslag")
    partner.press_sequentially("600")
    page.get_by_text("€ 1.540,12 per maand").first.wait_for()
    assert page.evaluate("document.activeElement.name") == "inkomen_partner_per_maand"
    assert "1.540,12" in page.locator("#wv-omroep").text_content()
    assert page.locator(".reken-aannames").get_by_text("geen regel voor afronden").is_visible()
    bladzij.keur()
    page.get_by_label("Alleenstaand", exact=True).check()
    partner.wait_for(state="hidden")
    bladzij.keur()


def test_it_is_filled_in_kept_and_compared_by_keyboard_only(open_bladzij, consulent):
    bladzij = open_bladzij(consulent)
    page = bladzij.page
    bladzij.naar("/berekenen/")
    page.get_by_role("link", name="Beslagvrije voet").focus()
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Beslagvrije voet", level=1).wait_for()
    page.locator("input[name=leefsituatie]").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "belastbaar_jaarinkomen"
    page.keyboard.type("28.000")
    page.get_by_text("€ 1.451,42 per maand").first.wait_for()
    page.get_by_role("button", name="Bewaar berekening").focus()
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Uitleg, van de uitkomst tot het wetsartikel").wait_for()
    bladzij.keur()
    page.locator("summary").filter(has_text="Hieruit").last.focus()
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Wat als").focus()
    page.keyboard.press("Enter")
    page.get_by_text("De uitkomst blijft gelijk").first.wait_for()
    page.get_by_label("Belastbaar inkomen per jaar").fill("30.000")
    page.get_by_role("heading", name="Waardoor?").wait_for()
    bladzij.keur()


def test_rows_come_and_go_without_losing_the_others(open_bladzij, consulent):
    bladzij = open_bladzij(consulent, 390)
    page = bladzij.page
    bladzij.naar("/berekenen/voorstel/")
    page.get_by_label("Afloscapaciteit per maand").fill("100")
    for nummer, (schuldeiser, bedrag) in enumerate((("Energie Zuid", "1.000"), ("Woonstede", "2.000")), 1):
        page.fill(f"input[name=schulden-{nummer}-schuldeiser]", schuldeiser)
        page.fill(f"input[name=schulden-{nummer}-bedrag]", bedrag)
        page.select_option(f"select[name=schulden-{nummer}-preferent]", "nee")
    page.get_by_role("cell", name="€ 1.200,00").first.wait_for()
    page.get_by_role("button", name="Voeg een schuld toe").click()
    page.locator("input[name=schulden-3-bedrag]").wait_for()
    assert page.input_value("input[name=schulden-1-bedrag]") == "1.000"
    page.get_by_role("button", name="Haal weg schuld 1").click()
    page.locator("input[name=schulden-3-bedrag]").wait_for(state="detached")
    assert page.input_value("input[name=schulden-1-schuldeiser]") == "Woonstede"
    page.get_by_text("Energie Zuid").first.wait_for(state="detached")
    bladzij.keur()


def test_it_works_without_javascript(chromium, live_server, client, consulent):
    client.force_login(consulent)
    context = chromium.new_context(java_script_enabled=False, locale="nl-NL")
    koek = client.cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": koek, "url": live_server.url}])
    page = context.new_page()
    page.goto(live_server.url + VOET)
    page.get_by_label("Alleenstaand", exact=True).check()
    page.get_by_label("Belastbaar inkomen per jaar").fill("28.000")
    page.get_by_role("button", name="Bereken", exact=True).last.click()
    assert page.get_by_text("€ 1.451,42 per maand").first.is_visible()
    context.close()
