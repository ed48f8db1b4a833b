"""The fast way through a CSV file: blocks of lines, parsed to columns.

It gives exactly what `csv.reader` gives, or None: then the caller reads the block record by record. Trusted is a
block of which every record has as many cells as the heading, that ends outside quotes and has no odd line ends.
"""

from collections.abc import Iterator
from typing import BinaryIO

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv

from waakvlam.adapters.files.rijen import Kolommen

MAX_CEL = 100_000
BLOK = 1 << 23
_BOM = b"\xef\xbb\xbf"
# A record of its own after the last line: when it comes out whole, the block ended outside quotes.
_EINDE = b"\x04einde\x04"
_CODERINGEN = ("utf-8", "utf-8-sig", "cp1252")


def sla_kop_over(bestand: BinaryIO, codering: str, koprij: int) -> int | None:
    """Go past the heading, which is record `koprij`; returns the place after it.

    None when lines and records may differ there, or when the encoding is no extension of ASCII.
    """
    if codering not in _CODERINGEN:
        return None
    for _ in range(koprij):
        regel = bestand.readline(MAX_CEL)
        if not regel.endswith(b"\n") or b'"' in regel or b"\r" in regel.removesuffix(b"\r\n"):
            return None
    return bestand.tell()


def lees_blokken(bestand: BinaryIO) -> Iterator[bytes]:
    """Cut what is left of a file into blocks of whole lines; a line longer than a block makes the block longer."""
    rest: list[bytes] = []
    while deel := bestand.read(BLOK):
        knip = deel.rfind(b"\n") + 1
        if not knip:
            rest.append(deel)
            continue
        yield b"".join([*rest, deel[:knip]])
        rest = [deel[knip:]] if knip < len(deel) else []
    if rest:
        yield b"".join(rest)


def lees_kolommen(
    blok: bytes, codering: str, scheiding: str, nummer: int, breedte: int
) -> tuple[int, Kolommen] | None:
    """Parse a block that comes after record `nummer`; returns the number of its last record and the columns."""
    if blok.startswith(_BOM) or blok.count(b"\r") != blok.count(b"\r\n") or _EINDE in blok:
        return None
    aanhaling = b'"' in blok
    if codering == "cp1252":
        try:
            blok = blok.decode(codering).encode()
        except UnicodeDecodeError:
            return None
    if not blok.endswith(b"\n"):
        blok += b"\n"
    slot = _EINDE + scheiding.encode() * (breedte - 1) + b"\n"
    tabel = _ontleed(blok + slot, scheiding, breedte, aanhaling)
    if tabel is None:
        return None
    aantal = tabel.num_rows - 1
    kolommen = [kolom.combine_chunks() for kolom in tabel.columns]
    if kolommen[0][-1].as_py() != _EINDE.decode():
        return None
    kolommen = [kolom.slice(0, aantal) for kolom in kolommen]
    if any((pc.max(pc.binary_length(kolom)).as_py() or 0) > MAX_CEL for kolom in kolommen):
        return None
    nummers = pa.arange(nummer + 1, nummer + 1 + aantal)
    return nummer + aantal, _zonder_blanco(Kolommen(nummers, kolommen))


def _ontleed(inhoud: bytes, scheiding: str, breedte: int, aanhaling: bool) -> pa.Table | None:
    namen = [str(plek) for plek in range(breedte)]
    try:
        return csv.read_csv(
            pa.py_buffer(inhoud),
            read_options=csv.ReadOptions(column_names=namen, block_size=len(inhoud) + 1),
            parse_options=csv.ParseOptions(
                delimiter=scheiding,
                quote_char='"' if aanhaling else False,
                double_quote=True,
                escape_char=False,
                newlines_in_values=aanhaling,
                ignore_empty_lines=False,
            ),
            convert_options=csv.ConvertOptions(
                column_types=dict.fromkeys(namen, pa.string()), strings_can_be_null=False
            ),
        )
    except pa.ArrowInvalid:  # another number of cells, a blank line, no UTF-8
        return None


def _zonder_blanco(gelezen: Kolommen) -> Kolommen:
    """Leave out the records with nothing but white space in them."""
    plekken = pa.arange(0, len(gelezen.nummers))
    for tekst in gelezen.teksten:
        leeg = pc.invert(pc.match_substring_regex(tekst.take(plekken), "[!-~]"))  # no visible ASCII sign
        if not pc.any(leeg).as_py():
            return gelezen
        plekken = plekken.filter(leeg)
    blanco = [
        plek
        for plek, *cellen in zip(
            plekken.to_pylist(), *(t.take(plekken).to_pylist() for t in gelezen.teksten), strict=True
        )
        if not any(cel.strip() for cel in cellen)
    ]
    if not blanco:
        return gelezen
    blijft = pc.invert(pc.is_in(pa.arange(0, len(gelezen.nummers)), pa.array(blanco, pa.int64())))
    return Kolommen(gelezen.nummers.filter(blijft), [tekst.filter(blijft) for tekst in gelezen.teksten])
