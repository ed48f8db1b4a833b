"""`waakvlam serveer` as a process: it answers, works, stops in time, and leaves nobody behind when it is killed."""

import http.cookiejar
import os
import re
import signal
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from pathlib import Path

import pytest
from tests.config.hulp import (
    begin,
    dood,
    gezond,
    omgeving,
    processen_van,
    tel,
    vraag,
    vrije_poort,
    wacht_tot,
)

from waakvlam.adapters.postgres_embedded import EmbeddedPostgres
from waakvlam.adapters.postgres_embedded.postmaster import find_live, find_processes
from waakvlam.config.demo import WACHTWOORD

# The first of them waits until the demos are filled.
pytestmark = [pytest.mark.postgres, pytest.mark.traag, pytest.mark.timeout(900)]

KOP = "partner;soort;kenmerk;signaaldatum;ontstaansdatum;bedrag;achternaam;postcode;huisnummer"
GEEF_WERK = """
import io, sys
from waakvlam.config.database import als_opdrachtregel, binnen_gemeente
with als_opdrachtregel(), binnen_gemeente(sys.argv[1], nieuw=True):
    from waakvlam.apps.vroegsignalering import service
    from waakvlam.foundation import jobs
    levering, _ = service.bewaar_levering(gemeente=sys.argv[1], bestandsnaam="a.csv", bron=sys.stdin.buffer)
    print(jobs.defer("levering.verwerken", gemeente=sys.argv[1], levering=levering.pk).pk)
"""


def start(datamap: Path, poort: int) -> "subprocess.Popen[str]":
    """Serve, and wait until it answers."""
    proces = begin(datamap, "serveer", "--poort", str(poort))
    wacht_tot(lambda: gezond(poort) == 200, "de server antwoordt", proces)
    return proces


def geef_werk(datamap: Path, rijen: int, gemeente: str = "9901") -> int:
    """Keep a levering and ask for it to be read; returns the number of the task."""
    regels = [f"P9;Huur;S-{nr};2026-09-25;2026-07-01;100;Naam;1234AB;{nr}" for nr in range(1, rijen + 1)]
    uitvoering = subprocess.run(
        [sys.executable, "-c", GEEF_WERK, gemeente],
        input="\n".join([KOP, *regels]),
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        env=omgeving(datamap),
    )
    return int(uitvoering.stdout.split()[-1])


def taakstatus(datamap: Path, taak: int) -> str:
    """Where a task stands."""
    rijen = vraag(datamap, f"select status from jobs_taak where id = {int(taak)}")
    return rijen[0][0] if rijen else ""


class Bezoeker:
    """A browser without a screen: keeps cookies, follows redirects."""

    def __init__(self, poort: int) -> None:
        self.wortel = f"http://127.0.0.1:{poort}"
        koekjes = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self._open = urllib.request.build_opener(koekjes).open

    def haal(self, pad: str, **formulier: str) -> tuple[str, str]:
        """Ask for a page, or send a form; returns where it ended and the page."""
        inhoud = urllib.parse.urlencode(formulier).encode() if formulier else None
        vraag_ = urllib.request.Request(self.wortel + pad, inhoud, {"Referer": self.wortel + pad})  # noqa: S310
        with self._open(vraag_, timeout=30) as antwoord:
            return antwoord.url.removeprefix(self.wortel), antwoord.read().decode()

    def log_in(self, email: str, wachtwoord: str) -> tuple[str, str]:
        """Log in through the page."""
        _, pagina = self.haal("/account/login/")
        merk = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', pagina)
        assert merk, pagina
        return self.haal("/account/login/", csrfmiddlewaretoken=merk[1], login=email, password=wachtwoord)


def test_a_demo_user_logs_in_the_worker_works_and_sigterm_ends_all_in_time(demo: Path):
    poort = vrije_poort()
    proces = start(demo, poort)

    niet_in = Bezoeker(poort).haal("/")
    geweigerd = Bezoeker(poort).log_in("consulent@demo.example", "niet-het-wachtwoord-9")
    in_ = Bezoeker(poort)
    na = in_.log_in("consulent@demo.example", WACHTWOORD)
    thuis = in_.haal("/")
    taak = geef_werk(demo, 50, "0437")
    wacht_tot(lambda: taakstatus(demo, taak) == "klaar", "de werker is klaar", proces, 60)
    signalen = vraag(demo, "select count(*) from vroegsignalering_signaal where partner = 'P9'")
    begin_ = time.monotonic()
    proces.send_signal(signal.SIGTERM)
    uit, fout = proces.communicate(timeout=60)
    duur = time.monotonic() - begin_

    assert niet_in[0].startswith("/account/login/")
    assert geweigerd[0].startswith("/account/login/")
    assert not na[0].startswith("/account/login/")
    assert not thuis[0].startswith("/account/login/")
    assert "Demo Consulent" in thuis[1]
    assert signalen == [(50,)]
    assert (proces.returncode, "Traceback" in fout) == (0, False), fout
    assert str(poort) in uit
    assert processen_van(demo) == []
    assert duur < 20, fout


def test_killed_it_leaves_no_web_server_or_worker_and_the_next_start_works(installatie: Path):
    poort = vrije_poort()
    proces = start(installatie, poort)
    kinderen = set(processen_van(installatie)) - {proces.pid}
    databank = set(find_processes(installatie / "postgres" / "pgdata"))
    assert len(kinderen - databank) >= 3  # the web server with its workers, and our worker
    dood(proces)

    wacht_tot(
        lambda: (
            not set(processen_van(installatie)) - set(find_processes(installatie / "postgres" / "pgdata"))
        ),
        "webserver en werker zijn weg",
        seconden=45,
    )

    weer = start(installatie, poort)
    weer.send_signal(signal.SIGTERM)
    _, fout = weer.communicate(timeout=60)
    assert (weer.returncode, processen_van(installatie)) == (0, []), fout


def test_a_database_that_goes_away_and_comes_back_is_used_again_and_the_work_gets_done(installatie: Path):
    poort = vrije_poort()
    proces = start(installatie, poort)
    taak = geef_werk(installatie, 60_000)
    wacht_tot(lambda: taakstatus(installatie, taak) == "bezig", "het werk is begonnen", proces)
    live = find_live(installatie / "postgres" / "pgdata")
    os.kill(live.pid, signal.SIGINT)
    wacht_tot(lambda: not find_processes(installatie / "postgres" / "pgdata"), "de database is weg", proces)
    assert wacht_tot(lambda: gezond(poort), "de server antwoordt", proces) == 503

    server = EmbeddedPostgres(installatie / "postgres")
    server.start()

    wacht_tot(lambda: gezond(poort) == 200, "de server vindt de database weer", proces, 30)
    wacht_tot(lambda: taakstatus(installatie, taak) == "klaar", "het werk is af", proces, 120)
    assert tel(installatie, "vroegsignalering_signaal") == 60_000
    proces.send_signal(signal.SIGTERM)
    _, fout = proces.communicate(timeout=60)
    server.stop()
    assert (proces.returncode, processen_van(installatie)) == (0, []), fout


def test_a_port_in_use_is_told_and_leaves_nothing_running(installatie: Path):
    import socket

    with socket.socket() as bezet:
        bezet.bind(("127.0.0.1", 0))
        bezet.listen()
        proces = begin(installatie, "serveer", "--poort", str(bezet.getsockname()[1]))
        _, fout = proces.communicate(timeout=60)

    assert (proces.returncode, "is bezet" in fout, "Traceback" in fout) == (2, True, False), fout
    assert processen_van(installatie) == []
