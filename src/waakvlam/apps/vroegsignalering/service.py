"""Front door of vroegsignalering for other contexts, the command line and the wiring."""

from waakvlam.apps.vroegsignalering.commands.bewaar_levering import bewaar_levering
from waakvlam.apps.vroegsignalering.commands.draai_maand import draai_maand
from waakvlam.apps.vroegsignalering.commands.koppel_personen import koppel_personen
from waakvlam.apps.vroegsignalering.commands.stel_beleid_vast import (
    lees_beleidstekst,
    stel_beleid_vast,
    stel_standaardbeleid_vast,
)
from waakvlam.apps.vroegsignalering.commands.verwerk_levering import verwerk_levering
from waakvlam.apps.vroegsignalering.models import LeveringStatus
from waakvlam.apps.vroegsignalering.selectors import get_beleidsversie

__all__ = [
    "LeveringStatus",
    "bewaar_levering",
    "draai_maand",
    "get_beleidsversie",
    "koppel_personen",
    "lees_beleidstekst",
    "stel_beleid_vast",
    "stel_standaardbeleid_vast",
    "verwerk_levering",
]
