"""Background work of this context, as a page shows it."""

from django.db.models import QuerySet

from waakvlam.apps.vroegsignalering.selectors.zicht import Zicht
from waakvlam.foundation import jobs
from waakvlam.foundation.jobs.models import LOPEND, Status, Taak
from waakvlam.foundation.ui.voortgang import Voortgang

_STAND = {Status.WACHT: "wacht", Status.BEZIG: "bezig", Status.KLAAR: "klaar"}


def list_taken(zicht: Zicht, soort: str) -> QuerySet[Taak]:
    """Give the tasks of one kind, newest first."""
    return jobs.taken().filter(gemeente__in=zicht.codes, soort=soort).select_related("gemeente")


def list_lopend(zicht: Zicht, soort: str) -> QuerySet[Taak]:
    """Give those that wait or work."""
    return list_taken(zicht, soort).filter(status__in=LOPEND)


def voortgang_van(taak: Taak, titel: str = "") -> Voortgang:
    """Say how far a task is; a stopped one counts as not done."""
    return Voortgang(
        titel or taak.label, _STAND.get(taak.status, "mislukt"), taak.gedaan, taak.totaal, taak.tekst
    )
