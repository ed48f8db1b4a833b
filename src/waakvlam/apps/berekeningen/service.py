"""Front door of berekeningen for other contexts: commands and selectors, nothing else."""

from waakvlam.apps.berekeningen.commands.bewaar_berekening import bewaar_berekening
from waakvlam.apps.berekeningen.models import Berekening
from waakvlam.apps.berekeningen.selectors import get_berekening, list_berekeningen

__all__ = ["Berekening", "bewaar_berekening", "get_berekening", "list_berekeningen"]
