"""CSV out, for people who will open it in a spreadsheet."""

import csv
import re
from collections.abc import Iterable, Sequence
from io import StringIO
from pathlib import Path
from typing import Any, TextIO

# What a spreadsheet may take for a formula. A sign before a plain number (a kenmerk such as -123) is none.
_FORMULE = re.compile(r"[=@\t\r]|[+-](?![\d.,\s-]*$)")


def veilige_cel(waarde: Any) -> Any:
    """Put an apostrophe before text that a spreadsheet would run as a formula; leave everything else as it is.

    >>> [veilige_cel(w) for w in ("-123", "K-1", "=1+1", "+31 6", "-2+3", "@x")]
    ['-123', 'K-1', "'=1+1", '+31 6', "'-2+3", "'@x"]
    """
    return f"'{waarde}" if isinstance(waarde, str) and _FORMULE.match(waarde) else waarde


def schrijf_csv(pad: Path, kop: Sequence[str], rijen: Iterable[Sequence[Any]]) -> None:
    """Write a CSV file (`;`, UTF-8) without formulas in it."""
    with pad.open("w", encoding="utf-8", newline="") as bestand:
        _schrijf(bestand, kop, rijen)


def maak_csv(kop: Sequence[str], rijen: Iterable[Sequence[Any]]) -> str:
    """Give the same as `schrijf_csv`, as text."""
    bestand = StringIO(newline="")
    _schrijf(bestand, kop, rijen)
    return bestand.getvalue()


def _schrijf(bestand: TextIO, kop: Sequence[str], rijen: Iterable[Sequence[Any]]) -> None:
    schrijver = csv.writer(bestand, delimiter=";", lineterminator="\n")
    schrijver.writerow(kop)
    schrijver.writerows([veilige_cel(cel) for cel in rij] for rij in rijen)
