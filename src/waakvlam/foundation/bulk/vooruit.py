"""Two things at a time: while one batch goes into the database, the next is made."""

from collections.abc import Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Deel = TypeVar("Deel")


def vooruit(bron: Generator[Deel] | Iterator[Deel]) -> Generator[Deel]:
    """Give the items of `bron`, each made in a thread while the one before it is used; at most one waits.

    `bron` may not touch the database connection. It is closed when this ends, also half-way; its errors come
    through at their place. Close this generator (`contextlib.closing`) when it may be left early.
    """
    einde = object()
    with ThreadPoolExecutor(1) as draad:
        volgende = draad.submit(next, bron, einde)
        try:
            while (deel := volgende.result()) is not einde:
                volgende = draad.submit(next, bron, einde)
                yield deel  # type: ignore[misc]
        finally:
            if sluit := getattr(bron, "close", None):
                draad.submit(sluit).result()
