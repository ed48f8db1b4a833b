"""Judges a linkage against a known truth, on pairs: overall and per kind of difference between the two records.

For tests and the bench. A kind is derived from the two records of a true pair, not from what the linkage thought of it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations

Identity = tuple[str, str, str]
"""gemeente, partner, kenmerk"""
Pair = tuple[Identity, Identity]


@dataclass
class Score:
    """Pairs of two identities: `right` found and true, `wrong` found and not true, `missed` true and not found."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    kinds: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    wrong_pairs: list[Pair] = field(default_factory=list)
    missed_pairs: list[Pair] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def pairs_of(groups: Mapping[Identity, object]) -> set[Pair]:
    """Every pair of identities within one gemeente that have the same value."""
    members: dict[tuple[str, object], list[Identity]] = defaultdict(list)
    for identity, group in groups.items():
        members[identity[0], group].append(identity)
    return {pair for found in members.values() for pair in combinations(sorted(found), 2)}


def judge(
    found: Mapping[Identity, object],
    truth: Mapping[Identity, object],
    records: Mapping[Identity, Mapping[str, object]] | None = None,
) -> Score:
    """Compare the two partitions; with `records` also per kind of difference."""
    guessed, real = pairs_of(found), pairs_of({key: truth[key] for key in found})
    score = Score(
        right=len(guessed & real),
        wrong=len(guessed - real),
        missed=len(real - guessed),
        wrong_pairs=sorted(guessed - real),
        missed_pairs=sorted(real - guessed),
    )
    for pair in real if records is not None else ():
        for kind in kinds_of(records[pair[0]], records[pair[1]]):
            score.kinds[kind]["right" if pair in guessed else "missed"] += 1
    return score


def kinds_of(a: Mapping[str, object], b: Mapping[str, object]) -> Iterable[str]:
    """In what the two records of one person differ; `gelijk` when in nothing that is compared."""
    kinds = [*_name_kinds(a, b), *_date_kinds(_text(a, "geboortedatum"), _text(b, "geboortedatum"))]
    if _text(a, "sleutel_adres") != _text(b, "sleutel_adres"):
        same_building = (a["postcode"], a["huisnummer"]) == (b["postcode"], b["huisnummer"])
        kinds.append("toevoeging anders" if same_building else "ander adres")
    return kinds or ["gelijk"]


def _text(record: Mapping[str, object], column: str) -> str:
    return str(record[column] or "").lower()


def _name_kinds(a: Mapping[str, object], b: Mapping[str, object]) -> list[str]:
    kinds = []
    surnames = sorted((_text(a, "achternaam"), _text(b, "achternaam")), key=len)
    if surnames[0] != surnames[1]:
        if "-" in surnames[0] + surnames[1]:
            kinds.append("naam van de partner")
        elif set(surnames[0].split()) < set(surnames[1].replace(",", " ").split()):
            kinds.append("tussenvoegsel in de naam")
        else:
            kinds.append("achternaam anders gespeld")
    elif _text(a, "tussenvoegsel") != _text(b, "tussenvoegsel"):
        kinds.append("tussenvoegsel")
    first = _text(a, "voornamen"), _text(b, "voornamen")
    if not all(first):
        kinds.append("alleen voorletters")
    elif first[0] != first[1]:
        kinds.append("voornaam anders")
    return kinds


def _date_kinds(a: str, b: str) -> list[str]:
    if not a or not b:
        return ["geen geboortedatum"]
    if a == b:
        return []
    if len(a) < 10 or len(b) < 10 or "-00" in a + b:
        return ["geboortedatum onvolledig"]
    swapped = (a[:4], a[5:7], a[8:]) == (b[:4], b[8:], b[5:7])
    return ["dag en maand verwisseld" if swapped else "geboortedatum anders"]
