"""Who may do what with voorzieningen: the rights of toegang that this context asks."""

from waakvlam.apps.toegang.permissions import Recht

REGELINGEN_ZIEN = Recht.REGELINGEN_ZIEN
REGELINGEN_WIJZIGEN = Recht.REGELINGEN_WIJZIGEN
CHECKEN = Recht.BEREKENEN
