"""Run the matching policy on DuckDB."""

from collections.abc import Sequence

import duckdb

from waakvlam.domain.matching import samenloop
from waakvlam.domain.matching.beleid import Beleid, Sleutel
from waakvlam.domain.matching.samenloop import Stap

# Rows of one file have numbers below this: bestand_nr * PER_BESTAND + rij orders all rows.
PER_BESTAND = 10_000_000_000
_OVERGENOMEN = (
    "gemeente, partner, kenmerk, soort, signaaldatum, ontvangstdatum, ontstaansdatum, dagen, bedrag, "
    "crisissignaal, warme_overdracht, bezwaar, rechtspersoon, zakelijk, geboortedatum"
)


def _voer_uit(con: duckdb.DuckDBPyConnection, stappen: Sequence[Stap]) -> None:
    for stap in stappen:
        con.execute(stap.sql, stap.waarden)


def bereid_signalen_voor(con: duckdb.DuckDBPyConnection, beleid: Beleid) -> None:
    """Give the table that reading made the form that matching asks: the view `te_matchen`.

    With key persoon a table `persoon(bestand_nr, rij, persoon)` must be there.
    """
    sleutel = "s.sleutel_adres"
    bron = "signaal s"
    if beleid.meervoudig.sleutel is Sleutel.PERSOON:
        sleutel = "p.persoon"
        bron += " join persoon p on s.bestand_nr = p.bestand_nr and s.rij = p.rij"
    con.execute(
        f"create or replace temp view te_matchen as select cast(s.bestand_nr as bigint) * {PER_BESTAND} + s.rij as volgnr, "
        f"s.bestand_nr, s.rij, {_OVERGENOMEN}, {samenloop.MAAND_SQL} as maand, "
        f"einde_levering is not null as einde_levering, {sleutel} as sleutel, s.sleutel_adres as adres from {bron}"
    )


def match(
    con: duckdb.DuckDBPyConnection, beleid: Beleid, maanden: Sequence[int], eerste_maand: int | None = None
) -> None:
    """Make `gewogen`, `geaccepteerd`, `herhaald` and `melding` for these months from `te_matchen`.

    Earlier months are judged by the same policy, from `eerste_maand` (default:
    the oldest in the input).
    """
    # Only months with signals: from a mistyped year 2206 back to now lie two thousand empty ones.
    met_signalen = [
        maand for (maand,) in con.execute("select distinct maand from te_matchen order by maand").fetchall()
    ]
    _voer_uit(con, samenloop.weeg(beleid))
    _voer_uit(con, [Stap(samenloop.GEACCEPTEERD), Stap(samenloop.HERHAALD)])
    te_wegen = [maand for maand in met_signalen if (eerste_maand or 0) <= maand <= max(maanden)]
    if te_wegen:
        _voer_uit(con, samenloop.accepteer(beleid, te_wegen))
    _voer_uit(con, samenloop.combineer(beleid, maanden))


def match_met_geschiedenis(con: duckdb.DuckDBPyConnection, beleid: Beleid, maand: int) -> None:
    """Match one month where earlier outcomes are known: `te_matchen` has the month, `eerder` what was taken up."""
    _voer_uit(con, samenloop.weeg(beleid))
    _voer_uit(con, [Stap(samenloop.GEACCEPTEERD), Stap(samenloop.HERHAALD)])
    con.execute("insert into geaccepteerd by name select * from eerder")
    _voer_uit(con, samenloop.accepteer(beleid, [maand]))
    _voer_uit(con, samenloop.combineer(beleid, [maand]))
