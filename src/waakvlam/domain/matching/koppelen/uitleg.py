"""The answer to "why": what speaks for and against two records being one person, in words a consulent uses."""

from collections.abc import Mapping
from dataclasses import dataclass

from waakvlam.domain.matching.koppelen.niveaus import VERGELIJKINGEN, Richting


@dataclass(frozen=True)
class Waarom:
    """One reason: what was compared, how it came out, and whether that speaks for or against."""

    onderwerp: str
    uitkomst: str
    richting: Richting


@dataclass(frozen=True)
class OnzekerPaar:
    """Two records that may be one person and were not joined: a human compares them."""

    links: int
    rechts: int
    kans: float
    waarom: list[Waarom]


def reasons(waarden: Mapping[str, int], slot: str | None) -> list[Waarom]:
    """The reasons of one pair from its level per comparison code; `slot` is the rule that kept it from being joined."""
    out = []
    for vergelijking in VERGELIJKINGEN:
        niveau = vergelijking.level_at(waarden[vergelijking.code])
        if niveau is None:
            out.append(Waarom(vergelijking.label, "niet bij beide bekend", Richting.ONBEKEND))
        else:
            out.append(Waarom(vergelijking.label, niveau.label, niveau.richting))
    if slot:
        out.append(Waarom("Waarom niet samengevoegd", slot, Richting.TEGEN))
    return out
