"""Runs the linkage: normalise, compare with Splink, apply the rules, group, and list what is uncertain.

The levels, rules, weights and grouping are the domain's (`domain/matching/koppelen`); this module only moves them through
DuckDB and Splink. Nothing is written to disk, no network is used, and the outcome is the same for every order of the rows
and every number of threads.
"""

# ruff: noqa: S608 - SQL is built from names and conditions of our own; no value of a record ever becomes part of it

import logging  # noqa: TID251 - only to keep Splink quiet: its messages could hold personal data
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from math import log2

import duckdb
import pyarrow as pa
from splink import DuckDBAPI, Linker

from waakvlam.adapters.linkage.settings import build_settings
from waakvlam.domain.matching.koppelen import (
    REGEL_LABELS,
    TE_WEINIG,
    TEGENSPRAAK,
    VERGELIJKINGEN,
    Gewichten,
    Groepering,
    Koppelpaar,
    OnzekerPaar,
    connected,
    group_pairs,
    load_gewichten,
    normalise_query,
    ordered,
    reasons,
    rule_case_sql,
)

KOLOMMEN = {
    "rij_id": "bigint", "gemeente": "varchar", "partner": "varchar", "kenmerk": "varchar", "voorletters": "varchar",
    "voornamen": "varchar", "tussenvoegsel": "varchar", "achternaam": "varchar", "geboortedatum": "varchar",
    "bsn": "varchar", "postcode": "varchar", "huisnummer": "integer", "sleutel_adres": "varchar", "telefoon": "varchar",
    "email": "varchar",
}  # fmt: skip
"""The columns `link_persons` reads, with their types; all but the first four may be null."""

_GAMMAS = ", ".join(f"gamma_{v.code}" for v in VERGELIJKINGEN)
_EEN_KENMERK = "één kenmerk van één partner, maar de gegevens spreken elkaar tegen: is het kenmerk op iemand anders overgegaan?"


@dataclass(frozen=True)
class Koppeling:
    """`clusters`: table rij_id -> persoon (the smallest rij_id of that person), by rij_id; `onzeker`: pairs for a human."""

    clusters: pa.Table
    onzeker: list[OnzekerPaar]


def link_persons(records: pa.Table, *, con: duckdb.DuckDBPyConnection | None = None) -> Koppeling:
    """Give every record the person it is about, per gemeente.

    `records` has the columns of `KOLOMMEN`; a row is one signal. Rows of one (gemeente, partner, kenmerk) are one person
    unless they contradict each other. With `con` the work is done in that connection (its threads and memory limit
    apply) and every table made is dropped. Raises `ValueError` when a column is missing.
    """
    missing = [column for column in KOLOMMEN if column not in records.column_names]
    if missing:
        raise ValueError(f"Voor het vergelijken van personen ontbreken kolommen: {', '.join(missing)}.")
    own = con is None
    connection = duckdb.connect(":memory:") if con is None else con
    try:
        with _quiet_splink(), _Run(connection, records) as run:
            return run.link(load_gewichten())
    finally:
        if own:
            connection.close()


@contextmanager
def _quiet_splink() -> Iterator[None]:
    """Splink reports progress and sample values through logging; none of it may reach a log or the screen."""
    splink = logging.getLogger("splink")
    before = splink.level, splink.disabled
    splink.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        splink.setLevel(before[0])
        splink.disabled = before[1]


class _Run:
    """One linkage in one connection; its tables have a name of their own and are dropped at the end."""

    def __init__(self, con: duckdb.DuckDBPyConnection, records: pa.Table) -> None:
        self._con = con
        self._records = records
        prefix = f"wv_koppelen_{uuid.uuid4().hex[:12]}"
        self._input, self._nodes, self._rows, self._pairs, self._components = (
            f"{prefix}_{name}" for name in ("invoer", "knopen", "rijen", "paren", "delen")
        )
        self._api: DuckDBAPI | None = None

    def __enter__(self) -> "_Run":
        self._con.register(self._input, self._records)
        return self

    def __exit__(self, *_: object) -> None:
        if self._api is not None:
            self._api.delete_tables_created_by_splink_from_db()
        for table in (self._pairs, self._rows, self._nodes):
            self._con.execute(f"drop table if exists {table}")
        self._con.unregister(self._components)
        self._con.unregister(self._input)

    def link(self, gewichten: Gewichten) -> Koppeling:
        nodes = self._make_nodes()
        if nodes < 2:
            self._register_groups({})
            return Koppeling(self._clusters(), [])
        self._compare(gewichten)
        joined = self._joined_pairs(gewichten)
        parts = connected((pair.links, pair.rechts) for pair in joined)
        groups = group_pairs(joined, parts, self._contradictions(parts), gewichten.marge_bits)
        self._register_groups(groups.groep)
        return Koppeling(self._clusters(), self._uncertain(groups, gewichten))

    def _make_nodes(self) -> int:
        """Equal rows of one identity become one node, named by its smallest rij_id, in comparable form."""
        columns = ", ".join(
            f"cast({name} as {kind}) as {name}" for name, kind in KOLOMMEN.items() if name != "rij_id"
        )
        self._con.execute(
            f"create temp table {self._rows} as select {columns}, min(cast(rij_id as bigint)) as rij_id, "
            f"list(cast(rij_id as bigint)) as rijen from {self._input} group by all"
        )
        self._con.execute(f"create temp table {self._nodes} as {normalise_query(self._rows)}")
        return self._count(self._nodes)

    def _count(self, table: str) -> int:
        return int(self._con.execute(f"select count(*) from {table}").fetchall()[0][0])

    def _compare(self, gewichten: Gewichten) -> None:
        """The pairs that matter, with their levels and the rules that hold: what Splink finds, and equal kenmerk or bsn."""
        self._api = DuckDBAPI(connection=self._con)
        table = self._api.register(self._nodes)
        linker = Linker(table, build_settings(gewichten), log_level=None, validate_settings=False)
        found = linker.inference.predict(gewichten.drempel_onzeker, warning_mode="never").physical_name
        pairs = (
            f"select a, b, max(gewicht) as gewicht, bool_or(zelfde_kenmerk) as zelfde_kenmerk from ("
            f"select least(rij_id_l, rij_id_r) as a, greatest(rij_id_l, rij_id_r) as b, round(match_weight, 6) as gewicht, "
            f"false as zelfde_kenmerk from {found} union all {self._same_identity_or_bsn()}) group by a, b"
        )
        self._con.execute(
            f"create temp table {self._pairs} as "
            f"select rij_id_l as links, rij_id_r as rechts, gewicht, zelfde_kenmerk, {_GAMMAS}, "
            f"{rule_case_sql(TEGENSPRAAK)} as tegenspraak, {rule_case_sql(TE_WEINIG)} as te_weinig "
            f"from ({self._levels(pairs)})"
        )

    def _same_identity_or_bsn(self) -> str:
        """Query for the pairs that are looked at whatever their weight: one kenmerk, or one bsn with another name."""
        same = "l.partner = r.partner and l.kenmerk = r.kenmerk"
        return (
            f"select l.rij_id, r.rij_id, null, true from {self._nodes} l join {self._nodes} r "
            f"on l.gemeente = r.gemeente and {same} and l.rij_id < r.rij_id union all "
            f"select l.rij_id, r.rij_id, null, false from {self._nodes} l join {self._nodes} r "
            f"on l.gemeente = r.gemeente and l.bsn = r.bsn and l.rij_id < r.rij_id and not ({same})"
        )

    def _levels(self, pairs: str) -> str:
        """Query that adds the levels of every comparison to the pairs (a, b, …) of a query."""
        columns = [row[0] for row in self._con.execute(f"describe {self._nodes}").fetchall()]
        sides = ", ".join(f"l.{name} as {name}_l, r.{name} as {name}_r" for name in columns)
        levels = ", ".join(f"{v.case_sql()} as gamma_{v.code}" for v in VERGELIJKINGEN)
        return (
            f"select *, {levels} from (select p.* exclude (a, b), {sides} from ({pairs}) p "
            f"join {self._nodes} l on l.rij_id = p.a join {self._nodes} r on r.rij_id = p.b)"
        )

    def _joined_pairs(self, gewichten: Gewichten) -> list[Koppelpaar]:
        """Pairs strong enough to join; two versions of one identity come first of all."""
        strong = f"gewicht >= {log2(gewichten.drempel_koppelen / (1 - gewichten.drempel_koppelen))}"
        pairs = self._con.sql(
            f"select links, rechts, case when zelfde_kenmerk then 1000 else gewicht end from {self._pairs} "
            f"where tegenspraak is null and (zelfde_kenmerk or ({strong} and te_weinig is null))"
        ).to_arrow_table()  # by the column: there are as many pairs as records, and fetching rows takes seven times as long
        return list(map(Koppelpaar, *(column.to_pylist() for column in pairs.columns)))

    def _contradictions(self, parts: dict[int, int]) -> set[tuple[int, int]]:
        """Every contradicting pair within the components that the joined pairs would make."""
        self._register_groups(parts)
        pairs = (
            f"select l.rij_id as a, r.rij_id as b from {self._components} l join {self._components} r "
            "on l.deel = r.deel and l.rij_id < r.rij_id"
        )
        rows = self._con.execute(
            f"select rij_id_l, rij_id_r from ({self._levels(pairs)}) where ({rule_case_sql(TEGENSPRAAK)}) is not null"
        ).fetchall()
        return {(left, right) for left, right in rows}

    def _register_groups(self, groep: dict[int, int]) -> None:
        columns = {"rij_id": pa.array(groep.keys(), pa.int64()), "deel": pa.array(groep.values(), pa.int64())}
        self._con.register(self._components, pa.table(columns))

    def _clusters(self) -> pa.Table:
        """Every row with its person, from the groups that were registered last."""
        return self._con.sql(
            f"select unnest(r.rijen) as rij_id, coalesce(d.deel, r.rij_id) as persoon from {self._rows} r "
            f"left join {self._components} d using (rij_id) order by 1"
        ).to_arrow_table()

    def _uncertain(self, groups: Groepering, gewichten: Gewichten) -> list[OnzekerPaar]:
        """Pairs a human should compare: one per pair of persons, the strongest, most likely first."""
        rows = self._con.execute(
            "select links, rechts, coalesce(l.deel, links), coalesce(r.deel, rechts), "
            f"zelfde_kenmerk, tegenspraak, te_weinig, {_GAMMAS} from {self._pairs} "
            f"left join {self._components} l on l.rij_id = links left join {self._components} r on r.rij_id = rechts "
            "where (zelfde_kenmerk or tegenspraak is null) and coalesce(l.deel, links) <> coalesce(r.deel, rechts) "
            "order by gewicht desc nulls last, links, rechts"
        ).fetchall()
        seen: set[tuple[int, int]] = set()
        out = []
        for links, rechts, left, right, same, contradiction, too_little, *levels in rows:
            if ordered(left, right) in seen:
                continue
            seen.add(ordered(left, right))
            rule = REGEL_LABELS.get(contradiction or too_little or "")
            why = _EEN_KENMERK if same and contradiction else groups.verworpen.get((links, rechts), rule)
            waarden = {v.code: level for v, level in zip(VERGELIJKINGEN, levels, strict=True)}
            out.append(OnzekerPaar(links, rechts, gewichten.kans(waarden), reasons(waarden, why)))
        return out
