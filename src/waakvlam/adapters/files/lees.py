"""Open any file a partner may send, by what it holds and not by its name."""

import re
from collections.abc import Callable
from pathlib import Path

from waakvlam.adapters.files.json_lijst import lees_json
from waakvlam.adapters.files.rijen import Tabel
from waakvlam.adapters.files.tekst import herken_codering, lees_csv
from waakvlam.adapters.files.werkblad import MAX_KOLOMMEN, lees_werkblad
from waakvlam.domain.common.fouten import WaakvlamFout
from waakvlam.domain.signalen.kolommen import herken_kolom, ontbrekende_kolommen

MAX_BYTES = 2_000_000_000
MAX_BYTES_JSON = 100_000_000  # JSON is read as a whole; ten times its size in memory
_PROEF = 65_536
# PDF, JPEG, PNG, GIF, gzip, 7z, RAR: what is sent by mistake most.
_GEEN_TEKST = (b"%PDF", b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!")
_ONLEESBAAR = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd\ud800-\udfff]")


def open_tabel(pad: Path, max_bytes: int = MAX_BYTES) -> Tabel:
    """Open a file as a table with all required columns present.

    Raises WaakvlamFout when it is absent, empty, too large, unreadable, lacks a
    required column or has a column twice.
    """
    if not pad.is_file():
        raise WaakvlamFout(f"{pad}: dit bestand bestaat niet. Controleer de naam en de map.")
    _toets_grootte(pad, "het bestand", max_bytes)
    lezer = _lezer(pad)
    if lezer is lees_json:
        _toets_grootte(pad, "dit JSON-bestand", MAX_BYTES_JSON)
    try:
        tabel = lezer(pad)
    except WaakvlamFout as fout:
        if lezer is lees_csv and _is_geen_tekst(pad):
            raise _geen_tabel(pad.name) from fout
        raise
    if lezer is lees_csv and not any(map(herken_kolom, tabel.kop)) and _is_geen_tabel(tabel.kop, pad):
        raise _geen_tabel(pad.name)
    _toets_kop(tabel, pad.name)
    return tabel


def _toets_grootte(pad: Path, wat: str, grens: int) -> None:
    grootte = pad.stat().st_size
    if grootte > grens:
        raise WaakvlamFout(
            f"{pad.name}: {wat} is {grootte // 1_000_000} MB, de grens is {grens // 1_000_000} MB. "
            "Splits het in kleinere bestanden."
        )


def _is_geen_tabel(kop: list[str], pad: Path) -> bool:
    """Tell by headings that nobody knows. In a table of text they may be those of a partner: these are named then."""
    return sum(bool(naam.strip()) for naam in kop) == 1 or _is_geen_tekst(pad)


def _is_geen_tekst(pad: Path) -> bool:
    """Tell whether a file that would not be read as a table is no text at all: a document, a photo, a program."""
    with pad.open("rb") as bestand:
        begin = bestand.read(4096)
    if begin.startswith(_GEEN_TEKST):
        return True
    tekst = begin.decode(herken_codering(pad), errors="replace")
    return len(_ONLEESBAAR.findall(tekst)) > len(tekst) // 20


def _geen_tabel(naam: str) -> WaakvlamFout:
    return WaakvlamFout(
        f"{naam}: dit is geen CSV, XLSX, ODS of JSON met signalen. Controleer of het het goede bestand is; in een CSV "
        "staan de kolommen op de eerste regel, gescheiden door ; of , of een tab."
    )


def _lezer(pad: Path) -> Callable[[Path], Tabel]:
    with pad.open("rb") as bestand:
        begin = bestand.read(4)
    if begin.startswith(b"PK"):
        return lees_werkblad
    if begin.startswith(b"\xd0\xcf\x11\xe0"):
        raise WaakvlamFout(
            f"{pad.name}: dit is een oud (.xls) of met een wachtwoord beveiligd werkblad. "
            "Sla het op als XLSX zonder wachtwoord, of als CSV."
        )
    with pad.open(encoding=herken_codering(pad), errors="replace") as tekst:
        while regel := tekst.readline(_PROEF):
            if regel.strip():
                return lees_json if regel.lstrip()[0] in "[{" else lees_csv
    return lees_csv


def _toets_kop(tabel: Tabel, naam: str) -> None:
    if len(tabel.kop) > MAX_KOLOMMEN:
        # In JSON every object may name other columns: each record would get a cell for all of them.
        raise WaakvlamFout(
            f"{naam}: het bestand heeft {len(tabel.kop)} kolommen, de grens is {MAX_KOLOMMEN}. "
            "Verwijder de kolommen die geen signaal beschrijven."
        )
    bekend = [kolom for kop in tabel.kop if (kolom := herken_kolom(kop))]
    dubbel = sorted({kolom for kolom in bekend if bekend.count(kolom) > 1})
    if dubbel:
        raise WaakvlamFout(f"{naam}: kolom {', '.join(dubbel)} komt twee keer voor. Laat er één staan.")
    mist = ontbrekende_kolommen(set(bekend))
    if mist and tabel.kop:
        raise WaakvlamFout(
            f"{naam}: kolom {', '.join(mist)} ontbreekt. Voeg de kolom toe aan de kopregel, of gebruik een profiel "
            "dat de kolommen van deze partner vertaalt."
        )
