"""Divide an amount over claims, exactly and to the cent. Bron: art. 349 lid 2 en 3 Fw.

All sums are done in whole cents, so that nothing is lost and the payments always add up.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

Kenmerk = str | int
"""What a debt is known by: a text or a whole number."""


@dataclass(frozen=True, slots=True)
class Vordering:
    """One claim in euros, split in the part with priority (`preferent`) and the rest (`concurrent`)."""

    id: Kenmerk
    preferent: Decimal
    concurrent: Decimal

    @property
    def bedrag(self) -> Decimal:
        """The whole claim."""
        return self.preferent + self.concurrent


@dataclass(frozen=True, slots=True)
class Verdeling:
    """How an amount is divided; euros, percentages of a hundred and exact.

    `preferent` and `concurrent` are the totals of both kinds. A percentage is None when there are no claims of that
    kind. `uitkeringen` holds a payment per claim, in the order of the claims.
    """

    uitdeelbaar: Decimal
    preferent: Decimal
    concurrent: Decimal
    percentage_preferent: Decimal | None
    percentage_concurrent: Decimal | None
    uitkeringen: tuple[Decimal, ...]

    @property
    def totaal(self) -> Decimal:
        """All claims together."""
        return self.preferent + self.concurrent

    @property
    def uitgekeerd(self) -> Decimal:
        """All payments together: `uitdeelbaar`, or less when everybody is paid in full."""
        return min(self.uitdeelbaar, self.totaal)

    @property
    def preferent_vol(self) -> bool:
        """Whether the claims with priority are paid in full, so that the double percentage has ended."""
        return 2 * self.uitdeelbaar >= 2 * self.preferent + self.concurrent

    @property
    def volledig(self) -> bool:
        """Whether every claim is paid in full."""
        return self.uitdeelbaar >= self.totaal


def verdeel_bedrag(uitdeelbaar: Decimal, vorderingen: Sequence[Vordering]) -> Verdeling:
    """Divide euros over claims: preferent gets twice the percentage of concurrent until it is paid in full.

    Cents left over go to the largest remainders, then by id. Raises ValueError for parts of a cent, for an amount
    below zero, and when nothing is owed.
    """
    for bedrag in (uitdeelbaar, *(v.preferent for v in vorderingen), *(v.concurrent for v in vorderingen)):
        naar_centen(bedrag)
    preferent = sum((v.preferent for v in vorderingen), Decimal(0))
    concurrent = sum((v.concurrent for v in vorderingen), Decimal(0))
    if preferent + concurrent <= 0:
        raise ValueError("Er is geen schuld om over te verdelen.")
    kaal = Verdeling(uitdeelbaar, preferent, concurrent, None, None, ())
    return Verdeling(
        uitdeelbaar,
        preferent,
        concurrent,
        _percentage_preferent(kaal) if preferent else None,
        _percentage_concurrent(kaal) if concurrent else None,
        _maak_uitkeringen(kaal, vorderingen),
    )


def _percentage_preferent(verdeling: Verdeling) -> Decimal:
    if verdeling.preferent_vol:
        return Decimal(100)
    return 200 * verdeling.uitdeelbaar / (2 * verdeling.preferent + verdeling.concurrent)


def _percentage_concurrent(verdeling: Verdeling) -> Decimal:
    if verdeling.volledig:
        return Decimal(100)
    if verdeling.preferent_vol:
        return 100 * (verdeling.uitdeelbaar - verdeling.preferent) / verdeling.concurrent
    return _percentage_preferent(verdeling) / 2


def _maak_uitkeringen(verdeling: Verdeling, vorderingen: Sequence[Vordering]) -> tuple[Decimal, ...]:
    if verdeling.volledig:
        return tuple(vordering.bedrag for vordering in vorderingen)
    ids = [vordering.id for vordering in vorderingen]
    centen = naar_centen(verdeling.uitdeelbaar)
    vast = [naar_centen(v.preferent) if verdeling.preferent_vol else 0 for v in vorderingen]
    gewichten = [
        naar_centen(v.concurrent) + (0 if verdeling.preferent_vol else 2 * naar_centen(v.preferent))
        for v in vorderingen
    ]
    delen = verdeel_centen(centen - sum(vast), gewichten, ids)
    return tuple(Decimal(a + b) / 100 for a, b in zip(vast, delen, strict=True))


def verdeel_centen(centen: int, gewichten: Sequence[int], ids: Sequence[Kenmerk]) -> list[int]:
    """Divide whole cents by weight; what is left over goes to the largest remainders, then by id."""
    totaal = sum(gewichten)
    delen = [centen * gewicht // totaal for gewicht in gewichten]
    resten = [centen * gewicht % totaal for gewicht in gewichten]
    volgorde = sorted(range(len(ids)), key=lambda plek: (-resten[plek], sorteersleutel(ids[plek])))
    for plek in volgorde[: centen - sum(delen)]:
        delen[plek] += 1
    return delen


def sorteersleutel(id_: Kenmerk) -> tuple[bool, Kenmerk]:
    """Order ids: whole numbers by size, then texts by letter."""
    return isinstance(id_, str), id_


def naar_centen(bedrag: Decimal) -> int:
    """Give euros as whole cents. Raises ValueError for parts of a cent or an amount below zero."""
    centen = bedrag * 100
    if centen < 0 or centen != int(centen):
        raise ValueError("Een bedrag is hier 0 of meer, in hele centen.")
    return int(centen)
