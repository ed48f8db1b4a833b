"""Reads of vroegsignalering. For pages every function takes a `Zicht`: what this user may see for a right, now.

Row-level security is the second lock; the `Zicht` is the first. No function gives a BSN.
"""

from waakvlam.apps.vroegsignalering.selectors.beleid import (
    Versie,
    get_beleidsversie,
    get_versie,
    lees_versie,
    list_versies,
)
from waakvlam.apps.vroegsignalering.selectors.leveringen import (
    filter_leveringen,
    get_levering,
    list_fouten,
    list_leveringen,
    list_maanden_van_ontvangst,
    list_partners_van_leveringen,
    tel_uitkomsten,
)
from waakvlam.apps.vroegsignalering.selectors.maandruns import (
    Maandstand,
    heeft_signalen,
    list_laatste,
    list_maandruns,
    list_maandstanden,
    list_te_draaien,
    list_terugkijkend,
)
from waakvlam.apps.vroegsignalering.selectors.melding import Meldingblad, get_melding, get_meldingblad
from waakvlam.apps.vroegsignalering.selectors.meldingen import (
    Maandcijfers,
    MeldingRij,
    Zoekvraag,
    get_maandcijfers,
    list_cijfers_per_gemeente,
    list_eerst,
    list_meldingen,
    list_niet_opgepakt,
    list_soorten_en_partners,
    list_zoekmaanden,
    maak_rijen,
)
from waakvlam.apps.vroegsignalering.selectors.taken import list_lopend, list_taken, voortgang_van
from waakvlam.apps.vroegsignalering.selectors.termijn import Termijn
from waakvlam.apps.vroegsignalering.selectors.zicht import Zicht, zicht_van

__all__ = [
    "Maandcijfers",
    "Maandstand",
    "MeldingRij",
    "Meldingblad",
    "Termijn",
    "Versie",
    "Zicht",
    "Zoekvraag",
    "filter_leveringen",
    "get_beleidsversie",
    "get_levering",
    "get_maandcijfers",
    "get_melding",
    "get_meldingblad",
    "get_versie",
    "heeft_signalen",
    "lees_versie",
    "list_cijfers_per_gemeente",
    "list_eerst",
    "list_fouten",
    "list_laatste",
    "list_leveringen",
    "list_lopend",
    "list_maanden_van_ontvangst",
    "list_maandruns",
    "list_maandstanden",
    "list_meldingen",
    "list_niet_opgepakt",
    "list_partners_van_leveringen",
    "list_soorten_en_partners",
    "list_taken",
    "list_te_draaien",
    "list_terugkijkend",
    "list_versies",
    "list_zoekmaanden",
    "maak_rijen",
    "tel_uitkomsten",
    "voortgang_van",
    "zicht_van",
]
