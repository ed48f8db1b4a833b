"""Rows that must be refused: copies of good rows with exactly one wrong cell."""

import random

from waakvlam.adapters.synthetic.bsn import passes_elfproef
from waakvlam.adapters.synthetic.partners import Partner
from waakvlam.adapters.synthetic.randomness import generator

# Column to the ways it goes wrong; '' means the cell is missing. Texts stay as they are in every notation.
_WRONG = {
    "postcode": ("12 AB", "0123AB", "1234", "12345 AB"),
    "bedrag": ("-25,00", "onbekend", "12.3456", ""),
    "signaaldatum": ("2026-02-31", "31-09-2026", "gisteren", ""),
    "kenmerk": ("",),
    "soort": ("Gas en licht", "Krantenabonnement"),
    "achternaam": ("",),
    "huisnummer": ("A", "", "0"),
    "geboortedatum": ("1985-13-45", "31-02-1990"),
    "crisissignaal": ("misschien",),
}


def _bad_bsn(rng: random.Random) -> str:
    """A number in the fictitious range that fails the elfproef."""
    number = f"9999{rng.randrange(100_000):05d}"
    return number if not passes_elfproef(number) else number[:8] + str((int(number[8]) + 1) % 10)


def broken_rows(
    seed: int, partner: Partner, place: str, rows: list[dict[str, str]], count: int
) -> list[tuple[int, dict[str, str], str]]:
    """Where to insert, the row, and the column that is wrong; in order of place.

    Each row has a kenmerk of its own, so that it takes no part in any identity. A bad BSN only comes from a
    partner that may use it, since from others the cell is dropped with a warning.
    """
    rng = generator(seed, "errors", partner.code, place)
    columns = list(_WRONG) + (["bsn"] if partner.habits.bsn else [])
    broken = []
    for column in rng.sample(columns, min(count, len(columns))):
        row = dict(rng.choice(rows))
        row["kenmerk"] = f"{partner.code[:3]}-{rng.randrange(10**6):06d}"  # shorter than a real one
        row.pop("bsn", None)
        value = _bad_bsn(rng) if column == "bsn" else rng.choice(_WRONG[column])
        row[column] = value
        broken.append((rng.randint(0, len(rows)), row, column))
    return sorted(broken, key=lambda item: item[0])
