"""Opening and writing our own files in the data folder, without following links someone may have laid there."""

import fcntl
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from .account import Account


def open_private(path: Path, flags: int, account: Account) -> int:
    """Open (or make, 0600, owned by `account`) a file of ours; returns the descriptor.

    Raises OSError, also when the last part of the path is a symbolic link.
    """
    descriptor = os.open(path, flags | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    if account.switch and os.fstat(descriptor).st_uid != account.uid:
        os.fchown(descriptor, account.uid, account.gid)
    return descriptor


def write_private(path: Path, text: str, account: Account) -> None:
    """Replace a file by new text in one step, readable by `account` only, on disk when this returns."""
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    descriptor = open_private(draft, os.O_WRONLY | os.O_EXCL, account)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except BaseException:
        with suppress(OSError):
            draft.unlink()
        raise


class FileLock:
    """An advisory lock on a file; the system lets go of it when the process dies, however it dies."""

    def __init__(self, path: Path, account: Account) -> None:
        self._path = path
        self._account = account
        self._descriptor = -1

    @property
    def descriptor(self) -> int:
        """The open file, for a child that is to hold the lock too; -1 while not held."""
        return self._descriptor

    def acquire(self, *, wait: bool) -> bool:
        """Take the lock; with `wait` stand in line, else return False when another holds it."""
        if self._descriptor >= 0:
            return True
        descriptor = open_private(self._path, os.O_RDWR, self._account)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            os.close(descriptor)
            return False
        except BaseException:
            os.close(descriptor)
            raise
        self._descriptor = descriptor
        return True

    def release(self) -> None:
        """Let go; does nothing when not held."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    @contextmanager
    def waiting(self) -> Iterator[None]:
        """Hold the lock for the length of a `with` block, waiting for it as long as needed."""
        self.acquire(wait=True)
        try:
            yield
        finally:
            self.release()
