"""What a started server is like: who may do what, what it keeps, where it listens."""

import re
import shutil
import stat
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import psycopg
import pytest

from waakvlam.adapters.postgres_embedded import EmbeddedPostgres, EmbeddedPostgresError
from waakvlam.adapters.postgres_embedded.postmaster import find_live, find_processes

pytestmark = pytest.mark.postgres


def ask(url: str, query: str) -> object:
    """The one row a query gives."""
    with psycopg.connect(url, autocommit=True) as connection:
        return connection.execute(query).fetchone()


def socket_folder(url: str) -> Path:
    """The folder named in an address."""
    match = re.search(r"host=([^&]+)", url)
    assert match
    return Path(unquote(match[1]))


def test_roles_are_no_more_than_they_need_to_be(shared: EmbeddedPostgres) -> None:
    urls = shared.start()
    rights = "select rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole from pg_roles where rolname = current_user"
    assert ask(urls.owner, rights) == ("waakvlam_eigenaar", False, False, True, False)
    assert ask(urls.app, rights) == ("waakvlam_app", False, False, False, False)
    owner = "select pg_get_userbyid(datdba) from pg_database where datname = 'waakvlam'"
    assert ask(urls.owner, owner) == ("waakvlam_eigenaar",)


def test_owner_makes_databases_and_the_application_does_not(shared: EmbeddedPostgres) -> None:
    urls = shared.start()
    with psycopg.connect(urls.owner, autocommit=True) as connection:
        connection.execute("create database proef")
        connection.execute("drop database proef")
        connection.execute("create table t (n int)")
    with psycopg.connect(urls.app, autocommit=True) as connection:
        for forbidden in (
            "create database proef",
            "create table u (n int)",
            "select * from t",
            "create role x",
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute(forbidden)
    with psycopg.connect(urls.owner) as connection:
        connection.execute("drop table t")


def test_settings(shared: EmbeddedPostgres) -> None:
    settings = {
        "listen_addresses": "",
        "server_encoding": "UTF8",
        "TimeZone": "UTC",
        "max_connections": "60",
        "fsync": "off",
        "synchronous_commit": "off",
        "full_page_writes": "off",
        "shared_buffers": "128MB",
        "data_checksums": "on",
        "log_statement": "none",
        "log_min_error_statement": "panic",
        "log_parameter_max_length": "0",
        "log_parameter_max_length_on_error": "0",
        "server_version_num": f"{shared.version}",
    }
    urls = shared.start()
    for name, value in settings.items():
        answer = ask(urls.app, f"select current_setting('{name}')")
        assert isinstance(answer, tuple)
        assert answer[0].startswith(value), name
        assert bool(answer[0]) == bool(value), name
    order = "select array_agg(x order by x) from unnest(array['b', 'Z', 'é', 'a']) x"
    assert ask(urls.app, order) == (["Z", "a", "b", "é"],)


def test_nobody_enters_without_the_password(shared: EmbeddedPostgres) -> None:
    urls = shared.start()
    for role in ("waakvlam_app", "waakvlam_eigenaar", "waakvlam_beheerder"):
        for password in ("", ":geraden"):
            url = re.sub(r"//.*@", f"//{role}{password}@", urls.app)
            with pytest.raises(psycopg.OperationalError, match="password"):
                psycopg.connect(url)


@pytest.mark.parametrize("database", ["postgres", "template1"])
def test_nobody_enters_the_databases_that_are_not_ours(shared: EmbeddedPostgres, database: str) -> None:
    urls = shared.start()
    for url in (urls.owner, urls.app):
        with pytest.raises(psycopg.OperationalError, match="permission denied for database"):
            psycopg.connect(url.replace("/waakvlam?", f"/{database}?"))


def test_socket_and_passwords_are_private(shared: EmbeddedPostgres) -> None:
    urls = shared.start()
    live = find_live(shared.data / "pgdata")
    assert live is not None
    folder = socket_folder(urls.app)
    info = folder.stat()
    assert stat.S_IMODE(info.st_mode) == 0o700
    assert info.st_uid == Path(f"/proc/{live.pid}").stat().st_uid != 0
    assert len(str(folder / ".s.PGSQL.5432")) < 100
    for name in ("wachtwoorden.json", "postgres.log"):
        assert stat.S_IMODE((shared.data / name).stat().st_mode) == 0o600
    assert stat.S_IMODE(shared.data.stat().st_mode) == 0o700


def test_log_holds_no_values_of_rows(shared: EmbeddedPostgres) -> None:
    urls = shared.start()
    with psycopg.connect(urls.owner, autocommit=True) as connection:
        connection.execute("create temporary table t (geheim text unique check (geheim <> 'fout'))")
        connection.execute("insert into t values (%s)", ["bsn999990019"])
        for value in ("bsn999990019", "fout"):
            with pytest.raises(psycopg.errors.IntegrityError):
                connection.execute("insert into t values (%s)", [value])
        with pytest.raises(psycopg.errors.UndefinedTable):
            connection.execute("select 'bsn999990019' from bestaatniet")
    log = (shared.data / "postgres.log").read_text(encoding="utf-8")
    assert "bestaatniet" in log
    assert "bsn999990019" not in log


def test_real_data_is_durable_and_refused_as_test_database(data: Path) -> None:
    with EmbeddedPostgres(data) as server:
        urls = server.start()
        for name in ("fsync", "synchronous_commit", "full_page_writes"):
            assert ask(urls.app, f"select current_setting('{name}')") == ("on",)
    with pytest.raises(EmbeddedPostgresError, match="echte gegevens"):
        EmbeddedPostgres(data, tests=True).start()


def test_stopping_leaves_nothing_behind_and_data_stays(data: Path) -> None:
    server = EmbeddedPostgres(data)
    first = server.start()
    with psycopg.connect(first.owner) as connection:
        connection.execute("create table bewaard as select 42 as n")
    assert server.is_running()
    server.stop()
    server.stop()
    assert not server.is_running()
    assert not find_processes(data / "pgdata")
    assert not socket_folder(first.app).exists()
    assert server.start() == first
    assert ask(first.owner, "select n from bewaard") == (42,)
    server.stop()


def test_folder_moves_and_lies_deep(data: Path, folder: Path) -> None:
    with EmbeddedPostgres(data) as server, psycopg.connect(server.start().owner) as connection:
        connection.execute("create table bewaard as select 42 as n")
    deep = folder / "een map met spaties" / ("d" * 100) / ("e" * 100)
    deep.mkdir(parents=True)
    shutil.move(data, deep / "data")
    with EmbeddedPostgres(deep / "data") as server:
        assert ask(server.start().owner, "select n from bewaard") == (42,)


def test_folder_copied_without_its_rights_is_repaired(data: Path, folder: Path) -> None:
    shutil.copytree(data, folder / "kopie")
    for path in (folder / "kopie", *(folder / "kopie").rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    with EmbeddedPostgres(folder / "kopie") as server:
        assert ask(server.start().app, "select 1") == (1,)
    assert stat.S_IMODE((folder / "kopie" / "wachtwoorden.json").stat().st_mode) == 0o600


@pytest.mark.parametrize("version", [18, 16])
def test_first_start_killed_anywhere_is_completed_later(
    version: int, folder: Path, python: Callable, until: Callable
) -> None:
    """The start is killed as soon as one of its traces shows; the next start ends well all the same."""
    code = (
        "import sys; from pathlib import Path; from waakvlam.adapters.postgres_embedded import EmbeddedPostgres;"
        f"EmbeddedPostgres(Path(sys.argv[1]), {version}, tests=True).start(); print('klaar'); sys.stdin.read()"
    )
    traces = [
        "nieuw-*/pgdata/base",
        "pgdata",
        "server.slot",
        "pgdata/postmaster.pid",
    ]
    for number, trace in enumerate(traces if version == 18 else traces[-1:]):
        data = folder / str(number)
        child = python(code, data)
        until(lambda data=data, trace=trace: any(data.glob(trace)), trace)
        child.kill()
        child.wait()
        with EmbeddedPostgres(data, version, tests=True) as server:
            assert ask(server.start().app, "select current_user") == ("waakvlam_app",)
        assert not [path for path in data.iterdir() if path.name.startswith("nieuw-")]
