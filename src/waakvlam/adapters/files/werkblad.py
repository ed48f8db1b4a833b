"""XLSX and ODS: the first sheet."""

import errno
import json
import os
import re
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from waakvlam.adapters.files import werkblad_kind
from waakvlam.adapters.files.rijen import Rij, Tabel
from waakvlam.domain.common.fouten import WaakvlamFout

# A sheet holds at most 1,048,576 rows; a full one of forty columns unpacks to about this.
MAX_UITGEPAKT = 1_500_000_000
MAX_KOLOMMEN = 500
MAX_SECONDEN = 300
# A sheet of real signals unpacks to about fifteen times its size; below this size the ratio does not matter.
MAX_VERHOUDING = 200
VERDACHT_VANAF = 50_000_000
_BLOK = 1 << 20
# Bounded on every side: without, a row of these names with nothing between takes a time that grows with its square.
_CELNAAM = re.compile(rb'<c r="([A-Z]{1,4})\d{1,9}"')
_HERHAALD = re.compile(rb'number-columns-repeated="(\d{1,18})"[^>]{0,500}>\s{0,100}<text')


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
        uitgepakt = sum(deel.file_size for deel in delen)
        if uitgepakt > MAX_UITGEPAKT:
            raise _te_groot(pad.name, f"uitgepakt meer dan {MAX_UITGEPAKT // 1_000_000} MB")
        if uitgepakt > max(VERDACHT_VANAF, MAX_VERHOUDING * pad.stat().st_size):
            raise _te_groot(pad.name, f"uitgepakt meer dan {MAX_VERHOUDING} keer zo groot")
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


def lees_werkblad(pad: Path, *, precies: bool = False) -> Tabel:
    """Read the first sheet; typed cells become the text the rules read. `precies` leaves numbers as they are (float).

    Raises WaakvlamFout when the file is damaged, protected, too large or empty.
    """
    try:
        _toets_inhoud(pad)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as fout:
        raise _beschadigd(pad.name) from fout
    regels = _lees_in_kind(pad, precies=precies)
    kop = json.loads(next(regels))
    return Tabel(kop, (Rij(*json.loads(regel)) for regel in regels))


def _lees_in_kind(pad: Path, *, precies: bool) -> Iterator[str]:
    """Have the sheet read by `werkblad_kind`; gives its lines."""
    # In memory, never on disk: the rows are personal data. It is gone when the last row was read.
    uit = os.fdopen(os.memfd_create("werkblad", os.MFD_CLOEXEC), "w+", encoding="utf-8")
    opdracht = [sys.executable, "-P", "-m", werkblad_kind.__name__]
    opdracht += [werkblad_kind.PRECIES] if precies else []
    try:
        # The sheet goes in as standard input: a path may mean nothing in another process.
        with pad.open("rb") as blad:
            code = subprocess.run(
                opdracht, stdin=blad, stdout=uit, stderr=subprocess.DEVNULL, timeout=MAX_SECONDEN, check=False
            ).returncode
    except subprocess.TimeoutExpired:
        code = werkblad_kind.TE_GROOT
    if code == 0:
        uit.seek(0)
        return _regels(uit)
    uit.close()
    if code == werkblad_kind.LEEG:
        raise WaakvlamFout(
            f"{pad.name}: het eerste blad is leeg. Zet de kopregel en de signalen op het eerste blad."
        )
    if code < 0 or code == werkblad_kind.TE_GROOT:
        raise _te_groot(pad.name, "het past niet in het geheugen")
    if code == werkblad_kind.SCHIJF:
        raise OSError(errno.ENOSPC, "geen ruimte voor het tijdelijke bestand")
    raise _beschadigd(pad.name)


def _regels(uit: TextIO) -> Iterator[str]:
    with uit:
        yield from uit


def _beschadigd(naam: str) -> WaakvlamFout:
    return WaakvlamFout(
        f"{naam}: het werkblad is beschadigd, beveiligd of afgebroken en niet te lezen. "
        "Open het, sla het opnieuw op als XLSX of CSV, en lever het opnieuw."
    )
