"""Which records are about one person: Dutch comparisons, rules, weights and grouping, without any engine."""

from waakvlam.domain.matching.koppelen.gewichten import Gewicht, Gewichten, load_gewichten
from waakvlam.domain.matching.koppelen.groeperen import (
    Groepering,
    Koppelpaar,
    connected,
    group_pairs,
    ordered,
)
from waakvlam.domain.matching.koppelen.niveaus import VERGELIJKINGEN, Niveau, Richting, Vergelijking
from waakvlam.domain.matching.koppelen.normaliseren import normalise_query
from waakvlam.domain.matching.koppelen.regels import (
    REGEL_LABELS,
    TE_WEINIG,
    TEGENSPRAAK,
    Regel,
    rule_case_sql,
)
from waakvlam.domain.matching.koppelen.uitleg import OnzekerPaar, Waarom, reasons

__all__ = [
    "REGEL_LABELS",
    "TEGENSPRAAK",
    "TE_WEINIG",
    "VERGELIJKINGEN",
    "Gewicht",
    "Gewichten",
    "Groepering",
    "Koppelpaar",
    "Niveau",
    "OnzekerPaar",
    "Regel",
    "Richting",
    "Vergelijking",
    "Waarom",
    "connected",
    "group_pairs",
    "load_gewichten",
    "normalise_query",
    "ordered",
    "reasons",
    "rule_case_sql",
]
