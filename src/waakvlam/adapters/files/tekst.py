"""CSV in any of the encodings and separators that partners use."""

import codecs
import csv
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import TextIO

from waakvlam.adapters.files.rijen import Rij, Tabel, is_blanco
from waakvlam.domain.common.fouten import WaakvlamFout
from waakvlam.domain.signalen.kolommen import KOLOMMEN, herken_kolom

SCHEIDINGSTEKENS = ";,\t"
MAX_CEL = 100_000
_BLOK = 1 << 20
_EINDE = (
    "\x00\x04einde\x04\x00"  # set after the last line: inside a cell it shows a quote that was never closed
)
_VERPLICHT = {kolom.naam for kolom in KOLOMMEN if kolom.verplicht}


def herken_codering(pad: Path) -> str:
    """Tell the encoding of a text file: byte order mark, then UTF-16 by its zeros, then UTF-8, else Windows-1252."""
    with pad.open("rb") as bestand:
        begin = bestand.read(4096)
        for bom, codering in (
            (codecs.BOM_UTF8, "utf-8-sig"),
            (codecs.BOM_UTF16_LE, "utf-16"),
            (codecs.BOM_UTF16_BE, "utf-16"),
        ):
            if begin.startswith(bom):
                return codering
        if begin[1::2].count(0) > len(begin) // 4:
            return "utf-16-le"
        if begin[::2].count(0) > len(begin) // 4:
            return "utf-16-be"
        lezer = codecs.getincrementaldecoder("utf-8")()
        ascii_ = True
        try:
            while begin:
                ascii_ = lezer.decode(begin).isascii() and ascii_
                begin = bestand.read(_BLOK)
        except UnicodeDecodeError:
            return "cp1252"
        # Only the last character is cut off: UTF-8 that was broken off, unless nothing before it was UTF-8.
        return "cp1252" if lezer.getstate()[0] and ascii_ else "utf-8"


def herken_scheidingsteken(tekst: TextIO) -> str:
    """Tell the separator: the sign that splits the first filled line in most parts outside quotes."""
    while regel := tekst.readline(MAX_CEL):
        if regel.strip():
            break
    buiten = "".join(regel.split('"')[::2])
    return max(SCHEIDINGSTEKENS, key=buiten.count)


def _records(tekst: TextIO, scheiding: str, naam: str) -> Iterator[tuple[int, list[str] | None]]:
    """Number the records as a spreadsheet does; a blank line is an empty record, None a last row without its end."""
    csv.field_size_limit(MAX_CEL)
    nummer = 0
    try:
        for nummer, cellen in enumerate(csv.reader(chain(tekst, [_EINDE]), delimiter=scheiding), 1):
            if cellen == [_EINDE]:
                return
            if cellen and cellen[-1].endswith(_EINDE):
                if nummer == 1 or "\n" in cellen[-1]:
                    raise WaakvlamFout(
                        f"{naam}: in rij {nummer} is een aanhalingsteken niet gesloten; alles erna hoort nu bij die "
                        "cel. Verbeter die rij en probeer opnieuw."
                    )
                yield nummer, None
                return
            yield nummer, cellen
    except csv.Error as fout:
        raise WaakvlamFout(
            f"{naam}: rij {nummer + 1} is niet te lezen: een cel is langer dan {MAX_CEL} tekens. "
            "Meestal is daar een aanhalingsteken niet gesloten. Verbeter die rij en probeer opnieuw."
        ) from fout
    except UnicodeDecodeError as fout:
        raise WaakvlamFout(
            f"{naam}: na rij {nummer} staan tekens die niet te lezen zijn. "
            "Sla het bestand op als CSV UTF-8 en probeer opnieuw."
        ) from fout


def _rij(nummer: int, cellen: list[str], kop: list[str], nodig: int) -> Rij:
    """Check the shape of one record.

    Programs drop empty cells at the end: missing cells are fine as long as no
    required column is among them.
    """
    if len(cellen) > len(kop):
        fout = (
            f"De rij heeft {len(cellen)} cellen, de kop {len(kop)}. Zet tekst waar een scheidingsteken in staat "
            "tussen aanhalingstekens."
        )
        return Rij(nummer, [], fout)
    if len(cellen) < nodig:
        fout = (
            f"De rij heeft {len(cellen)} cellen, de kop {len(kop)}. Vul de ontbrekende cellen aan; "
            "mogelijk is het bestand afgebroken."
        )
        return Rij(nummer, [], fout)
    return Rij(nummer, cellen)


def lees_csv(pad: Path) -> Tabel:
    """Read a CSV file as a stream.

    Raises WaakvlamFout when it is empty or can't be decoded.
    """
    codering = herken_codering(pad)
    with pad.open(encoding=codering, newline="", errors="replace") as tekst:
        scheiding = herken_scheidingsteken(tekst)
    # Opened here, closed by the generator: the rows are read while they are used.
    tekst = pad.open(encoding=codering, newline="")
    records = _records(tekst, scheiding, pad.name)
    kop = next((cellen for _, cellen in records if cellen and not is_blanco(cellen)), None)
    if kop is None:
        tekst.close()
        raise WaakvlamFout(
            f"{pad.name}: het bestand is leeg. Lever een bestand met een kopregel en signalen."
        )
    return Tabel(kop, _rijen(records, kop, tekst))


def _rijen(records: Iterator[tuple[int, list[str] | None]], kop: list[str], tekst: TextIO) -> Iterator[Rij]:
    nodig = max((plek + 1 for plek, naam in enumerate(kop) if herken_kolom(naam) in _VERPLICHT), default=0)
    vol = len(kop)
    with tekst:
        for nummer, cellen in records:
            if cellen is None:
                yield Rij(
                    nummer,
                    [],
                    "Een aanhalingsteken is niet gesloten: het bestand is afgebroken. Lever het opnieuw.",
                )
                continue
            if not cellen or (not cellen[0].strip() and is_blanco(cellen)):
                continue
            yield Rij(nummer, cellen) if len(cellen) == vol else _rij(nummer, cellen, kop, nodig)
