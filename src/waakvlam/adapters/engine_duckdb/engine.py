"""The engine of vroegsignalering on DuckDB and Splink: implements `apps.vroegsignalering.ports.Engine`."""

from collections.abc import Generator, Sequence
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from waakvlam.adapters.engine_duckdb.levering import Deel, Leesopdracht, lees_in_delen
from waakvlam.adapters.engine_duckdb.matchen import match_met_geschiedenis
from waakvlam.adapters.engine_duckdb.verbinding import open_engine
from waakvlam.adapters.linkage import link_persons
from waakvlam.apps.vroegsignalering.ports import Blok, Gekoppeld, Gematcht
from waakvlam.domain.matching.beleid import Beleid

_UITKOMSTEN = """
select g.volgnr, g.partner, g.sleutel, case when h.volgnr is not null then 'herhaald' else g.reden end as reden,
    g.soort, g.bedrag, g.dagen, h.vorige_maand, h.vorig_bedrag
from gewogen g left join herhaald h on h.volgnr = g.volgnr
order by g.volgnr
"""


class DuckDbEngine:
    """Reads, links and matches in this process; keeps nothing."""

    def lees(
        self, pad: Path, gemeente: str, bsn_partners: Sequence[str] | None
    ) -> Generator[Blok, None, None]:
        """Read and check one file for one gemeente, batch by batch."""
        opdracht = Leesopdracht([pad], gemeente=gemeente, alleen_gemeente=gemeente, bsn_partners=bsn_partners)
        with open_engine() as con:
            for deel in lees_in_delen(con, pad, opdracht):
                yield _als_blok(deel)

    def match(self, kandidaten: pa.Table, geschiedenis: pa.Table, beleid: Beleid, maand: int) -> Gematcht:
        """Match one month with what was taken up before."""
        with open_engine() as con:
            con.register("te_matchen", kandidaten)
            con.register("eerder", geschiedenis)
            match_met_geschiedenis(con, beleid, maand)
            return Gematcht(
                _rijen(con, "select * from melding order by gemeente, rang"), _rijen(con, _UITKOMSTEN)
            )

    def koppel(self, records: pa.Table) -> Gekoppeld:
        """Say which records are about the same person."""
        with open_engine() as con:
            koppeling = link_persons(records, con=con)
        clusters = koppeling.clusters
        return Gekoppeld(
            list(zip(clusters["rij_id"].to_pylist(), clusters["persoon"].to_pylist(), strict=True)),
            [
                (
                    paar.links,
                    paar.rechts,
                    paar.kans,
                    [
                        {"onderwerp": w.onderwerp, "uitkomst": w.uitkomst, "richting": w.richting.value}
                        for w in paar.waarom
                    ],
                )
                for paar in koppeling.onzeker
            ],
        )


def _als_blok(deel: Deel) -> Blok:
    som = deel.let_op.group_by(["kolom", "melding"]).aggregate([([], "count_all")]).to_pylist()
    let_op = [(regel["kolom"], regel["melding"], regel["count_all"]) for regel in som]
    return Blok(deel.rijen, deel.signalen, deel.fouten, let_op, deel.genoemd)


def _rijen(con: duckdb.DuckDBPyConnection, vraag: str) -> list[dict[str, Any]]:
    resultaat = con.execute(vraag)
    namen = [kolom[0] for kolom in resultaat.description or []]
    return [dict(zip(namen, rij, strict=True)) for rij in resultaat.fetchall()]
