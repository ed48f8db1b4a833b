"""Ways to link the same records: ours (as shipped, without rules, trained here), Splink as it comes, and `recordlinkage`.

Each takes the path of a Parquet file with the columns of `link_persons` and gives rij_id -> group. The two others get every
advantage that costs them nothing here: sensible blocks, the birth date and the address key ready-made, and (in `bench/linkage.py`)
the threshold that suits them best with the truth in hand.
"""

import warnings
from collections.abc import Callable
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

from waakvlam.adapters.linkage import link_persons
from waakvlam.adapters.linkage.settings import build_settings
from waakvlam.domain.matching.koppelen import connected, load_gewichten, normalise_query

Partition = dict[int, int]
THRESHOLDS = (0.5, 0.9, 0.99)


def waakvlam(path: Path) -> dict[str, Partition]:
    """Our linkage, as shipped."""
    clusters = link_persons(pq.read_table(path)).clusters
    ids, persons = clusters["rij_id"].to_pylist(), clusters["persoon"].to_pylist()
    return {"0.97": dict(zip(ids, persons, strict=True))}


def splink_defaults(path: Path) -> dict[str, Partition]:
    """Splink with its ready-made comparisons, trained by EM on the same records."""
    api = DuckDBAPI()
    api.duckdb_con.execute(f"create table invoer as select * from read_parquet('{path}')")
    settings = SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="rij_id",
        comparisons=[
            cl.NameComparison("voornamen"),
            cl.ExactMatch("voorletters"),
            cl.NameComparison("achternaam"),
            cl.DateOfBirthComparison("geboortedatum", input_is_string=True),
            cl.ExactMatch("bsn"),
            cl.ExactMatch("sleutel_adres"),
            cl.ExactMatch("telefoon"),
            cl.ExactMatch("email"),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("gemeente", "sleutel_adres"),
            block_on("gemeente", "geboortedatum", "substr(achternaam, 1, 1)"),
            block_on("gemeente", "achternaam", "substr(voorletters, 1, 1)", "substr(geboortedatum, 1, 4)"),
            block_on("gemeente", "bsn"),
            block_on("gemeente", "email"),
            block_on("gemeente", "telefoon"),
        ],
    )
    linker = Linker(api.register("invoer"), settings, log_level=40)
    certain = [block_on("gemeente", "bsn"), block_on("gemeente", "achternaam", "geboortedatum")]
    linker.training.estimate_probability_two_random_records_match(certain, recall=0.6)
    linker.training.estimate_u_using_random_sampling(max_pairs=2e6, seed=1)
    for rule in (block_on("gemeente", "geboortedatum"), block_on("gemeente", "sleutel_adres")):
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    return _splink_clusters(linker, api)


def recordlinkage_em(path: Path) -> dict[str, Partition]:
    """The `recordlinkage` package: blocks, string comparisons and its Fellegi-Sunter classifier trained by ECM."""
    warnings.simplefilter("ignore")
    import recordlinkage

    frame = duckdb.sql(f"select * from read_parquet('{path}')").df().set_index("rij_id")
    compare = recordlinkage.Compare()
    for column in ("achternaam", "voornamen"):
        compare.string(column, column, method="jarowinkler", threshold=0.88, label=column)
    for column in ("voorletters", "geboortedatum", "bsn", "sleutel_adres", "telefoon", "email"):
        if frame[column].notna().any():
            compare.exact(column, column, label=column)
    pairs = _pairs(frame)
    vectors = compare.compute(pairs, frame)
    classifier = recordlinkage.ECMClassifier(binarize=0.5)
    classifier.fit(vectors)
    chances = classifier.prob(vectors)
    out = {}
    for threshold in THRESHOLDS:
        linked = chances[chances >= threshold].index
        groups = connected((min(a, b), max(a, b)) for a, b in linked)
        out[str(threshold)] = {int(i): groups.get(int(i), int(i)) for i in frame.index}
    return out


def _pairs(frame):  # type: ignore[no-untyped-def]
    """Pairs that share a block; the package would put all records without a value in one block."""
    import recordlinkage

    pairs = None
    for column in ("sleutel_adres", "geboortedatum", "bsn", "email"):
        known = frame[frame[column].notna()]
        if len(known):
            made = recordlinkage.index.Block(["gemeente", column]).index(known)
            pairs = made if pairs is None else pairs.union(made)
    return pairs


def our_weights_without_rules(path: Path) -> dict[str, Partition]:
    """Our levels and shipped weights, nothing trained, without the rules for households.

    For records that are not about Dutch households: the rules keep a replaced first name apart as a twin.
    """
    return _connected(*_our_linker(path))


def our_levels_trained_here(path: Path) -> dict[str, Partition]:
    """As above, and how often one person is written in two ways (m) trained by EM on the same records.

    One round, on pairs of one house: what the names and the date say is trained, the address keeps its weight. How often two
    persons look alike (u) stays as shipped: estimating that was half the time, and hardly changed the outcome.
    """
    linker, api = _our_linker(path)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("gemeente", "pand"))
    return _connected(linker, api)


def _our_linker(path: Path) -> tuple[Linker, DuckDBAPI]:
    api = DuckDBAPI()
    api.duckdb_con.execute(f"create table invoer as select * from read_parquet('{path}')")
    api.duckdb_con.execute(f"create table knopen as {normalise_query('invoer')}")
    settings = build_settings(load_gewichten())
    return Linker(api.register("knopen"), settings, log_level=40, validate_settings=False), api


def _connected(linker: Linker, api: DuckDBAPI) -> dict[str, Partition]:
    """One person per connected part, at each threshold; records that are linked to none are their own."""
    predicted = linker.inference.predict(min(THRESHOLDS), warning_mode="never")
    out = {}
    for threshold in THRESHOLDS:
        pairs = api.duckdb_con.execute(
            f"select least(rij_id_l, rij_id_r), greatest(rij_id_l, rij_id_r) from {predicted.physical_name} "
            f"where match_probability >= {threshold}"
        ).fetchall()
        groups = connected(pairs)
        ids = api.duckdb_con.execute("select rij_id from knopen").fetchall()
        out[str(threshold)] = {rij: groups.get(rij, rij) for (rij,) in ids}
    return out


def _splink_clusters(linker: Linker, api: DuckDBAPI) -> dict[str, Partition]:
    predicted = linker.inference.predict(min(THRESHOLDS), warning_mode="never")
    out = {}
    for threshold in THRESHOLDS:
        clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(predicted, threshold)
        rows = api.duckdb_con.sql(f"select rij_id, cluster_id from {clusters.physical_name}").fetchall()
        out[str(threshold)] = dict(rows)
    return out


ENGINES: dict[str, Callable[[Path], dict[str, Partition]]] = {
    "waakvlam": waakvlam,
    "splink defaults": splink_defaults,
    "recordlinkage": recordlinkage_em,
    "zonder regels": our_weights_without_rules,
    "onze niveaus + EM": our_levels_trained_here,
}

# Read in before the clock starts, because imports do not count; pyarrow reads pandas in by itself where it finds it.
IMPORTS = {name: ("pandas", *(("recordlinkage",) if name == "recordlinkage" else ())) for name in ENGINES}
