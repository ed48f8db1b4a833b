"""The web server and the worker beside each other, until somebody stops them."""

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress

from waakvlam.config import kind, scherm
from waakvlam.domain.common.fouten import WaakvlamFout

STOPTIJD = 20


def serveer(poort: int, adres: str = "127.0.0.1") -> None:
    """Run gunicorn and a worker in processes of their own; when one ends, or on SIGTERM or Ctrl-C, both end.

    Raises WaakvlamFout when one of them stops by itself.
    """
    _toets_vrij(adres, poort)
    werker = [sys.executable, "-m", "waakvlam.config.cli", "werker"]
    with _Processen() as processen:
        processen.start("webserver", _gunicorn(adres, poort))
        processen.start("werker", werker)
        processen.wacht()


def _gunicorn(adres: str, poort: int) -> list[str]:
    return [
        *(sys.executable, "-m", "gunicorn", "waakvlam.config.wsgi:application", "--bind", f"{adres}:{poort}"),
        *(
            "--worker-class",
            "gthread",
            "--workers",
            "2",
            "--threads",
            "4",
            "--timeout",
            "120",
            "--log-level",
            "warning",
        ),
        *("--worker-tmp-dir", "/dev/shm" if os.path.isdir("/dev/shm") else "/tmp"),  # noqa: S108, PTH112
        "--no-control-socket",
    ]


def _toets_vrij(adres: str, poort: int) -> None:
    import socket

    with socket.socket() as proef:
        proef.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            proef.bind((adres, poort))
        except OSError as fout:
            raise WaakvlamFout(
                f"Poort {poort} is bezet. Stop het programma dat daar draait, of kies een andere: --poort {poort + 1}."
            ) from fout


def _zonder_eigenaar() -> dict[str, str]:
    """The environment for who serves: the owner's address is for migrating only."""
    return {naam: waarde for naam, waarde in os.environ.items() if naam != "DATABASE_OWNER_URL"}


class _Processen:
    """Child processes that live and die together."""

    def __init__(self) -> None:
        self._lopend: dict[str, subprocess.Popen[bytes]] = {}
        self._stop = False

    def __enter__(self) -> "_Processen":
        self._oud = {nr: signal.signal(nr, self._vraag_stop) for nr in (signal.SIGTERM, signal.SIGINT)}
        return self

    def __exit__(self, *_: object) -> None:
        for proces in self._lopend.values():
            if proces.poll() is None:
                proces.terminate()
        for proces in self._lopend.values():
            try:
                proces.wait(STOPTIJD)
            except subprocess.TimeoutExpired:
                proces.kill()
                proces.wait()
        for nr, vorige in self._oud.items():
            signal.signal(nr, vorige)

    def _vraag_stop(self, *_: object) -> None:
        self._stop = True

    def start(self, naam: str, opdracht: Sequence[str]) -> None:
        # A group of its own: Ctrl-C reaches us alone, and we end the others in order.
        # Killed, we cannot end them: then the kernel does.
        met_ons = [sys.executable, "-m", kind.__name__, str(os.getpid()), *opdracht]
        self._lopend[naam] = subprocess.Popen(met_ons, start_new_session=True, env=_zonder_eigenaar())

    def wacht(self) -> None:
        """Wait until asked to stop; a child that ends by itself is an error."""
        eerste = next(iter(self._lopend.values()))
        while not self._stop:
            with suppress(subprocess.TimeoutExpired):
                eerste.wait(0.5)
            for naam, proces in self._lopend.items():
                if proces.poll() is not None and not self._stop:
                    raise WaakvlamFout(
                        f"De {naam} is gestopt (code {proces.returncode}). Start Waakvlam opnieuw."
                    )
        scherm.naast.print("Waakvlam stopt …")
