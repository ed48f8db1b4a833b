"""XLSX and ODS: the first sheet."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, ZipError

from waakvlam.adapters.files.rijen import Rij, Tabel, cel_tekst, is_blanco
from waakvlam.domain.common.fouten import WaakvlamFout
from waakvlam.domain.signalen.kolommen import herken_kolom

# A sheet holds at most 1,048,576 rows; a full one of forty columns unpacks to about this.
MAX_UITGEPAKT = 1_500_000_000
MAX_KOLOMMEN = 500
_BLOK = 1 << 20
_CELNAAM = re.compile(rb'<c r="([A-Z]{1,4})\d+"')
_HERHAALD = re.compile(rb'number-columns-repeated="(\d+)"[^>]*>\s*<text')


def _kolomnummer(letters: bytes) -> int:
    nummer = 0
    for letter in letters:
        nummer = nummer * 26 + letter - 64
    return nummer


def _te_groot(naam: str, wat: str) -> WaakvlamFout:
    return WaakvlamFout(
        f"{naam}: dit werkblad is te groot om te lezen ({wat}). "
        "Lever het als CSV, of verwijder lege kolommen en bladen."
    )


def _toets_inhoud(pad: Path) -> None:
    """Refuse a sheet that would fill the memory: unpacked size and width are looked at without unpacking to memory."""
    with zipfile.ZipFile(pad) as archief:
        delen = archief.infolist()
        if sum(deel.file_size for deel in delen) > MAX_UITGEPAKT:
            raise _te_groot(pad.name, f"uitgepakt meer dan {MAX_UITGEPAKT // 1_000_000} MB")
        for deel in delen:
            if deel.filename.startswith("xl/worksheets/sheet") or deel.filename == "content.xml":
                _toets_breedte(archief, deel, pad.name)


def _toets_breedte(archief: zipfile.ZipFile, deel: zipfile.ZipInfo, naam: str) -> None:
    gelezen, staart = 0, b""
    with archief.open(deel) as stroom:
        while blok := stroom.read(_BLOK):
            gelezen += len(blok)
            tekst = staart + blok
            breedste = max((_kolomnummer(letters) for letters in set(_CELNAAM.findall(tekst))), default=0)
            herhaald = max(map(int, _HERHAALD.findall(tekst)), default=0)
            if gelezen > MAX_UITGEPAKT or max(breedste, herhaald) > MAX_KOLOMMEN:
                raise _te_groot(naam, f"meer dan {MAX_KOLOMMEN} kolommen")
            staart = tekst[-64:]


def lees_werkblad(pad: Path) -> Tabel:
    """Read the first sheet; typed cells become the text the rules read.

    Raises WaakvlamFout when the file is damaged, protected, too large or empty.
    """
    try:
        _toets_inhoud(pad)
        blad: list[list[Any]] = (
            CalamineWorkbook.from_path(str(pad)).get_sheet_by_index(0).to_python(skip_empty_area=False)
        )
    except (zipfile.BadZipFile, CalamineError, ZipError, IndexError, EOFError, NotImplementedError) as fout:
        raise WaakvlamFout(
            f"{pad.name}: het werkblad is beschadigd, beveiligd of afgebroken en niet te lezen. "
            "Open het, sla het opnieuw op als XLSX of CSV, en lever het opnieuw."
        ) from fout
    plek = next((nr for nr, cellen in enumerate(blad) if not is_blanco(cellen)), None)
    if plek is None:
        raise WaakvlamFout(
            f"{pad.name}: het eerste blad is leeg. Zet de kopregel en de signalen op het eerste blad."
        )
    kop = [str(cel).strip() for cel in blad[plek]]
    return Tabel(kop, _rijen(blad, plek, kop))


def _rijen(blad: list[list[Any]], plek: int, kop: list[str]) -> Iterator[Rij]:
    kolommen = [herken_kolom(naam) for naam in kop]
    for nummer, cellen in enumerate(blad[plek + 1 :], plek + 2):
        if not is_blanco(cellen):
            yield Rij(
                nummer, [cel_tekst(c, k, afronden=True) for c, k in zip(cellen, kolommen, strict=False)]
            )
