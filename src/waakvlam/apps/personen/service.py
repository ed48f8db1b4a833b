"""Front door of personen: what other contexts may use."""

from waakvlam.apps.personen.models import Betrokkene, Twijfelpaar

__all__ = ["Betrokkene", "Twijfelpaar"]
