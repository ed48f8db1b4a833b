"""Starting, sharing and stopping one embedded PostgreSQL server on one data folder."""

import atexit
import os
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

import psycopg

from .account import Account, folder_account, prepare_folder
from .cluster import (
    Passwords,
    check_version,
    clear_left_overs,
    create_cluster,
    is_complete,
    new_passwords,
    read_passwords,
    write_passwords,
)
from .errors import EmbeddedPostgresError, StartFailedError, explained
from .files import FileLock
from .launch import Launcher
from .postmaster import Postmaster, find_live
from .programs import find_programs
from .roles import APP, OWNER, ensure_roles, url
from .sockets import remove_socket_folder

ATTEMPTS = 3


@dataclass(frozen=True)
class Urls:
    """The addresses of the database `waakvlam`: for its owner (migrate, create) and for the application.

    They hold passwords: give them to a connection, never to a log.
    """

    owner: str
    app: str


class EmbeddedPostgres:
    """A real PostgreSQL server on a folder, without a system package, reachable over a private socket only.

    Whoever starts the server stops it; a process that finds it running attaches and leaves it running. When the
    starter is killed, the server lives on and the next to call `start()` adopts it: that one becomes the one who
    stops it. Processes may share a folder; threads may not share one object.
    """

    def __init__(
        self,
        data: Path,
        version: int = 18,
        *,
        tests: bool = False,
        progress: Callable[[str], None] | None = None,
    ) -> None:
        """`tests` gives up durability for speed; `progress` receives Dutch lines when something takes long."""
        self.data = Path(data).resolve()
        self.version = version
        self._tests = tests
        self._say = progress or (lambda line: None)
        self._cluster = self.data / "pgdata"
        self._process: subprocess.Popen[bytes] | None = None
        self._launcher: Launcher | None = None
        self._starter: FileLock | None = None
        self._starter_pid = 0

    def __enter__(self) -> "EmbeddedPostgres":
        """Start; the addresses come from `start()`, which may be called again."""
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop, if this object started the server."""
        self.stop()

    def start(self) -> Urls:
        """Make the cluster where there is none, start its server or attach to it, and return its addresses.

        Waits as long as a starting server lives: recovery after a kill may take minutes. May be repeated.
        Raises EmbeddedPostgresError (or one of its kinds) with a Dutch text that says what to do.
        """
        if not Path("/proc/self/cwd").exists():
            raise EmbeddedPostgresError(
                "De ingebedde PostgreSQL werkt alleen op Linux. Gebruik hier een eigen PostgreSQL met DATABASE_URL."
            )
        with explained(self.data):
            account = prepare_folder(self.data, self._cluster)
            folder = folder_account(self.data)
            launcher = Launcher(self.data, self.version, self._tests, account, folder, self._say)
            with FileLock(self.data / "start.slot", folder).waiting():
                return self._start(launcher)

    def stop(self) -> None:
        """Stop the server if this object started (or adopted) it; else do nothing. May be repeated."""
        if self._starter is None or self._launcher is None or os.getpid() != self._starter_pid:
            return
        with explained(self.data), FileLock(self.data / "start.slot", self._launcher.folder).waiting():
            try:
                live = find_live(self._cluster)
                if live is not None:
                    self._launcher.shut_down(live, self._process)
                    remove_socket_folder(live.sockets)
            finally:
                self._let_go()

    def is_running(self) -> bool:
        """Whether a live server of this folder takes connections, whoever started it."""
        if self._process is not None:
            self._process.poll()
        with explained(self.data):
            live = find_live(self._cluster)
        return live is not None and live.ready

    def _start(self, launcher: Launcher) -> Urls:
        """The start itself, alone under the start lock."""
        passwords = self._ensure_cluster(launcher.account, launcher.folder)
        fresh = self._become_starter(launcher)
        try:
            for _ in range(ATTEMPTS):
                live, process = launcher.find_or_launch()
                self._process = process or self._process
                urls = self._open(live, passwords, launcher, ours=fresh or process is not None)
                if urls is not None:
                    return urls
            raise launcher.explain()
        except BaseException:
            if fresh:
                self._give_up(launcher)
            raise

    def _open(self, live: Postmaster, passwords: Passwords, launcher: Launcher, *, ours: bool) -> Urls | None:
        """The addresses of a live server; its roles are completed first when it is ours.

        Returns None when it turns out to be dying (killed a moment ago, its process not quite gone).
        """
        sockets = live.sockets
        if sockets is None or not sockets.is_dir():
            raise StartFailedError(
                f"De database in {self.data} draait, maar haar socket in {sockets} is hier niet te bereiken. "
                f"Stop haar (kill -INT {live.pid}) en start opnieuw."
            )
        urls = Urls(url(OWNER, passwords.eigenaar, sockets), url(APP, passwords.app, sockets))
        try:
            if ours:
                ensure_roles(sockets, passwords)
            psycopg.connect(urls.app, connect_timeout=60).close()
        except psycopg.Error as error:
            again = find_live(self._cluster)
            if again is None or again.pid != live.pid:
                return None
            raise launcher.explain(str(error)) from error
        return urls

    def _ensure_cluster(self, account: Account, folder: Account) -> Passwords:
        """The passwords of the cluster, which is made first where it is missing."""
        path = self.data / "wachtwoorden.json"
        clear_left_overs(self.data)
        complete = is_complete(self._cluster)
        if complete:
            self._cluster.chmod(0o700)  # a copy may have lost it, and PostgreSQL insists
            check_version(self._cluster, self.version)
        if complete or path.exists():
            passwords = read_passwords(path, self.data)
            if self._tests and not passwords.tests:
                raise EmbeddedPostgresError(
                    f"De map {self.data} bevat echte gegevens en mag niet als testdatabase worden geopend. "
                    "Kies een andere map voor de tests."
                )
        else:
            passwords = new_passwords(tests=self._tests)
            write_passwords(path, passwords, folder)
        if not complete:
            self._say(f"De database wordt voor het eerst klaargezet in {self.data}.")
            create_cluster(self.data, self._cluster, find_programs(self.version, account), account, passwords)
        return passwords

    def _become_starter(self, launcher: Launcher) -> bool:
        """Take the starter's lock if nobody has it: then we are the one who stops the server.

        Returns whether it was taken now.
        """
        if self._starter is not None:
            return False
        lock = FileLock(self.data / "starter.slot", launcher.folder)
        if not lock.acquire(wait=False):
            return False
        self._starter, self._launcher, self._starter_pid = lock, launcher, os.getpid()
        atexit.register(self.stop)
        return True

    def _give_up(self, launcher: Launcher) -> None:
        """After a failed start: leave nothing running that we launched."""
        live = find_live(self._cluster)
        if live is not None and self._process is not None:
            launcher.shut_down(live, self._process)
        self._let_go()

    def _let_go(self) -> None:
        if self._starter is not None:
            self._starter.release()
        if self._process is not None:
            self._process.poll()
        self._starter = self._process = None
        atexit.unregister(self.stop)
