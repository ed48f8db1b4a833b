"""Debt stories: which contract of which household is in arrears in which months, and how it ends.

Rates are set so that the result resembles the monitor (Bron: Divosa Monitor Vroegsignalering Schulden 2023 and
2024): about four signals per 1,000 inhabitants a month; of the meldingen about 50 % enkelvoudig, 11 % meervoudig
and 40 % opeenvolgend; care 41–45 %, energy 20–25 %, rent about 20 % of the signals, water the rest.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from waakvlam.adapters.synthetic.partners import Partner, partners_of
from waakvlam.adapters.synthetic.periods import day_in
from waakvlam.adapters.synthetic.population import Household, Person, Population
from waakvlam.adapters.synthetic.randomness import chance, generator

WARM_UP = 12  # months of stories before the first month that is delivered
SIGNALS_PER_STORY = 1.90  # measured over many stories; used to turn signals a month into stories a month
_SEASON = (
    1.04,
    1.02,
    1.06,
    1.02,
    0.98,
    0.97,
    0.95,
    0.96,
    1.0,
    1.0,
    1.01,
    0.99,
)  # a peak in March (Divosa 2022)
_SOORTEN = ("Zorg", "Energie", "Huur", "Water", "CAK Zorgverzekeringen")
_SOORT_WEIGHTS = (0.420, 0.230, 0.195, 0.130, 0.025)
_MONTHLY_CENTS = {
    "Huur": (45_000, 92_000),
    "Energie": (9_500, 27_000),
    "Water": (1_800, 4_500),
    "Zorg": (13_500, 17_500),
    "CAK Zorgverzekeringen": (16_500, 19_000),
}
_FIRST_OWED = {
    "Huur": (1, 2),
    "Energie": (1, 3),
    "Water": (2, 6),
    "Zorg": (1, 3),
    "CAK Zorgverzekeringen": (6, 12),
}
_SCRAMBLE_FACTOR, _SCRAMBLE_SPACE = 3**18, 10**9  # without common factor, so the scramble is one to one
_NON_LOW_INCOME_SHARE = 0.3  # how much less often other households get a story


@dataclass(frozen=True)
class Shape:
    """One kind of story: how many contracts, how many months each."""

    name: str
    weight: float
    contracts: tuple[int, ...]
    months: tuple[int, int]
    largest_offset: int
    crisis: float  # chance that it ends in a crisis


SHAPES = (
    Shape("eenmalig", 0.690, (1,), (1, 1), 0, 0.01),
    Shape("oplopend", 0.145, (1,), (2, 4), 0, 0.05),
    Shape("gestapeld", 0.125, (2,), (1, 2), 2, 0.08),
    Shape("ontsporing", 0.040, (2, 3, 3, 4), (2, 5), 4, 0.5),
)


@dataclass(frozen=True)
class Contract:
    """What one customer has with one partner; stable over all months."""

    partner: Partner
    person: Person
    kenmerk: str
    business: str  # '' | zakelijk | rechtspersoon


@dataclass(frozen=True)
class Arrear:
    """One contract in arrears in one month, as it stands when the partner sends its levering."""

    household: Household
    contract: Contract
    month: int
    since: date
    cents: int
    story: str
    ending: str = ""  # in the last month: betaald | regeling | crisis
    crisis: bool = False
    supply_ends: bool = False


def contract_of(
    population: Population, household: Household, person: Person, soort: str, partners: tuple[Partner, ...]
) -> Contract | None:
    """The contract of this soort, or None when no partner in the set sends this soort."""
    candidates = partners_of(soort, partners)
    if not candidates:
        return None
    shared = soort in ("Huur", "Energie", "Water")  # one landlord and one supplier per dwelling
    owner = f"{household.number}" if shared else person.id
    rng = generator(population.seed, population.code, "contract", soort, owner)
    partner = rng.choices(candidates, [candidate.share for candidate in candidates])[0]
    customer = household.number * 100 + int(person.id.rsplit("-", 1)[1])
    kenmerk = _customer_number(partner, population.code, customer)
    business = ""
    if shared:
        business = rng.choices(("", "zakelijk", "rechtspersoon"), (0.955, 0.035, 0.010))[0]
    return Contract(partner, person, kenmerk, business)


def _customer_number(partner: Partner, code: str, customer: int) -> str:
    """A number that does not show which customers share a household; no two customers in a gemeente get the same one."""
    offset = generator("kenmerk", partner.code, code).randrange(_SCRAMBLE_SPACE)
    return f"{partner.code[:3]}-{(customer * _SCRAMBLE_FACTOR + offset) % _SCRAMBLE_SPACE:09d}"


def stories(
    population: Population, first: int, last: int, per_thousand: float, partners: tuple[Partner, ...]
) -> Iterator[Arrear]:
    """All arrears of the months first … last (running numbers), in a fixed order."""
    rng = generator(population.seed, population.code, "stories")
    busy: dict[int, int] = {}
    for month in range(first - WARM_UP, last + 1):
        expected = per_thousand * population.inhabitants / 1000 * _SEASON[month % 12] / SIGNALS_PER_STORY
        for _ in range(int(expected + rng.random())):
            household = _draw_household(rng, population, busy, month)
            if household is None:
                continue
            story = list(_story(rng, population, household, month, partners))
            busy[household.number] = max((arrear.month for arrear in story), default=month)
            yield from (arrear for arrear in story if first <= arrear.month <= last)


def _draw_household(
    rng: random.Random, population: Population, busy: dict[int, int], month: int
) -> Household | None:
    """A household without a running story; those with a low income come up more often."""
    for _ in range(50):
        number = rng.randrange(len(population))
        if busy.get(number, 0) >= month:
            continue
        household = population.household(number)
        if household.low_income or chance(rng, _NON_LOW_INCOME_SHARE):
            return household
    return None


def _story(
    rng: random.Random,
    population: Population,
    household: Household,
    month: int,
    partners: tuple[Partner, ...],
) -> Iterator[Arrear]:
    shape = rng.choices(SHAPES, [shape.weight for shape in SHAPES])[0]
    chosen = _draw_contracts(
        rng, population, household, day_in(month, 1), rng.choice(shape.contracts), partners
    )
    crisis = chance(rng, shape.crisis)
    for index, contract in enumerate(chosen):
        start = month + (rng.randint(0, shape.largest_offset) if index else 0)
        length = rng.randint(*shape.months)
        yield from _arrear_over_time(rng, household, contract, start, length, shape.name, crisis)


def _draw_contracts(
    rng: random.Random,
    population: Population,
    household: Household,
    day: date,
    count: int,
    partners: tuple[Partner, ...],
) -> list[Contract]:
    """Different contracts of one household; two adults may both be behind with their care insurance."""
    adults = household.adults_on(day) or [household.persons[0]]
    payer = adults[0] if len(adults) == 1 or chance(rng, 0.65) else adults[1]
    found: dict[str, Contract] = {}
    for _ in range(40):
        if len(found) == count:
            break
        soort = rng.choices(_SOORTEN, _SOORT_WEIGHTS)[0]
        personal = soort in ("Zorg", "CAK Zorgverzekeringen")
        person = rng.choice(adults) if personal else payer
        contract = contract_of(population, household, person, soort, partners)
        if contract is not None:
            found.setdefault(contract.kenmerk, contract)
    return list(found.values())


def _arrear_over_time(
    rng: random.Random,
    household: Household,
    contract: Contract,
    start: int,
    length: int,
    story: str,
    crisis: bool,
) -> Iterator[Arrear]:
    """The arrear grows, stands still or shrinks by part payments until it ends."""
    soort = contract.partner.soort
    monthly = rng.randint(*_MONTHLY_CENTS[soort])
    owed = rng.randint(*_FIRST_OWED[soort])
    cents = round(monthly * owed * rng.uniform(0.75, 1.05))
    since = _due_date(rng, soort, start, owed)
    for month in range(start, start + length):
        final = month == start + length - 1
        ending = _ending(rng, length, crisis) if final else ""
        yield Arrear(
            household, contract, month, since, cents, story, ending,
            crisis=ending == "crisis" and soort in ("Huur", "Energie", "Water"),
            supply_ends=soort == "Energie" and final and chance(rng, 0.36),
        )  # fmt: skip
        move = rng.choices(("grow", "still", "part"), (0.66, 0.16, 0.18))[0]
        if move == "grow":
            cents += monthly + rng.randint(0, 1_500)
        elif move == "part":
            cents = max(2_500, cents - monthly // 2)


def _ending(rng: random.Random, length: int, crisis: bool) -> str:
    """Short arrears are mostly paid, longer ones more often end in a payment plan."""
    plan = chance(rng, 0.2 if length == 1 else 0.45)
    if crisis:
        return "crisis"
    return "regeling" if plan else "betaald"


def _due_date(rng: random.Random, soort: str, month: int, owed: int) -> date:
    """Due date of the oldest unpaid term; mostly 30–100 days back, sometimes too recent or much older."""
    if soort == "CAK Zorgverzekeringen":
        return day_in(month - owed, 1)
    kind = rng.random()
    if kind < 0.03:
        return day_in(month, rng.randint(1, 15))
    if kind < 0.07:
        return day_in(month - rng.randint(4, 8), rng.choice((1, 15)))
    return day_in(month - rng.choice((1, 1, 1, 2)), rng.choice((1, 1, 1, 5, 12, 15, 18)))
