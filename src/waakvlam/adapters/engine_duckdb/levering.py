"""Read files with the rules of domain.signalen: batch by batch, or into the tables `signaal`, `fout` and `waarschuwing`."""

import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from waakvlam.adapters.engine_duckdb.vorm import Vorm, bekijk_vorm
from waakvlam.adapters.files.lees import open_tabel
from waakvlam.adapters.files.rijen import Kolommen, Rij, Tabel
from waakvlam.domain.signalen import toetsing
from waakvlam.domain.signalen.kolommen import NAMEN, herken_kolom

# `sql` plans the rules twice, which for a small levering is a third of all work; the copy it saves is nothing to that.
warnings.filterwarnings("ignore", "Arrow output on a DB-API result")

BLOK = 50_000
_RIJSCHEMA = pa.schema(
    [("rij", pa.int64()), ("vormfout", pa.string()), *((naam, pa.string()) for naam in NAMEN)]
)
_FOUTSCHEMA = pa.schema(
    [("rij", pa.int64()), ("kolom", pa.string()), ("waarde", pa.string()), ("fout", pa.string())]
)
_LET_OP = pa.schema([("rij", pa.int64()), ("kolom", pa.string()), ("melding", pa.string())])
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


@dataclass(frozen=True)
class Deel:
    """A batch of `rijen` records of one file, as checked.

    `signalen`: the SIGNAALVELDEN of the good rows; `fouten`: (rij, kolom, waarde, fout) by row and by the columns of
    the file; `let_op`: warnings (rij, kolom, melding); `genoemd`: the partners that rows name, refused ones too.
    """

    rijen: int
    signalen: pa.Table
    fouten: list[tuple[int, str, str, str]]
    let_op: pa.Table
    genoemd: frozenset[str]


def lees_bestanden(
    con: duckdb.DuckDBPyConnection, opdracht: Leesopdracht, voortgang: Voortgang | None = None
) -> None:
    """Read every file into `signaal`, `fout` and `waarschuwing`; files are numbered from 1 in the order given.

    `voortgang` is told the number of rows read so far. Raises WaakvlamFout when
    a file can't be read at all; nothing of the earlier files is undone then.
    """
    con.execute(_TABELLEN)
    gelezen = 0
    for nr, pad in enumerate(opdracht.paden, 1):
        con.execute("insert into bestand values (?, ?)", [nr, pad.name])
        for deel in lees_in_delen(con, pad, opdracht):
            fouten = list(zip(*deel.fouten, strict=True)) or [()] * len(_FOUTSCHEMA)
            for tabel, inhoud in (
                ("signaal", deel.signalen),
                ("fout", pa.table(list(map(pa.array, fouten)), schema=_FOUTSCHEMA)),
                ("waarschuwing", deel.let_op),
            ):
                if inhoud.num_rows:
                    con.register("nieuw", inhoud)
                    con.execute(f"insert into {tabel} select {nr}, * from nieuw")
                    con.unregister("nieuw")
            gelezen += deel.rijen
            if voortgang and deel.rijen:
                voortgang(gelezen)


def lees_in_delen(con: duckdb.DuckDBPyConnection, pad: Path, opdracht: Leesopdracht) -> Iterator[Deel]:
    """Read one file (of `opdracht` only the rules count) batch by batch, at least one.

    Raises WaakvlamFout when it can't be read at all.
    """
    tabel = open_tabel(pad)
    volgorde = {kolom: nr for nr, kop in enumerate(tabel.kop) if (kolom := herken_kolom(kop))}
    let_op = _onbekend(tabel)
    for blok in _blokken(tabel, volgorde):
        yield _toets(con, blok, opdracht, volgorde, let_op)
        let_op = []
    if let_op:  # a heading only: its warnings still count
        yield _toets(con, _RIJSCHEMA.empty_table(), opdracht, volgorde, let_op)


def _onbekend(tabel: Tabel) -> list[tuple[int, str, str]]:
    return [
        (1, kop, f"Kolom '{kop}' is onbekend en wordt niet gebruikt.")
        for kop in tabel.kop
        if herken_kolom(kop) is None
    ]


def _blokken(tabel: Tabel, plek: dict[str, int]) -> Iterator[pa.Table]:
    """Bring the records together in batches of columns; unknown columns fall away."""
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


def _toets(
    con: duckdb.DuckDBPyConnection,
    blok: pa.Table,
    opdracht: Leesopdracht,
    volgorde: dict[str, int],
    let_op: list[tuple[int, str, str]],
) -> Deel:
    vorm = bekijk_vorm(blok)
    partners = list(opdracht.bsn_partners) if opdracht.bsn_partners is not None else None
    grens: dict[str, object] = {"alleen_gemeente": opdracht.alleen_gemeente, "bsn_partners": partners}
    con.register("rij", blok)
    vraag = toetsing.toets_sql(vorm.gevuld, vorm.gewoon)
    getoetst = _op_volgorde(con.execute(vraag, grens | {"gemeente": opdracht.gemeente}).to_arrow_table())
    con.unregister("rij")
    vervalt, genoemd = (getoetst.column(naam) for naam in ("bsn_vervalt", "genoemd"))
    heeft_fout = pc.not_equal(pc.add(*(getoetst.column(naam) for naam in toetsing.FOUTEN)), 0)
    signalen, fouten = getoetst.select([naam for naam, *_ in toetsing.SIGNAALVELDEN]), []
    if pc.any(heeft_fout).as_py():
        fouten = _noem_fouten(getoetst.filter(heeft_fout), blok.filter(heeft_fout), vorm)
        fouten.sort(key=lambda fout: (fout[0], volgorde.get(fout[1], len(volgorde))))
        signalen = signalen.filter(pc.invert(heeft_fout))
    if pc.any(vervalt).as_py():
        rijen = getoetst.column("rij").filter(pc.and_not(vervalt, heeft_fout)).to_pylist()
        let_op = let_op + [(rij, "bsn", toetsing.BSN_VERVALT) for rij in rijen]
    return Deel(
        blok.num_rows,
        signalen,
        fouten,
        pa.Table.from_pylist([dict(zip(_LET_OP.names, regel, strict=True)) for regel in let_op], _LET_OP),
        frozenset(pc.unique(genoemd).to_pylist()) - {None},
    )


def _op_volgorde(getoetst: pa.Table) -> pa.Table:
    """The rows in their order, as they mostly are already: DuckDB does not promise it of a query."""
    rijen = getoetst.column("rij")
    if pc.all(pc.less(rijen.slice(0, max(0, len(rijen) - 1)), rijen.slice(1))).as_py():
        return getoetst
    return getoetst.sort_by("rij")


def _noem_fouten(getoetst: pa.Table, blok: pa.Table, vorm: Vorm) -> list[tuple[int, str, str, str]]:
    """Name the errors of these rows, of which `blok` has the text."""
    getallen = zip(*(getoetst.column(naam).to_pylist() for naam in toetsing.FOUTEN), strict=True)
    soorten = getoetst.column("soort").to_pylist()
    return [
        (rij["rij"], *fout)
        for getal, rij, soort in zip(getallen, blok.to_pylist(), soorten, strict=True)
        for fout in toetsing.noem_fouten(getal, rij, soort, vorm.gevuld, vorm.gewoon)
    ]
