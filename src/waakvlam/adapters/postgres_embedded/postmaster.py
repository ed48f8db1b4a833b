"""Is there a live server on this data folder? Own answer, from the process table.

`postmaster.pid` stays behind after a kill and its number may have gone to another process since. So every server of
ours carries the identity of its folder (device and inode) as `cluster_name`, on its command line and in the title of
each of its processes; both can be read by everyone, also by a root without the right to inspect processes (as in most
containers). A copied folder has another inode, a moved one the same.
"""

from dataclasses import dataclass
from pathlib import Path

PROCESSES = Path("/proc")
READY = ("ready", "standby")


@dataclass(frozen=True)
class Postmaster:
    """What a running server says of itself in `postmaster.pid`."""

    pid: int
    sockets: Path | None
    status: str

    @property
    def ready(self) -> bool:
        """Whether it takes connections."""
        return self.status in READY


def identity_of(cluster: Path) -> str:
    """The name that ties processes to this very folder."""
    info = cluster.stat()
    return f"waakvlam-{info.st_dev:x}-{info.st_ino:x}"


def find_live(cluster: Path) -> Postmaster | None:
    """The live server of this folder, or None (also when `postmaster.pid` is stale or half written)."""
    try:
        lines = (cluster / "postmaster.pid").read_text(encoding="utf-8").splitlines()
        pid = int(lines[0])
        owner = cluster.stat().st_uid
    except (FileNotFoundError, ValueError, IndexError):
        return None
    if not _belongs(pid, identity_of(cluster), owner):
        return None
    lines += [""] * 8
    return Postmaster(pid, Path(lines[4]) if lines[4] else None, lines[7].strip())


def find_processes(cluster: Path) -> list[int]:
    """All server processes of this folder, also children that outlived a killed postmaster."""
    identity, owner = identity_of(cluster), cluster.stat().st_uid
    numbers = (int(entry.name) for entry in PROCESSES.iterdir() if entry.name.isdecimal())
    return [pid for pid in numbers if _belongs(pid, identity, owner)]


def _belongs(pid: int, identity: str, owner: int) -> bool:
    """Whether this process is alive (a zombie has no command line), the server's account's, and of this folder."""
    folder = PROCESSES / str(pid)
    try:
        if folder.stat().st_uid != owner:
            return False
        arguments = (folder / "cmdline").read_bytes().decode(errors="replace").split("\0")
    except OSError:
        return False
    return f"cluster_name={identity}" in arguments or arguments[0].startswith(f"postgres: {identity}: ")
