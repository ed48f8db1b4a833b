"""A real browser against a real server: Chromium when it is installed, else the tests say why they are skipped."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from tests.apps.vroegsignalering.web.maand import Proefmaand, maak_maand

AXE = Path(__file__).parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
NORMEN = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
WACHTWOORD = "een lang genoeg wachtwoord"


@pytest.fixture(scope="module")
def chromium() -> Iterator:
    """The browser. Playwright keeps an event loop in this thread, which Django must be told is fine."""
    if not CHROMIUM:
        pytest.skip("Chromium staat niet op deze machine (apt-get install chromium)")
    if not AXE.exists():
        pytest.skip("axe-core ontbreekt: draai eerst make setup")
    from playwright.sync_api import sync_playwright

    with pytest.MonkeyPatch.context() as omgeving, sync_playwright() as playwright:
        omgeving.setitem(os.environ, "DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        )
        yield browser
        browser.close()


@dataclass
class Bladzij:
    """A page in the browser, with what went wrong in its console."""

    page: object
    basis: str
    fouten: list[str] = field(default_factory=list)

    def naar(self, pad: str) -> None:
        """Open an address and wait until it is quiet."""
        antwoord = self.page.goto(self.basis + pad)
        self.page.wait_for_load_state("networkidle")
        assert antwoord.status == 200, f"{pad}: {antwoord.status}"

    def keur(self) -> None:
        """No axe violation, nothing wider than the window, nothing refused by the policy, no script error."""
        self.page.evaluate(AXE.read_text(encoding="utf-8"))
        gebreken = self.page.evaluate(
            "normen => axe.run(document, {runOnly: normen}).then(uit => uit.violations.map("
            "v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')).join(', ')))",
            NORMEN,
        )
        over = self.page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        assert (gebreken, over, self.fouten) == ([], 0, []), self.page.url


@pytest.fixture
def open_bladzij(chromium, live_server, client) -> Iterator[Callable]:
    """`open_bladzij(gebruiker, breedte)` opens a window in which that user is in (None: nobody)."""
    open_ = []

    def maak(gebruiker=None, breedte: int = 1280) -> Bladzij:
        context = chromium.new_context(viewport={"width": breedte, "height": 900}, locale="nl-NL")
        open_.append(context)
        if gebruiker:
            client.force_login(gebruiker)
            koek = client.cookies["sessionid"].value
            context.add_cookies([{"name": "sessionid", "value": koek, "url": live_server.url}])
        bladzij = Bladzij(context.new_page(), live_server.url)
        bladzij.page.set_default_timeout(10_000)
        bladzij.page.on(
            "console",
            lambda bericht: bladzij.fouten.append(bericht.text) if bericht.type == "error" else None,
        )
        bladzij.page.on("pageerror", lambda fout: bladzij.fouten.append(str(fout)))
        return bladzij

    yield maak
    for context in open_:
        context.close()


@pytest.fixture
def proefmaand(gemeente_a, gemeente_b) -> Proefmaand:
    """September 2026 of both gemeenten; more than one page in the first."""
    maak_maand(gemeente_b)
    return maak_maand(gemeente_a, los=55)


@pytest.fixture(autouse=True)
def _instellingen(settings, tmp_path):
    settings.WAAKVLAM_KADER = "waakvlam.portal.kader.kader"
    settings.WAAKVLAM_DATAMAP = tmp_path
    settings.ALLOWED_HOSTS = ["localhost", "127.0.0.1"]
