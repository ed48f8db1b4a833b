"""Each side of a comparison runs in a process of its own, and says what it took."""

import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent


@dataclass
class Taken:
    """What one run took: seconds by the wall, seconds of CPU (own process), peak memory in MiB, and its outcome."""

    seconds: float
    cpu: float
    memory: float
    outcome: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Line:
    """One line of the table; `goal` is a text, `memory` are MiB of our process, `server` of the database server."""

    work: str
    peer: str
    ours: float
    theirs: float | None
    ratio: float | None
    cpu_ratio: float | None
    goal: str
    memory: float
    server: float | None = None


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def peak_memory(pid: int | str = "self") -> float:
    """MiB a process has held at most; from the kernel, because ru_maxrss starts with what the parent held."""
    status = Path(f"/proc/{pid}/status")
    if status.exists():
        return int(status.read_text().split("VmHWM:")[1].split()[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def cpu_of(pid: int) -> float:
    """Seconds of CPU another process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class Clock:
    """Filled when the block of `clock` ends."""

    taken: Taken


@contextmanager
def clock() -> Iterator[Clock]:
    """Time a block in this process: imports and preparation before it do not count."""
    result = Clock()
    wall, cpu = time.perf_counter(), _cpu()
    yield result
    result.taken = Taken(time.perf_counter() - wall, _cpu() - cpu, peak_memory())


def tell(taken: Taken) -> None:
    """Say what was measured to the process that asked."""
    print(json.dumps(taken.__dict__))


def run_side(module: str, *arguments: str, env: dict[str, str] | None = None) -> Taken:
    """Run one side in a new process and give what it told last. Raises RuntimeError with its complaint."""
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env=os.environ | (env or {}),
    )
    if done.returncode:
        raise RuntimeError(f"{module} {' '.join(arguments)}:\n{done.stderr[-4000:]}")
    return Taken(**json.loads(done.stdout.strip().splitlines()[-1]))


def alternate(rounds: int, *sides: Callable[[], Taken]) -> list[list[Taken]]:
    """Run the sides in turn, so that a noisy moment hits all; per side what each round took."""
    taken: list[list[Taken]] = [[] for _ in sides]
    for number in range(rounds):
        for place, side in enumerate(sides):
            taken[place].append(side())
            last = taken[place][-1]
            print(
                f"  ronde {number + 1} {side.__name__:<8} {last.seconds:8.2f} s  cpu {last.cpu:7.2f} s  "
                f"{last.memory:6.0f} MiB  {last.outcome}",
                file=sys.stderr,
            )
    return taken


def middle(taken: list[Taken], what: str = "seconds") -> float:
    """The median over the rounds."""
    return statistics.median(getattr(t, what) for t in taken)


def print_table(lines: list[Line]) -> None:
    """Print all lines as a Markdown table."""

    def number(value: float | None, form: str) -> str:
        return "–" if value is None else format(value, form)

    print("\n| werk | naast | onze s | andere s | verhouding | idem, cpu | doel | MiB | MiB server |")
    print("|---|---|--:|--:|--:|--:|---|--:|--:|")
    for line in lines:
        cells = (
            line.work, line.peer, number(line.ours, ".2f"), number(line.theirs, ".2f"), number(line.ratio, ".2f"),
            number(line.cpu_ratio, ".2f"), line.goal, number(line.memory, ".0f"), number(line.server, ".0f"),
        )  # fmt: skip
        print(f"| {' | '.join(cells)} |")
