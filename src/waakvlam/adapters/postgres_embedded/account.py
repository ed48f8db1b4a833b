"""Under which account the server runs, and who owns its files.

PostgreSQL refuses to run as root. As an ordinary user the server simply runs as that user. As root it runs under
the owner of the data folder (or of the folder it is made in), so that this person can still use it later without
root; where that is root too, under the account `waakvlam` if the administrator made one, else under a number that
belongs to nobody else (so no other service of the machine can read the data, as `nobody` would allow).
"""

import os
import pwd
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .errors import NoPermissionError, no_permission

ACCOUNT_NAME = "waakvlam"
# A range that neither distributions nor systemd hand out (systemd: UIDS-GIDS, 60706–61183 unused).
FREE_UIDS = range(60988, 60706, -1)


@dataclass(frozen=True)
class Account:
    """The user the server runs as; `switch` tells whether we (root) must change to it."""

    uid: int
    gid: int
    switch: bool

    def popen_options(self) -> dict[str, Any]:
        """Arguments of `subprocess.Popen` that start a program as this account, in its own session.

        The child changes to `cwd` before it changes user, so it may stand in a folder whose parents are closed to it.
        An own session keeps Ctrl-C in the terminal away from the server.
        """
        options: dict[str, Any] = {"start_new_session": True, "umask": 0o077}
        if self.switch:
            options |= {"user": self.uid, "group": self.gid, "extra_groups": []}
        return options

    def own(self, path: Path) -> None:
        """Make this account the owner of one file or folder (never of what a symbolic link points at)."""
        if self.switch:
            os.chown(path, self.uid, self.gid, follow_symlinks=False)

    def own_tree(self, folder: Path) -> None:
        """Make this account the owner of a folder and all in it."""
        if self.switch:
            self.own(folder)
            for _, folders, files, descriptor in os.fwalk(folder):
                for name in (*folders, *files):
                    os.chown(name, self.uid, self.gid, dir_fd=descriptor, follow_symlinks=False)

    def has_name(self) -> bool:
        """Whether the machine knows this account; initdb refuses to run as a nameless one."""
        try:
            pwd.getpwuid(self.uid)
        except KeyError:
            return False
        return True


def current_account() -> Account:
    """The account of this very process."""
    return Account(os.geteuid(), os.getegid(), switch=False)


def account_of(uid: int) -> Account:
    """The account with this number, to be changed to by root."""
    try:
        gid = pwd.getpwuid(uid).pw_gid
    except KeyError:
        gid = uid
    return Account(uid, gid, switch=True)


def builder_account(account: Account) -> Account:
    """The account that may run initdb: the server's own, or `nobody` while that one has no name.

    `nobody` only ever owns the new, still empty cluster, and loses it before the first start.
    Raises NoPermissionError when neither will do.
    """
    if account.has_name():
        return account
    if not account.switch:
        raise NoPermissionError(
            f"De gebruiker met nummer {account.uid} heeft op deze machine geen naam, en PostgreSQL eist die. "
            "Geef hem een regel in /etc/passwd, of gebruik een eigen PostgreSQL met DATABASE_URL."
        )
    try:
        nobody = pwd.getpwnam("nobody")
    except KeyError:
        raise NoPermissionError(
            "Als root heeft PostgreSQL een gewone gebruiker nodig, en die is er niet. "
            f"Maak er een: useradd --system --no-create-home {ACCOUNT_NAME}"
        ) from None
    return Account(nobody.pw_uid, nobody.pw_gid, switch=True)


def service_account() -> Account:
    """The account root runs the server under when no person owns the data."""
    try:
        return account_of(pwd.getpwnam(ACCOUNT_NAME).pw_uid)
    except KeyError:
        taken = {entry.pw_uid for entry in pwd.getpwall()}
        return account_of(next(uid for uid in FREE_UIDS if uid not in taken))


def prepare_folder(data: Path, cluster: Path) -> Account:
    """Make the data folder where it is missing (0700) and say under which account its server runs.

    As root, a cluster that root came to own (copied, unpacked) is given back to the server's account.
    Raises NoPermissionError when the folder is someone else's, OSError when it cannot be made.
    """
    _make_folders(data)
    info = data.stat()
    if not stat.S_ISDIR(info.st_mode):
        raise NotADirectoryError(20, "geen map", str(data))
    if os.geteuid() != 0:
        if info.st_uid != os.geteuid():
            raise no_permission(data, data)
        data.chmod(0o700)
        return current_account()
    data.chmod(0o700)
    if info.st_uid != 0:
        account = account_of(info.st_uid)
    elif cluster.exists() and cluster.stat().st_uid != 0:
        account = account_of(cluster.stat().st_uid)
    else:
        account = service_account()
    if cluster.exists() and cluster.stat().st_uid != account.uid:
        account.own_tree(cluster)
    return account


def folder_account(data: Path) -> Account:
    """The owner of the data folder itself: owner of passwords, log and locks."""
    owner = data.stat().st_uid
    return current_account() if owner == os.geteuid() else account_of(owner)


def _make_folders(data: Path) -> None:
    """Make `data` and its missing parents; made by root in a person's folder, they become that person's."""
    if data.exists():
        return
    _make_folders(data.parent)
    data.mkdir(mode=0o700, exist_ok=True)
    parent = data.parent.stat()
    if os.geteuid() == 0 and parent.st_uid != 0:
        os.chown(data, parent.st_uid, parent.st_gid, follow_symlinks=False)
