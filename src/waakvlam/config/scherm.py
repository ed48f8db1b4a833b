"""What the command line shows: tables and progress for people, JSON for programs, files whole or not at all."""

import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
)
from rich.table import Table

# Into a file or pipe there is no screen to fit: wide enough for the tables.
uit = Console(highlight=False, soft_wrap=True, width=None if sys.stdout.isatty() else 200)
naast = Console(stderr=True, highlight=False)


@contextmanager
def voortgang(wat: str, totaal: int | None = None) -> Iterator[Callable[[int], None]]:
    """Show progress beside the output, on a terminal only; yields a function that takes the number done."""
    kolommen = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*kolommen, console=naast, transient=True, disable=not naast.is_terminal) as balk:
        taak = balk.add_task(wat, total=totaal)
        yield lambda gedaan: balk.update(taak, completed=gedaan)


def toon_tabel(
    titel: str, koppen: Sequence[str], rijen: Sequence[Sequence[Any]], rechts: Sequence[int] = ()
) -> None:
    """Print a table; the columns in `rechts` are right-aligned."""
    tabel = Table(title=titel, title_justify="left")
    for plek, kop in enumerate(koppen):
        tabel.add_column(kop, justify="right" if plek in rechts else "left", overflow="fold")
    for rij in rijen:
        tabel.add_row(*("" if cel is None else str(cel) for cel in rij))
    uit.print(tabel)


def toon_json(inhoud: Any) -> None:
    """Print the contract's form on standard output."""
    json.dump(inhoud, sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")


def schrijf_json(pad: Path, inhoud: Any) -> None:
    """Write the contract's form to a file: wholly, or the old file stays as it was."""
    with schrijf_heel(pad) as tijdelijk, tijdelijk.open("w", encoding="utf-8") as bestand:
        json.dump(inhoud, bestand, ensure_ascii=False, indent=1)
        bestand.write("\n")


@contextmanager
def schrijf_heel(pad: Path) -> Iterator[Path]:
    """Yield a temporary path beside `pad` that takes its place when all went well."""
    nummer, naam = tempfile.mkstemp(dir=pad.parent if str(pad.parent) else ".", prefix=f".{pad.name}.")
    os.close(nummer)
    tijdelijk = Path(naam)
    try:
        yield tijdelijk
        tijdelijk.replace(pad)
    except BaseException:
        tijdelijk.unlink(missing_ok=True)
        raise
