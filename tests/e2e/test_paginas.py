"""Every page in a real browser: accessible at each width, and the ways people go through them."""

import pytest
from tests.e2e.conftest import WACHTWOORD

from waakvlam.apps.vroegsignalering.models import Levering, Maandrun
from waakvlam.foundation import jobs, tenancy

pytestmark = [pytest.mark.e2e, pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

BREEDTES = (1280, 1000, 640, 390)
"""A desk, half a wide desk, a desk at 200% zoom, a telephone."""
V = "/vroegsignalering"
LEVERING = b"""partner;soort;kenmerk;signaaldatum;ontstaansdatum;bedrag;achternaam;postcode;huisnummer
P1;Huur;K-1;2026-09-20;2026-07-01;200;Proefjes;1234AB;12
P1;Huur;-123;2026-09-20;2026-07-01;200;Proefjes;=1+1;12
"""


def paginas(proef) -> list[str]:
    with tenancy.gemeenten("9901"):
        taak = jobs.taken().first()
    melding, levering, versie = proef.meldingen["lindelaan 20"].pk, proef.levering.pk, proef.versie.pk
    return [
        "/",
        f"{V}/leveringen/?wis=1",
        f"{V}/leveringen/nieuw/",
        f"{V}/leveringen/{levering}/",
        f"{V}/meldingen/?maand=2026-09",
        f"{V}/meldingen/?opvolging=huisbezoek&bedrag_van=9999",
        f"{V}/meldingen/niet-opgepakt/",
        f"{V}/meldingen/{melding}/",
        f"{V}/maandrun/",
        f"{V}/afwegingskader/",
        f"{V}/afwegingskader/{versie}/",
        "/taken/",
        f"/taken/{taak.pk}/",
    ]


@pytest.mark.parametrize("breedte", BREEDTES)
def test_every_page_is_accessible(
    open_bladzij, gebruiker_met, gemeente_a, gemeente_b, proefmaand, actor, breedte
):
    with tenancy.gemeenten("9901"):
        jobs.defer("maandrun.draaien", gemeente="9901", slot="2026-09", maand=proefmaand.run.maand)
    bladzij = open_bladzij(gebruiker_met("teamleider", gemeente_a, gemeente_b), breedte)
    for pad in paginas(proefmaand):
        bladzij.naar(pad)
        bladzij.keur()


@pytest.mark.parametrize("rol", ["consulent", "functioneel_beheerder", "privacy_officer", "signaalpartner"])
def test_home_of_each_role_is_accessible(open_bladzij, request, proefmaand, rol):
    gebruiker = request.getfixturevalue(rol)
    for breedte in (1280, 390):
        bladzij = open_bladzij(gebruiker, breedte)
        bladzij.naar("/")
        bladzij.keur()


def test_from_login_to_a_melding_and_back(open_bladzij, gebruiker_met, gemeente_a, proefmaand):
    gebruiker = gebruiker_met("consulent", gemeente_a, wachtwoord=WACHTWOORD)
    bladzij = open_bladzij()
    page = bladzij.page
    bladzij.naar("/account/login/")
    bladzij.keur()
    page.fill("input[name=login]", gebruiker.email)
    page.fill("input[name=password]", WACHTWOORD)
    page.click("main button[type=submit]")
    page.get_by_role("heading", name="Vandaag", exact=True).wait_for()
    page.get_by_role("link", name="Meldingen", exact=True).first.click()
    page.get_by_text("58 meldingen gevonden").wait_for()
    page.get_by_label("Opvolging").select_option("telefoon")
    page.get_by_text("2 meldingen gevonden").first.wait_for()
    assert "opvolging=telefoon" in page.url
    page.get_by_role("link", name="Lindelaan 12", exact=True).click()
    page.get_by_role("heading", name="Waarom deze melding?").wait_for()
    page.locator(".wv-grafiek--getekend svg").first.wait_for()
    page.get_by_text("Cijfers als tabel").click()
    assert page.get_by_role("cell", name="€ 500,00").first.is_visible()
    page.get_by_role("link", name="Meldingen", exact=True).click()
    page.get_by_text("2 meldingen gevonden").first.wait_for()
    page.get_by_text("Wis filters").click()
    page.get_by_text("58 meldingen gevonden").wait_for()
    bladzij.keur()


def test_an_address_is_looked_for_and_never_stands_in_an_address(open_bladzij, consulent, proefmaand):
    bladzij = open_bladzij(consulent)
    page = bladzij.page
    gevraagd = []
    page.on("request", lambda verzoek: gevraagd.append(verzoek.url))
    bladzij.naar(f"{V}/meldingen/")
    page.get_by_text("Zoek een adres of kenmerk").click()
    page.get_by_label("Postcode").fill("1234 ab")
    page.get_by_label("Huisnummer").fill("120")
    page.get_by_role("button", name="Zoek", exact=True).click()
    page.get_by_text("1 melding gevonden").first.wait_for()
    assert page.get_by_text("U zoekt op het adres").is_visible()
    bladzij.keur()
    assert not [url for url in gevraagd if "1234" in url.lower() and "ab" in url.lower()]
    page.get_by_role("button", name="Stop met zoeken").click()
    page.get_by_text("58 meldingen gevonden").wait_for()


def test_a_levering_is_handed_in_read_and_reported(open_bladzij, teamleider, gemeente_a):
    bladzij = open_bladzij(teamleider)
    page = bladzij.page
    bladzij.naar(f"{V}/leveringen/nieuw/")
    page.get_by_role("button", name="Inleveren").click()
    page.get_by_text("Er is nog niets ingeleverd").wait_for()
    bladzij.fouten.clear()  # the browser logs the 422 of the empty form
    bladzij.keur()
    page.set_input_files("input[type=file]", {"name": "p1.csv", "mimeType": "text/csv", "buffer": LEVERING})
    page.get_by_role("button", name="Inleveren").click()
    page.get_by_text("Staat in de rij").wait_for()
    bladzij.keur()
    with tenancy.gemeenten("9901"):
        taak = jobs.taken().get()
    jobs.voer_uit(taak.pk, "9901")
    page.get_by_role("link", name="Bekijk het verslag").click()
    page.get_by_text("Geweigerde cellen").first.wait_for()
    assert page.get_by_text("=1+1").is_visible()
    bladzij.keur()
    with page.expect_download() as wacht:
        page.get_by_role("link", name="Download wat is geweigerd").click()
    with tenancy.gemeenten("9901"):
        levering = Levering.objects.get()
    assert wacht.value.suggested_filename == f"geweigerd-levering-{levering.pk}.xlsx"
    assert (levering.aantal_signalen, levering.aantal_geweigerd) == (1, 1)


def test_it_works_by_keyboard(open_bladzij, consulent, proefmaand):
    bladzij = open_bladzij(consulent)
    page = bladzij.page
    bladzij.naar(f"{V}/meldingen/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Naar de inhoud"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "inhoud"
    page.get_by_role("link", name="Achterstand").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**sorteer=-bedrag*")
    page.locator("th[aria-sort=descending]").wait_for()
    assert page.evaluate("document.activeElement.id") == "sorteer-bedrag"
    page.get_by_role("link", name="Lindelaan 12", exact=True).focus()
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Waarom deze melding?").wait_for()


def test_filters_are_folded_on_a_telephone_and_say_what_is_chosen(open_bladzij, consulent, proefmaand):
    bladzij = open_bladzij(consulent, 390)
    page = bladzij.page
    bladzij.naar(f"{V}/meldingen/")
    knop, opvolging = page.locator(".wv-filters summary"), page.get_by_label("Opvolging")
    assert (knop.inner_text(), opvolging.is_visible()) == ("Filters", False)
    knop.focus()
    page.keyboard.press("Enter")
    bladzij.keur()
    opvolging.select_option("telefoon")
    page.get_by_text("2 meldingen gevonden").first.wait_for()
    assert knop.inner_text() == "Filters: Opvolging Telefoon"
    page.get_by_label("Meervoudig").check()
    page.get_by_text("Alleen Meervoudig").wait_for()
    bladzij.naar(f"{V}/meldingen/?opvolging=telefoon")
    assert (knop.inner_text(), opvolging.is_visible()) == ("Filters: Opvolging Telefoon", False)
    page.set_viewport_size({"width": 1280, "height": 900})
    assert (knop.is_visible(), opvolging.is_visible()) == (False, True)


@pytest.mark.parametrize("pad", ["/", "/taken/{taak}/", f"{V}/maandrun/"])
def test_a_page_stops_asking_when_the_work_is_done(open_bladzij, teamleider, proefmaand, actor, pad):
    with tenancy.gemeenten("9901"):
        taak = jobs.defer("maandrun.draaien", gemeente="9901", slot="2026-09", maand=proefmaand.run.maand)
    bladzij = open_bladzij(teamleider)
    page, vragen = bladzij.page, []
    page.on("request", lambda v: "/voortgang/" in v.url and vragen.append(v.url))
    page.clock.install()
    bladzij.naar(pad.format(taak=taak.pk))
    with page.expect_response("**/voortgang/"):
        page.clock.run_for(2_100)
    jobs.voer_uit(taak.pk, "9901")
    with page.expect_response("**/voortgang/"):
        page.clock.run_for(2_100)
    page.locator(".wv-voortgang", has_text="Klaar").wait_for()
    page.wait_for_load_state("networkidle")
    gevraagd = len(vragen)
    page.clock.run_for(60_000)
    page.wait_for_load_state("networkidle")
    assert len(vragen) == gevraagd, "wie klaar is, vraagt niets meer"
    bladzij.keur()


def test_the_table_of_months_follows_the_run_that_ended(open_bladzij, teamleider, proefmaand, actor):
    with tenancy.gemeenten("9901"):
        Maandrun.objects.update(aantal_meldingen=3)
        taak = jobs.defer("maandrun.draaien", gemeente="9901", slot="2026-09", maand=proefmaand.run.maand)
    bladzij = open_bladzij(teamleider)
    page = bladzij.page
    page.clock.install()
    bladzij.naar(f"{V}/maandrun/")
    september = page.locator("#standen tr", has_text="september 2026")
    voor = september.locator("td.getal").all_inner_texts()
    jobs.voer_uit(taak.pk, "9901")
    with page.expect_response(f"**{V}/maandrun/"):
        page.clock.run_for(2_100)
    september.get_by_text("58", exact=True).wait_for()
    na = september.locator("td.getal").all_inner_texts()
    with tenancy.gemeenten("9901"):
        run = Maandrun.objects.get()
    assert (voor, na[1]) == (["61", "3", "1"], "58")
    assert na == [str(n) for n in (run.aantal_signalen, run.aantal_meldingen, run.aantal_niet_opgepakt)]
    bladzij.keur()


def test_a_levering_that_is_read_is_not_asked_after(open_bladzij, teamleider, gemeente_a):
    bladzij = open_bladzij(teamleider)
    page, vragen = bladzij.page, []
    page.on("request", lambda v: "/voortgang/" in v.url and vragen.append(v.url))
    page.clock.install()
    bladzij.naar(f"{V}/leveringen/nieuw/")
    page.set_input_files("input[type=file]", {"name": "p1.csv", "mimeType": "text/csv", "buffer": LEVERING})
    page.get_by_role("button", name="Inleveren").click()
    page.get_by_text("Staat in de rij").wait_for()
    with tenancy.gemeenten("9901"):
        taak = jobs.taken().get()
    jobs.voer_uit(taak.pk, "9901")
    with page.expect_response("**/voortgang/"):
        page.clock.run_for(2_100)
    page.get_by_role("link", name="Bekijk het verslag").wait_for()
    gevraagd = len(vragen)
    page.clock.run_for(60_000)
    page.wait_for_load_state("networkidle")
    assert len(vragen) == gevraagd
