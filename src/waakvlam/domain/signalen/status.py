"""What became of a signal, as the standard spells it.

Bron: DDAS vroegsignalering v1.2, enumeratie Signaalstatus; contract.md 3.1–3.2.
"""

from enum import Enum


class Status(Enum):
    """The status of a signal as the standard spells it; only those that matching gives."""

    NOG_NIET_OPGEPAKT = "Nog niet opgepakt"
    HERHAALDE_MELDING = "Niet opgepakt: herhaalde melding"
    ONTERECHT_SIGNAAL = "Niet opgepakt: onterecht signaal"
    ANDERE_REDEN = "Niet opgepakt: andere reden"
