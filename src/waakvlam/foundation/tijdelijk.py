"""Temporary folders below the data folder: private, gone afterwards, and cleared when a process died in them.

What an engine cannot hold in memory is personal data. It stays on the disk (and under the rights) of the data folder,
never in a folder the whole machine shares. Whether a folder is still used, a lock says: the system lets go of it when
the process dies, however it dies, also when processes on several machines share the data folder.
"""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

NAAM = "tmp"
SLOT = "slot"
_HOOFDSLOT = ".slot"


def plek(datamap: Path) -> Path:
    """Give the folder for temporary folders of this data folder; it need not be there yet."""
    return datamap / NAAM


@contextmanager
def eigen_map(datamap: Path) -> Iterator[Path]:
    """Yield a new folder (0700) below the data folder that is removed at the end.

    Raises OSError when the data folder cannot be written.
    """
    with _alleen(datamap) as boven:
        map_ = Path(tempfile.mkdtemp(prefix="werk-", dir=boven))
        slot = os.open(map_ / SLOT, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        fcntl.flock(slot, fcntl.LOCK_EX)
    try:
        yield map_
    finally:
        shutil.rmtree(map_, ignore_errors=True)
        os.close(slot)


def ruim_op(datamap: Path) -> int:
    """Remove what dead processes left; what a live one uses stays. Gives the number of folders removed."""
    if not plek(datamap).is_dir():
        return 0
    with _alleen(datamap) as boven:
        verlaten = [map_ for map_ in boven.iterdir() if map_.is_dir() and not _in_gebruik(map_)]
        for map_ in verlaten:
            shutil.rmtree(map_, ignore_errors=True)
    return len(verlaten)


@contextmanager
def _alleen(datamap: Path) -> Iterator[Path]:
    """Be the only one who makes or clears folders: a new folder has no lock yet for a moment."""
    boven = plek(datamap)
    datamap.mkdir(parents=True, exist_ok=True, mode=0o700)
    boven.mkdir(exist_ok=True, mode=0o700)
    boven.chmod(0o700)  # a copy of the data folder may have lost it
    hoofdslot = os.open(boven / _HOOFDSLOT, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(hoofdslot, fcntl.LOCK_EX)
        yield boven
    finally:
        os.close(hoofdslot)


def _in_gebruik(map_: Path) -> bool:
    with suppress(FileNotFoundError):  # without a lock file: its maker died at once
        slot = os.open(map_ / SLOT, os.O_RDWR | os.O_CLOEXEC)
        try:
            fcntl.flock(slot, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        finally:
            os.close(slot)
    return False
