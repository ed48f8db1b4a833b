"""The next batch is made in a thread: same items, same errors, nothing left open."""

from collections.abc import Iterator
from contextlib import closing

import pytest

from waakvlam.foundation.bulk import vooruit


class Bron:
    """Counts to three, and remembers whether it was closed."""

    def __init__(self, fout_bij: int | None = None) -> None:
        self.dicht = False
        self.fout_bij = fout_bij

    def __call__(self) -> Iterator[int]:
        try:
            for nummer in (1, 2, 3):
                if nummer == self.fout_bij:
                    raise ValueError("kapot")
                yield nummer
        finally:
            self.dicht = True


def test_gives_the_same_items() -> None:
    bron = Bron()

    assert list(vooruit(bron())) == [1, 2, 3]
    assert bron.dicht


def test_gives_what_came_before_an_error_and_then_the_error() -> None:
    gekregen = []

    with pytest.raises(ValueError, match="kapot"):
        gekregen.extend(vooruit(Bron(fout_bij=3)()))

    assert gekregen == [1, 2]


def test_closes_the_source_when_left_early() -> None:
    bron = Bron()

    with pytest.raises(KeyError), closing(vooruit(bron())) as delen:
        for _ in delen:
            raise KeyError

    assert bron.dicht
