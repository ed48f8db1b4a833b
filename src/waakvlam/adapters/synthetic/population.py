"""Households with people for one gemeente, each made from its number alone, so that any size is cheap."""

import random
from dataclasses import dataclass
from datetime import date, timedelta

from waakvlam.adapters.synthetic.addresses import Address, dwelling
from waakvlam.adapters.synthetic.naming import Surname, draw_first_names, draw_origin, draw_surname
from waakvlam.adapters.synthetic.noise import strip_accents
from waakvlam.adapters.synthetic.randomness import chance, generator

PERSONS_PER_HOUSEHOLD = 2.1  # order of magnitude of CBS StatLine, particuliere huishoudens (2.1)
_COMPOSITIONS = ("single", "couple", "family", "single_parent")
_COMPOSITION_WEIGHTS = (0.40, 0.28, 0.24, 0.08)  # order of magnitude of CBS StatLine
_AGE_BANDS = ((18, 26), (27, 34), (35, 44), (45, 54), (55, 64), (65, 74), (75, 97))
_AGE_WEIGHTS = {
    "single": (14, 18, 13, 12, 15, 13, 15),
    "couple": (5, 14, 9, 14, 22, 22, 14),
    "family": (2, 18, 42, 30, 8, 0, 0),
    "single_parent": (5, 18, 38, 30, 9, 0, 0),
}
_SHARED_DWELLING = 0.04  # a second household at the address of the one before
_INSTITUTION = 0.008  # share of households that live at an institution
_INSTITUTION_SIZE = 25
_MOVE_PER_YEAR = 0.09


@dataclass(frozen=True)
class Person:
    """One invented person. `naamgebruik` follows the BRP: E own, P partner, V partner-own, N own-partner."""

    id: str
    sex: str
    voornamen: tuple[str, ...]
    own_name: Surname
    partner_name: Surname | None
    naamgebruik: str
    born: date
    geboortedatum: str
    telefoon: str
    email: str

    @property
    def initials(self) -> tuple[str, ...]:
        """First letters of the first names; `IJsbrand` keeps its digraph."""
        return tuple(name[:2] if name.startswith("IJ") else name[0] for name in self.voornamen)


@dataclass(frozen=True)
class Household:
    """People who live together; `persons` starts with the head, minors are left out of signals by age."""

    number: int
    address: Address
    moved_to: Address | None
    move_date: date | None
    persons: tuple[Person, ...]
    low_income: bool
    institution: bool

    def address_on(self, day: date) -> Address:
        """Where the household lives on this day."""
        if self.moved_to is not None and self.move_date is not None and day >= self.move_date:
            return self.moved_to
        return self.address

    def adults_on(self, day: date) -> list[Person]:
        """Members of eighteen and over."""
        return [person for person in self.persons if age_on(person.born, day) >= 18]


def age_on(born: date, day: date) -> int:
    """Full years."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


@dataclass(frozen=True)
class Population:
    """The people of one gemeente around a reference day; `household(n)` is the same at every call."""

    seed: int
    code: str
    name: str
    inhabitants: int
    reference: date

    def __len__(self) -> int:
        return max(1, round(self.inhabitants / PERSONS_PER_HOUSEHOLD))

    def household(self, number: int) -> Household:
        """The n-th household (0-based)."""
        rng = generator(self.seed, self.code, "household", number)
        address, institution = self._address(number)
        composition = "single" if institution else rng.choices(_COMPOSITIONS, _COMPOSITION_WEIGHTS)[0]
        persons = _members(rng, f"{self.code}-{number:07d}", composition, self.reference)
        moves = chance(rng, _MOVE_PER_YEAR)
        move_date = self.reference - timedelta(days=rng.randrange(365)) if moves else None
        # Dwellings beyond the number of households stand free: a household that moves goes there.
        moved_to = dwelling(self.seed, self.code, self.name, len(self) + number) if moves else None
        head_age = age_on(persons[0].born, self.reference)
        low_income = chance(rng, _low_income_share(composition, head_age))
        return Household(number, address, moved_to, move_date, persons, low_income, institution)

    def _address(self, number: int) -> tuple[Address, bool]:
        first_institution = round(len(self) * (1 - _INSTITUTION))
        if number >= first_institution and len(self) > 500:
            place = first_institution + (number - first_institution) // _INSTITUTION_SIZE
            return dwelling(self.seed, self.code, self.name, place), True
        shares = number > 0 and self._shares(number) and not self._shares(number - 1)
        return dwelling(self.seed, self.code, self.name, number - 1 if shares else number), False

    def _shares(self, number: int) -> bool:
        return chance(generator(self.seed, self.code, "shares", number), _SHARED_DWELLING)


def _low_income_share(composition: str, age: int) -> float:
    """Chance of arrears-prone income: young people, singles and single parents more often (CBS, order of magnitude)."""
    base = {"single": 0.30, "couple": 0.10, "family": 0.15, "single_parent": 0.42}[composition]
    return base * (1.35 if age < 35 else 0.55 if age >= 67 else 1.0)


def _birth_date(rng: random.Random, low: int, high: int, reference: date) -> date:
    age = rng.randint(low, max(low, high))
    return reference - timedelta(days=round(age * 365.2425) + rng.randrange(365) + 1)


def _written_birth_date(rng: random.Random, origin: str, born: date) -> str:
    """The date as registered; people registered without papers have unknown parts or 1 January."""
    unknown = 0.0 if origin == "dutch" else 0.03
    if chance(rng, unknown):
        return rng.choice((f"{born.year}-00-00", f"{born.year}-{born.month:02d}-00"))
    if origin in ("eritrean", "arabic", "moroccan", "turkish") and chance(rng, 0.05):
        return f"{born.year}-01-01"
    return born.isoformat()


@dataclass(frozen=True)
class _Draft:
    """What a household decides about a member before its names are drawn."""

    id: str
    sex: str
    origin: str
    own_name: Surname
    born: date
    partner_name: Surname | None = None
    namesake: str = ""


def _person(rng: random.Random, draft: _Draft) -> Person:
    names = draw_first_names(rng, draft.origin, draft.sex, draft.born.year)
    if draft.namesake:
        names = (draft.namesake, *(name for name in names[1:] if name != draft.namesake))
    usage = "E"
    if draft.partner_name is not None and draft.sex == "v":
        older = draft.born.year < 1965
        usage = rng.choices("EPVN", (18, 34, 44, 4) if older else (58, 16, 20, 6))[0]
    elif draft.partner_name is not None:
        usage = rng.choices("EPVN", (96, 1, 1, 2))[0]
    # 06-00… is not issued to anyone; example.nl and example.org are reserved or harmless.
    phone = f"06-00{rng.randrange(1_000_000):06d}"
    mailbox = f"{names[0]}.{draft.own_name.achternaam}{rng.randrange(1000)}"
    email = _ascii_mail(mailbox) + rng.choice(("@example.nl", "@example.org"))
    written = _written_birth_date(rng, draft.origin, draft.born)
    return Person(
        draft.id,
        draft.sex,
        names,
        draft.own_name,
        draft.partner_name,
        usage,
        draft.born,
        written,
        phone,
        email,
    )


def _ascii_mail(text: str) -> str:
    return "".join(c for c in strip_accents(text).lower() if c.isascii() and (c.isalnum() or c == "."))


def _members(rng: random.Random, key: str, composition: str, reference: date) -> tuple[Person, ...]:
    origin = draw_origin(rng)
    low, high = rng.choices(_AGE_BANDS, _AGE_WEIGHTS[composition])[0]
    born = _birth_date(rng, low, high, reference)
    sex = "v" if chance(rng, 0.85 if composition == "single_parent" else 0.47) else "m"
    surname = draw_surname(rng, origin)
    former = draw_surname(rng, origin) if composition.startswith("single") and chance(rng, 0.15) else None
    if composition.startswith("single"):
        persons = [_person(rng, _Draft(f"{key}-1", sex, origin, surname, born, former))]
    else:
        persons = _pair(rng, key, _Draft(f"{key}-1", sex, origin, surname, born), reference)
    if composition in ("family", "single_parent"):
        persons += _children(rng, key, persons, origin, reference)
    return tuple(persons)


def _pair(rng: random.Random, key: str, head: _Draft, reference: date) -> list[Person]:
    """Head and partner; most are married or registered and may carry each other's name."""
    origin = head.origin if chance(rng, 0.88) else draw_origin(rng)
    same_sex = chance(rng, 0.02)
    sex = head.sex if same_sex else ("m" if head.sex == "v" else "v")
    other_name = draw_surname(rng, origin)
    head_age = age_on(head.born, reference)
    born = _birth_date(rng, max(18, head_age - 5), head_age + 4, reference)
    married = chance(rng, 0.72)
    first = _Draft(head.id, head.sex, head.origin, head.own_name, head.born, other_name if married else None)
    second = _Draft(f"{key}-2", sex, origin, other_name, born, head.own_name if married else None)
    return [_person(rng, first), _person(rng, second)]


def _children(
    rng: random.Random, key: str, parents: list[Person], origin: str, reference: date
) -> list[Person]:
    """One to three children; some grown up at home, some twins, some sons named after their father."""
    children: list[Person] = []
    youngest_parent = min(age_on(parent.born, reference) for parent in parents)
    father = next((parent for parent in parents if parent.sex == "m"), None)
    name_giver = father or parents[0]
    for index in range(rng.choices((1, 2, 3), (42, 43, 15))[0]):
        sex = rng.choice("mv")
        born = _birth_date(rng, 0, max(0, min(26, youngest_parent - 20)), reference)
        if children and chance(rng, 0.03):
            born = children[-1].born
        namesake = father.voornamen[0] if father is not None and sex == "m" and chance(rng, 0.04) else ""
        draft = _Draft(
            f"{key}-{len(parents) + index + 1}", sex, origin, name_giver.own_name, born, None, namesake
        )
        children.append(_person(rng, draft))
    return children
