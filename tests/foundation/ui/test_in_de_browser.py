"""The gallery in a real browser: axe, the strict content security policy, charts, both widths."""

import mimetypes
import threading
from collections.abc import Iterator
from pathlib import Path
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.test import RequestFactory

from waakvlam.foundation.ui.galerij import voorbeelden

AXE = Path(__file__).parents[3] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
CHROMIUM = next(
    (pad for pad in map(Path, ("/usr/bin/chromium", "/usr/bin/chromium-browser")) if pad.exists()), None
)
NORMEN = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
BLADZIJDEN = {"/": "ui/galerij.html", "/404": "404.html"}
CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is niet geïnstalleerd (apt-get install chromium)"),
    pytest.mark.skipif(not AXE.exists(), reason="de frontend is nog niet gebouwd (make setup)"),
]


class Stil(WSGIRequestHandler):
    """No lines about requests between the test results."""

    def log_message(self, *args: object) -> None:
        """Say nothing."""


def bladzijde(environ: dict, start_response) -> list[bytes]:
    """A web server of a few pages without a database: what is tested is the look."""
    pad = environ["PATH_INFO"]
    koppen = [("Content-Security-Policy", CSP)]
    if pad in BLADZIJDEN:
        request = RequestFactory().get(pad)
        request.user = AnonymousUser()
        html = render_to_string(BLADZIJDEN[pad], voorbeelden(), request)
        start_response("200 OK", [*koppen, ("Content-Type", "text/html; charset=utf-8")])
        return [html.encode()]
    bestand = finders.find(pad.removeprefix("/static/"))
    if not bestand:
        start_response("404 Not Found", koppen)
        return [b""]
    soort = mimetypes.guess_type(bestand)[0] or "application/octet-stream"
    start_response("200 OK", [*koppen, ("Content-Type", soort)])
    return [Path(bestand).read_bytes()]


@pytest.fixture(scope="module")
def adres() -> Iterator[str]:
    """Serve the pages on a free port."""
    with make_server("127.0.0.1", 0, bladzijde, handler_class=Stil) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="module")
def browser() -> Iterator:
    """Headless Chromium."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as speler:
        venster = speler.chromium.launch(
            executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-gpu"]
        )
        yield venster
        venster.close()


@pytest.mark.parametrize("breedte", [1280, 390])
@pytest.mark.parametrize("pad", list(BLADZIJDEN))
def test_bladzijde_is_toegankelijk_onder_strenge_csp(browser, adres, pad, breedte):
    bladzij = browser.new_page(viewport={"width": breedte, "height": 900}, reduced_motion="reduce")
    fouten: list[str] = []
    bladzij.on("console", lambda bericht: bericht.type == "error" and fouten.append(bericht.text))
    bladzij.on("pageerror", lambda fout: fouten.append(str(fout)))
    bladzij.goto(adres + pad, wait_until="networkidle")
    assert not fouten
    assert bladzij.evaluate("document.documentElement.scrollWidth") == breedte, "de bladzijde schuift opzij"
    bladzij.evaluate(AXE.read_text())
    uitslag = bladzij.evaluate("normen => axe.run(document, {runOnly: normen})", NORMEN)
    assert [(regel["id"], [plek["html"] for plek in regel["nodes"]]) for regel in uitslag["violations"]] == []
    bladzij.close()


def test_grafieken_worden_getekend(browser, adres):
    bladzij = browser.new_page()
    bladzij.goto(adres + "/", wait_until="networkidle")
    assert bladzij.locator(".wv-grafiek--getekend svg").count() == 2
    assert "Signalen per maand" in bladzij.locator("#per-partner-titel").inner_text()
    bladzij.close()


def test_zonder_script_staat_alles_er(browser, adres):
    ruimte = browser.new_context(java_script_enabled=False)
    bladzij = ruimte.new_page()
    bladzij.goto(adres + "/")
    bladzij.get_by_text("Cijfers als tabel").first.click()
    assert bladzij.get_by_role("cell", name="102").is_visible()
    bladzij.click("#sorteer-signalen")
    assert bladzij.url.endswith("sorteer=-signalen")
    ruimte.close()


def test_toetsenbord_begint_bij_de_inhoud(browser, adres):
    bladzij = browser.new_page()
    bladzij.goto(adres + "/404", wait_until="networkidle")
    bladzij.keyboard.press("Tab")
    assert bladzij.evaluate("document.activeElement.textContent") == "Naar de inhoud"
    bladzij.keyboard.press("Enter")
    assert bladzij.evaluate("document.activeElement.id") == "inhoud"
    bladzij.close()
