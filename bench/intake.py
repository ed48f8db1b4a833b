"""Read, validate and store signals as the application role, beside the raw floor.

Ours: `bewaar_levering` (encrypted on disk) and `verwerk_levering` (all rules, row-level security, two tables with
their indexes, audit). Floor: DuckDB reads the CSV as text and the rows are copied into one plain table of the same
columns, without a rule, an index or a policy. Both on the same embedded PostgreSQL with real fsync.
"""

import argparse
import csv
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

from bench.measure import Line, Taken, alternate, clock, cpu_of, middle, peak_memory, run_side, tell

ROWS, SMALL = 1_000_000, 50_000
GEMEENTE = "9901"
_TABLES = ("vroegsignalering_levering", "vroegsignalering_signaal", "personen_betrokkene")


def bench(small: bool, rounds: int) -> list[Line]:
    """Fill a database in a temporary folder, by ours and by the floor in turn."""
    from waakvlam.adapters.postgres_embedded import EmbeddedPostgres
    from waakvlam.adapters.synthetic.bulk import write_canonical_csv

    rows = SMALL if small else ROWS
    with tempfile.TemporaryDirectory(prefix="waakvlam-bench-", ignore_cleanup_errors=True) as folder:
        file = Path(folder) / "levering.csv"
        with EmbeddedPostgres(Path(folder) / "postgres") as server:
            urls = server.start()
            env = {
                "DATABASE_URL": urls.app,
                "DATABASE_OWNER_URL": urls.owner,
                "WAAKVLAM_DATAMAP": folder,
                "WAAKVLAM_DEMO": "1",
                "WAAKVLAM_HTTPS": "0",
                "WAAKVLAM_INGEBED": "1",
                "DJANGO_SETTINGS_MODULE": "waakvlam.config.settings",
            }
            write_canonical_csv(file, rows, [GEMEENTE], ["2026-08"], seed=1)
            run_side("bench.intake", "--side", "prepare", "--file", str(file), env=env)

            def ours() -> Taken:
                return run_side("bench.intake", "--side", "ours", "--file", str(file), env=env)

            def floor() -> Taken:
                return run_side("bench.intake", "--side", "floor", "--file", str(file), env=env)

            mine, theirs = alternate(rounds, ours, floor)
    return [_line(f"intake van {rows:,} signalen".replace(",", "."), mine, theirs)]


def _line(work: str, mine: list[Taken], theirs: list[Taken]) -> Line:
    return Line(
        work,
        "DuckDB `read_csv` + `COPY`",
        middle(mine),
        middle(theirs),
        middle(mine) / middle(theirs),
        _cpu(mine) / _cpu(theirs),
        "≤ 5×, < 2048 MiB",
        max(t.memory for t in mine),
        max(t.outcome["server_memory"] for t in mine),
    )


def _cpu(taken: list[Taken]) -> float:
    """CPU of the process and of its database connection."""
    return middle(taken, "cpu") + sorted(t.outcome["server_cpu"] for t in taken)[len(taken) // 2]


def _prepare(file: Path) -> None:
    """Make the tables, the gemeente, and the plain table of the floor."""
    import django
    import psycopg

    from waakvlam.config.omgeving import maak_geheimen

    maak_geheimen(Path(os.environ["WAAKVLAM_DATAMAP"]), demo=True)
    django.setup()
    from waakvlam.config.database import migreer
    from waakvlam.config.gemeenten import voeg_gemeente_toe
    from waakvlam.foundation import audit

    migreer()
    with audit.actor(audit.Actor("opdrachtregel", None, "opdrachtregel")):
        voeg_gemeente_toe(GEMEENTE, "Verzonnendam", "Verzonnendam")
    columns = ", ".join(f"{name} text" for name in _heading(file))
    with psycopg.connect(os.environ["DATABASE_OWNER_URL"]) as owner:
        owner.execute(f"create table bodem ({columns})")
        owner.execute("grant select, insert on bodem to public")


def _heading(file: Path) -> list[str]:
    with file.open(encoding="utf-8", newline="") as text:
        return next(csv.reader(text, delimiter=";"))


def _clear() -> None:
    """Both sides begin with empty tables and no dirty pages of the round before."""
    import psycopg

    with psycopg.connect(os.environ["DATABASE_OWNER_URL"]) as owner:
        owner.execute(f"truncate {', '.join(_TABLES)}, bodem cascade")


def _ours(file: Path) -> Taken:
    import django

    django.setup()
    from django.db import connection

    from waakvlam.apps.vroegsignalering import service
    from waakvlam.foundation import audit, tenancy

    with audit.actor(audit.Actor("opdrachtregel", None, "opdrachtregel")):
        connection.ensure_connection()
        with clock() as timed, tenancy.gemeenten(GEMEENTE), file.open("rb") as source:
            levering, _ = service.bewaar_levering(gemeente=GEMEENTE, bestandsnaam=file.name, bron=source)
            levering = service.verwerk_levering(levering.pk)
    outcome = _server(connection.connection) | {"rijen": levering.aantal_signalen}
    if levering.aantal_geweigerd or not levering.aantal_signalen:
        raise RuntimeError(f"{levering.aantal_geweigerd} rijen geweigerd: {levering.foutmelding}")
    timed.taken.outcome = outcome
    return timed.taken


def _floor(file: Path) -> Taken:
    import duckdb
    import psycopg
    import pyarrow as pa
    from pyarrow import csv as arrow_csv

    copied = 0
    with psycopg.connect(os.environ["DATABASE_URL"]) as connection, clock() as timed:
        with connection.cursor().copy("copy bodem from stdin (format csv)") as copy, duckdb.connect() as db:
            rows = db.sql(f"select * from read_csv('{file}', all_varchar = true, header = true, sep = ';')")
            for batch in rows.to_arrow_reader(100_000):
                sink = pa.BufferOutputStream()
                arrow_csv.write_csv(batch, sink, arrow_csv.WriteOptions(include_header=False))
                copy.write(sink.getvalue())
                copied += batch.num_rows
        connection.commit()
        outcome = _server(connection)
    timed.taken.outcome = outcome | {"rijen": copied}
    return timed.taken


def _server(connection: Any) -> dict[str, float]:
    """Memory and CPU of the server process that serves this connection (shared buffers are in its memory)."""
    pid = connection.info.backend_pid
    return {"server_memory": round(peak_memory(pid)), "server_cpu": round(cpu_of(pid), 2)}


def main() -> None:
    """One side, in a process of its own."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--side", choices=("prepare", "ours", "floor"), required=True)
    parser.add_argument("--file", type=Path, required=True)
    given = parser.parse_args()
    if given.side == "prepare":
        _prepare(given.file)
        print("{}", file=sys.stderr)
        tell(Taken(0, 0, 0))
        return
    _clear()
    tell({"ours": _ours, "floor": _floor}[given.side](given.file))


if __name__ == "__main__":
    main()
