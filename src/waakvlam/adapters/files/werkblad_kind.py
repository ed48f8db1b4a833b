"""Read one sheet in a process of its own, with bounded memory.

A sheet of one kilobyte can claim a grid of sixteen billion cells, in more ways than a check beforehand can know,
and the reader then ends the whole process. Here that is this small process, which the parent sees and tells.

Writes JSON lines to standard output: the heading, then [row number, [cells as text]] for each filled row. Exit
codes: 0 = done, INVOER = "/proc/self/fd/0"
LEEG, BESCHADIGD, TE_GROOT, SCHIJF; a signal = the reader gave up for lack of memory.
"""

import json
import resource
import sys
from typing import Any

from python_calamine import CalamineWorkbook

from waakvlam.adapters.files.rijen import cel_tekst, is_blanco
from waakvlam.domain.signalen.kolommen import herken_kolom

GEHEUGEN = 1_500_000_000
INVOER = "/proc/self/fd/0"
PRECIES = "precies"
LEEG, BESCHADIGD, TE_GROOT, SCHIJF = 10, 11, 12, 13


def schrijf_blad(pad: str, *, precies: bool = False) -> int:
    """Write the rows of the first sheet; return the exit code. `precies` leaves numbers as numbers, not as text."""
    blad: list[list[Any]] = CalamineWorkbook.from_path(pad).get_sheet_by_index(0).to_python(False)
    plek = next((nr for nr, cellen in enumerate(blad) if not is_blanco(cellen)), None)
    if plek is None:
        return LEEG
    kop = [str(cel).strip() for cel in blad[plek]]
    kolommen = [herken_kolom(naam) for naam in kop]
    print(json.dumps(kop))  # noqa: T201
    for nummer, cellen in enumerate(blad[plek + 1 :], plek + 2):
        if not is_blanco(cellen):
            tekst = [
                c if precies and type(c) is float else cel_tekst(c, k, afronden=True)
                for c, k in zip(cellen, kolommen, strict=False)
            ]
            print(json.dumps([nummer, tekst]))  # noqa: T201
    sys.stdout.flush()
    return 0


def main(pad: str, *, precies: bool = False) -> int:
    """Bound the memory, read, and turn every failure into an exit code."""
    resource.setrlimit(resource.RLIMIT_AS, (GEHEUGEN, GEHEUGEN))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        return schrijf_blad(pad, precies=precies)
    except MemoryError:
        return TE_GROOT
    except OSError:
        return SCHIJF
    except BaseException:  # noqa: BLE001 (a panic of the reader is no Exception)
        return BESCHADIGD


if __name__ == "__main__":
    sys.exit(main(INVOER, precies=PRECIES in sys.argv))
