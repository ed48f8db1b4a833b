"""All benchmarks side by side in one run, with one table at the end.

python -m bench [intake match simuleren koppelen rekenen] [--klein] [--rondes N]
"""

import argparse
from importlib import import_module

from bench.measure import Line, print_table

BENCHES = ("intake", "match", "simuleren", "koppelen", "rekenen")


def main() -> None:
    """Run the chosen benches, or all."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__.splitlines()[0])
    parser.add_argument("werk", nargs="*", choices=[*BENCHES, []], help="welke (standaard: alle)")
    parser.add_argument("--klein", action="store_true", help="kleine invoer: snel, maar zegt weinig")
    parser.add_argument("--rondes", type=int, default=3, help="zo vaak, om en om; de mediaan telt")
    given = parser.parse_args()
    lines: list[Line] = []
    for name in given.werk or BENCHES:
        print(f"{name} …", flush=True)
        lines += import_module(f"bench.{name}").bench(given.klein, given.rondes)
    print_table(lines)


if __name__ == "__main__":
    main()
