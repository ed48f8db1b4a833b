"""Fictitious citizen service numbers: valid by the elfproef, only in ranges that are never issued."""

from waakvlam.adapters.synthetic.randomness import generator

_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def passes_elfproef(bsn: str) -> bool:
    """True when nine digits satisfy the check (9a + 8b + … + 2h - i divisible by 11) and are not all zero."""
    if len(bsn) != 9 or not bsn.isdecimal() or bsn == "000000000":
        return False
    return sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, bsn, strict=True)) % 11 == 0


def fictitious_numbers(seed: int) -> list[str]:
    """All valid numbers that begin with 9999 or 00000 (about ten thousand), in an order fixed by the seed.

    These are the ranges used for test persons; there are no more of them, so a large world runs out and
    leaves the cell empty rather than give two people one number.
    """
    numbers = [f"9999{tail:05d}" for tail in range(100_000)] + [f"00000{tail:04d}" for tail in range(10_000)]
    valid = [number for number in numbers if passes_elfproef(number)]
    generator(seed, "bsn").shuffle(valid)
    return valid


class BsnRegister:
    """Hands every person at most one number, the same one each time, and never one number twice."""

    def __init__(self, seed: int) -> None:
        self._free = fictitious_numbers(seed)
        self.size = len(self._free)
        self._given: dict[str, str] = {}

    def number_of(self, person_id: str) -> str:
        """The number of this person, or an empty text when the fictitious range is used up."""
        if person_id not in self._given:
            self._given[person_id] = self._free.pop() if self._free else ""
        return self._given[person_id]
