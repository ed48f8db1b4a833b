"""People, names, numbers and addresses."""

import random
from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waakvlam.adapters.synthetic import noise
from waakvlam.adapters.synthetic.addresses import dwelling
from waakvlam.adapters.synthetic.bsn import BsnRegister, fictitious_numbers, passes_elfproef
from waakvlam.adapters.synthetic.naming import Surname, split_surname
from waakvlam.adapters.synthetic.partners import PARTNERS
from waakvlam.adapters.synthetic.population import Population, age_on
from waakvlam.adapters.synthetic.spelling import write_person

PEOPLE = Population(11, "0451", "Uithoorn", 31_000, date(2026, 9, 28))


def test_a_household_follows_from_its_number_alone() -> None:
    again = Population(11, "0451", "Uithoorn", 31_000, date(2026, 9, 28))
    assert [PEOPLE.household(n) for n in (0, 5, 9000)] == [again.household(n) for n in (0, 5, 9000)]
    other = Population(12, "0451", "Uithoorn", 31_000, date(2026, 9, 28))
    assert PEOPLE.household(5) != other.household(5)


def test_households_have_the_size_and_ages_of_the_netherlands() -> None:
    households = [PEOPLE.household(n) for n in range(3000)]
    persons = [person for household in households for person in household.persons]
    assert 1.9 <= len(persons) / len(households) <= 2.3
    ages = Counter(min(age_on(person.born, PEOPLE.reference) // 20, 4) for person in persons)
    shares = [ages[band] / len(persons) for band in range(5)]
    assert all(0.1 <= share <= 0.35 for share in shares[:4])
    assert 0.02 <= shares[4] <= 0.12
    assert all(household.adults_on(PEOPLE.reference) for household in households)
    assert 0.0 < sum(person.geboortedatum.endswith("-00") for person in persons) / len(persons) < 0.02


def test_names_show_the_mix_of_the_country() -> None:
    persons = [person for n in range(3000) for person in PEOPLE.household(n).persons]
    prefixed = sum(bool(person.own_name.tussenvoegsel) for person in persons) / len(persons)
    assert 0.15 <= prefixed <= 0.40
    accented = sum(
        noise.strip_accents(person.own_name.achternaam) != person.own_name.achternaam for person in persons
    )
    assert 0.01 <= accented / len(persons) <= 0.08
    assert {"E", "P", "V", "N"} == {person.naamgebruik for person in persons}
    assert len({person.own_name for person in persons}) > 800


def test_contact_details_reach_nobody() -> None:
    for n in range(300):
        for person in PEOPLE.household(n).persons:
            assert person.telefoon.startswith("06-00")
            assert person.email.endswith(("@example.nl", "@example.org"))
            assert person.email.isascii()


def test_some_dwellings_are_shared_and_some_house_many() -> None:
    per_address = Counter(PEOPLE.household(n).address for n in range(len(PEOPLE)))
    sizes = Counter(per_address.values())
    assert 0.02 <= sizes[2] / len(per_address) <= 0.06
    assert max(sizes) >= 15


def test_dwellings_never_share_an_address_even_beyond_the_postcodes() -> None:
    addresses = {dwelling(1, "0363", "Grootstad", n) for n in range(0, 120_000, 7)}
    keys = {(a.postcode, a.huisnummer, a.huisletter, a.toevoeging) for a in addresses}
    assert len(keys) == len(range(0, 120_000, 7))


def test_postcodes_of_two_gemeenten_stay_apart() -> None:
    first = {dwelling(1, "0437", "A", n).postcode for n in range(0, 20_000, 20)}
    second = {dwelling(1, "0451", "B", n).postcode for n in range(0, 20_000, 20)}
    assert not first & second


def test_numbers_are_valid_fictitious_and_unique() -> None:
    numbers = fictitious_numbers(3)
    assert len(numbers) == len(set(numbers)) > 9_900
    assert all(passes_elfproef(number) and number.startswith(("9999", "00000")) for number in numbers)
    assert numbers != fictitious_numbers(4)


def test_the_register_runs_dry_rather_than_repeat() -> None:
    register = BsnRegister(1)
    given_out = [register.number_of(f"p{n}") for n in range(register.size + 5)]
    assert given_out[-5:] == [""] * 5
    assert len(set(given_out[:-5])) == register.size
    assert register.number_of("p0") == given_out[0]


@pytest.mark.parametrize(
    ("full", "parts"),
    [
        ("van der Meer", Surname("van der", "Meer")),
        ("van 't Hof", Surname("van 't", "Hof")),
        ("El Amrani", Surname("", "El Amrani")),
        ("Jansen", Surname("", "Jansen")),
    ],
)
def test_prefixes_are_taken_apart(full: str, parts: Surname) -> None:
    assert split_surname(full) == parts


def test_partners_write_one_person_in_different_ways() -> None:
    household = next(
        h
        for h in map(PEOPLE.household, range(500))
        if h.persons[0].own_name.tussenvoegsel and h.address.huisletter
    )
    forms = {
        partner.code: tuple(
            write_person(random.Random(1), partner.habits, household.persons[0], household.address)[column]
            for column in ("voorletters", "voornamen", "tussenvoegsel", "achternaam", "huisnummer")
        )
        for partner in PARTNERS
    }
    assert len(set(forms.values())) >= 7


@given(st.integers(0, 10_000), st.sampled_from(["Visser", "Dijk", "Çelik", "Bo", "El Amrani", "Öztürk"]))
def test_a_typing_error_keeps_a_name_a_name(seed: int, name: str) -> None:
    wrong = noise.typing_error(random.Random(seed), name)
    assert wrong.strip()
    assert abs(len(wrong) - len(name)) <= 2
    assert wrong == noise.typing_error(random.Random(seed), name)


@given(st.integers(0, 10_000), st.dates(date(1925, 1, 1), date(2010, 1, 1)))
def test_a_wrong_birth_date_is_still_a_date_or_says_what_is_unknown(seed: int, born: date) -> None:
    wrong = noise.wrong_birth_date(random.Random(seed), born.isoformat())
    assert wrong.endswith("-00-00") or date.fromisoformat(wrong)
