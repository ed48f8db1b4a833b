"""Groups never hold two records that contradict each other."""

import random

from hypothesis import given
from hypothesis import strategies as st

from waakvlam.domain.matching.koppelen.groeperen import (
    TWEE_PERSONEN,
    Groepering,
    Koppelpaar,
    connected,
    group_pairs,
    ordered,
)


def grouped(pairs: list[Koppelpaar], conflicts: set[tuple[int, int]]) -> Groepering:
    """The pairs grouped with a margin of 2.5 bits; of the conflicts only those within one component, as is promised."""
    parts = connected((pair.links, pair.rechts) for pair in pairs)
    within = {(a, b) for a, b in conflicts if a in parts and parts[a] == parts.get(b)}
    return group_pairs(pairs, parts, within, 2.5)


def test_connected_components_are_named_by_their_smallest_record() -> None:
    assert connected([(1, 2), (2, 3), (7, 9)]) == {1: 1, 2: 1, 3: 1, 7: 7, 9: 7}


def test_a_chain_without_contradiction_is_one_person() -> None:
    found = grouped([Koppelpaar(1, 2, 9.0), Koppelpaar(2, 3, 8.0)], set())
    assert found.groep == {1: 1, 2: 1, 3: 1}
    assert not found.verworpen


def test_a_record_that_fits_father_and_son_equally_joins_neither() -> None:
    found = grouped([Koppelpaar(1, 2, 9.0), Koppelpaar(2, 3, 8.0)], {(1, 3)})
    assert len(set(found.groep.values())) == 3
    assert set(found.verworpen.values()) == {TWEE_PERSONEN}


def test_a_clearly_better_fit_wins() -> None:
    found = grouped([Koppelpaar(1, 2, 20.0), Koppelpaar(2, 3, 8.0)], {(1, 3)})
    assert found.groep == {1: 1, 2: 1, 3: 3}


def test_a_lookalike_of_a_torn_record_is_not_joined_to_it_either() -> None:
    pairs = [Koppelpaar(1, 2, 9.0), Koppelpaar(1, 3, 9.0), Koppelpaar(1, 4, 9.0), Koppelpaar(2, 4, 9.0), Koppelpaar(3, 4, 9.0)]  # fmt: skip
    found = grouped(pairs, {(2, 3)})
    assert len(set(found.groep.values())) == 4


PAIRS = st.sets(st.tuples(st.integers(0, 12), st.integers(0, 12)).filter(lambda p: p[0] < p[1]), max_size=25)


@given(pairs=st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=25))
def test_two_records_have_one_component_exactly_when_a_chain_of_pairs_joins_them(
    pairs: list[tuple[int, int]],
) -> None:
    reach = {node: {node} for pair in pairs for node in pair}
    for _ in reach:
        for a, b in pairs:
            reach[a] |= reach[b]
            reach[b] |= reach[a]
    assert connected(pairs) == {node: min(others) for node, others in reach.items()}


@given(pairs=PAIRS, conflicts=PAIRS, seed=st.integers(0, 99))
def test_no_contradiction_within_a_group_and_no_influence_of_order(
    pairs: set[tuple[int, int]], conflicts: set[tuple[int, int]], seed: int
) -> None:
    weighted = [Koppelpaar(a, b, float((a * 7 + b * 3) % 11)) for a, b in sorted(pairs - conflicts)]
    found = grouped(weighted, conflicts)
    for a in found.groep:
        for b in found.groep:
            assert a == b or ordered(a, b) not in conflicts or found.groep[a] != found.groep[b]
    shuffled = weighted[:]
    random.Random(seed).shuffle(shuffled)
    assert grouped(shuffled, conflicts).groep == found.groep
