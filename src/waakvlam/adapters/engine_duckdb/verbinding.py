"""A DuckDB in memory, bounded, that leaves nothing behind."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

import duckdb

GEHEUGEN = "1200MB"


@contextmanager
def open_engine() -> Iterator[duckdb.DuckDBPyConnection]:
    """Yield a connection with a memory limit; what does not fit goes to a private folder that is removed."""
    with tempfile.TemporaryDirectory(prefix="waakvlam-") as map_:
        con = duckdb.connect(
            ":memory:",
            config={"memory_limit": GEHEUGEN, "temp_directory": map_, "autoinstall_known_extensions": False},
        )
        try:
            con.execute("set enable_progress_bar = false")
            con.execute("set preserve_insertion_order = true")
            yield con
        finally:
            con.close()
