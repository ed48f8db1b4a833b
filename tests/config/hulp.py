"""The program as a process of its own, on an embedded database in a folder of its own."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import psycopg

from waakvlam.adapters.postgres_embedded.postmaster import find_live, find_processes
from waakvlam.adapters.postgres_embedded.roles import OWNER, url

PROGRAMMA = [sys.executable, "-m", "waakvlam.config.cli"]
GEHEUGEN = "/dev/shm"  # noqa: S108
ZIEN = "select set_config('waakvlam.gemeenten', '0437,0451,9901', true), set_config('waakvlam.partner', '*', true)"


def omgeving(datamap: Path, **anders: str) -> dict[str, str]:
    """The environment of a process: our settings only, nothing of the tests'."""
    rest = {n: w for n, w in os.environ.items() if not n.startswith(("WAAKVLAM_", "DATABASE_", "DJANGO_"))}
    return rest | {"WAAKVLAM_DATAMAP": str(datamap)} | anders


def begin(datamap: Path, *argumenten: str, **anders: str) -> subprocess.Popen[str]:
    """Start the program and go on."""
    return subprocess.Popen(
        [*PROGRAMMA, *argumenten],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=omgeving(datamap, **anders),
    )


def voer_uit(datamap: Path, *argumenten: str, **anders: str) -> subprocess.CompletedProcess[str]:
    """Run the program to its end."""
    return subprocess.run(
        [*PROGRAMMA, *argumenten],
        capture_output=True,
        text=True,
        timeout=500,
        check=False,
        env=omgeving(datamap, **anders),
    )


def dood(proces: subprocess.Popen[str]) -> None:
    """Kill -9, and wait until it is gone."""
    proces.send_signal(signal.SIGKILL)
    proces.communicate(timeout=30)


def wacht_tot(
    vraag: Callable[[], Any], wat: str, proces: subprocess.Popen[str] | None = None, seconden: float = 120
) -> Any:
    """Ask again and again until the answer is true; at once an error when the process ended before."""
    einde = time.monotonic() + seconden
    while time.monotonic() < einde:
        if antwoord := vraag():
            return antwoord
        assert proces is None or proces.poll() is None, (wat, proces.communicate())
        time.sleep(0.01)
    raise AssertionError(f"niet binnen {seconden} s: {wat}")


def eigenaar_url(datamap: Path) -> str | None:
    """The owner's address of the live embedded database, or None when there is none."""
    live = find_live(datamap / "postgres" / "pgdata") if (datamap / "postgres" / "pgdata").is_dir() else None
    wachtwoorden = datamap / "postgres" / "wachtwoorden.json"
    if live is None or live.sockets is None or not live.ready or not wachtwoorden.is_file():
        return None
    return url(OWNER, json.loads(wachtwoorden.read_text())["eigenaar"], live.sockets)


def vraag(datamap: Path, sql: str) -> list[tuple[Any, ...]]:
    """The rows of a query on the live database; none while it (or a table) is not there."""
    with suppress(psycopg.Error):
        if adres := eigenaar_url(datamap):
            with psycopg.connect(adres, connect_timeout=5) as verbinding:
                verbinding.execute(ZIEN)
                return verbinding.execute(sql).fetchall()
    return []


def tel(datamap: Path, tabel: str) -> int:
    """How many rows are committed; 0 while the table is not there."""
    return next(iter(vraag(datamap, f"select count(*) from {tabel}")), (0,))[0]


def stand(datamap: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Everything that was decided, without ids and times: equal after every way there."""
    vragen = {
        "leveringen": "select gemeente, partner, bestandsnaam, inhoud_hash, status, aantal_signalen, "
        "aantal_geweigerd, waarschuwingen::text from vroegsignalering_levering",
        "fouten": "select l.inhoud_hash, f.rij, f.kolom, f.fout from vroegsignalering_leveringsfout f "
        "join vroegsignalering_levering l on l.id = f.levering_id",
        "signalen": "select gemeente, partner, kenmerk, signaaldatum, rij, bedrag, sleutel_adres "
        "from vroegsignalering_signaal",
        "meldingen": "select gemeente, maand, rang, sleutel, bedrag, aantal, opvolging, uiterlijk "
        "from vroegsignalering_melding",
        "uitkomsten": "select s.gemeente, s.maand, s.partner, s.kenmerk, s.rij, u.status, u.reden, u.toelichting, "
        "m.sleutel from vroegsignalering_uitkomst u join vroegsignalering_signaal s on s.id = u.signaal_id "
        "left join vroegsignalering_melding m on m.id = u.melding_id",
        "runs": "select gemeente, maand, aantal_signalen, aantal_meldingen from vroegsignalering_maandrun",
        "rollen": "select g.email, r.gemeente, r.rol, r.partner from toegang_roltoekenning r "
        "join toegang_gebruiker g on g.id = r.gebruiker_id",
        "gemeenten": "select code, naam from toegang_gemeente",
        "beleid": "select gemeente, naam, tekst from vroegsignalering_beleidsversie",
    }
    return {naam: sorted(vraag(datamap, sql), key=str) for naam, sql in vragen.items()}


def bewaarde_bestanden(datamap: Path) -> list[Path]:
    """The leveringen as they are kept."""
    return sorted((datamap / "leveringen").glob("*/*.wv"))


def wijzig(datamap: Path, *opdrachten: str) -> None:
    """Change rows of the live database as the owner."""
    with psycopg.connect(eigenaar_url(datamap) or "") as verbinding:
        verbinding.execute(ZIEN)
        for opdracht in opdrachten:
            verbinding.execute(opdracht)


def processen_van(datamap: Path) -> list[int]:
    """Every process that works with this folder: ours by their environment, PostgreSQL by its own mark."""
    merk = f"WAAKVLAM_DATAMAP={datamap}\0".encode()
    gevonden = set()
    for map_ in Path("/proc").iterdir():
        if map_.name.isdecimal() and int(map_.name) != os.getpid():
            with suppress(OSError):
                if merk in (map_ / "environ").read_bytes() + b"\0":
                    gevonden.add(int(map_.name))
    if (datamap / "postgres" / "pgdata").is_dir():
        gevonden |= set(find_processes(datamap / "postgres" / "pgdata"))
    return sorted(gevonden)


def vrije_poort() -> int:
    """A port nobody uses now."""
    with socket.socket() as proef:
        proef.bind(("127.0.0.1", 0))
        return int(proef.getsockname()[1])


def gezond(poort: int) -> int:
    """The status of the health page; 0 when nobody answers."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{poort}/gezond", timeout=10) as antwoord:
            return int(antwoord.status)
    except urllib.error.HTTPError as fout:
        return fout.code
    except OSError:
        return 0
