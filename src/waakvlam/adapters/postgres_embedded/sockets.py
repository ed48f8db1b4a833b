"""The private folder of the server's socket.

A socket's path may have some 107 bytes, and data folders can lie deep, so the socket lives elsewhere: in /run for root,
else in /tmp (not in XDG_RUNTIME_DIR: that is emptied at the last log-out while the server may go on, and differs
between a terminal and a service). The name follows from the cluster's inode, so the address stays the same over
restarts and other processes can connect again, and no other live server can have it. A folder laid there by someone else is never used.
"""

import os
import tempfile
from pathlib import Path

from .account import Account

PORT = 5432
PLACES = (Path("/run"), Path("/tmp"))  # noqa: S108  # squatting is checked for below


def make_socket_folder(name: str, account: Account) -> Path:
    """A 0700 folder of this account for the socket of the server, empty of old sockets; `name` is unique to it.

    Only to be called while no server of this folder lives. Raises OSError when no place allows it.
    """
    for place in PLACES if account.switch else PLACES[1:]:
        folder = place / name
        if _claim(folder, account):
            return folder
    folder = Path(tempfile.mkdtemp(prefix=f"{name}-", dir=PLACES[-1]))
    account.own(folder)
    return folder


def remove_socket_folder(folder: Path | None) -> None:
    """Clean up after the server stopped; leaves a folder that is not (only) ours."""
    if folder is None or not folder.name.startswith("waakvlam-"):
        return
    try:
        _empty(folder)
        folder.rmdir()
    except OSError:
        return  # someone else's, or gone already: nothing that matters for the next start


def _claim(folder: Path, account: Account) -> bool:
    """Make or take over a folder; False when it is not provably ours alone."""
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
    except OSError:
        return False
    try:
        info = os.fstat(descriptor)
        if info.st_uid not in (account.uid, os.geteuid()) or info.st_mode & 0o077:
            return False
        if account.switch:
            os.fchown(descriptor, account.uid, account.gid)
    finally:
        os.close(descriptor)
    _empty(folder)
    return True


def _empty(folder: Path) -> None:
    for name in (f".s.PGSQL.{PORT}", f".s.PGSQL.{PORT}.lock"):
        (folder / name).unlink(missing_ok=True)
