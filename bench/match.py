"""Match a national month with two years of history, beside SQL written by hand for the same policy.

Both work on the same table in DuckDB, with the same memory limit. Ours is `match(...)` as `waakvlam match` runs it,
for any policy; the peer is one script for this policy alone. They must give the same number of meldingen per
follow-up.
"""

import argparse
import tempfile
from pathlib import Path

import duckdb

from bench.measure import Line, Taken, alternate, clock, middle, run_side, tell

GEMEENTEN, MONTHS, PER_MONTH = 342, 24, 100_000
LAST = 2026 * 12 + 8 - 1
POLICY = Path(__file__).with_name("beleid.yaml")

# The same policy as one script. Month by month, because a repetition depends on what was taken up before it.
BY_HAND = """
create temp table kandidaat as
select volgnr, gemeente, partner, kenmerk, soort, maand, bedrag, dagen, sleutel, ontstaansdatum,
    crisis, crisis or einde or warm as vrij
from (
    select *, bool_or(crisissignaal) over w as crisis, bool_or(einde_levering) over w as einde,
        bool_or(warme_overdracht) over w as warm,
        row_number() over (w order by signaaldatum desc, volgnr desc) as plek
    from te_matchen window w as (partition by gemeente, partner, kenmerk, maand)
)
where plek = 1 and not (rechtspersoon or zakelijk or bezwaar)
    and (crisis or einde or (bedrag >= 75 and case soort
        when 'Huur' then dagen >= 30 when 'Energie' then dagen >= 30 when 'Water' then dagen >= 30
        when 'Zorg' then dagen between 30 and 100 when 'CAK Zorgverzekeringen' then dagen >= 60 else true end));
create temp table opgenomen as select * from kandidaat where false;
"""
BY_HAND_MONTH = """
insert into opgenomen
select k.* from kandidaat k left join (select * from opgenomen where maand = $maand - 1) v
    using (gemeente, partner, kenmerk)
where k.maand = $maand and (k.vrij or v.bedrag is null or v.bedrag < k.bedrag)
"""
BY_HAND_MELDING = """
create temp table uitkomst as
with eigen as (
    select gemeente, sleutel, sum(bedrag) as bedrag, min(ontstaansdatum) as oudste, bool_or(crisis) as crisis,
        bool_or(soort = 'Huur') as huur
    from opgenomen where maand = $maand group by all
),
samen as (
    select gemeente, sleutel, count(distinct partner) as aantal
    from opgenomen where maand between $maand - 1 and $maand group by all
),
eerder as (select distinct gemeente, sleutel from opgenomen where maand between $maand - 6 and $maand - 1),
gerangschikt as (
    select e.*, s.aantal, v.sleutel is not null as opeenvolgend,
        case when crisis then 1 when s.aantal >= 2 then 2 when huur and e.bedrag >= 1000 then 3 else 4 end as regel,
        row_number() over (
            partition by gemeente order by s.aantal desc, e.bedrag desc, oudste, sleutel) as rang
    from eigen e join samen s using (gemeente, sleutel) left join eerder v using (gemeente, sleutel)
)
select *, row_number() over (partition by gemeente, regel order by rang) as plek from gerangschikt
"""
_OURS = "select regel, binnen_quotum, count(*) from melding group by all order by all"
_THEIRS = "select regel, regel <> 2 or plek <= 24 as binnen, count(*) from uitkomst group by all order by all"


def bench(small: bool, rounds: int) -> list[Line]:
    """Make the table once; then ours and the peer in turn."""
    from waakvlam.adapters.synthetic.bulk import write_canonical_csv
    from waakvlam.adapters.synthetic.columns import MATCHING_COLUMNS

    months = [f"{m // 12}-{m % 12 + 1:02d}" for m in range(LAST - MONTHS + 1, LAST + 1)]
    signals = (PER_MONTH // 20 if small else PER_MONTH) * MONTHS
    with tempfile.TemporaryDirectory(prefix="waakvlam-bench-") as folder:
        file, table = Path(folder) / "land.csv", Path(folder) / "land.duckdb"
        write_canonical_csv(file, signals, GEMEENTEN, months, seed=2, columns=MATCHING_COLUMNS)
        run_side("bench.match", "--side", "prepare", "--file", str(file), "--table", str(table))

        def ours() -> Taken:
            return run_side("bench.match", "--side", "ours", "--table", str(table))

        def by_hand() -> Taken:
            return run_side("bench.match", "--side", "by_hand", "--table", str(table))

        mine, theirs = alternate(rounds, ours, by_hand)
    if mine[0].outcome != theirs[0].outcome:
        raise RuntimeError(f"De uitkomsten verschillen: {mine[0].outcome} en {theirs[0].outcome}")
    return [
        Line(
            f"landelijke maand ({signals:,} rijen)".replace(",", "."),
            "SQL met de hand",
            middle(mine),
            middle(theirs),
            middle(mine) / middle(theirs),
            middle(mine, "cpu") / middle(theirs, "cpu"),
            "≤ 2×, < 2048 MiB",
            max(t.memory for t in mine),
        )
    ]


def _prepare(file: Path, table: Path) -> None:
    """Read by our own rules, and keep what matching reads as a table."""
    from waakvlam.adapters.engine_duckdb.levering import Leesopdracht, lees_bestanden
    from waakvlam.adapters.engine_duckdb.matchen import bereid_signalen_voor
    from waakvlam.config.commands.match import lees_beleidsbestand

    with duckdb.connect(str(table)) as con:
        lees_bestanden(con, Leesopdracht([file]))
        bereid_signalen_voor(con, lees_beleidsbestand(POLICY))
        con.execute("create table invoer as select * from te_matchen")
        con.execute("drop table signaal")


def load(con: duckdb.DuckDBPyConnection, table: Path) -> None:
    """Take the table into memory: reading it from disk is no part of the measurement."""
    con.execute(f"attach '{table}' as bron (read_only)")
    con.execute("create table te_matchen as select * from bron.invoer")
    con.execute("detach bron")


def _ours(table: Path) -> Taken:
    from waakvlam.adapters.engine_duckdb.matchen import match
    from waakvlam.adapters.engine_duckdb.verbinding import open_engine
    from waakvlam.config.commands.match import lees_beleidsbestand

    policy = lees_beleidsbestand(POLICY)
    with open_engine() as con:
        load(con, table)
        with clock() as timed:
            match(con, policy, [LAST])
            found = con.execute(_OURS).fetchall()
    timed.taken.outcome = {"meldingen": found}
    return timed.taken


def _by_hand(table: Path) -> Taken:
    from waakvlam.adapters.engine_duckdb.verbinding import open_engine

    with open_engine() as con:
        load(con, table)
        with clock() as timed:
            con.execute(BY_HAND)
            for month in range(LAST - MONTHS + 1, LAST + 1):
                con.execute(BY_HAND_MONTH, {"maand": month})
            con.execute(BY_HAND_MELDING, {"maand": LAST})
            found = con.execute(_THEIRS).fetchall()
    timed.taken.outcome = {"meldingen": found}
    return timed.taken


def main() -> None:
    """One side, in a process of its own."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--side", choices=("prepare", "ours", "by_hand"), required=True)
    parser.add_argument("--file", type=Path)
    parser.add_argument("--table", type=Path, required=True)
    given = parser.parse_args()
    if given.side == "prepare":
        _prepare(given.file, given.table)
        tell(Taken(0, 0, 0))
        return
    tell({"ours": _ours, "by_hand": _by_hand}[given.side](given.table))


if __name__ == "__main__":
    main()
