"""The same household under other facts or on another date, with the part that every change has in the difference."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from waakvlam.domain.rekenen.invoer import Invoerfout
from waakvlam.domain.rekenen.uitkomst import Rekenuitkomst
from waakvlam.domain.rekenen.uitleg import schrijf_getal
from waakvlam.domain.rekenen.vergelijken.verschil import Rekenverschil, vergelijk_uitkomsten

PEILDATUM = "peildatum"


@dataclass(frozen=True, slots=True)
class Effect:
    """What one change does to the outcome, on top of the changes before it; None where an outcome is unknown.

    `velden` are more than one when they only make sense together.
    """

    velden: tuple[str, ...]
    voor: Decimal | None
    na: Decimal | None
    eenheid: str

    @property
    def verschil(self) -> Decimal | None:
        """After minus before."""
        return None if self.voor is None or self.na is None else self.na - self.voor

    def als_dict(self) -> dict[str, Any]:
        """Give the effect for a file or a screen."""
        figuren = {"voor": self.voor, "na": self.na, "verschil": self.verschil}
        geschreven = {
            naam: None if waarde is None else schrijf_getal(waarde, self.eenheid)
            for naam, waarde in figuren.items()
        }
        return {"velden": list(self.velden), **geschreven}


@dataclass(frozen=True, slots=True)
class WatAls:
    """Two results with the difference, and that difference divided over the changes; the effects add up to it."""

    verschil: Rekenverschil
    effecten: tuple[Effect, ...]

    def als_dict(self) -> dict[str, Any]:
        """Give the comparison for a file or a screen."""
        return {**self.verschil.als_dict(), "effecten": [effect.als_dict() for effect in self.effecten]}


def reken_wat_als(
    reken: Callable[[Mapping[str, Any]], Rekenuitkomst],
    gegevens: Mapping[str, Any],
    wijzigingen: Mapping[str, Any],
) -> WatAls:
    """Compute with the facts as they are and with the changes; a change to None takes the fact away.

    The changes are made one by one in their order, the date last, so that the effect of new norms stands apart.
    Changes that cannot stand alone (a partner's income without a partner) are taken together with the next.
    Raises Invoerfout when the facts, or the facts with all changes, cannot be computed with.
    """
    voor = reken(gegevens)
    na = reken(_pas_toe(gegevens, wijzigingen))
    return WatAls(vergelijk_uitkomsten(voor, na), tuple(_verdeel(reken, gegevens, wijzigingen, voor, na)))


def _pas_toe(gegevens: Mapping[str, Any], wijzigingen: Mapping[str, Any]) -> dict[str, Any]:
    nieuw = {**gegevens, **wijzigingen}
    return {veld: waarde for veld, waarde in nieuw.items() if waarde is not None}


def _verdeel(
    reken: Callable[[Mapping[str, Any]], Rekenuitkomst],
    gegevens: Mapping[str, Any],
    wijzigingen: Mapping[str, Any],
    voor: Rekenuitkomst,
    na: Rekenuitkomst,
) -> Iterator[Effect]:
    velden = sorted(
        (veld for veld, waarde in wijzigingen.items() if gegevens.get(veld) != waarde),
        key=lambda v: v == PEILDATUM,
    )
    stand, samen = voor, []
    for nummer, veld in enumerate(velden, 1):
        samen.append(veld)
        laatste = nummer == len(velden)
        volgende = na if laatste else _probeer(reken, gegevens, {v: wijzigingen[v] for v in velden[:nummer]})
        if volgende is None:
            continue
        yield Effect(tuple(samen), stand.uitkomst, volgende.uitkomst, na.eenheid)
        stand, samen = volgende, []


def _probeer(
    reken: Callable[[Mapping[str, Any]], Rekenuitkomst], gegevens: Mapping[str, Any], deel: Mapping[str, Any]
) -> Rekenuitkomst | None:
    try:
        return reken(_pas_toe(gegevens, deel))
    except Invoerfout:
        return None
