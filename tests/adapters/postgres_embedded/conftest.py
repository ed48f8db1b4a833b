"""Real servers in throw-away folders, and real processes beside us that start, hold and lose them."""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from waakvlam.adapters.postgres_embedded import EmbeddedPostgres
from waakvlam.adapters.postgres_embedded.postmaster import find_processes, identity_of
from waakvlam.adapters.postgres_embedded.sockets import PLACES

DISK = "/tmp"  # noqa: S108  # short and reachable; mkdtemp makes what we use
SHARED_MEMORY = "/dev/shm"  # noqa: S108
IS_ROOT = os.geteuid() == 0
# Python itself may lie where only root comes (pyenv), so the child loads all it needs and then gives up root for good.
AS_ORDINARY_USER = """
import os, sys, encodings.idna, psycopg, shutil, random
import waakvlam.adapters.postgres_embedded
os.setgroups([]); os.setresgid({uid}, {uid}, {uid}); os.setresuid({uid}, {uid}, {uid})
"""
CAN_RUN = """
from waakvlam.adapters.postgres_embedded import account, programs
assert os.access(programs.find_programs(18, account.current_account()).postgres, os.X_OK)
"""


def _until(condition: Callable[[], object], what: str, seconds: float = 30) -> object:
    """Ask again and again until the answer is true; returns that answer."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        answer = condition()
        if answer:
            return answer
        time.sleep(0.005)
    raise AssertionError(f"niet binnen {seconds} s: {what}")


@pytest.fixture(scope="session")
def until() -> Callable[..., object]:
    """Poll with a deadline."""
    return _until


def _roomy_memory() -> str:
    """Where most folders go: a disk in memory if it has room, for most tests are not about the disk."""
    try:
        room = os.statvfs(SHARED_MEMORY)
    except OSError:
        return DISK
    return SHARED_MEMORY if room.f_bavail * room.f_frsize > 2_000_000_000 else DISK


MEMORY = _roomy_memory()


def _parent(place: str) -> Iterator[Path]:
    """A short, private folder; whatever server still works below it afterwards is ended."""
    parent = Path(tempfile.mkdtemp(prefix="waakvlam-test-", dir=place))
    yield parent
    for cluster in parent.rglob("pgdata"):
        for pid in find_processes(cluster):
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        _until(lambda cluster=cluster: not find_processes(cluster), "alle servers weg")
        for socket_place in PLACES:
            shutil.rmtree(socket_place / identity_of(cluster), ignore_errors=True)
    shutil.rmtree(parent)


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder in memory where there is room."""
    yield from _parent(MEMORY)


@pytest.fixture
def disk() -> Iterator[Path]:
    """A folder on a real disk."""
    yield from _parent(DISK)


@pytest.fixture
def python() -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Start Python code in another process (as another user with `uid`), its output to be read line by line."""
    children: list[subprocess.Popen[str]] = []

    def start(
        code: str, *arguments: object, uid: int | None = None, **environment: str
    ) -> subprocess.Popen[str]:
        child = subprocess.Popen(
            [
                sys.executable,
                "-c",
                code if uid is None else AS_ORDINARY_USER.format(uid=uid) + code,
                *map(str, arguments),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd="/",
            env={"PATH": os.environ["PATH"], **environment},
        )
        children.append(child)
        return child

    yield start
    for child in children:
        child.kill()
        child.communicate()


@pytest.fixture
def ordinary_uid(python: Callable[..., subprocess.Popen[str]]) -> int:
    """A named user other than root that can reach our code; skips where there is none (or we are not root)."""
    if not IS_ROOT:
        pytest.skip("alleen als root te proberen")
    uid = pwd.getpwnam("nobody").pw_uid
    child = python(CAN_RUN, uid=uid)
    if child.wait() != 0:
        pytest.skip("een gewone gebruiker kan hier niet bij de programma's")
    return uid


@pytest.fixture(scope="session", params=[18, 16])
def shared(request: pytest.FixtureRequest) -> Iterator[EmbeddedPostgres]:
    """A running test server of each version, for tests that only look."""
    parent = Path(tempfile.mkdtemp(prefix="waakvlam-test-", dir=MEMORY))
    with EmbeddedPostgres(parent / "data", request.param, tests=True) as server:
        yield server
    shutil.rmtree(parent)


@pytest.fixture(scope="session")
def real_data() -> Iterator[Path]:
    """A stopped data folder for real use (version 18), to be copied."""
    parent = Path(tempfile.mkdtemp(prefix="waakvlam-test-", dir=MEMORY))
    with EmbeddedPostgres(parent / "data"):
        pass
    yield parent / "data"
    shutil.rmtree(parent)


@pytest.fixture
def data(real_data: Path, folder: Path) -> Path:
    """A fresh copy of a real data folder, stopped."""
    subprocess.run(["cp", "-a", "--sparse=always", real_data, folder / "data"], check=True)
    return folder / "data"
