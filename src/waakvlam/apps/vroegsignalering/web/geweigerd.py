"""The refused cells of a levering as XLSX.

Why not CSV: a spreadsheet program reads a CSV cell that begins with = + - @ as a formula, and the usual remedy (an
apostrophe in front) changes the data: a kenmerk `-123` would come back as `'-123`. In XLSX every cell says what it
is, so values are written as text: nothing is calculated and nothing is changed. Bron: OWASP, CSV Injection.
"""

from collections.abc import Iterable
from io import BytesIO

import xlsxwriter

from waakvlam.apps.vroegsignalering.models import Levering, Leveringsfout

MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
KOPPEN = (("Rij", 8), ("Kolom", 22), ("Waarde", 32), ("Wat te doen", 90))
_OPTIES = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
MAX_CEL = 32_767
"""Characters a cell can hold."""


def maak_werkblad(levering: Levering, fouten: Iterable[Leveringsfout]) -> bytes:
    """Write a workbook with one row per refused cell."""
    uit = BytesIO()
    with xlsxwriter.Workbook(uit, _OPTIES) as boek:
        boek.set_properties({"title": f"Geweigerde rijen van levering {levering.pk}", "author": "Waakvlam"})
        blad = boek.add_worksheet("Geweigerd")
        kop, tekst = boek.add_format({"bold": True}), boek.add_format({"num_format": "@", "text_wrap": True})
        for plek, (naam, breedte) in enumerate(KOPPEN):
            blad.set_column(plek, plek, breedte)
            blad.write_string(0, plek, naam, kop)
        laatste = 0
        for laatste, fout in enumerate(fouten, 1):
            blad.write_number(laatste, 0, fout.rij)
            for plek, waarde in enumerate((fout.kolom or "hele rij", fout.waarde or "", fout.fout), 1):
                blad.write_string(laatste, plek, waarde[:MAX_CEL], tekst)
        blad.freeze_panes(1, 0)
        blad.autofilter(0, 0, laatste, len(KOPPEN) - 1)
    return uit.getvalue()
