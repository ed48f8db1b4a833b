"""Millions of canonical signals for benches, made by column instead of by person.

Names, spellings and partners come from a pool of people; addresses, stories and amounts are computed per customer
with a counter-based draw, so every row follows from seed and customer number alone and nothing is held in memory
but one slice.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import BinaryIO

import polars as pl

from waakvlam.adapters.synthetic.bsn import fictitious_numbers
from waakvlam.adapters.synthetic.bulk_columns import PERSONS_IN_POOL, Frames, add_columns
from waakvlam.adapters.synthetic.columns import CANONICAL_COLUMNS
from waakvlam.adapters.synthetic.partners import PARTNERS
from waakvlam.adapters.synthetic.periods import month_number
from waakvlam.adapters.synthetic.population import Population
from waakvlam.adapters.synthetic.randomness import generator
from waakvlam.adapters.synthetic.spelling import write_person

_NOT_FILLED = {
    "ontvangstdatum", "maanden_achterstand", "oorspronkelijk_bedrag", "zorgverzekeraar", "bewindvoerder",
    "contactpersoon", "contact_telefoon",
}  # fmt: skip
BULK_COLUMNS = tuple(column for column in CANONICAL_COLUMNS if column not in _NOT_FILLED)
_MONTHS_IN_ARREARS = (1,) * 14 + (2,) * 3 + (3,) * 2 + (6,)  # by customer number; mean 1.6
_MEAN_MONTHS = sum(_MONTHS_IN_ARREARS) / len(_MONTHS_IN_ARREARS)
_SLICE = 250_000  # rows made at a time: keeps memory low


@dataclass(frozen=True)
class Cohort:
    """Customers whose arrear begins in one month: numbers `start` … `start + size - 1`."""

    month: int
    start: int
    size: int


def gemeente_codes(count: int) -> tuple[str, ...]:
    """Codes no gemeente has (from 2001), for a national volume without pointing at anyone."""
    return tuple(f"{2001 + index:04d}" for index in range(count))


def write_canonical_csv(
    path: Path | str,
    aantal_signalen: int,
    gemeenten: int | Sequence[str],
    maanden: Sequence[str],
    seed: int,
    columns: Sequence[str] | None = None,
) -> None:
    """Write exactly `aantal_signalen` rows over all `maanden` (`JJJJ-MM`), CSV with `;`, UTF-8, in order of month.

    `gemeenten` is a number of invented codes or a list of codes. `columns` chooses from BULK_COLUMNS (for
    matching alone: `columns.MATCHING_COLUMNS`); leaving names out makes it faster. Raises ValueError for a
    column that bulk data does not hold.
    """
    chosen = tuple(columns or BULK_COLUMNS)
    unknown = [column for column in chosen if column not in BULK_COLUMNS]
    if unknown:
        raise ValueError(f"Deze kolommen maakt de generator hier niet: {', '.join(unknown)}")
    with Path(path).open("wb") as file:
        file.write((";".join(chosen) + "\n").encode())
        for frame in canonical_frames(aantal_signalen, gemeenten, maanden, seed, chosen):
            _append(file, frame)


def _append(file: BinaryIO, frame: pl.DataFrame) -> None:
    frame.write_csv(file, separator=";", include_header=False, null_value="", line_terminator="\n")


def canonical_frames(
    aantal_signalen: int,
    gemeenten: int | Sequence[str],
    maanden: Sequence[str],
    seed: int,
    columns: Sequence[str] = BULK_COLUMNS,
) -> Iterator[pl.DataFrame]:
    """The same rows as frames of text columns, at most 250,000 rows each."""
    codes = gemeente_codes(gemeenten) if isinstance(gemeenten, int) else tuple(gemeenten)
    customers = int(aantal_signalen / _MEAN_MONTHS) + 1
    frames = Frames(
        seed=seed,
        codes=codes,
        pool=_pool(seed) if set(columns) & set(_POOL_COLUMNS) else None,
        numbers=fictitious_numbers(seed),
        customers=customers,
        dwellings=max(20_000, 8 * customers // len(codes)),
    )
    for month, rows in _active(aantal_signalen, maanden):
        for start in range(0, rows.height, _SLICE):
            yield add_columns(frames, rows.slice(start, _SLICE), month, columns)


_POOL_COLUMNS = (
    "voorletters",
    "voornamen",
    "tussenvoegsel",
    "achternaam",
    "geboortedatum",
    "telefoon",
    "email",
)


@lru_cache(maxsize=2)
def _pool(seed: int) -> pl.DataFrame:
    """Every person of the pool as each partner writes it; row = person × number of partners + partner."""
    population = Population(seed, "0000", "Poolstad", 10**6, date(2026, 1, 1))
    rows = []
    address = population.household(0).address  # not used: bulk addresses are computed per household
    adults = (
        person
        for number in range(10**6)
        for person in population.household(number).adults_on(date(2024, 1, 1))
    )
    for person in islice(adults, PERSONS_IN_POOL):
        for partner in PARTNERS:
            cells = write_person(
                generator(seed, "pool", person.id, partner.code), partner.habits, person, address
            )
            rows.append([cells[column] or None for column in _POOL_COLUMNS])
    return pl.DataFrame(rows, schema=dict.fromkeys(_POOL_COLUMNS, pl.String), orient="row")


def _active(total: int, months: Sequence[str]) -> Iterator[tuple[int, pl.DataFrame]]:
    """Per month the customers that are reported, with the month their arrear began; exactly `total` in all."""
    share, rest = divmod(total, len(months))
    first = month_number(months[0])
    longest = max(_MONTHS_IN_ARREARS)
    cohorts: list[Cohort] = []
    free = 0
    for month in range(first - longest + 1, first):
        cohorts.append(Cohort(month, free, int(share / _MEAN_MONTHS)))
        free += cohorts[-1].size
    for index, text in enumerate(months):
        month, wanted = month_number(text), share + (index < rest)
        running = pl.concat(
            [_reported(cohort, month) for cohort in cohorts] or [_reported(Cohort(month, 0, 0), month)]
        )
        running = running.head(wanted)
        cohorts.append(Cohort(month, free, wanted - running.height))
        free += cohorts[-1].size
        cohorts = [cohort for cohort in cohorts if cohort.month > month - longest]
        yield month, pl.concat([running, _reported(cohorts[-1], month)])


def _reported(cohort: Cohort, month: int) -> pl.DataFrame:
    """Customers of a cohort still in arrears this month; two neighbours in number may share a dwelling."""
    place = pl.col("klant") - cohort.start
    lengths = pl.lit(pl.Series(_MONTHS_IN_ARREARS, dtype=pl.Int64))
    return (
        pl.DataFrame({"klant": pl.int_range(cohort.start, cohort.start + cohort.size, eager=True)})
        .filter(lengths.gather(place % len(_MONTHS_IN_ARREARS)) > month - cohort.month)
        .with_columns(
            huishouden=pl.col("klant") - (place % 7 == 6).cast(pl.Int64),
            begin=pl.lit(cohort.month, pl.Int64),
        )
    )
