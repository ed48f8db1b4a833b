"""What can go wrong with the embedded server, each with a Dutch text: what, where, what to do."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class EmbeddedPostgresError(Exception):
    """The embedded PostgreSQL cannot do what was asked; `str()` is a Dutch text for the person at the keyboard."""


class ProgramsMissingError(EmbeddedPostgresError):
    """The PostgreSQL programs of the wheel are absent or do not run on this machine."""


class WrongVersionError(EmbeddedPostgresError):
    """The data folder was made by another major version of PostgreSQL."""


class NoPermissionError(EmbeddedPostgresError):
    """The operating system forbids us (or the account of the server) a folder or a change of account."""


class DiskFullError(EmbeddedPostgresError):
    """No room left where the data lives."""


class InUseError(EmbeddedPostgresError):
    """A process that we cannot see or reach holds the data folder."""


class StartFailedError(EmbeddedPostgresError):
    """The server stopped while starting, for a reason we have no better text for."""


def disk_full(data: Path) -> DiskFullError:
    """The error for a full disk under `data`."""
    return DiskFullError(
        f"De schijf is vol: de database in {data} kan niet verder. "
        "Maak ruimte vrij op die schijf (of verplaats de map naar een ruimere) en start opnieuw; "
        "wat al was opgeslagen, blijft behouden."
    )


def no_permission(path: object, data: Path) -> NoPermissionError:
    """The error for a file or folder we may not use."""
    return NoPermissionError(
        f"Geen toestemming voor {path}. De database in {data} hoort van de gebruiker te zijn die het programma start. "
        f'Start het als die gebruiker, of maak deze gebruiker eigenaar: chown -R "$(id -u)" {data}'
    )


@contextmanager
def explained(data: Path) -> Iterator[None]:
    """Turn an `OSError` on the way into the error that tells a person what to do.

    Raises DiskFullError, NoPermissionError, or EmbeddedPostgresError for any other refusal of the system.
    """
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise disk_full(data) from error
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            raise no_permission(error.filename or data, data) from error
        raise EmbeddedPostgresError(
            f"Het systeem weigert iets dat de database in {data} nodig heeft: {error}. "
            "Los dat op en start opnieuw."
        ) from error


# What PostgreSQL writes (always in English: the locale is C) and what we make of it.
def explain_output(output: str, data: Path, log: Path) -> EmbeddedPostgresError:
    """The error that fits what the server or initdb wrote before it gave up."""
    if "No space left on device" in output or "Disk quota exceeded" in output:
        return disk_full(data)
    if "incompatible with server" in output:
        return WrongVersionError(
            f"De map {data} is gemaakt door een andere versie van PostgreSQL. "
            "Start met die versie, of zet de gegevens over met pg_dump en pg_restore."
        )
    if "pre-existing shared memory block" in output or "lock file" in output:
        return InUseError(
            f"Er draait nog een PostgreSQL op de map {data}, die hier niet te zien is (in een andere container?). "
            "Stop die eerst en start dan opnieuw."
        )
    if "error while loading shared libraries" in output:
        return ProgramsMissingError(
            f"PostgreSQL start niet: een bibliotheek van het systeem ontbreekt ({last_lines(output, 1)}). "
            "Installeer die (op Debian meestal: apt install zlib1g) en start opnieuw."
        )
    if "Permission denied" in output or "could not look up effective user ID" in output:
        return NoPermissionError(
            f"PostgreSQL mag een bestand in {data} niet gebruiken, of de gebruiker waaronder het draait heeft geen "
            f"naam op deze machine. Controleer de eigenaar van de map. Melding: {last_lines(output, 3)}"
        )
    return StartFailedError(
        f"PostgreSQL startte niet op in {data}. Laatste regels van {log}:\n{last_lines(output, 12)}\n"
        "Los op wat daar staat en start opnieuw; staat er niets bruikbaars, meld dit dan bij de beheerder."
    )


def last_lines(text: str, count: int) -> str:
    """The last `count` non-empty lines of a text."""
    return "\n".join([line for line in text.splitlines() if line.strip()][-count:])
