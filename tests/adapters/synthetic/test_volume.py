"""Sets for benches: linkage records and bulk signals."""

from collections import Counter
from pathlib import Path

import polars as pl
import pytest

from waakvlam.adapters.synthetic.bsn import passes_elfproef
from waakvlam.adapters.synthetic.bulk import BULK_COLUMNS, canonical_frames, write_canonical_csv
from waakvlam.adapters.synthetic.columns import CANONICAL_COLUMNS, MATCHING_COLUMNS
from waakvlam.adapters.synthetic.linkage_set import linkage_records, write_linkage_set

MONTHS = [f"2026-{month:02d}" for month in range(1, 7)]


def _read(path: Path) -> pl.DataFrame:
    return pl.read_csv(path, separator=";", infer_schema=False)


def test_linkage_set_has_the_records_asked_and_their_truth(tmp_path: Path) -> None:
    persons = write_linkage_set(tmp_path / "s.csv", tmp_path / "t.csv", records=4_000, seed=3)
    signals, truth = _read(tmp_path / "s.csv"), _read(tmp_path / "t.csv")
    assert signals.columns == list(CANONICAL_COLUMNS)
    keys = ["gemeentecode", "partner", "kenmerk"]
    assert signals.select(keys).equals(truth.select(keys))
    assert truth.select(keys).is_unique().all()
    assert truth["persoon"].n_unique() == persons
    sizes = truth.group_by("persoon").len()["len"]
    assert sizes.max() == 4
    assert 1.6 <= sizes.mean() <= 2.2
    write_linkage_set(tmp_path / "again.csv", tmp_path / "u.csv", records=4_000, seed=3)
    assert (tmp_path / "s.csv").read_bytes() == (tmp_path / "again.csv").read_bytes()


def test_linkage_set_holds_the_hard_cases() -> None:
    rows = list(linkage_records(6_000, 4))
    per_person: dict[str, set[str]] = {}
    per_address: dict[tuple[str, str], set[str]] = {}
    for row, person in rows:
        per_person.setdefault(person, set()).add(row["achternaam"].upper())
        per_address.setdefault((row["postcode"], row["huisnummer"]), set()).add(person)
    several = [names for names in per_person.values() if len(names) > 1]
    assert len(several) / len(per_person) > 0.1
    assert sum(len(persons) > 1 for persons in per_address.values()) / len(per_address) > 0.15
    without_birth_date = sum(not row["geboortedatum"] for row, _ in rows) / len(rows)
    assert 0.08 <= without_birth_date <= 0.35


def test_bulk_writes_exactly_the_rows_asked_and_repeats_itself(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write_canonical_csv(tmp_path / f"{name}.csv", 20_011, 30, MONTHS, seed=9)
    write_canonical_csv(tmp_path / "c.csv", 20_011, 30, MONTHS, seed=10)
    assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()
    assert (tmp_path / "a.csv").read_bytes() != (tmp_path / "c.csv").read_bytes()
    rows = _read(tmp_path / "a.csv")
    assert rows.columns == list(BULK_COLUMNS)
    assert rows.height == 20_011
    per_month = Counter(rows["signaaldatum"].str.slice(0, 7))
    assert sorted(per_month) == MONTHS
    assert max(per_month.values()) - min(per_month.values()) <= 1
    assert rows["gemeentecode"].n_unique() == 30


def test_bulk_rows_follow_the_contract() -> None:
    rows = pl.concat(canonical_frames(30_000, ["0437", "0451"], MONTHS, 2))
    for column in ("kenmerk", "soort", "bedrag", "achternaam", "postcode", "huisnummer", "ontstaansdatum"):
        assert rows[column].null_count() == 0, column
    assert rows["postcode"].str.contains(r"^[1-9]\d{3}[A-Z]{2}$").all()
    assert rows["huisnummer"].str.contains(r"^[1-9]\d*$").all()
    assert rows["bedrag"].str.contains(r"^\d+\.\d\d$").all()
    assert (rows["ontstaansdatum"].str.to_date() <= rows["signaaldatum"].str.to_date()).all()
    numbers = rows.filter(pl.col("bsn").is_not_null())
    assert all(passes_elfproef(number) for number in numbers["bsn"].unique())
    key = ["postcode", "huisnummer", "huisletter", "toevoeging"]
    assert numbers.group_by("bsn").agg(pl.struct(key).n_unique().alias("adressen"))["adressen"].max() == 1


def test_bulk_resembles_the_monitor() -> None:
    rows = pl.concat(canonical_frames(60_000, 20, MONTHS, 3, MATCHING_COLUMNS))
    soort = dict(rows["soort"].value_counts().iter_rows())
    assert 0.38 <= (soort["Zorg"] + soort["CAK Zorgverzekeringen"]) / 60_000 <= 0.46
    per_address = rows.group_by(
        "gemeentecode",
        "postcode",
        "huisnummer",
        "huisletter",
        "toevoeging",
        pl.col("signaaldatum").str.slice(0, 7),
    ).agg(pl.col("partner").n_unique())
    assert 0.06 <= (per_address["partner"] > 1).mean() <= 0.16
    repeated = rows.group_by("gemeentecode", "partner", "kenmerk").len()
    assert 1.3 <= repeated["len"].mean() <= 1.9


def test_bulk_refuses_a_column_it_does_not_make(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="bewindvoerder"):
        write_canonical_csv(tmp_path / "a.csv", 10, 1, MONTHS, 1, columns=("partner", "bewindvoerder"))
