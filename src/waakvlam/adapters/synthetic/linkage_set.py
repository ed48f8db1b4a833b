"""Records of one person at several partners, with the errors Dutch registrations have, and the truth beside it.

Meant for training and benchmarking linkage. Train on seeds below 1000 and keep those from 1000 for the bench:
weights must not have seen the people they are judged on.
"""

import csv
import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

from waakvlam.adapters.synthetic.bsn import BsnRegister
from waakvlam.adapters.synthetic.columns import CANONICAL_COLUMNS, TRUTH_COLUMNS
from waakvlam.adapters.synthetic.partners import PARTNERS, Partner
from waakvlam.adapters.synthetic.population import Household, Person, Population
from waakvlam.adapters.synthetic.randomness import chance, generator
from waakvlam.adapters.synthetic.spelling import write_person

DEFAULT_GEMEENTEN = (
    ("0437", "Ouder-Amstel"),
    ("0451", "Uithoorn"),
    ("0402", "Hilversum"),
    ("0406", "Huizen"),
)
_REFERENCE = date(2026, 9, 25)
_RECORDS_PER_PERSON = (1, 2, 3, 4)
_RECORDS_WEIGHTS = (46, 28, 17, 9)
_MEAN_RECORDS = 1.89
_ADULTS_PER_HOUSEHOLD = 1.55
_TAKEN = 0.6  # share of adults that has arrears anywhere in this set


def write_linkage_set(
    path_signals: Path | str,
    path_truth: Path | str,
    records: int = 100_000,
    seed: int = 1,
    gemeenten: tuple[tuple[str, str], ...] = DEFAULT_GEMEENTEN,
) -> int:
    """Write `records` canonical signals (CSV, `;`, UTF-8) and gemeentecode;partner;kenmerk;persoon; gives the number of persons.

    Every record is another (partner, kenmerk) of one month. The persons live in real households, so the
    set holds the hard cases: partners and relatives at one address with one surname, fathers and sons with
    one first name, twins, movers known at the old address, and strangers with one name.
    """
    persons = set()
    with (
        Path(path_signals).open("w", newline="", encoding="utf-8") as signals_file,
        Path(path_truth).open("w", newline="", encoding="utf-8") as truth_file,
    ):
        signals = csv.DictWriter(
            signals_file, CANONICAL_COLUMNS, delimiter=";", restval="", lineterminator="\n"
        )
        truth = csv.writer(truth_file, delimiter=";", lineterminator="\n")
        signals.writeheader()
        truth.writerow(TRUTH_COLUMNS)
        for row, person in linkage_records(records, seed, gemeenten):
            signals.writerow(row)
            truth.writerow((row["gemeentecode"], row["partner"], row["kenmerk"], person))
            persons.add(person)
    return len(persons)


def linkage_records(
    records: int, seed: int, gemeenten: tuple[tuple[str, str], ...] = DEFAULT_GEMEENTEN
) -> Iterator[tuple[dict[str, str], str]]:
    """Rows with the id of the person they are about, spread evenly over the gemeenten."""
    register = BsnRegister(seed)
    share, rest = divmod(records, len(gemeenten))
    for index, (code, name) in enumerate(gemeenten):
        wanted = share + (index < rest)
        yield from islice(_gemeente_records(seed, code, name, wanted, records, register), wanted)


def _gemeente_records(
    seed: int, code: str, name: str, wanted: int, total: int, register: BsnRegister
) -> Iterator[tuple[dict[str, str], str]]:
    households = wanted / (_MEAN_RECORDS * _ADULTS_PER_HOUSEHOLD * _TAKEN)
    numbered = min(1.0, register.size / max(1, total) * _MEAN_RECORDS)
    population = Population(seed, code, name, max(1000, round(households * 2.1)), _REFERENCE)
    number = 0
    while True:  # the caller stops; household numbers may run past the population without harm
        household = population.household(number)
        rng = generator(seed, code, "linkage", number)
        for person in household.adults_on(_REFERENCE):
            if chance(rng, _TAKEN):
                bsn = register.number_of(person.id) if chance(rng, numbered) else ""
                yield from _person_records(rng, code, household, person, bsn)
        number += 1


def _person_records(
    rng: random.Random, code: str, household: Household, person: Person, bsn: str
) -> Iterator[tuple[dict[str, str], str]]:
    count = rng.choices(_RECORDS_PER_PERSON, _RECORDS_WEIGHTS)[0]
    for partner in rng.sample(PARTNERS, count):
        yield _record(rng, code, household, person, partner, bsn), person.id


def _record(
    rng: random.Random, code: str, household: Household, person: Person, partner: Partner, bsn: str
) -> dict[str, str]:
    habits = partner.habits
    old = household.moved_to is not None and chance(rng, habits.old_address)
    address = household.address if old else household.address_on(_REFERENCE)
    days = rng.randint(190, 320) if partner.soort.startswith("CAK") else rng.randint(32, 95)
    has_bsn = chance(rng, habits.bsn)
    return {
        "gemeentecode": code,
        "partner": partner.code,
        "soort": partner.soort,
        "kenmerk": f"{partner.code[:3]}-{rng.randrange(10**9):09d}",
        "signaaldatum": (_REFERENCE - timedelta(days=rng.randrange(5))).isoformat(),
        "ontstaansdatum": (_REFERENCE - timedelta(days=days)).isoformat(),
        "bedrag": f"{rng.randint(4_000, 180_000) / 100:.2f}",
        "bsn": bsn if has_bsn else "",
        **write_person(rng, habits, person, address),
    }
