"""Rows to XLSX or CSV, and from XLSX: written so that no cell is a formula, read in a process of its own."""

import math
import os
from collections.abc import Sequence
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

import xlsxwriter

from waakvlam.adapters.files.schrijven import maak_csv
from waakvlam.adapters.files.werkblad import lees_werkblad
from waakvlam.domain.common.fouten import WaakvlamFout

_OPTIES = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
MAX_CEL = 32_767
"""Characters a cell can hold."""
_BREEDTE = (10, 60)
_ZIP = b"PK"
_PRECISIE = 6
_ONLEESBAAR = (
    "Dit werkblad is niet te lezen: het is leeg, beschadigd, beveiligd of te groot. "
    "Open het, sla het zonder wachtwoord op als XLSX, en kies het opnieuw."
)


class Werkboek:
    """The spreadsheets of `apps/berekeningen/ports.py`."""

    def als_xlsx(self, titel: str, rijen: Sequence[Sequence[str | Decimal]]) -> bytes:
        """Write one sheet; the first row is the heading. Amounts are numbers, everything else is text."""
        uit = BytesIO()
        with xlsxwriter.Workbook(uit, _OPTIES) as boek:
            boek.set_properties({"title": titel, "author": "Waakvlam"})
            blad = boek.add_worksheet(titel)
            kop, tekst = boek.add_format({"bold": True}), boek.add_format({"num_format": "@"})
            bedrag = boek.add_format({"num_format": "#,##0.00"})
            for nummer, rij in enumerate(rijen):
                for plek, cel in enumerate(rij):
                    if isinstance(cel, Decimal):
                        blad.write_number(nummer, plek, float(cel), bedrag)
                    else:
                        blad.write_string(nummer, plek, cel[:MAX_CEL], kop if nummer == 0 else tekst)
            for plek, breedte in enumerate(_breedten(rijen)):
                blad.set_column(plek, plek, breedte)
            blad.freeze_panes(1, 0)
        return uit.getvalue()

    def als_csv(self, rijen: Sequence[Sequence[str | Decimal]]) -> bytes:
        """Write CSV as a Dutch spreadsheet program opens it: `;`, a comma for decimals, and a mark for UTF-8."""
        kop, *rest = ([_tekst(cel) for cel in rij] for rij in rijen)
        return maak_csv(kop, rest).encode("utf-8-sig")

    def lees(self, inhoud: BinaryIO, hoogste_rij: int) -> list[Sequence[Any]]:
        """Read the first sheet in memory only; raises WaakvlamFout."""
        if inhoud.read(len(_ZIP)) != _ZIP:
            raise WaakvlamFout(
                "Dit is geen XLSX. Sla het werkblad op als XLSX (zonder wachtwoord) en kies het opnieuw."
            )
        inhoud.seek(0)
        nummer = os.memfd_create("werkboek", os.MFD_CLOEXEC)
        try:
            with os.fdopen(os.dup(nummer), "wb") as geheugen:
                while deel := inhoud.read(1 << 20):
                    geheugen.write(deel)
            return _lees(Path(f"/proc/self/fd/{nummer}"), hoogste_rij)
        finally:
            os.close(nummer)


def _lees(pad: Path, hoogste_rij: int) -> list[Sequence[Any]]:
    try:
        tabel = lees_werkblad(pad, precies=True)
    except WaakvlamFout as fout:
        # Its words are about signals, and name a file that has no name here.
        raise WaakvlamFout(_ONLEESBAAR) from fout
    rijen: list[Sequence[Any]] = [tabel.kop]
    for rij in tabel.rijen:
        if rij.nummer > hoogste_rij:
            raise WaakvlamFout(
                f"Rij {rij.nummer} is gevuld. Zet de regels in de eerste {hoogste_rij} rijen van het eerste blad."
            )
        # The sheet may begin with empty rows: each row keeps the number that the spreadsheet shows.
        rijen += [()] * (rij.nummer - len(rijen) - 1)
        rijen.append([_cel(cel) for cel in rij.cellen])
    return rijen


def _cel(cel: Any) -> Any:
    """Give a number as the Decimal that the spreadsheet shows: it holds 0.1 + 0.2 as 0.30000000000000004."""
    if not isinstance(cel, float) or not math.isfinite(cel):
        return str(cel) if isinstance(cel, float) else cel
    return Decimal(int(cel)) if cel == int(cel) else Decimal(repr(round(cel, _PRECISIE)))


def _tekst(cel: str | Decimal) -> str:
    return f"{cel:.2f}".replace(".", ",") if isinstance(cel, Decimal) else cel


def _breedten(rijen: Sequence[Sequence[str | Decimal]]) -> list[int]:
    smal, breed = _BREEDTE
    return [
        min(breed, max(smal, *(len(str(cel)) + 2 for cel in kolom))) for kolom in zip(*rijen, strict=True)
    ]
