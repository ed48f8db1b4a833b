"""Installations in folders of their own, in memory where there is room; nothing of them is left behind."""

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import pytest
from tests.config.hulp import GEHEUGEN, begin, dood, processen_van, tel, voer_uit, vraag, wacht_tot

from waakvlam.adapters.postgres_embedded.postmaster import identity_of
from waakvlam.adapters.postgres_embedded.sockets import PLACES


@contextmanager
def _map() -> Iterator[Path]:
    ouder = Path(tempfile.mkdtemp(prefix="wv-", dir=GEHEUGEN if Path(GEHEUGEN).is_dir() else None))
    datamap = ouder / "data"
    try:
        yield datamap
    finally:
        for nummer in (signal.SIGTERM, signal.SIGKILL):
            for pid in processen_van(datamap):
                with suppress(ProcessLookupError):
                    os.kill(pid, nummer)
            with suppress(AssertionError):
                wacht_tot(lambda: not processen_van(datamap), "alle processen weg", seconden=10)
        if (datamap / "postgres" / "pgdata").is_dir():
            for plek in PLACES:
                shutil.rmtree(plek / identity_of(datamap / "postgres" / "pgdata"), ignore_errors=True)
        shutil.rmtree(ouder, ignore_errors=True)


@pytest.fixture
def datamap() -> Iterator[Path]:
    """A folder for one installation, not there yet."""
    with _map() as map_:
        yield map_


@pytest.fixture(scope="session")
def nieuwe_map() -> Iterator[Callable[[], Path]]:
    """Gives folders that last for all tests."""
    with ExitStack() as stapel:
        yield lambda: stapel.enter_context(_map())


@pytest.fixture(scope="session")
def leeg(nieuwe_map: Callable[[], Path]) -> Path:
    """An installation with its tables and nothing in them, stopped."""
    map_ = nieuwe_map()
    uitvoering = voer_uit(map_, "gemeente", "toevoegen", "9901", "Verzonnendam")
    assert uitvoering.returncode == 0, uitvoering.stderr
    return map_


@pytest.fixture
def installatie(leeg: Path, datamap: Path) -> Path:
    """A copy of `leeg`: one gemeente (9901) with the standard policy."""
    subprocess.run(["cp", "-a", "--sparse=always", leeg, datamap], check=True)
    return datamap


@pytest.fixture(scope="session")
def demo_begonnen(nieuwe_map: Callable[[], Path]) -> tuple[Path, "subprocess.Popen[str]"]:
    """A demo that is being filled, undisturbed, while other tests go on."""
    map_ = nieuwe_map()
    return map_, begin(map_, "demo", "--geen-server")


MOMENTEN = {
    "the tables are being made": lambda m: vraag(m, "select 1 from django_migrations having count(*) > 3"),
    "leveringen are coming in": lambda m: tel(m, "vroegsignalering_levering") > 60,
    "months are being run": lambda m: tel(m, "vroegsignalering_maandrun") > 5,
}


@pytest.fixture(scope="session")
def demo_gedood(
    nieuwe_map: Callable[[], Path], demo_begonnen: tuple[Path, "subprocess.Popen[str]"]
) -> tuple[Path, "subprocess.CompletedProcess[str]"]:
    """A demo that was killed at three moments and begun again, beside the one that is left alone."""
    map_ = nieuwe_map()
    for moment, is_het_zover in MOMENTEN.items():
        proces = begin(map_, "demo", "--geen-server")
        wacht_tot(lambda: is_het_zover(map_), moment, proces, 400)  # noqa: B023  asked within the loop
        dood(proces)
    return map_, voer_uit(map_, "demo", "--geen-server")


@pytest.fixture(scope="session")
def demo_klaar(
    demo_begonnen: tuple[Path, "subprocess.Popen[str]"],
    demo_gedood: tuple[Path, "subprocess.CompletedProcess[str]"],
) -> Path:
    """A filled demo, stopped. It is filled while the other is killed: two cores, one wait."""
    map_, proces = demo_begonnen
    _, fout = proces.communicate(timeout=500)
    assert proces.returncode == 0, fout
    return map_


@pytest.fixture
def demo(demo_klaar: Path, datamap: Path) -> Path:
    """A copy of the filled demo."""
    subprocess.run(["cp", "-a", "--sparse=always", demo_klaar, datamap], check=True)
    return datamap
