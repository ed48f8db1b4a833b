"""Who acts now: set once by the middleware, the worker or the command line, so that callers need not pass it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

SOORTEN = ("gebruiker", "taak", "opdrachtregel", "systeem")


class GeenActorError(RuntimeError):
    """Something is to be recorded, and nobody is said to do it."""


@dataclass(frozen=True)
class Actor:
    """Who acts (`soort` and id) and from where: an IP address, 'werker' or 'opdrachtregel'.

    `namens`: id of the user who asked for it, when a job acts.
    """

    soort: str
    id: int | None
    oorsprong: str
    namens: int | None = None

    def __post_init__(self) -> None:
        if self.soort not in SOORTEN:
            raise ValueError(f"onbekende soort actor: {self.soort!r}")


_actor: ContextVar[Actor | None] = ContextVar("waakvlam_actor", default=None)


@contextmanager
def actor(wie: Actor) -> Iterator[Actor]:
    """Say who acts for the length of the block."""
    merk = _actor.set(wie)
    try:
        yield wie
    finally:
        _actor.reset(merk)


def huidige_actor() -> Actor:
    """Give who acts now; raises GeenActorError when nobody was named."""
    if (wie := _actor.get()) is None:
        raise GeenActorError("Geen actor gezet: gebruik `with audit.actor(...)`.")
    return wie
