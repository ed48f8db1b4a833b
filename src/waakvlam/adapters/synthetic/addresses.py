"""Invented addresses: street, postcode and house number follow from gemeente and dwelling number alone."""

from dataclasses import dataclass
from functools import cache
from math import gcd

from waakvlam.adapters.synthetic.naming import lists
from waakvlam.adapters.synthetic.randomness import generator

DWELLINGS_PER_STREET = 50
_LETTERS = "ABCDEGHJKLMNPRSTVWXZ"  # the letters postcodes use
_UNUSED = {"SA", "SD", "SS"}  # never issued
POSTCODE_PAIRS = tuple(a + b for a in _LETTERS for b in _LETTERS if a + b not in _UNUSED)
POSTCODE_AREAS = 4  # four-digit areas per gemeente; codes up to 2250 stay apart
_KINDS = ("plain", "letters", "storeys", "bis", "apartments")
_KIND_WEIGHTS = (58, 16, 15, 5, 6)


@dataclass(frozen=True)
class Address:
    """One address in the parts of the signal file."""

    straat: str
    postcode: str
    huisnummer: int
    huisletter: str
    toevoeging: str
    woonplaats: str


def _suffix(kind: str, place: int) -> tuple[int, str, str]:
    """House number, letter and suffix of the n-th dwelling in a street of this kind."""
    if kind == "letters":
        return 1 + place // 3, ("", "A", "B")[place % 3], ""
    if kind == "storeys":
        return 1 + place // 4, "", ("H", "1", "2", "3")[place % 4]
    if kind == "bis":
        return 1 + place // 2, "", ("", "bis")[place % 2]
    if kind == "apartments":
        return 1 + place // 10, ("A", "B")[place % 2], str(1 + place // 2 % 5)
    return 1 + place, "", ""


@cache
def _street(seed: int, code: str, index: int) -> tuple[str, str]:
    """Name and kind of the n-th street of a gemeente."""
    streets = lists()["streets"]
    stems, endings, prefixes = streets["stems"].split(), streets["endings"].split(), streets["prefixes"]
    total = len(stems) * len(endings)
    rng = generator(seed, code, "street", index)
    start = generator(seed, code, "streets").randrange(total)
    # A step without common factor with the total visits every combination once before the next prefix.
    step = next(candidate for candidate in range(377, 2000) if gcd(candidate, total) == 1)
    place = (start + index * step) % total
    prefix = prefixes[index // total % len(prefixes)]
    name = prefix + stems[place // len(endings)] + endings[place % len(endings)]
    return name, rng.choices(_KINDS, _KIND_WEIGHTS)[0]


def dwelling(seed: int, code: str, place_name: str, number: int) -> Address:
    """The n-th dwelling of a gemeente; two numbers never give one address."""
    street_index, place = divmod(number, DWELLINGS_PER_STREET)
    name, kind = _street(seed, code, street_index)
    huisnummer, letter, suffix = _suffix(kind, place)
    # Two postcodes a street (halves); beyond the issued combinations the house numbers move up.
    postcode_index = street_index * 2 + (place >= DWELLINGS_PER_STREET // 2)
    lap, postcode_index = divmod(postcode_index, POSTCODE_AREAS * len(POSTCODE_PAIRS))
    area, pair = divmod(postcode_index, len(POSTCODE_PAIRS))
    digits = 1000 + (int(code) * POSTCODE_AREAS + area) % 9000
    return Address(
        name, f"{digits}{POSTCODE_PAIRS[pair]}", huisnummer + lap * 100, letter, suffix, place_name
    )
