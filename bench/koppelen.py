"""Linkage beside Splink's defaults and `recordlinkage`: the engines and data of `linkage.py`, in the common table."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from bench import linkage
from bench.measure import ROOT, Line

PEERS = ("splink defaults", "recordlinkage")
FEBRL = {
    "FEBRL-4": "waakvlam",
    "FEBRL-4, zonder huishoudregels": "zonder regels",
    "FEBRL-4, hier getraind": "onze niveaus + EM",
}
RECORDS, SMALL = 100_000, 5_000


def bench(small: bool, rounds: int) -> list[Line]:
    """Each engine once per data set, in a process of its own (`rounds` does not count here: minutes each)."""
    del rounds
    records = SMALL if small else RECORDS
    with tempfile.TemporaryDirectory(prefix="waakvlam-bench-") as folder:
        name = f"{records:,} records".replace(",", ".")
        lines = _compare({name: "waakvlam"}, *linkage.synthetic(Path(folder), records))
        if not small:
            lines += _compare(FEBRL, *linkage.febrl4(Path(folder)))
    return lines


def _compare(ours: dict[str, str], data: Path, truth: Path) -> list[Line]:
    """A line per way of ours (name in the table: engine) and per peer."""
    theirs = {peer: _run(peer, data, truth) for peer in PEERS}
    lines = []
    for name, engine in ours.items():
        mine = _run(engine, data, truth)
        lines += [
            Line(
                f"koppelen van {name}: F1 {mine['f1']:.4f}",
                f"{peer}: F1 {other['f1']:.4f}",
                mine["seconds"],
                other["seconds"],
                mine["seconds"] / other["seconds"],
                mine["cpu"] / other["cpu"],
                "betere F1, ≤ 1×",
                mine["memory"],
            )
            for peer, other in theirs.items()
        ]
    return lines


def _run(engine: str, data: Path, truth: Path) -> dict[str, Any]:
    command = [sys.executable, str(ROOT / "bench" / "linkage.py"), "--engine", engine]
    done = subprocess.run(
        [*command, "--data", str(data), "--truth", str(truth)], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"{engine}: {done.stderr[-2000:]}")
    outcome: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    print(
        f"  {engine:18} {outcome['seconds']:8.2f} s  {outcome['memory']:6.0f} MiB  "
        f"precision {outcome['precision']:.4f} recall {outcome['recall']:.4f}",
        file=sys.stderr,
    )
    return outcome
