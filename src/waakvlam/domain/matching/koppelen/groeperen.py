"""From linked pairs to persons: groups in which no two members contradict each other.

What: takes the pairs that are alike enough, strongest first, and joins two groups only when no member of one contradicts a
member of the other. A record that fits two contradicting persons about equally well joins neither: which of them it is, is a
question for a human.

Why not plain connected components: A fits B (no birth date known) and A fits C, so a father and his son would become one person
through a record without a birth date. The outcome does not depend on the order of the input: pairs are sorted by
strength and then by the numbers of their records.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

Paar = tuple[int, int]


class Koppelpaar(NamedTuple):
    """Two records (smallest number first) and how strongly they belong together, in bits."""

    links: int
    rechts: int
    gewicht: float


@dataclass(frozen=True)
class Groepering:
    """`groep` gives each linked record its group (its smallest number); `verworpen` the pairs that were not joined, and why."""

    groep: dict[int, int]
    verworpen: dict[Paar, str]


TWEE_PERSONEN = "past bij twee verschillende personen"
GROEP_TEGENSPRAAK = "past, maar iemand anders uit dezelfde groep spreekt het tegen"


def ordered(a: int, b: int) -> Paar:
    return (a, b) if a < b else (b, a)


def _root(parent: dict[int, int], node: int) -> int:
    """The smallest record of the group of `node`; shortens the way there."""
    up = parent.setdefault(node, node)
    while up != node:
        parent[node] = up = parent[up]
        node, up = up, parent[up]
    return node


class _Groups:
    """Disjoint sets whose members are known, named by their smallest member."""

    def __init__(self) -> None:
        self._parent: dict[int, int] = {}
        self._members: dict[int, list[int]] = {}

    def find(self, node: int) -> int:
        return _root(self._parent, node)

    def members(self, root: int) -> list[int]:
        return self._members.get(root, [root])

    def join(self, a: int, b: int) -> None:
        small, large = ordered(a, b)
        self._members[small] = self.members(small) + self.members(large)
        self._members.pop(large, None)
        self._parent[large] = small

    def as_dict(self) -> dict[int, int]:
        return {node: self.find(node) for node in self._parent}


def connected(paren: Iterable[Paar]) -> dict[int, int]:
    """Plain connected components: the smallest number that can be reached, per record that occurs in a pair."""
    parent: dict[int, int] = {}
    for a, b in paren:
        left, right = ordered(_root(parent, a), _root(parent, b))
        parent[right] = left
    for node in sorted(parent):  # a parent is smaller than its node, so it points to its root already
        parent[node] = parent[parent[node]]
    return parent


def group_pairs(
    paren: list[Koppelpaar], delen: Mapping[int, int], tegenspraak: set[Paar], marge: float
) -> Groepering:
    """Join the pairs into persons without contradictions.

    `delen` gives the connected component of each record (`connected` of the pairs); `tegenspraak` holds every
    contradicting pair within those components; `marge` is by how many bits one fit must be better than a contradicting
    other one to be preferred. A component without contradiction, as nearly all are, is one person as it stands.
    """
    torn = {delen[a] for a, _ in tegenspraak}
    found = _group_torn([pair for pair in paren if delen[pair.links] in torn], tegenspraak, marge)
    return Groepering({**delen, **found.groep}, found.verworpen)


def _group_torn(paren: list[Koppelpaar], tegenspraak: set[Paar], marge: float) -> Groepering:
    rejected: dict[Paar, str] = dict.fromkeys(_torn_pairs(paren, tegenspraak, marge), TWEE_PERSONEN)
    conflicts: dict[int, set[int]] = defaultdict(set)
    for a, b in tegenspraak:
        conflicts[a].add(b)
        conflicts[b].add(a)
    groups = _Groups()
    for pair in sorted(paren, key=lambda p: (-p.gewicht, p.links, p.rechts)):
        left, right = groups.find(pair.links), groups.find(pair.rechts)
        key = (pair.links, pair.rechts)
        if left == right or key in rejected:
            continue
        if _contradict(groups.members(left), groups.members(right), conflicts):
            rejected[key] = GROEP_TEGENSPRAAK
        else:
            groups.join(left, right)
    groep = groups.as_dict()
    return Groepering(groep, {key: why for key, why in rejected.items() if groep[key[0]] != groep[key[1]]})


def _contradict(left: list[int], right: list[int], conflicts: dict[int, set[int]]) -> bool:
    if len(left) > len(right):
        left, right = right, left
    return any(conflicts.get(node) and not conflicts[node].isdisjoint(right) for node in left)


def _torn_pairs(paren: list[Koppelpaar], tegenspraak: set[Paar], marge: float) -> set[Paar]:
    """The pairs of a record that fits two contradicting others about equally well (and of its lookalikes)."""
    fits: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for pair in paren:
        fits[pair.links].append((pair.gewicht, pair.rechts))
        fits[pair.rechts].append((pair.gewicht, pair.links))
    torn: set[Paar] = set()
    for node, others in fits.items():
        torn.update(_torn_of(node, others, tegenspraak, marge))
    return torn


def _torn_of(node: int, others: list[tuple[float, int]], tegenspraak: set[Paar], marge: float) -> set[Paar]:
    if len(others) < 2:
        return set()
    strongest = None
    torn: set[Paar] = set()
    for weight, other in others:
        rivals = [w for w, o in others if o != other and ordered(o, other) in tegenspraak]
        if rivals and max(rivals) >= weight - marge:
            torn.add(ordered(node, other))
            strongest = weight if strongest is None else max(strongest, weight)
    if strongest is not None:  # a lookalike of a torn record is no better known than the record itself
        torn.update(ordered(node, other) for weight, other in others if weight < strongest + marge)
    return torn
