"""The common form in which every kind of file is handed on: a heading and numbered rows."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any

import pyarrow as pa

from waakvlam.domain.signalen.kolommen import GELDKOLOMMEN

CENT = Decimal("0.01")
MAX_CIJFERS = 50


@dataclass(frozen=True)
class Rij:
    """One record: its number as a spreadsheet shows it, its cells, and what is wrong with its shape."""

    nummer: int
    cellen: list[Any]
    vormfout: str | None = None


@dataclass(frozen=True)
class Kolommen:
    """Many well-formed records at once: their numbers, and a column of text per heading."""

    nummers: pa.Array
    teksten: list[pa.Array]


@dataclass(frozen=True)
class Tabel:
    """A file as read: the heading and the records after it. Blank records are left out already."""

    kop: list[str]
    delen: Iterator[Rij | Kolommen]

    @property
    def rijen(self) -> Iterator[Rij]:
        """The records one by one."""
        for deel in self.delen:
            if isinstance(deel, Rij):
                yield deel
            else:
                cellen = zip(*(tekst.to_pylist() for tekst in deel.teksten), strict=True)
                for nummer, rij in zip(deel.nummers.to_pylist(), cellen, strict=True):
                    yield Rij(nummer, list(rij))


def is_blanco(cellen: list[Any]) -> bool:
    """Tell whether a record has nothing but white space in it."""
    return not any(cel is not None and str(cel).strip() for cel in cellen)


def _getal(waarde: float | Decimal, kolom: str | None, afronden: bool) -> str:
    """Write a number as text; for money to the cent.

    A sheet stores 12,30 as 12.299999…: there the cents are rounded. A number in
    JSON that is no whole number of cents keeps all its digits (at least four),
    so that it is refused and not taken for thousands.
    """
    try:
        getal = waarde if isinstance(waarde, Decimal) else Decimal(repr(waarde))
        if getal.is_finite() and abs(getal.adjusted()) > MAX_CIJFERS:
            return str(getal)  # never write out 1e999999999
        if getal == getal.to_integral_value():
            return f"{getal:.0f}"
        if kolom in GELDKOLOMMEN:
            cent = getal.quantize(CENT, ROUND_HALF_UP)
            if afronden or cent == getal:
                return f"{cent:f}"
            return f"{getal:f}".ljust(len(str(int(getal))) + 5, "0")
    except (InvalidOperation, OverflowError, ValueError):
        return str(waarde)
    return f"{getal:f}"


def cel_tekst(waarde: Any, kolom: str | None, *, afronden: bool) -> str | None:
    """Bring a typed cell (sheet, JSON) to the text that the rules read.

    `afronden`: round money to the cent (sheets) or leave it to be refused (JSON).
    """
    if waarde is None or isinstance(waarde, str):
        return waarde
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, int):
        return str(waarde)
    if isinstance(waarde, float | Decimal):
        return _getal(waarde, kolom, afronden)
    if isinstance(waarde, datetime):
        return waarde.date().isoformat()
    if isinstance(waarde, date | time):
        return waarde.isoformat()
    return str(waarde)
