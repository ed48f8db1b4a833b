"""CSV in any of the encodings and separators that partners use."""

import codecs
import csv
import io
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import TextIO

from waakvlam.adapters.files.kolommen_csv import MAX_CEL, lees_blokken, lees_kolommen, sla_kop_over
from waakvlam.adapters.files.rijen import Kolommen, Rij, Tabel, is_blanco
from waakvlam.domain.common.fouten import WaakvlamFout
from waakvlam.domain.signalen.kolommen import KOLOMMEN, herken_kolom

SCHEIDINGSTEKENS = ";,\t"
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


def _records(
    tekst: TextIO, scheiding: str, naam: str, vorige: int = 0
) -> Iterator[tuple[int, list[str] | None]]:
    """Number the records as a spreadsheet does; a blank line is an empty record, None a last row without its end.

    `vorige` is the number of the record before this text.
    """
    csv.field_size_limit(MAX_CEL)
    nummer = vorige
    try:
        for nummer, cellen in enumerate(csv.reader(chain(tekst, [_EINDE]), delimiter=scheiding), vorige + 1):
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
    with pad.open(encoding=codering, newline="") as tekst:
        records = _records(tekst, scheiding, pad.name)
        koprij, kop = next(((nr, c) for nr, c in records if c and not is_blanco(c)), (0, None))
    if kop is None:
        raise WaakvlamFout(
            f"{pad.name}: het bestand is leeg. Lever een bestand met een kopregel en signalen."
        )
    return Tabel(kop, _delen(pad, codering, scheiding, kop, koprij))


def _delen(pad: Path, codering: str, scheiding: str, kop: list[str], koprij: int) -> Iterator[Rij | Kolommen]:
    """The records after the heading: block by block as long as that can be trusted, the rest as one stream."""
    nodig = max((plek + 1 for plek, naam in enumerate(kop) if herken_kolom(naam) in _VERPLICHT), default=0)
    with pad.open("rb") as bestand:
        begin = sla_kop_over(bestand, codering, koprij) if len(kop) > 1 else None
        if begin is None:
            bestand.seek(0)
            records = _records(io.TextIOWrapper(bestand, codering, newline=""), scheiding, pad.name)
            yield from _rijen((record for record in records if record[0] > koprij), kop, nodig)
            return
        codering = "utf-8" if codering == "utf-8-sig" else codering
        nummer = koprij
        for blok in lees_blokken(bestand):
            gelezen = lees_kolommen(blok, codering, scheiding, nummer, len(kop))
            if gelezen is None:
                gelezen = _een_voor_een(blok, codering, scheiding, nummer)
            if gelezen is None:
                break
            nummer, deel = gelezen
            begin += len(blok)
            yield from [deel] if isinstance(deel, Kolommen) else _rijen(deel, kop, nodig)
        bestand.seek(begin)
        tekst = io.TextIOWrapper(bestand, codering, newline="")
        yield from _rijen(_records(tekst, scheiding, pad.name, nummer), kop, nodig)


def _een_voor_een(
    blok: bytes, codering: str, scheiding: str, nummer: int
) -> tuple[int, list[tuple[int, list[str] | None]]] | None:
    """The records of one block after record `nummer`, and the number of the last.

    None when the block can't be read by itself: a cell goes on after it, or it is refused.
    """
    try:
        tekst = io.StringIO(blok.decode(codering), newline="")
        records = list(_records(tekst, scheiding, "", nummer))
    except (UnicodeDecodeError, WaakvlamFout):
        return None
    if not records:
        return None
    return None if records[-1][1] is None else (records[-1][0], records)


def _rijen(records: Iterable[tuple[int, list[str] | None]], kop: list[str], nodig: int) -> Iterator[Rij]:
    vol = len(kop)
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
