"""What the machine may refuse, and the two kinds of user: each ends in a running server or in a clear text."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from waakvlam.adapters.postgres_embedded import (
    DiskFullError,
    EmbeddedPostgres,
    ProgramsMissingError,
    StartFailedError,
    WrongVersionError,
)
from waakvlam.adapters.postgres_embedded.account import account_of, current_account
from waakvlam.adapters.postgres_embedded.postmaster import find_live, find_processes, identity_of
from waakvlam.adapters.postgres_embedded.programs import INSTALLATIONS, LIBRARIES, PACKAGE, find_programs

pytestmark = pytest.mark.postgres
only_root = pytest.mark.skipif(os.geteuid() != 0, reason="alleen als root te proberen")

ONE_LIFE = """
import os, sys
from pathlib import Path
import psycopg
from waakvlam.adapters.postgres_embedded import EmbeddedPostgres, EmbeddedPostgresError
from waakvlam.adapters.postgres_embedded.postmaster import find_live
try:
    with EmbeddedPostgres(Path(sys.argv[1]), int(sys.argv[2]), tests=True) as server:
        with psycopg.connect(server.start().owner) as connection:
            connection.execute("create table if not exists t (n int)")
            connection.execute("insert into t values (1)")
            rows = connection.execute("select count(*) from t").fetchone()[0]
        pid = find_live(server.data / "pgdata").pid
        print("rijen", rows, "uid", os.stat(f"/proc/{pid}").st_uid, Path(f"/proc/{pid}/cmdline").read_text().split(chr(0))[0])
except EmbeddedPostgresError as error:
    print(type(error).__name__, error)
"""


def answer(child: subprocess.Popen[str]) -> str:
    """All a child says, with its errors."""
    out, errors = child.communicate(timeout=60)
    return out + errors


@pytest.fixture
def persons_folder(ordinary_uid: int) -> Iterator[Path]:
    """A folder of an ordinary user, closed to others."""
    folder = Path(tempfile.mkdtemp(prefix="waakvlam-test-", dir="/tmp"))
    os.chown(folder, ordinary_uid, ordinary_uid)
    yield folder
    shutil.rmtree(folder)


@pytest.mark.parametrize("version", [18, 16])
def test_ordinary_user_and_root_share_a_persons_folder(
    version: int, persons_folder: Path, python: Callable, ordinary_uid: int
) -> None:
    data = persons_folder / "project" / "data"
    by_root = answer(python(ONE_LIFE, data, version))
    assert by_root.startswith(f"rijen 1 uid {ordinary_uid} "), by_root
    for rows in (2, 3):
        by_person = answer(python(ONE_LIFE, data, version, uid=ordinary_uid))
        assert by_person.startswith(f"rijen {rows} uid {ordinary_uid} "), by_person
    by_root = answer(python(ONE_LIFE, data, version))
    assert by_root.startswith(f"rijen 4 uid {ordinary_uid} "), by_root


def test_folder_of_another_user_is_refused(folder: Path, python: Callable, ordinary_uid: int) -> None:
    with EmbeddedPostgres(folder / "data", tests=True):
        pass
    text = answer(python(ONE_LIFE, folder / "data", 18, uid=ordinary_uid))
    assert text.startswith("NoPermissionError Geen toestemming voor"), text
    assert "chown" in text


@only_root
@pytest.mark.parametrize("version", [18, 16])
def test_root_with_project_and_programs_under_a_closed_folder(
    version: int, folder: Path, python: Callable
) -> None:
    """As under the home folder of root, with its .venv: nothing is opened up, and it works."""
    wheel = find_programs(version, current_account()).postgres.parents[3]
    packages = folder / "root" / "waakvlam" / ".venv" / "site-packages"
    for name in (Path(PACKAGE, INSTALLATIONS[version]), Path(LIBRARIES)):
        shutil.copytree(wheel / name, packages / name, ignore=shutil.ignore_patterns("*.a", "include"))
    (packages / PACKAGE / "__init__.py").touch()
    for path in (folder / "root", folder / "root" / "waakvlam", packages):
        path.chmod(0o700)
    data = folder / "root" / "waakvlam" / "data"
    text = answer(python(ONE_LIFE, data, version, PYTHONPATH=str(packages)))
    assert text.startswith("rijen 1 uid "), text
    uid, program = text.split()[3:5]
    assert uid not in ("0", "65534")
    assert not program.startswith(str(folder))
    for path in (folder, folder / "root", folder / "root" / "waakvlam", packages, data):
        assert path.stat().st_mode & 0o077 == 0
        assert path.stat().st_uid == 0


@only_root
def test_copy_of_the_programs_is_made_once_and_only_where_root_alone_writes() -> None:
    account = account_of(60988)
    with tempfile.TemporaryDirectory(dir="/tmp") as name:
        parent = Path(name)
        parent.chmod(0o755)
        (parent / "van een ander").mkdir()
        os.chown(parent / "van een ander", 60988, 60988)
        (parent / "voor iedereen").mkdir()
        (parent / "voor iedereen").chmod(0o777)
        (parent / "dicht" / "cache").mkdir(parents=True)
        (parent / "dicht").chmod(0o700)
        caches = [parent / "van een ander", parent / "voor iedereen", parent / "dicht" / "cache"]
        with pytest.raises(ProgramsMissingError, match="geen van deze mappen"):
            find_programs(18, account, caches)
        first = find_programs(18, account, [*caches, parent / "goed"])
        assert first.postgres.is_relative_to(parent / "goed")
        made = first.postgres.stat()
        assert find_programs(18, account, [*caches, parent / "goed"]) == first
        assert first.postgres.stat().st_mtime_ns == made.st_mtime_ns
        assert not [path for path in (parent / "goed").iterdir() if path.name.startswith(".")]


@only_root
def test_socket_folder_laid_by_someone_else_is_not_used(data: Path) -> None:
    trap = Path("/run") / identity_of(data / "pgdata")
    second = Path("/tmp") / trap.name  # noqa: S108
    trap.mkdir(mode=0o777)
    trap.chmod(0o777)
    second.symlink_to("/etc")
    try:
        with EmbeddedPostgres(data) as server:
            url = server.start().app
            live = find_live(data / "pgdata")
            assert live is not None
            assert live.sockets not in (trap, second)
            assert live.sockets.stat().st_mode & 0o077 == 0
            psycopg.connect(url).close()
        assert not any(trap.iterdir())
    finally:
        trap.rmdir()
        second.unlink()


@only_root
def test_root_gives_a_folder_it_came_to_own_back_to_the_server(data: Path) -> None:
    subprocess.run(["chown", "-R", "0:0", data], check=True)
    with EmbeddedPostgres(data) as server:
        psycopg.connect(server.start().app).close()
    assert (data / "pgdata").stat().st_uid != 0


def test_other_version_is_named(data: Path) -> None:
    with pytest.raises(
        WrongVersionError, match=r"gemaakt door PostgreSQL 18 en wordt nu geopend met 16.*pg_dump"
    ):
        EmbeddedPostgres(data, 16).start()
    with pytest.raises(ProgramsMissingError, match="kies uit 16, 18"):
        EmbeddedPostgres(data.with_name("nieuw"), 17).start()


def test_missing_programs_are_named(folder: Path, python: Callable) -> None:
    (folder / "leeg" / PACKAGE).mkdir(parents=True)
    (folder / "leeg" / PACKAGE / "__init__.py").touch()
    text = answer(python(ONE_LIFE, folder / "data", 18, PYTHONPATH=str(folder / "leeg")))
    assert text.startswith("ProgramsMissingError Het programma"), text
    assert "make clean setup" in text


def test_file_in_the_place_of_the_folder(folder: Path) -> None:
    (folder / "data").touch()
    with pytest.raises(Exception, match="geen map"):
        EmbeddedPostgres(folder / "data").start()


def test_broken_settings_show_the_words_of_the_server(data: Path) -> None:
    with (data / "pgdata" / "postgresql.conf").open("a", encoding="utf-8") as settings:
        settings.write("onzin = ja\n")
    with pytest.raises(
        StartFailedError, match=r'unrecognized configuration parameter "onzin"[\s\S]*start opnieuw'
    ):
        EmbeddedPostgres(data).start()
    assert not find_processes(data / "pgdata")


@only_root
def test_no_right_to_change_user(folder: Path, python: Callable) -> None:
    """Root without capabilities, as in a container started with --cap-drop=all."""
    if not shutil.which("setpriv"):
        pytest.skip("setpriv ontbreekt")
    child = subprocess.run(
        ["setpriv", "--bounding-set=-all", sys.executable, "-c", ONE_LIFE, folder / "data", "18"],
        capture_output=True,
        text=True,
        check=False,
        cwd="/",
    )
    assert child.stdout.startswith(
        "NoPermissionError Als root draait PostgreSQL onder een gewone gebruiker"
    ), child


@pytest.fixture
def small_disk(folder: Path) -> Iterator[Path]:
    """A disk of 200 MB."""
    disk = folder / "schijf"
    disk.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=200m,mode=0700", "tmpfs", disk], capture_output=True, check=False
    )
    if made.returncode != 0:
        pytest.skip("hier mag geen schijf worden gekoppeld")
    yield disk
    subprocess.run(["umount", "--lazy", disk], check=True)


@only_root
def test_full_disk_is_named_and_loses_nothing(small_disk: Path) -> None:
    data = small_disk / "data"
    filler = small_disk / "vulling"

    def fill() -> None:
        with filler.open("wb", buffering=0) as file, pytest.raises(OSError, match="No space left"):
            while file.write(bytes(1_000_000)) == 1_000_000:
                pass
            while file.write(bytes(100)):
                pass

    fill()
    with pytest.raises(DiskFullError, match="schijf is vol"):
        EmbeddedPostgres(data).start()
    filler.unlink()
    server = EmbeddedPostgres(data)
    urls = server.start()
    confirmed = 0
    with psycopg.connect(urls.owner, autocommit=True) as connection:
        connection.execute("create table rij (n int, tekst text)")
        fill()
        with pytest.raises(psycopg.Error):
            while True:
                connection.execute("insert into rij select %s, repeat('x', 100000)", [confirmed])
                connection.execute(
                    "insert into rij select %s, md5(g::text) from generate_series(1, 9999) g", [-1]
                )
                confirmed += 1
    server.stop()
    with pytest.raises(DiskFullError, match="schijf is vol"):
        EmbeddedPostgres(data).start()
    filler.unlink()
    with EmbeddedPostgres(data) as server, psycopg.connect(server.start().owner) as connection:
        found = connection.execute("select count(distinct n) from rij where n >= 0").fetchone()
        assert found is not None
        assert confirmed <= found[0] <= confirmed + 1


def test_folder_that_may_not_be_made(python: Callable, ordinary_uid: int) -> None:
    text = answer(python(ONE_LIFE, "/usr/waakvlam-data", 18, uid=ordinary_uid))
    assert text.startswith("NoPermissionError Geen toestemming voor /usr/waakvlam-data"), text
