"""What became of a right that the inkomenscheck found: the statuses, and which may follow which.

Who keeps them, and when, is the work of the app.
"""

from enum import Enum


class Aanvraagstatus(Enum):
    """How far a resident is with a right."""

    MOGELIJK = "mogelijk"
    NIET_GEWENST = "niet_gewenst"
    AANGEVRAAGD = "aangevraagd"
    TOEGEKEND = "toegekend"
    AFGEWEZEN = "afgewezen"
    BEEINDIGD = "beeindigd"

    @property
    def volgende(self) -> tuple["Aanvraagstatus", ...]:
        """The statuses that may follow this one."""
        return OVERGANGEN[self]

    def mag_naar(self, volgende: "Aanvraagstatus") -> bool:
        """Say whether the other status may follow this one."""
        return volgende in OVERGANGEN[self]


OVERGANGEN: dict[Aanvraagstatus, tuple[Aanvraagstatus, ...]] = {
    Aanvraagstatus.MOGELIJK: (Aanvraagstatus.AANGEVRAAGD, Aanvraagstatus.NIET_GEWENST),
    Aanvraagstatus.NIET_GEWENST: (Aanvraagstatus.AANGEVRAAGD,),
    Aanvraagstatus.AANGEVRAAGD: (
        Aanvraagstatus.TOEGEKEND,
        Aanvraagstatus.AFGEWEZEN,
        Aanvraagstatus.NIET_GEWENST,  # withdrawn
    ),
    # Granted after all in bezwaar, or asked again.
    Aanvraagstatus.AFGEWEZEN: (Aanvraagstatus.TOEGEKEND, Aanvraagstatus.AANGEVRAAGD),
    Aanvraagstatus.TOEGEKEND: (Aanvraagstatus.BEEINDIGD,),
    Aanvraagstatus.BEEINDIGD: (Aanvraagstatus.AANGEVRAAGD,),
}
"""Which status may follow which. Bron: eigen keuze."""
