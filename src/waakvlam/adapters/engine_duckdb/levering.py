"""Read files into the tables `signaal`, `fout` and `waarschuwing` with the rules of domain.signalen."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from waakvlam.adapters.files.lees import open_tabel
from waakvlam.adapters.files.rijen import Kolommen, Rij, Tabel
from waakvlam.domain.signalen import toetsing
from waakvlam.domain.signalen.kolommen import NAMEN, herken_kolom

BLOK = 50_000
_RIJSCHEMA = pa.schema(
    [("rij", pa.int64()), ("vormfout", pa.string()), *((naam, pa.string()) for naam in NAMEN)]
)
_TABELLEN = f"""
create table if not exists bestand (nr integer, naam varchar);
create table if not exists signaal (
    bestand_nr integer, {", ".join(f"{naam} {sqltype}" for naam, sqltype, _ in toetsing.SIGNAALVELDEN)});
create table if not exists fout (bestand_nr integer, rij bigint, kolom varchar, waarde varchar, fout varchar);
create table if not exists waarschuwing (bestand_nr integer, rij bigint, kolom varchar, melding varchar);
"""

Voortgang = Callable[[int], None]


@dataclass(frozen=True)
class Leesopdracht:
    """Which files to read and what holds for them (see `domain.signalen.toetsing`)."""

    paden: Sequence[Path]
    gemeente: str | None = None
    alleen_gemeente: str | None = None
    bsn_partners: Sequence[str] | None = None


def lees_bestanden(
    con: duckdb.DuckDBPyConnection, opdracht: Leesopdracht, voortgang: Voortgang | None = None
) -> None:
    """Read every file into `signaal`, `fout` and `waarschuwing`; files are numbered from 1 in the order given.

    `voortgang` is told the number of rows read so far. Raises WaakvlamFout when
    a file can't be read at all; nothing of the earlier files is undone then.
    """
    gelezen = 0
    for rijen in lees_in_blokken(con, opdracht):
        gelezen += rijen
        if voortgang:
            voortgang(gelezen)


def lees_in_blokken(con: duckdb.DuckDBPyConnection, opdracht: Leesopdracht) -> Iterator[int]:
    """Read as `lees_bestanden`, yielding the number of rows after each batch: the caller may empty the tables."""
    con.execute(_TABELLEN)
    for nr, pad in enumerate(opdracht.paden, 1):
        con.execute("insert into bestand values (?, ?)", [nr, pad.name])
        tabel = open_tabel(pad)
        _waarschuw_onbekend(con, nr, tabel)
        for blok in _blokken(tabel):
            _verwerk(con, nr, blok, opdracht)
            yield blok.num_rows


def _waarschuw_onbekend(con: duckdb.DuckDBPyConnection, nr: int, tabel: Tabel) -> None:
    for kop in tabel.kop:
        if herken_kolom(kop) is None:
            tekst = f"Kolom '{kop}' is onbekend en wordt niet gebruikt."
            con.execute("insert into waarschuwing values (?, 1, ?, ?)", [nr, kop, tekst])


def _blokken(tabel: Tabel) -> Iterator[pa.Table]:
    """Bring the records together in batches of columns; unknown columns fall away."""
    plek = {kolom: nr for nr, kop in enumerate(tabel.kop) if (kolom := herken_kolom(kop))}
    klaar: list[pa.RecordBatch] = []
    rijen: list[Rij] = []
    aantal = 0
    for deel in tabel.delen:
        if isinstance(deel, Rij):
            rijen.append(deel)
            aantal += 1
        else:
            if rijen:
                klaar.append(_batch(rijen, plek, len(tabel.kop)))
                rijen = []
            klaar.append(_batch_van_kolommen(deel, plek))
            aantal += len(deel.nummers)
        if aantal >= BLOK:
            if rijen:
                klaar.append(_batch(rijen, plek, len(tabel.kop)))
            yield pa.Table.from_batches(klaar)
            klaar, rijen, aantal = [], [], 0
    if rijen:
        klaar.append(_batch(rijen, plek, len(tabel.kop)))
    if aantal:
        yield pa.Table.from_batches(klaar)


def _batch(blok: list[Rij], plek: dict[str, int], breedte: int) -> pa.RecordBatch:
    recht = [
        rij.cellen if len(rij.cellen) == breedte else [*rij.cellen, *[None] * (breedte - len(rij.cellen))]
        for rij in blok
    ]
    kolommen = list(zip(*recht, strict=True))
    leeg = pa.nulls(len(blok), pa.string())
    teksten = [pa.array(kolommen[plek[naam]], pa.string()) if naam in plek else leeg for naam in NAMEN]
    nummers = pa.array([rij.nummer for rij in blok], pa.int64())
    vormfouten = pa.array([rij.vormfout for rij in blok], pa.string())
    return pa.record_batch([nummers, vormfouten, *teksten], schema=_RIJSCHEMA)


def _batch_van_kolommen(deel: Kolommen, plek: dict[str, int]) -> pa.RecordBatch:
    leeg = pa.nulls(len(deel.nummers), pa.string())
    teksten = [deel.teksten[plek[naam]] if naam in plek else leeg for naam in NAMEN]
    return pa.record_batch([deel.nummers, leeg, *teksten], schema=_RIJSCHEMA)


def _gevuld(blok: pa.Table) -> frozenset[str]:
    """The columns with any text in this batch."""
    return frozenset(naam for naam in NAMEN if pc.any(pc.greater(pc.binary_length(blok[naam]), 0)).as_py())


def _verwerk(con: duckdb.DuckDBPyConnection, nr: int, blok: pa.Table, opdracht: Leesopdracht) -> None:
    con.register("rij", blok)
    partners = list(opdracht.bsn_partners) if opdracht.bsn_partners is not None else None
    grens = {"alleen_gemeente": opdracht.alleen_gemeente}
    con.execute(toetsing.voorbereid(_gevuld(blok)), grens | {"bsn_partners": partners})
    con.unregister("rij")
    rij = con.execute(
        "select bool_or(heeft_fout), bool_or(bsn is not null and not bsn_mag) from gelezen"
    ).fetchone()
    heeft_fout, heeft_bsn = rij or (False, False)
    if heeft_fout:
        con.execute(f"insert into fout select {nr}, * from ({toetsing.FOUTEN})", grens)
    if heeft_bsn:
        con.execute(f"insert into waarschuwing select {nr}, * from ({toetsing.WAARSCHUWINGEN})")
    con.execute(
        f"insert into signaal select {nr}, * from ({toetsing.SIGNALEN})", {"gemeente": opdracht.gemeente}
    )
