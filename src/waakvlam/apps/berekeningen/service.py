"""Front door of berekeningen for other contexts: commands, selectors, and the vocabulary of forms."""

from waakvlam.apps.berekeningen.commands.bewaar_berekening import bewaar_berekening, bewaar_uitkomst
from waakvlam.apps.berekeningen.forms import BewaarForm
from waakvlam.apps.berekeningen.formulieren.invullen import (
    JA,
    VANDAAG,
    Ingevuld,
    begin,
    uit_feiten,
    voeg_rij_toe,
    vul,
    zonder_rij,
)
from waakvlam.apps.berekeningen.formulieren.opzet import Groep, Opzet, Rijen, Veld, Veldsoort
from waakvlam.apps.berekeningen.formulieren.scherm import Formulierscherm
from waakvlam.apps.berekeningen.models import Berekening
from waakvlam.apps.berekeningen.rekenen import Aandachtspunt, Poging, probeer_met
from waakvlam.apps.berekeningen.selectors import get_berekening, list_berekeningen
from waakvlam.apps.berekeningen.weergave.feiten import lijst_feiten

__all__ = [
    "JA",
    "VANDAAG",
    "Aandachtspunt",
    "Berekening",
    "BewaarForm",
    "Formulierscherm",
    "Groep",
    "Ingevuld",
    "Opzet",
    "Poging",
    "Rijen",
    "Veld",
    "Veldsoort",
    "begin",
    "bewaar_berekening",
    "bewaar_uitkomst",
    "get_berekening",
    "lijst_feiten",
    "list_berekeningen",
    "probeer_met",
    "uit_feiten",
    "voeg_rij_toe",
    "vul",
    "zonder_rij",
]
