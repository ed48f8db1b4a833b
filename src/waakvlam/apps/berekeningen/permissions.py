"""Who may do what with berekeningen: the rights of toegang that this context asks."""

from waakvlam.apps.toegang.permissions import Recht

BEREKENEN = Recht.BEREKENEN
