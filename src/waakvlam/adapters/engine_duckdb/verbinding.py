"""A DuckDB in memory, bounded, that leaves nothing behind."""

import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import duckdb

from waakvlam.foundation import tijdelijk

GEHEUGEN = "1200MB"
ONDERBROKEN = "Query interrupted"
"""What DuckDB says, as a RuntimeError, when somebody interrupts it."""

# What does not fit in memory is encrypted on its way to disk, under a key that exists in memory only, so that what a
# killed process leaves cannot simply be read. DuckDB's own cipher (AES-GCM) draws its keys from an ordinary random
# generator, hence its word "unsafe"; the better one comes in an extension that would have to be downloaded. So this
# guards against who comes across the file, not against who sets out to break it; that is why such files also lie in
# a private folder and are cleared away. A month of the whole country does not reach the limit.
_VERSLEUTELD = {"force_mbedtls_unsafe": "true", "temp_file_encryption": True}

_datamap: Path | None = None


def werk_onder(datamap: Path) -> None:
    """Let every engine of this process keep what does not fit in memory below the data folder.

    Without it (file to file, no data folder) that goes to a private folder of the system.
    """
    global _datamap
    _datamap = datamap


def _map() -> AbstractContextManager[Any]:
    if _datamap is None:
        return tempfile.TemporaryDirectory(prefix="waakvlam-")
    return tijdelijk.eigen_map(_datamap)


@contextmanager
def open_engine() -> Iterator[duckdb.DuckDBPyConnection]:
    """Yield a connection with a memory limit; what does not fit goes, encrypted, to a folder that is removed."""
    with _map() as map_:
        con = duckdb.connect(
            ":memory:",
            config={
                "memory_limit": GEHEUGEN,
                "temp_directory": str(map_),
                "autoinstall_known_extensions": False,
                **_VERSLEUTELD,
            },
        )
        try:
            con.execute("set enable_progress_bar = false")
            con.execute("set preserve_insertion_order = true")
            yield con
        except RuntimeError as fout:
            if str(fout) == ONDERBROKEN:  # Ctrl-C during a query
                raise KeyboardInterrupt from fout
            raise
        finally:
            con.close()
