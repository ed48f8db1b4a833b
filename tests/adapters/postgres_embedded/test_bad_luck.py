"""Killed servers, killed starters, several at once: nothing confirmed is lost and the next start works."""

import json
import os
import signal
import subprocess
import threading
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest

from waakvlam.adapters.postgres_embedded import EmbeddedPostgres, InUseError
from waakvlam.adapters.postgres_embedded import launch as launch_module
from waakvlam.adapters.postgres_embedded.postmaster import find_live, find_processes

pytestmark = pytest.mark.postgres

START = """
import sys
from pathlib import Path
from waakvlam.adapters.postgres_embedded import EmbeddedPostgres
server = EmbeddedPostgres(Path(sys.argv[1]), tests=sys.argv[2] == "tests")
print("klaar", server.start().app, flush=True)
for line in sys.stdin:
    server.stop()
    print("gestopt", flush=True)
"""


def postmaster_pid(data: Path) -> int:
    """The number of the live server of this folder."""
    live = find_live(data / "pgdata")
    assert live is not None
    return live.pid


class Writer(threading.Thread):
    """Commits numbered rows, each its own transaction, and remembers which were confirmed."""

    def __init__(self, url: str, number: int) -> None:
        super().__init__()
        self._url, self._number = url, number
        self.confirmed: list[int] = []

    def run(self) -> None:
        """Write until the server goes away."""
        n = self._number
        try:
            with psycopg.connect(self._url, autocommit=True) as connection:
                while True:
                    connection.execute("insert into rij values (%s, repeat(md5(%s::text), 20))", [n, n])
                    self.confirmed.append(n)
                    n += 100
        except psycopg.Error:
            return


@pytest.mark.parametrize("version", [18, 16])
def test_nothing_confirmed_is_lost_by_kill_under_load(version: int, disk: Path, until: Callable) -> None:
    data = disk / "data"
    server = EmbeddedPostgres(data, version)
    urls = server.start()
    with psycopg.connect(urls.owner, autocommit=True) as connection:
        connection.execute("create table rij (n int primary key, tekst text)")
        connection.execute("grant select, insert on rij to waakvlam_app")
    confirmed: list[int] = []
    for turn, order in enumerate(("children last", "children first", "postmaster only")):
        writers = [Writer(urls.app, turn * 10 + number) for number in range(4)]
        for number, writer in enumerate(writers):
            writer._number = 10_000_000 * turn + number
            writer.start()
        until(lambda writers=writers: all(len(writer.confirmed) > 100 for writer in writers), "genoeg rijen")
        master = postmaster_pid(data)
        children = [pid for pid in find_processes(data / "pgdata") if pid != master]
        assert len(children) >= 4
        victims = {"children last": [master, *children], "children first": [*children, master]}.get(
            order, [master]
        )
        for pid in victims:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                continue
        for writer in writers:
            writer.join()
            confirmed += writer.confirmed
        assert server.start() == urls
        with psycopg.connect(urls.app) as connection:
            found = {n for (n,) in connection.execute("select n from rij")}
        assert set(confirmed) <= found
        assert len(found) <= len(confirmed) + 4 * (
            turn + 1
        )  # at most the one each writer was about to hear of
    server.stop()
    assert not find_processes(data / "pgdata")


def test_long_recovery_is_waited_for_and_reported(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    server = EmbeddedPostgres(data)
    with psycopg.connect(server.start().owner, autocommit=True) as connection:
        connection.execute("create table groot (n int, tekst text)")
        connection.execute("insert into groot select n, md5(n::text) from generate_series(1, 400000) n")
    os.kill(postmaster_pid(data), signal.SIGKILL)
    server.stop()
    lines: list[str] = []
    monkeypatch.setattr(launch_module, "FIRST_WORD", 0.0)
    with (
        EmbeddedPostgres(data, progress=lines.append) as again,
        psycopg.connect(again.start().owner) as connection,
    ):
        assert connection.execute("select count(*) from groot").fetchone() == (400000,)
    assert any("herstelt" in line for line in lines)


def test_busy_child_that_outlives_its_postmaster_is_ended(
    data: Path, until: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A query that never looks up would hold the folder for as long as it runs."""
    monkeypatch.setattr(launch_module, "ORPHAN_PATIENCE", 0.3)
    server = EmbeddedPostgres(data)
    urls = server.start()
    connection = psycopg.connect(urls.owner)
    pid = connection.info.backend_pid
    os.kill(pid, signal.SIGSTOP)  # the most stubborn child there is
    os.kill(postmaster_pid(data), signal.SIGKILL)
    until(lambda: find_processes(data / "pgdata") == [pid], "alleen het kind is over")
    assert server.start() == urls
    assert pid not in find_processes(data / "pgdata")
    connection.close()
    server.stop()


def test_two_at_once_one_starts_the_other_attaches(folder: Path, python: Callable, until: Callable) -> None:
    data = folder / "data"
    children = [python(START, data, "tests") for _ in range(3)]
    answers = {child.stdout.readline() for child in children}
    assert len(answers) == 1
    assert answers.pop().startswith("klaar postgresql://waakvlam_app:")
    master = postmaster_pid(data)
    stopped = []
    for child in children:
        child.stdin.write("stop\n")
        child.stdin.flush()
        assert child.stdout.readline() == "gestopt\n"
        stopped.append(find_live(data / "pgdata") is None)
    assert stopped[-1], "wie startte, stopte"
    assert not find_processes(data / "pgdata")
    assert (data / "postgres.log").read_text(encoding="utf-8").count("ready to accept connections") == 1
    assert master


def test_attached_one_does_not_stop_it(data: Path) -> None:
    with EmbeddedPostgres(data) as starter:
        with EmbeddedPostgres(data) as other:
            assert other.start() == starter.start()
        assert starter.is_running()
        assert other.is_running()
    assert not other.is_running()


def test_server_of_a_killed_starter_lives_on_and_is_adopted(data: Path, python: Callable) -> None:
    child = python(START, data, "echt")
    url = child.stdout.readline().split()[1]
    master = postmaster_pid(data)
    with psycopg.connect(url) as connection:
        child.kill()
        child.wait()
        assert connection.execute("select 1").fetchone() == (1,)
    with EmbeddedPostgres(data) as heir:
        assert heir.start().app == url
        assert postmaster_pid(data) == master
    assert not find_processes(data / "pgdata")


def test_starter_that_ends_without_stopping_stops_it(data: Path, python: Callable) -> None:
    child = python(START, data, "echt")
    assert child.stdout.readline().startswith("klaar")
    child.communicate()
    assert child.returncode == 0
    assert not find_processes(data / "pgdata")


def test_reused_number_in_postmaster_pid_is_no_server(data: Path, until: Callable) -> None:
    server = EmbeddedPostgres(data)
    server.start()
    sockets = find_live(data / "pgdata").sockets
    pid_file = data / "pgdata" / "postmaster.pid"
    os.kill(postmaster_pid(data), signal.SIGKILL)
    until(lambda: not find_processes(data / "pgdata"), "de server is weg")
    # Another process of the very account the server runs as now has its number.
    account = {} if os.geteuid() else {"user": pid_file.stat().st_uid, "extra_groups": []}
    bystander = subprocess.Popen(["sleep", "600"], **account)
    try:
        for path in (pid_file, sockets / ".s.PGSQL.5432.lock"):
            lines = path.read_text(encoding="utf-8").splitlines()
            path.write_text("\n".join([str(bystander.pid), *lines[1:]]) + "\n", encoding="utf-8")
        assert not server.is_running()
        with psycopg.connect(server.start().app) as connection:
            assert connection.execute("select 1").fetchone() == (1,)
        server.stop()
        assert bystander.poll() is None
    finally:
        bystander.kill()
        bystander.wait()


def test_copy_of_a_live_folder_is_not_taken_for_the_live_one(data: Path, folder: Path) -> None:
    with EmbeddedPostgres(data) as server:
        first = server.start()
        subprocess.run(["cp", "-a", data, folder / "kopie"], check=True)
        copy = EmbeddedPostgres(folder / "kopie")
        assert not copy.is_running()
        assert copy.start() != first
        assert postmaster_pid(folder / "kopie") != postmaster_pid(data)
        copy.stop()
        assert server.is_running()


def test_folder_held_by_a_server_out_of_sight_is_refused(
    data: Path, python: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in another container on the same folder: its processes do not show here, its lock does."""
    holder = python(
        "import fcntl, sys; f = open(sys.argv[1], 'a'); fcntl.flock(f, fcntl.LOCK_EX); print('vast', flush=True);"
        "sys.stdin.read()",
        data / "server.slot",
    )
    assert holder.stdout.readline() == "vast\n"
    monkeypatch.setattr(launch_module, "ORPHAN_PATIENCE", 0.2)
    with pytest.raises(InUseError, match="andere container"):
        EmbeddedPostgres(data).start()


def test_lost_password_file_is_explained(data: Path) -> None:
    (data / "wachtwoorden.json").write_text(json.dumps({"app": "x"}), encoding="utf-8")
    with pytest.raises(Exception, match=r"wachtwoordbestand.*reservekopie"):
        EmbeddedPostgres(data).start()
