"""Put typed rows before the real engine, without a file in between."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import duckdb
import pyarrow as pa
from tests.domain.matching.orakel import Rij

from waakvlam.adapters.engine_duckdb.levering import Leesopdracht, lees_bestanden
from waakvlam.adapters.engine_duckdb.matchen import bereid_signalen_voor, match
from waakvlam.adapters.engine_duckdb.resultaat import maak_resultaat
from waakvlam.adapters.engine_duckdb.verbinding import open_engine
from waakvlam.domain.matching.beleid_lezen import lees_beleid

_KOLOMMEN: dict[str, tuple[pa.DataType, Any]] = {
    "bestand_nr": (pa.int32(), lambda r: r.bestand),
    "rij": (pa.int64(), lambda r: r.rij),
    "gemeente": (pa.string(), lambda r: r.gemeente),
    "partner": (pa.string(), lambda r: r.partner),
    "kenmerk": (pa.string(), lambda r: r.kenmerk),
    "soort": (pa.string(), lambda r: r.soort),
    "signaaldatum": (pa.date32(), lambda r: r.signaaldatum),
    "ontvangstdatum": (pa.date32(), lambda r: r.ontvangstdatum or r.signaaldatum),
    "ontstaansdatum": (pa.date32(), lambda r: r.ontstaansdatum),
    "dagen": (pa.int32(), lambda r: r.dagen),
    "bedrag": (pa.decimal128(15, 2), lambda r: r.bedrag),
    "geboortedatum": (pa.string(), lambda r: r.geboortedatum),
    "einde_levering": (pa.date32(), lambda r: r.signaaldatum if r.einde_levering else None),
    "sleutel_adres": (pa.string(), lambda r: r.sleutel),
    **{
        naam: (pa.bool_(), lambda r, naam=naam: getattr(r, naam))
        for naam in ("crisissignaal", "warme_overdracht", "bezwaar", "rechtspersoon", "zakelijk")
    },
}


@contextmanager
def proefmotor() -> Iterator[duckdb.DuckDBPyConnection]:
    """An engine with the tables that reading makes, still empty."""
    with open_engine() as con:
        lees_bestanden(con, Leesopdracht([]))
        con.execute("insert into bestand values (1, 'a.csv'), (2, 'b.csv')")
        yield con


def reken_uit(
    con: duckdb.DuckDBPyConnection, rijen: Sequence[Rij], beleid: dict[str, Any], maand: int
) -> dict[str, Any]:
    """The engine's result of one month in the form of the contract."""
    return reken_maanden_uit(con, rijen, beleid, [maand])[0]


def reken_maanden_uit(
    con: duckdb.DuckDBPyConnection, rijen: Sequence[Rij], beleid: dict[str, Any], maanden: Sequence[int]
) -> list[dict[str, Any]]:
    """The engine's result per month, of one match of all these months (as a simulation does it).

    With key persoon the `sleutel` of a row is taken as the cluster id; all addresses are then one.
    """
    tabel = pa.table({n: pa.array([lees(r) for r in rijen], t) for n, (t, lees) in _KOLOMMEN.items()})
    gelezen = lees_beleid(beleid)
    con.register("proefrij", tabel)
    con.execute("delete from signaal")
    if beleid.get("meervoudig", {}).get("sleutel") == "persoon":
        con.execute(
            "create or replace table persoon as select bestand_nr, rij, sleutel_adres as persoon from proefrij"
        )
        con.execute("insert into signaal by name select * replace ('1234AB1' as sleutel_adres) from proefrij")
    else:
        con.execute("insert into signaal by name select * from proefrij")
    con.unregister("proefrij")
    bereid_signalen_voor(con, gelezen)
    match(con, gelezen, maanden)
    return [maak_resultaat(con, gelezen, maand) for maand in maanden]
