"""Simulate a policy over 24 months of one gemeente: quick enough for a slider, so under a second."""

import argparse
import dataclasses
import tempfile
from pathlib import Path

from bench.match import LAST, MONTHS, POLICY
from bench.measure import Line, Taken, clock, middle, run_side, tell

# Signals a month: the gemeente of the example in the requirements, and a large one.
SIZES = (177, 2000)


def bench(small: bool, rounds: int) -> list[Line]:
    """Two policies side by side (another threshold), on signals that are read already."""
    from waakvlam.adapters.synthetic.bulk import write_canonical_csv
    from waakvlam.adapters.synthetic.columns import MATCHING_COLUMNS

    months = [f"{m // 12}-{m % 12 + 1:02d}" for m in range(LAST - MONTHS + 1, LAST + 1)]
    lines = []
    for size in SIZES[:1] if small else SIZES:
        with tempfile.TemporaryDirectory(prefix="waakvlam-bench-") as folder:
            file = Path(folder) / "gemeente.csv"
            write_canonical_csv(file, size * MONTHS, ["2001"], months, seed=3, columns=MATCHING_COLUMNS)
            taken: list[Taken] = [run_side("bench.simuleren", "--file", str(file)) for _ in range(rounds)]
        lines.append(
            Line(
                f"simulatie van {MONTHS} maanden, {size} signalen per maand",
                "–",
                middle(taken),
                None,
                None,
                None,
                "< 1 s",
                max(t.memory for t in taken),
            )
        )
    return lines


def main() -> None:
    """One simulation, in a process of its own: the second, because a slider moves more than once."""
    from waakvlam.adapters.engine_duckdb.levering import Leesopdracht, lees_bestanden
    from waakvlam.adapters.engine_duckdb.matchen import bereid_signalen_voor
    from waakvlam.adapters.engine_duckdb.simuleren import simuleer
    from waakvlam.adapters.engine_duckdb.verbinding import open_engine
    from waakvlam.config.commands.match import lees_beleidsbestand

    parser = argparse.ArgumentParser()
    parser.add_argument("--file", type=Path, required=True)
    given = parser.parse_args()
    policy = lees_beleidsbestand(POLICY)
    other = dataclasses.replace(policy, naam="Hogere drempel", drempelbedrag=policy.drempelbedrag * 2)
    months = range(LAST - MONTHS + 1, LAST + 1)
    with open_engine() as con:
        lees_bestanden(con, Leesopdracht([given.file]))
        for _ in range(2):
            with clock() as timed:
                done = simuleer(con, [policy, other], months, lambda p: bereid_signalen_voor(con, p))
    timed.taken.outcome = {"regels": len(done.aantallen)}
    tell(timed.taken)


if __name__ == "__main__":
    main()
