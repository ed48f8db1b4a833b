"""Makes `gewichten.yaml` again: `python -m waakvlam.adapters.linkage.train`.

What: draws a synthetic set of records of which the person is known, puts every pair through the levels and counts: `m` is how
often a level occurs among pairs of one person, `u` among pairs of two persons of one gemeente. Because the truth is
known, counting is enough; no estimation (EM) is needed. The same seed gives the same file.

Why on made-up persons: no municipality's residents may serve as training material, and real files carry no truth. The
generator does not know the records the linkage is judged on.
"""

# ruff: noqa: S608 - SQL is built from names and conditions of our own; no value of a record ever becomes part of it

import sys
import tempfile
from math import log2
from pathlib import Path

import duckdb

from waakvlam.adapters.linkage.records import read_records
from waakvlam.adapters.synthetic.linkage_set import write_linkage_set
from waakvlam.domain.matching.koppelen import VERGELIJKINGEN, normalise_query

SEED = 7_001
RECORDS = 60_000
_SAMPLE_PER_GEMEENTE = 2_500
_SMOOTHING = 0.5  # half a pair per level: what was never seen is rare, not impossible
_TARGET = Path(__file__).parents[2] / "domain/matching/koppelen/gewichten.yaml"

# What the generator does too neatly: at least this share of the pairs, because we know it happens and the made-up persons do not
# do it. (comparison, level, of one person, of two persons)
_AT_LEAST = (
    ("contact", "anders", 0.35, 0.0),  # people change numbers, and have several
    ("contact", "email", 0.0, 0.00003),  # a household shares one
    ("contact", "telefoon", 0.0, 0.00005),
    ("achternaam", "verwisseld", 0.001, 0.000001),  # first name typed in the field of the surname
    ("adres", "gelijk_vol", 0.01, 0.001),  # the made-up gemeenten have no letter address
    ("voornaam", "tweede", 0.003, 0.0),  # called by the second name
    ("voornaam", "een_past", 0.01, 0.0),  # the initial of the name one is called by
    ("voornaam", "anders", 0.01, 0.0),  # Hans is Johannes
    ("bsn", "gelijk", 0.0, 0.00001),  # a partner's number in one's place
)

_HEADER = """\
# Gewichten van de vergelijkingen tussen twee records. Niet met de hand wijzigen; opnieuw te maken met
#   python -m waakvlam.adapters.linkage.train
# Gemaakt op 22-11-2026 uit {records} verzonnen records (seed {seed}): {m_pairs} paren van één persoon en {u_pairs} paren
# van twee personen uit dezelfde gemeente (een steekproef van {sample} records per gemeente).
# m = hoe vaak dit niveau voorkomt bij twee records van één persoon; u = hoe vaak bij twee verschillende personen.
# bits = log2(m / u): boven 0 spreekt het voor één persoon, onder 0 ertegen; elke bit verdubbelt of halveert de kans.
# Enkele waarden hebben een ondergrens omdat de verzonnen personen netter zijn dan echte (zie train.py: _AT_LEAST).
# Wat bij een van de twee records ontbreekt, telt niet mee.
#
# kans_vooraf: de kans dat twee willekeurige records uit één gemeente over één persoon gaan.
# drempel_koppelen: vanaf deze kans worden records samengevoegd; drempel_onzeker: vanaf deze kans aan een medewerker voorgelegd.
# marge_bits: hoeveel beter een record bij de ene persoon moet passen dan bij een andere die dat tegenspreekt.

kans_vooraf: {prior:.3g}
drempel_koppelen: 0.97
drempel_onzeker: 0.5
marge_bits: 2.5

vergelijkingen:
"""

_Counts = dict[str, dict[int, int]]


def train(records: int = RECORDS, seed: int = SEED) -> str:
    """The text of the file."""
    with tempfile.TemporaryDirectory() as folder, duckdb.connect(":memory:") as con:
        con.execute("set enable_progress_bar = false")
        _load(con, Path(folder), records, seed)
        m = _count_levels(con, "l.persoon = r.persoon", "knopen")
        sample = f"(select * from knopen where trekking <= {_SAMPLE_PER_GEMEENTE})"
        u = _count_levels(con, "l.persoon <> r.persoon", sample)
        sizes = con.execute("select count(*) from knopen group by gemeente").fetchall()
    first = VERGELIJKINGEN[0].code
    matches, others = sum(m[first].values()), sum(u[first].values())
    header = _HEADER.format(
        records=records, seed=seed, m_pairs=matches, u_pairs=others, sample=_SAMPLE_PER_GEMEENTE,
        prior=matches / sum(n * (n - 1) / 2 for (n,) in sizes),
    )  # fmt: skip
    return header + "".join(_weights_text(m, u))


def _load(con: duckdb.DuckDBPyConnection, folder: Path, records: int, seed: int) -> None:
    """Tables of the set in comparable form, with the person of each record and a fixed drawing order."""
    signals, truth = folder / "signalen.csv", folder / "waarheid.csv"
    write_linkage_set(signals, truth, records, seed)
    con.register("invoer", read_records([signals]))
    con.execute(f"create table genormaliseerd as {normalise_query('invoer')}")
    con.execute(
        "create table knopen as select n.*, w.persoon, "
        "row_number() over (partition by n.gemeente order by md5(n.rij_id::varchar)) as trekking "
        "from genormaliseerd n join read_csv(?, delim = ';', all_varchar = true) w "
        "on n.gemeente = w.gemeentecode and n.partner = w.partner and n.kenmerk = w.kenmerk",
        [str(truth)],
    )


def _count_levels(con: duckdb.DuckDBPyConnection, which: str, source: str) -> _Counts:
    """Per comparison the number of pairs at each level, over the pairs of `source` in one gemeente for which `which` holds."""
    columns = [row[0] for row in con.execute("describe genormaliseerd").fetchall()]
    sides = ", ".join(f"l.{name} as {name}_l, r.{name} as {name}_r" for name in columns)
    levels = ", ".join(f"{v.case_sql()} as {v.code}" for v in VERGELIJKINGEN)
    con.execute(
        f"create or replace temp table geteld as with zij as (select {sides} from {source} l join {source} r "
        f"on l.gemeente = r.gemeente and l.rij_id < r.rij_id and {which}) "
        f"select *, count(*) as aantal from (select {levels} from zij) group by all"
    )
    return {
        v.code: dict(con.execute(f"select {v.code}, sum(aantal)::bigint from geteld group by 1").fetchall())
        for v in VERGELIJKINGEN
    }


def _weights_text(m: _Counts, u: _Counts) -> list[str]:
    lines = []
    for v in VERGELIJKINGEN:
        alike, other = _shares(m[v.code], len(v.niveaus)), _shares(u[v.code], len(v.niveaus))
        for code, niveau_code, of_one, of_two in _AT_LEAST:
            if code == v.code:
                alike[v.value_of(niveau_code)] = max(alike[v.value_of(niveau_code)], of_one)
                other[v.value_of(niveau_code)] = max(other[v.value_of(niveau_code)], of_two)
        lines.append(f"  {v.code}:\n")
        for niveau in v.niveaus:
            value = v.value_of(niveau.code)
            lines.append(
                f"    {niveau.code}: {{m: {alike[value]:.3g}, u: {other[value]:.3g}}}"
                f"  # {log2(alike[value] / other[value]):+.1f} bits: {niveau.label}\n"
            )
    return lines


def _shares(counts: dict[int, int], levels: int) -> dict[int, float]:
    """The share of each level among the pairs where there was something to compare."""
    seen = {value: counts.get(value, 0) + _SMOOTHING for value in range(levels)}
    total = sum(seen.values())
    return {value: n / total for value, n in seen.items()}


def main() -> None:
    text = train()
    _TARGET.write_text(text, encoding="utf-8")
    sys.stdout.write(f"Geschreven: {_TARGET}\n")


if __name__ == "__main__":
    main()
