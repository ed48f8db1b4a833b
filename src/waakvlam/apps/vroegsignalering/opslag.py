"""Where leveringen are kept as received: encrypted files in the data folder, known by a random name."""

import fcntl
import hashlib
import os
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from django.conf import settings

from waakvlam.domain.common.fouten import WaakvlamFout
from waakvlam.foundation import pii

JONG = 10.0
"""Seconds in which a file without a lock may be one that is just being made."""

WEES = 7 * 24 * 3600.0
"""Seconds after which a file that no levering knows is left over: of a process killed before it noted it down."""


@dataclass(frozen=True)
class Bewaard:
    """A file that is kept: its place below the data folder, SHA-256 of the contents and size in bytes."""

    plaats: str
    hash: str
    grootte: int


class _Meelezer:
    """Reads through to a stream while hashing, and refuses more than is allowed."""

    def __init__(self, bron: BinaryIO, grens: int) -> None:
        self._bron = bron
        self._grens = grens
        self.grootte = 0
        self.som = hashlib.sha256()

    def read(self, aantal: int = -1) -> bytes:
        deel = self._bron.read(aantal)
        self.grootte += len(deel)
        if self.grootte > self._grens:
            raise WaakvlamFout(
                f"Het bestand is groter dan de grens van {self._grens // 1_048_576} MB. Splits het in kleinere bestanden."
            )
        self.som.update(deel)
        return deel


def _map() -> Path:
    return Path(settings.WAAKVLAM_DATAMAP) / "leveringen"


def bewaar(bron: BinaryIO, gemeente: str) -> Bewaard:
    """Encrypt a stream to a new file, safely on disk before it returns.

    Raises WaakvlamFout when it is too large, OSError when the disk is full; then nothing is left behind.
    """
    plaats = f"{gemeente}/{uuid.uuid4().hex}.wv"
    doel = _map() / plaats
    doel.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    half = doel.with_suffix(".half")
    _ruim_resten_op(doel.parent)
    lezer: Any = _Meelezer(bron, settings.WAAKVLAM_UPLOAD_MAX)
    try:
        with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as bestand:
            fcntl.flock(bestand, fcntl.LOCK_EX)
            pii.encrypt_file(lezer, bestand)
            bestand.flush()
            os.fsync(bestand.fileno())
            half.replace(doel)
        _leg_vast(doel.parent)
    except BaseException:
        half.unlink(missing_ok=True)
        doel.unlink(missing_ok=True)
        raise
    return Bewaard(plaats, lezer.som.hexdigest(), lezer.grootte)


def _ruim_resten_op(map_: Path) -> None:
    """Remove what a killed process left half written: nobody holds the lock on it any more."""
    for half in map_.glob("*.half"):
        with suppress(FileNotFoundError, BlockingIOError), half.open("rb") as bestand:
            fcntl.flock(bestand, fcntl.LOCK_EX | fcntl.LOCK_NB)
            # Between its making and its lock a new file is unlocked for a moment: that young it is left alone.
            if time.time() - os.fstat(bestand.fileno()).st_mtime > JONG:
                half.unlink()


def _leg_vast(map_: Path) -> None:
    """Have the name itself on disk too: after a power cut the file must be found."""
    nummer = os.open(map_, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(nummer)
    finally:
        os.close(nummer)


def verwijder(plaats: str) -> None:
    """Remove a kept file; no error when it is gone already."""
    (_map() / plaats).unlink(missing_ok=True)


def list_oud() -> dict[str, list[str]]:
    """Give per gemeente the places of the files that were kept longer ago than WEES."""
    grens = time.time() - WEES
    oud: dict[str, list[str]] = {}
    for pad in _map().glob("*/*.wv"):
        with suppress(FileNotFoundError):
            if pad.stat().st_mtime < grens:
                oud.setdefault(pad.parent.name, []).append(f"{pad.parent.name}/{pad.name}")
    return oud


@contextmanager
def open_leesbaar(plaats: str, naam: str) -> Iterator[Path]:
    """Yield a path called `naam` with the decrypted contents, in memory only: they never touch the disk.

    The path is a link to the memory, so that messages about the file carry the name the sender knows.
    Raises WaakvlamFout when the file is gone or damaged.
    """
    doel = _map() / plaats
    nummer = os.memfd_create("levering", os.MFD_CLOEXEC)
    try:
        try:
            with doel.open("rb") as bron, os.fdopen(os.dup(nummer), "wb") as geheugen:
                for deel in pii.decrypt_file(bron):
                    geheugen.write(deel)
        except (FileNotFoundError, pii.PiiError) as fout:
            raise WaakvlamFout(
                "Het bewaarde bestand van deze levering is weg of beschadigd. Zet het terug uit de reservekopie, "
                "of laat de partner opnieuw leveren."
            ) from fout
        with tempfile.TemporaryDirectory(prefix="waakvlam-") as map_:
            # A name on disk has at most 255 bytes, and a letter may take four.
            kort = naam.replace("/", "_").replace("\x00", "_").encode()[:200].decode(errors="ignore")
            pad = Path(map_) / (kort if kort.strip(".") else "levering")
            pad.symlink_to(f"/proc/self/fd/{nummer}")
            yield pad
    finally:
        os.close(nummer)
