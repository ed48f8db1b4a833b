"""Builds the settings of Splink from the levels and weights of the domain, per engine.

Splink translates the conditions (written in DuckDB's dialect) to the dialect of the engine that runs them, so the same
objects serve DuckDB and Spark. A saved Splink model would pin one dialect; the levels and weights do not.
"""

from typing import Any

from splink import SettingsCreator
from splink.blocking_rule_library import CustomRule
from splink.comparison_library import CustomComparison

from waakvlam.domain.matching.koppelen.gewichten import Gewichten
from waakvlam.domain.matching.koppelen.niveaus import VERGELIJKINGEN, Vergelijking

# Which pairs are looked at: always within one gemeente and never on the gemeente alone, so that the number of pairs grows with
# the number of records and not with its square. Each line finds what the others miss (a typing error in one field).
BLOKKEN: tuple[tuple[str, ...], ...] = (
    ("bsn",),
    ("geboren", "initiaal"),
    ("geboren", "deel1"),
    ("pand", "initiaal"),
    ("pand", "deel1"),
    ("pand", "geboren"),
    ("deel1", "initiaal", "jaar"),
    ("deel1", "initiaal", "maand", "dag"),
    ("naam_paar", "jaar"),  # first name and surname in each other's field
    ("postcode", "deel1", "initiaal"),
    ("email",),
    ("telefoon", "initiaal"),
)


def _comparison(vergelijking: Vergelijking, gewichten: Gewichten | None) -> CustomComparison:
    levels: list[dict[str, Any]] = [
        {"sql_condition": vergelijking.leeg, "label_for_charts": "onbekend", "is_null_level": True}
    ]
    for niveau in vergelijking.niveaus:
        level: dict[str, Any] = {"sql_condition": niveau.sql or "ELSE", "label_for_charts": niveau.label}
        if gewichten is not None:
            gewicht = gewichten.niveaus[vergelijking.code, niveau.code]
            level |= {"m_probability": gewicht.m, "u_probability": gewicht.u}
        levels.append(level)
    return CustomComparison(
        output_column_name=vergelijking.code,
        comparison_levels=levels,
        comparison_description=vergelijking.label,
    )


def blocking_rules() -> list[CustomRule]:
    """The blocks as rules that every engine can run as an equality join."""
    return [
        CustomRule(" and ".join(f"l.{column} = r.{column}" for column in ("gemeente", *block)))
        for block in BLOKKEN
    ]


def build_settings(gewichten: Gewichten | None) -> SettingsCreator:
    """Settings for linking within one table; without weights, settings that can be trained."""
    return SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="rij_id",
        comparisons=[_comparison(vergelijking, gewichten) for vergelijking in VERGELIJKINGEN],
        blocking_rules_to_generate_predictions=blocking_rules(),
        probability_two_random_records_match=gewichten.kans_vooraf if gewichten else 0.0001,
        retain_matching_columns=False,  # texts of every pair; the levels are worked out again, for the pairs found only
        retain_intermediate_calculation_columns=False,
    )
