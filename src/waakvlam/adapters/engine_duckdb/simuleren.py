"""Run policies side by side over the same signals."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import duckdb

from waakvlam.adapters.engine_duckdb.matchen import match
from waakvlam.domain.matching import simulatie
from waakvlam.domain.matching.beleid import Beleid


@dataclass(frozen=True)
class Simulatie:
    """Rows of the outcome.

    `aantallen`: (policy number from 1, gemeente, month, follow-up, meldingen, of which meervoudig);
    `verschillen`: (policy number from 2, gemeente, month, from, to, addresses), each against the first policy.
    """

    aantallen: list[tuple[Any, ...]]
    verschillen: list[tuple[Any, ...]]


def simuleer(
    con: duckdb.DuckDBPyConnection,
    beleiden: Sequence[Beleid],
    maanden: Sequence[int],
    kies_sleutel: Callable[[Beleid], None],
) -> Simulatie:
    """Match the months under each policy. `kies_sleutel` makes the view `signaal` for the key of a policy."""
    aantallen: list[tuple[Any, ...]] = []
    verschillen: list[tuple[Any, ...]] = []
    for nummer, beleid in enumerate(beleiden, 1):
        kies_sleutel(beleid)
        match(con, beleid, maanden)
        con.execute(simulatie.OPVOLGREGEL)
        con.executemany("insert into opvolgregel values (?, ?, ?)", simulatie.opvolgregels(beleid))
        aantallen += [(nummer, *rij) for rij in con.execute(simulatie.PER_MAAND).fetchall()]
        con.execute(simulatie.bewaar_adressen(nummer))
        if nummer > 1:
            verschillen += [
                (nummer, *rij) for rij in con.execute(simulatie.verschillen(1, nummer)).fetchall()
            ]
    return Simulatie(sorted(aantallen), verschillen)
