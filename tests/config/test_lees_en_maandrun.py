"""`lees` and `maandrun` as a user runs them: killed at any moment and run again, they end the same."""

import os
import signal
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.config.hulp import begin, dood, stand, tel, voer_uit, vraag, wacht_tot

from waakvlam.adapters.postgres_embedded import EmbeddedPostgres
from waakvlam.adapters.postgres_embedded.postmaster import find_live

pytestmark = [pytest.mark.postgres, pytest.mark.traag]

KOP = "partner;soort;kenmerk;signaaldatum;ontstaansdatum;bedrag;achternaam;postcode;huisnummer"
NAAM = "Kwartelkoning"
MAANDRUN = ("maandrun", "--gemeente", "9901", "--periode", "2026-09")


@pytest.fixture(scope="module")
def bestanden(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Two leveringen: a large one with a row refused, and a small one."""
    map_ = tmp_path_factory.mktemp("leveringen")
    groot = [f"P1;Huur;K-{nr};2026-09-25;2026-07-01;100;{NAAM}{nr};1234AB;{nr}" for nr in range(1, 12_000)]
    (map_ / "groot.csv").write_text("\n".join([KOP, *groot, groot[0].replace(";100;", ";x;")]) + "\n")
    klein = [f"P2;Water;K-{nr};2026-09-20;2026-07-01;200;{NAAM}{nr};1234AB;{nr}" for nr in range(1, 30)]
    (map_ / "klein.csv").write_text("\n".join([KOP, *klein]) + "\n")
    return [str(map_ / "groot.csv"), str(map_ / "klein.csv")]


def lees(bestanden: list[str]) -> tuple[str, ...]:
    return ("lees", *bestanden, "--gemeente", "9901")


def stand_van(datamap: Path) -> dict:
    """The end state of a stopped installation."""
    with EmbeddedPostgres(datamap / "postgres"):
        return stand(datamap)


@pytest.fixture(scope="module")
def ongestoord(
    leeg: Path, nieuwe_map: Callable[[], Path], bestanden: list[str]
) -> Iterator[tuple[Path, dict]]:
    """The same work done without anything happening: the folder after `lees`, and the end state after `maandrun`."""
    map_, gelezen = nieuwe_map(), nieuwe_map()
    subprocess.run(["cp", "-a", leeg, map_], check=True)
    uitvoering = voer_uit(map_, *lees(bestanden))
    assert uitvoering.returncode == 1, uitvoering.stderr  # a row was refused
    subprocess.run(["cp", "-a", map_, gelezen], check=True)
    assert voer_uit(map_, *MAANDRUN).returncode == 0
    return gelezen, stand_van(map_)


MOMENTEN_LEES: dict[str, Callable[[Path], object]] = {
    "the file begins to be kept": lambda m: any((m / "leveringen").glob("*/*")),
    "the levering is noted down": lambda m: tel(m, "vroegsignalering_levering"),
    "the first levering is in": lambda m: tel(m, "vroegsignalering_signaal"),
}


@pytest.mark.parametrize("moment", MOMENTEN_LEES)
def test_lees_killed_and_run_again_ends_as_if_nothing_happened(
    moment: str, installatie: Path, bestanden: list[str], ongestoord: tuple[Path, dict]
):
    proces = begin(installatie, *lees(bestanden))
    wacht_tot(lambda: MOMENTEN_LEES[moment](installatie), moment, proces)
    dood(proces)

    weer = voer_uit(installatie, *lees(bestanden))

    assert (weer.returncode, "Traceback" in weer.stderr) == (1, False), weer.stderr
    einde = stand_van(installatie)
    for wat in ("leveringen", "fouten", "signalen"):
        assert einde[wat] == ongestoord[1][wat], wat
    assert NAAM not in (installatie / "postgres" / "postgres.log").read_text(errors="replace")


BEZIG = "select 1 from pg_locks where locktype = 'advisory' and classid = 9901 and granted"
SCHRIJFT = (
    "select 1 from pg_locks l join pg_class c on c.oid = l.relation "
    "where c.relname = 'vroegsignalering_{}' and l.mode = 'RowExclusiveLock'"
)
MOMENTEN_MAANDRUN = {
    "it has begun": BEZIG,
    "it writes the meldingen": SCHRIJFT.format("melding"),
}


@pytest.mark.parametrize("moment", MOMENTEN_MAANDRUN)
def test_maandrun_killed_leaves_the_old_state_and_run_again_ends_as_if_nothing_happened(
    moment: str, datamap: Path, ongestoord: tuple[Path, dict]
):
    subprocess.run(["cp", "-a", ongestoord[0], datamap], check=True)
    proces = begin(datamap, *MAANDRUN)
    wacht_tot(lambda: vraag(datamap, MOMENTEN_MAANDRUN[moment]), moment, proces)
    dood(proces)
    wacht_tot(lambda: not vraag(datamap, BEZIG), "de server merkt dat het proces weg is")
    assert tel(datamap, "vroegsignalering_maandrun") == tel(datamap, "vroegsignalering_melding") == 0

    weer = voer_uit(datamap, *MAANDRUN)

    assert weer.returncode == 0, weer.stderr
    assert stand_van(datamap) == ongestoord[1]


def test_a_database_that_goes_away_under_lees_is_told_in_a_sentence_and_the_next_time_works(
    installatie: Path, bestanden: list[str], ongestoord: tuple[Path, dict]
):
    proces = begin(installatie, *lees(bestanden))
    wacht_tot(lambda: tel(installatie, "vroegsignalering_levering"), "het lezen is begonnen", proces)
    live = find_live(installatie / "postgres" / "pgdata")
    os.kill(live.pid, signal.SIGQUIT)
    _, fout = proces.communicate(timeout=100)

    assert (proces.returncode, "Traceback" in fout) == (2, False), fout
    assert "database" in fout
    assert voer_uit(installatie, *lees(bestanden)).returncode == 1
    assert stand_van(installatie)["signalen"] == ongestoord[1]["signalen"]


@pytest.mark.parametrize("opdracht", [MAANDRUN, ("gemeente", "lijst")])
def test_a_database_that_is_not_there_is_told_in_a_sentence(opdracht: tuple[str, ...], tmp_path: Path):
    sleutel = "demo:" + "A" * 43 + "="

    uitvoering = voer_uit(
        tmp_path,
        *opdracht,
        DATABASE_URL="postgresql://waakvlam:x@/waakvlam?host=/bestaat/niet",
        WAAKVLAM_DEMO="1",
        WAAKVLAM_GEHEIM="demo" + "x" * 50,
        WAAKVLAM_PII_SLEUTELS=sleutel,
    )

    assert (uitvoering.returncode, "Traceback" in uitvoering.stderr) == (2, False), uitvoering.stderr
    assert "De database is niet bereikbaar" in uitvoering.stderr


def test_a_mistyped_gemeente_is_refused_by_maandrun_and_not_added(installatie: Path):
    uitvoering = voer_uit(installatie, "maandrun", "--gemeente", "0460", "--periode", "2026-09")

    assert uitvoering.returncode == 2
    assert "Gemeente 0460 staat niet op dit platform" in uitvoering.stderr
    assert "0460" not in voer_uit(installatie, "gemeente", "lijst").stdout
