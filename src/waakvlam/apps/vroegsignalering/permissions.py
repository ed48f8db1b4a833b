"""Who may do what in vroegsignalering: the rights of toegang that this context asks."""

from waakvlam.apps.toegang.permissions import Recht

LEVERINGEN = Recht.LEVERINGEN_ZIEN
INLEZEN = Recht.LEVERING_INLEZEN
MELDINGEN = Recht.MELDINGEN_ZIEN
MAANDRUN = Recht.MAANDRUN_STARTEN
BELEID = Recht.BELEID_ZIEN
