"""What the columns of a batch look like, so that rules which can't apply are left out."""

from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from waakvlam.domain.signalen.kolommen import KOLOMMEN

_ZICHTBAAR = bytes(range(0x21, 0x7F))


@dataclass(frozen=True)
class Vorm:
    """Which columns hold any text, and of which every cell is short and of visible ASCII (see `toetsing.toets_sql`)."""

    gevuld: frozenset[str]
    gewoon: frozenset[str]


def bekijk_vorm(blok: pa.Table) -> Vorm:
    """Look at the bytes of every column of KOLOMMEN in a batch."""
    gevuld, gewoon = set(), set()
    for kolom in KOLOMMEN:
        delen = blok.column(kolom.naam).chunks
        inhoud = [_bytes(deel) for deel in delen]
        if not any(inhoud):
            continue
        gevuld.add(kolom.naam)
        langste = max(pc.max(pc.binary_length(deel)).as_py() or 0 for deel in delen)
        if langste <= kolom.max_lengte and not any(deel.translate(None, _ZICHTBAAR) for deel in inhoud):
            gewoon.add(kolom.naam)
    return Vorm(frozenset(gevuld), frozenset(gewoon))


def _bytes(deel: pa.StringArray) -> bytes:
    """The text of all cells of an array, one after the other."""
    _, plekken, tekst = deel.buffers()
    if tekst is None or plekken is None:
        return b""
    grenzen = memoryview(plekken).cast("i")
    return bytes(tekst[grenzen[deel.offset] : grenzen[deel.offset + len(deel)]])
