"""The life of one server process: launching it, waiting for it, shutting it down, and clearing up after a crash.

Every process of a server inherits the lock on `server.slot`. The system lets go of it when the last of them is gone,
so "is anything of a server still working in this folder" has one sure answer, also for children that outlive a killed
postmaster and for a server in another container that shares the folder.
"""

import os
import signal
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from .account import Account
from .cluster import ENVIRONMENT, server_command, write_settings
from .errors import EmbeddedPostgresError, InUseError, StartFailedError, explain_output
from .files import FileLock, open_private
from .postmaster import Postmaster, find_live, find_processes, identity_of
from .programs import find_programs
from .sockets import make_socket_folder

POLL = 0.03
ORPHAN_PATIENCE = 5.0
STOP_PATIENCE = 120.0
FIRST_WORD = 3.0
NEXT_WORD = 10.0
LOG_LIMIT = 10_000_000
OUTPUT_LIMIT = 100_000


class Patience:
    """Counts how long something takes and says so in Dutch now and then."""

    def __init__(self, say: Callable[[str], None], sentence: str) -> None:
        """`sentence` holds `{}` for the number of seconds passed."""
        self._say, self._sentence = say, sentence
        self._begin = time.monotonic()
        self._next = FIRST_WORD

    def pause(self) -> float:
        """Wait a moment; returns the seconds since the beginning."""
        time.sleep(POLL)
        passed = time.monotonic() - self._begin
        if passed >= self._next:
            self._say(self._sentence.format(round(passed)))
            self._next = passed + NEXT_WORD
        return passed


@dataclass
class Launcher:
    """Knows the files of one data folder and the accounts they belong to.

    `account` runs the server, `folder` owns the data folder; `say` receives Dutch lines on what takes long.
    """

    data: Path
    version: int
    tests: bool
    account: Account
    folder: Account
    say: Callable[[str], None]
    log_begin: int = 0

    @property
    def cluster(self) -> Path:
        """The folder of PostgreSQL itself."""
        return self.data / "pgdata"

    @property
    def log(self) -> Path:
        """What the server says."""
        return self.data / "postgres.log"

    def find_or_launch(self) -> tuple[Postmaster, subprocess.Popen[bytes] | None]:
        """The server of this folder, ready for connections, with its process if it was launched here.

        Only to be called under the start lock. Waits as long as a starting (or stopping) server lives.
        Raises an EmbeddedPostgresError when it cannot be.
        """
        slot = FileLock(self.data / "server.slot", self.folder)
        patience = Patience(self.say, "Wachten op de database in " + str(self.data) + " (al {} s).")
        while True:
            live = find_live(self.cluster)
            if live is not None and live.ready:
                return live, None
            if slot.acquire(wait=False):
                break
            if patience.pause() > ORPHAN_PATIENCE and live is None:
                self._end_orphans(slot)
        try:
            process = self._launch(slot)
        finally:
            slot.release()
        return self._wait_until_ready(process), process

    def shut_down(self, live: Postmaster, process: subprocess.Popen[bytes] | None) -> None:
        """Ask the server to stop at once (open transactions are undone) and wait until it is gone."""
        _signal(live.pid, signal.SIGINT)
        patience = Patience(self.say, "De database sluit af (al {} s).")
        slot = FileLock(self.data / "server.slot", self.folder)
        pressed = False
        while True:
            if process is not None:
                process.poll()
            if find_live(self.cluster) is None and slot.acquire(wait=False):
                slot.release()
                return
            if patience.pause() > STOP_PATIENCE and not pressed:
                _signal(live.pid, signal.SIGQUIT)  # without a checkpoint: the next start repeats the log
                pressed = True

    def _launch(self, slot: FileLock) -> subprocess.Popen[bytes]:
        """Start the server process."""
        programs = find_programs(self.version, self.account)
        # Stale for sure, now that no process of a server is left; its number may be someone else's by now.
        (self.cluster / "postmaster.pid").unlink(missing_ok=True)
        write_settings(self.cluster, self.account, tests=self.tests)
        identity = identity_of(self.cluster)
        command = server_command(programs, make_socket_folder(identity, self.account), identity)
        if self.log.exists() and self.log.stat().st_size > LOG_LIMIT:
            self.log.replace(self.log.with_suffix(".log.1"))
        output = open_private(self.log, os.O_WRONLY | os.O_APPEND, self.folder)
        try:
            self.log_begin = os.fstat(output).st_size
            return subprocess.Popen(
                command,
                cwd=self.cluster,
                env=ENVIRONMENT,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                pass_fds=[slot.descriptor],
                **self.account.popen_options(),
            )
        finally:
            os.close(output)

    def _wait_until_ready(self, process: subprocess.Popen[bytes]) -> Postmaster:
        """Wait while the process lives; a large log after a kill may take minutes to repeat."""
        patience = Patience(
            self.say,
            "De database start en herstelt zo nodig wat nog in het logboek staat (al {} s); even geduld.",
        )
        try:
            while True:
                live = find_live(self.cluster)
                if live is not None and live.ready and live.pid == process.pid:
                    return live
                if process.poll() is not None:
                    raise self.explain()
                patience.pause()
        except BaseException:
            if process.poll() is None:
                process.send_signal(signal.SIGINT)
                process.wait()
            raise

    def _end_orphans(self, slot: FileLock) -> None:
        """End processes that outlived their killed postmaster: what they were doing was never confirmed.

        Raises InUseError when what holds the folder is not to be seen from here.
        """
        for number in (signal.SIGQUIT, signal.SIGKILL):
            processes = find_processes(self.cluster)
            if find_live(self.cluster) is not None:
                return
            for pid in processes:
                _signal(pid, number)
            patience = Patience(self.say, "Resten van een afgebroken database worden opgeruimd (al {} s).")
            while patience.pause() < ORPHAN_PATIENCE:
                if slot.acquire(wait=False):
                    slot.release()
                    return
            if not processes:
                raise InUseError(
                    f"De map {self.data} is in gebruik door een PostgreSQL die hier niet te zien is, "
                    "waarschijnlijk in een andere container. Stop die eerst en start dan opnieuw."
                )
        raise StartFailedError(
            f"Resten van een afgebroken database in {self.data} laten zich niet beëindigen. "
            "Start de machine opnieuw op en probeer het dan weer."
        )

    def explain(self, error: str = "") -> EmbeddedPostgresError:
        """The error that fits what the server wrote since it was launched here (and `error`, what it told us)."""
        with self.log.open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(max(self.log_begin, size - OUTPUT_LIMIT))
            text = file.read().decode(errors="replace")
        return explain_output(f"{text}\n{error}", self.data, self.log)


def _signal(pid: int, number: signal.Signals) -> None:
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        return  # gone already: what we wanted
