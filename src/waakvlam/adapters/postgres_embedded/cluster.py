"""The files of one cluster: making it (initdb), its passwords, its settings, its version.

Layout of the data folder, which may be moved as a whole while the server is stopped:

    pgdata/            the cluster of PostgreSQL itself, with our `waakvlam.conf`
    wachtwoorden.json  the passwords of the three roles, 0600
    postgres.log       what the server says (no values of rows: they may be personal data)
    *.slot             lock files
"""

import json
import os
import secrets
import shutil
import subprocess
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path

from .account import Account, builder_account
from .errors import EmbeddedPostgresError, WrongVersionError, explain_output
from .files import open_private, write_private
from .programs import Programs

SUPERUSER = "waakvlam_beheerder"
# The folder the process stands in: reachable also when its parents are closed to the server's account.
HERE = "/proc/self/cwd"
ENVIRONMENT = {"LC_ALL": "C", "TZ": "UTC", "PATH": "/usr/local/bin:/usr/bin:/bin"}

SETTINGS = """\
# Gemaakt door Waakvlam bij elke start; wat u hier wijzigt, verdwijnt. Eigen instellingen: ALTER SYSTEM.
max_connections = 60
shared_buffers = 128MB
maintenance_work_mem = 128MB
work_mem = 16MB
effective_cache_size = 512MB
max_wal_size = 1GB
timezone = 'UTC'
log_timezone = 'UTC'
password_encryption = 'scram-sha-256'
# Geen waarden van rijen in het logboek: dat kunnen persoonsgegevens zijn.
log_error_verbosity = terse
log_statement = none
log_min_duration_statement = -1
log_min_error_statement = panic
log_parameter_max_length = 0
log_parameter_max_length_on_error = 0
log_line_prefix = '%m [%p] '
"""
DURABLE = """\
fsync = on
synchronous_commit = on
full_page_writes = on
"""
FORGETFUL = """\
# Testgegevens: snel, en na een stroomstoring weg.
fsync = off
synchronous_commit = off
full_page_writes = off
autovacuum_naptime = 1h
"""


@dataclass(frozen=True)
class Passwords:
    """The secrets of one data folder, and whether it was made for tests."""

    beheerder: str
    eigenaar: str
    app: str
    tests: bool


def new_passwords(*, tests: bool) -> Passwords:
    """Fresh random passwords, safe in an URL."""
    return Passwords(secrets.token_hex(24), secrets.token_hex(24), secrets.token_hex(24), tests)


def read_passwords(path: Path, data: Path) -> Passwords:
    """The passwords of an existing data folder.

    Raises EmbeddedPostgresError when the file is missing or damaged.
    """
    try:
        path.chmod(0o600)  # a copy may have lost it
        return Passwords(**json.loads(path.read_text(encoding="utf-8")))
    except (FileNotFoundError, ValueError, TypeError) as error:
        raise EmbeddedPostgresError(
            f"Het wachtwoordbestand {path} ontbreekt of is beschadigd; zonder dat bestand gaat de database in {data} "
            "niet open. Zet het terug uit de reservekopie van de map."
        ) from error


def write_passwords(path: Path, passwords: Passwords, account: Account) -> None:
    """Keep the passwords next to the data, readable by its owner only."""
    write_private(path, json.dumps(asdict(passwords), indent=1) + "\n", account)


def check_version(cluster: Path, version: int) -> None:
    """Raise WrongVersionError when another major version made this cluster."""
    found = (cluster / "PG_VERSION").read_text(encoding="utf-8").strip()
    if found != str(version):
        raise WrongVersionError(
            f"De database in {cluster.parent} is gemaakt door PostgreSQL {found} en wordt nu geopend met {version}. "
            f"Start met versie {found}, of zet de gegevens over met pg_dump en pg_restore naar een nieuwe map."
        )


def clear_left_overs(data: Path) -> None:
    """Remove what an earlier, killed making of a cluster left behind; only under the start lock."""
    for left_over in data.glob("nieuw-*"):
        shutil.rmtree(left_over, ignore_errors=True)


def create_cluster(
    data: Path, cluster: Path, programs: Programs, account: Account, passwords: Passwords
) -> None:
    """Make a new cluster in a side folder and give it its name when complete, so a killed start leaves no half one.

    Encoding UTF8 and order by code point (locale C), with lower and upper case of all of Unicode where the version
    allows. Raises an EmbeddedPostgresError that fits what initdb said.
    """
    builder = builder_account(account)
    side = Path(tempfile.mkdtemp(prefix="nieuw-", dir=data))
    try:
        new = side / "pgdata"
        new.mkdir(mode=0o700)
        builder.own(new)
        builder.own(side)
        write_private(side / "wachtwoord", passwords.beheerder, builder)
        _run_initdb(data, new, programs, builder, tests=passwords.tests)
        own_settings = open_private(new / "postgresql.conf", os.O_WRONLY | os.O_APPEND, builder)
        with os.fdopen(own_settings, "a", encoding="utf-8") as settings:
            settings.write("\ninclude_if_exists = 'waakvlam.conf'\n")
        account.own_tree(side)
        new.rename(cluster)
    finally:
        shutil.rmtree(side, ignore_errors=True)


def _run_initdb(data: Path, new: Path, programs: Programs, builder: Account, *, tests: bool) -> None:
    arguments = [
        str(programs.initdb),
        f"--pgdata={HERE}",
        f"--username={SUPERUSER}",
        "--pwfile=../wachtwoord",
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--text-search-config=dutch",
        "--data-checksums",
        "--no-instructions",
        *(["--no-sync"] if tests else []),
        *_locale_arguments(programs.version),
    ]
    result = subprocess.run(
        arguments,
        cwd=new,
        env=ENVIRONMENT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        **builder.popen_options(),
    )
    if result.returncode != 0:
        raise explain_output(result.stdout.decode(errors="replace"), data, data / "postgres.log")


def _locale_arguments(version: int) -> list[str]:
    """Order by code point; case mapping of all of Unicode, from PostgreSQL itself (17 and newer) or the system."""
    if version >= 17:
        return ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    if any(Path("/usr/lib/locale", name).exists() for name in ("C.utf8", "C.UTF-8")):
        return ["--locale=C", "--lc-ctype=C.UTF-8"]
    return ["--locale=C"]


def write_settings(cluster: Path, account: Account, *, tests: bool) -> None:
    """(Re)write `waakvlam.conf`."""
    write_private(cluster / "waakvlam.conf", SETTINGS + (FORGETFUL if tests else DURABLE), account)


def is_complete(cluster: Path) -> bool:
    """Whether a cluster is there (it gets its name only when complete)."""
    return (cluster / "PG_VERSION").is_file()


def server_command(programs: Programs, sockets: Path, identity: str) -> list[str]:
    """The command that starts the server standing in its own folder.

    What keeps it private stands on the command line, above every settings file.
    """
    settings = {
        "listen_addresses": "",
        "unix_socket_directories": str(sockets),
        "unix_socket_permissions": "0700",
        "port": "5432",
        "cluster_name": identity,
        "logging_collector": "off",
        "log_destination": "stderr",
    }
    options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
    return [str(programs.postgres), "-D", HERE, *options]
