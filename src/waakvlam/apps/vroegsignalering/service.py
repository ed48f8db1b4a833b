"""Front door of vroegsignalering for other contexts, the command line and the wiring."""

from waakvlam.apps.vroegsignalering.commands.bewaar_levering import bewaar_levering
from waakvlam.apps.vroegsignalering.commands.draai_maand import draai_maand
from waakvlam.apps.vroegsignalering.commands.koppel_personen import koppel_personen
from waakvlam.apps.vroegsignalering.commands.stel_beleid_vast import (
    stel_beleid_vast,
    stel_standaardbeleid_vast,
)
from waakvlam.apps.vroegsignalering.commands.verwerk_levering import verwerk_levering
from waakvlam.apps.vroegsignalering.models import Beleidsversie, Levering, LeveringStatus, Maandrun
from waakvlam.apps.vroegsignalering.selectors import (
    Zicht,
    filter_leveringen,
    get_beleidsversie,
    list_cijfers_per_gemeente,
    list_eerst,
    list_laatste,
    list_maandruns,
    list_maandstanden,
    list_te_draaien,
    maak_rijen,
    voortgang_van,
    zicht_van,
)

__all__ = [
    "Beleidsversie",
    "Levering",
    "LeveringStatus",
    "Maandrun",
    "Zicht",
    "bewaar_levering",
    "draai_maand",
    "filter_leveringen",
    "get_beleidsversie",
    "koppel_personen",
    "list_cijfers_per_gemeente",
    "list_eerst",
    "list_laatste",
    "list_maandruns",
    "list_maandstanden",
    "list_te_draaien",
    "maak_rijen",
    "stel_beleid_vast",
    "stel_standaardbeleid_vast",
    "verwerk_levering",
    "voortgang_van",
    "zicht_van",
]
