"""The public inkomenscheck in a real browser: accessible, on the phone, by keyboard, printed and without JavaScript."""

import pytest
from tests.apps.voorzieningen.conftest import ANTWOORDEN

pytestmark = [pytest.mark.e2e, pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

PAD = "/inkomenscheck/9901/"
OPEN = "document.querySelectorAll('main details').forEach(deel => { deel.open = true; })"


def vul_in(page, antwoorden=ANTWOORDEN) -> None:
    """Answer the questions as somebody does."""
    for naam, waarde in antwoorden.items():
        plek = page.locator(f"[name={naam}]")
        if plek.evaluate("plek => plek.tagName") == "SELECT":
            plek.select_option(waarde)
        else:
            plek.fill(waarde)


@pytest.mark.usefixtures("gemeente_a", "gemeente_b")
@pytest.mark.parametrize("breedte", [1280, 640, 390])
def test_every_page_is_accessible(open_bladzij, breedte):
    bladzij = open_bladzij(None, breedte)
    page = bladzij.page
    bladzij.naar("/inkomenscheck/")
    bladzij.keur()
    page.get_by_role("link", name="Verzonnendam").click()
    page.get_by_role("heading", name="Over u en uw gezin").wait_for()
    page.evaluate(OPEN)
    bladzij.keur()
    vul_in(page)
    page.get_by_role("button", name="Bekijk wat u kunt krijgen").click()
    page.get_by_role("heading", name="Dit kunt u misschien krijgen").wait_for()
    assert page.evaluate("document.activeElement.id") == "uitkomst"
    page.evaluate(OPEN)
    bladzij.keur()
    assert "?" not in page.url
    assert {koek["name"] for koek in page.context.cookies()} == {"csrftoken"}
    page.emulate_media(media="print")
    assert page.get_by_role("heading", name="Dit kunt u misschien krijgen").is_visible()
    assert not page.get_by_role("button", name="Bekijk wat u kunt krijgen").is_visible()


@pytest.mark.usefixtures("gemeente_a")
@pytest.mark.parametrize("breedte", [1280, 390])
def test_a_fault_is_told_and_reached(open_bladzij, breedte):
    bladzij = open_bladzij(None, breedte)
    page = bladzij.page
    bladzij.naar(PAD)
    vul_in(page, {"_leeftijden": "drie", "netto_inkomen": "weinig"})
    page.get_by_role("button", name="Bekijk wat u kunt krijgen").click()
    page.get_by_role("alert").get_by_role("link", name="Hoe oud zijn uw kinderen?").wait_for()
    bladzij.fouten.clear()  # the browser notes that the answer was 422
    bladzij.keur()


@pytest.mark.usefixtures("gemeente_a")
def test_it_works_without_javascript_and_by_keyboard(chromium, live_server):
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(live_server.url + PAD)
    page.locator("[name=leeftijd]").focus()
    page.keyboard.type("70")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Dit kunt u misschien krijgen").wait_for()
    assert page.get_by_role("heading", name="Nog niet te zeggen").is_visible()
    page.get_by_role("link", name="meer vragen beantwoorden").click()
    assert page.input_value("[name=leeftijd]") == "70"
    context.close()
