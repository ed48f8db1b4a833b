"""Three ways to link the same records: ours, Splink as it comes, and the `recordlinkage` package.

Each takes the path of a Parquet file with the columns of `link_persons` and gives rij_id -> group. The two others get every
advantage that costs them nothing here: sensible blocks, the birth date and the address key ready-made, and (in `bench/linkage.py`)
the threshold that suits them best with the truth in hand.
"""

import warnings
from collections.abc import Callable
from pathlib import Path

import duckdb
import pyarrow.parquet as pq

from waakvlam.adapters.linkage import link_persons
from waakvlam.domain.matching.koppelen import connected

Partition = dict[int, int]
THRESHOLDS = (0.5, 0.9, 0.99)


def waakvlam(path: Path) -> dict[str, Partition]:
    """Our linkage, as shipped."""
    clusters = link_persons(pq.read_table(path)).clusters
    ids, persons = clusters["rij_id"].to_pylist(), clusters["persoon"].to_pylist()
    return {"0.97": dict(zip(ids, persons, strict=True))}


def splink_defaults(path: Path) -> dict[str, Partition]:
    """Splink with its ready-made comparisons, trained by EM on the same records."""
    import splink.comparison_library as cl
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

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
    predicted = linker.inference.predict(threshold_match_probability=min(THRESHOLDS), warning_mode="never")
    out = {}
    for threshold in THRESHOLDS:
        clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(predicted, threshold)
        rows = api.duckdb_con.sql(f"select rij_id, cluster_id from {clusters.physical_name}").fetchall()
        out[str(threshold)] = dict(rows)
    return out


def recordlinkage_em(path: Path) -> dict[str, Partition]:
    """The `recordlinkage` package: blocks, string comparisons and its Fellegi-Sunter classifier trained by ECM."""
    warnings.simplefilter("ignore")
    import recordlinkage

    frame = duckdb.sql(f"select * from read_parquet('{path}')").df().set_index("rij_id")
    index = recordlinkage.Index()
    for block in (
        ["gemeente", "sleutel_adres"],
        ["gemeente", "geboortedatum"],
        ["gemeente", "bsn"],
        ["gemeente", "email"],
    ):
        index.block(block)
    filled = frame.dropna(subset=["geboortedatum"], how="all")
    pairs = index.index(frame) if len(filled) == len(frame) else _pairs_without_null_blocks(frame)
    compare = recordlinkage.Compare()
    compare.string("achternaam", "achternaam", method="jarowinkler", threshold=0.88, label="achternaam")
    compare.string("voornamen", "voornamen", method="jarowinkler", threshold=0.88, label="voornamen")
    for column in ("voorletters", "geboortedatum", "bsn", "sleutel_adres", "telefoon", "email"):
        compare.exact(column, column, label=column)
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


def _pairs_without_null_blocks(frame):  # type: ignore[no-untyped-def]
    """Pairs that share a block; the package would put all records without a value in one block."""
    import recordlinkage

    pairs = None
    for column in ("sleutel_adres", "geboortedatum", "bsn", "email"):
        known = frame[frame[column].notna()]
        found = recordlinkage.Index().block(["gemeente", column])
        made = found.index(known)
        pairs = made if pairs is None else pairs.union(made)
    return pairs


ENGINES: dict[str, Callable[[Path], dict[str, Partition]]] = {
    "waakvlam": waakvlam,
    "splink defaults": splink_defaults,
    "recordlinkage": recordlinkage_em,
}
