"""The kinds of task there are."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from waakvlam.foundation.jobs.uitvoering import Uitvoering

Functie = Callable[["Uitvoering"], "dict[str, Any] | None"]
_CODE = re.compile(r"[a-z_]+\.[a-z_]+")
_soorten: dict[str, "Taaksoort"] = {}


class TaakError(Exception):
    """The task cannot be done; the message (Dutch, without personal data) is shown on screen."""


class Gestopt(Exception):
    """Somebody asked to stop; raised by `voortgang`, to be let through."""


@dataclass(frozen=True)
class Taaksoort:
    """A kind of task and the function that does it."""

    code: str
    label: str
    functie: Functie
    eigen_transacties: bool


def taak(code: str, label: str, *, eigen_transacties: bool = False) -> Callable[[Functie], Functie]:
    """Decorate the function that does this kind of task.

    Raises ValueError for a code that is not `context.werkwoord`, or is taken.
    """
    if not _CODE.fullmatch(code):
        raise ValueError(f"een taaksoort is context.werkwoord: {code!r}")

    def decorate(functie: Functie) -> Functie:
        bekend = _soorten.get(code)
        if bekend and bekend.functie.__module__ != functie.__module__:
            raise ValueError(f"taaksoort {code!r} bestaat al")
        _soorten[code] = Taaksoort(code, label, functie, eigen_transacties)
        return functie

    return decorate


def soort_van(code: str) -> Taaksoort:
    """Give a kind of task; raises LookupError when nobody does it."""
    try:
        return _soorten[code]
    except KeyError:
        raise LookupError(f"niemand doet taken van soort {code!r} (jobs.taak)") from None


def label_van(code: str) -> str:
    """Give the Dutch name, or the code of a kind that no longer exists."""
    return _soorten[code].label if code in _soorten else code


def alle_taken() -> list[Taaksoort]:
    """Give every kind of task, by code."""
    return [_soorten[code] for code in sorted(_soorten)]
