"""Does one task: claims it, runs it as its gemeente, and ends it in a state a person can see."""

from time import monotonic
from typing import Any

from django.db import InterfaceError, OperationalError, transaction

from waakvlam.foundation import audit, tenancy, tijd
from waakvlam.foundation.jobs.register import Gestopt, TaakError, Taaksoort, soort_van
from waakvlam.foundation.jobs.status import Taakstatus
from waakvlam.foundation.log import logger

MAX_POGINGEN = 5
RITME = 0.5
"""Seconds between two progress reports that are written."""

LOPEND = ("wacht", "bezig")
MISLUKT = "Er ging iets mis ({fout}). De beheerder vindt meer in het logboek onder taak {taak}."
STEEDS_GESTOPT = f"De werker is {MAX_POGINGEN} keer gestopt tijdens deze taak. Vraag de beheerder te kijken."


class NogBezig(OperationalError):
    """Another worker still has this task; try again shortly."""


class Uitvoering:
    """What a task function gets: for whom, about what, and where to report progress."""

    def __init__(self, status: Taakstatus, rij: dict[str, Any]) -> None:
        self.id: int = status.taak_id
        self.gemeente: str = status.gemeente
        self.ids: dict[str, Any] = rij["ids"]
        self.poging: int = rij["pogingen"] + 1
        self._status = status
        self._laatst = float("-inf")

    def voortgang(self, gedaan: int, totaal: int | None = None, tekst: str = "") -> None:
        """Report how far it is (cheap: written twice a second at most). Raises Gestopt when asked to stop.

        `tekst` says what is being done, without personal data.
        """
        nu = monotonic()
        if nu - self._laatst < RITME and gedaan != totaal:
            return
        self._laatst = nu
        if self._status.voortgang(gedaan, totaal, tekst):
            raise Gestopt


def voer_uit(taak_id: int, gemeente: str) -> None:
    """Do a task; a second call for one that ended does nothing.

    Raises OperationalError when the database went away or another worker has it: then it is to be retried.
    Every other error ends the task as mislukt.
    """
    with Taakstatus(taak_id, gemeente) as status:
        if not status.claim():
            raise NogBezig(f"taak {taak_id} is nog bij een andere werker")
        rij = status.lees()
        if rij is None or rij["status"] not in LOPEND:
            return
        if rij["stop_gevraagd"]:
            status.einde("gestopt", "Gestopt voordat het begon.")
        elif rij["pogingen"] >= MAX_POGINGEN:
            status.einde("mislukt", STEEDS_GESTOPT)
        else:
            _probeer(status, rij)


def _probeer(status: Taakstatus, rij: dict[str, Any]) -> None:
    status.begin()
    try:
        _doe(soort_van(rij["soort"]), Uitvoering(status, rij), rij["gevraagd_door"])
    except Gestopt:
        status.einde("gestopt", "Gestopt op verzoek; er is niets gewijzigd.")
    except TaakError as fout:
        status.einde("mislukt", str(fout))
    except (OperationalError, InterfaceError):
        # The connection of the work is gone; that of the state perhaps too, then "bezig" stays until the retry.
        status.wacht()
        raise
    except Exception as fout:  # noqa: BLE001  whatever it is, a person must see that it failed
        logger("jobs").exception("taak %s (%s) mislukt", status.taak_id, rij["soort"])
        status.einde("mislukt", MISLUKT.format(fout=type(fout).__name__, taak=status.taak_id))


def _doe(soort: Taaksoort, uitvoering: Uitvoering, namens: int | None) -> None:
    with audit.actor(audit.Actor("taak", uitvoering.id, "werker", namens)):
        if soort.eigen_transacties:
            resultaat = soort.functie(uitvoering)
            with tenancy.gemeenten(uitvoering.gemeente):
                _klaar(uitvoering, resultaat)
        else:
            with tenancy.gemeenten(uitvoering.gemeente):
                resultaat = soort.functie(uitvoering)
                _klaar(uitvoering, resultaat)


@transaction.atomic
def _klaar(uitvoering: Uitvoering, resultaat: dict[str, Any] | None) -> None:
    """Save the end in the transaction of the work: never done work that looks undone, nor the reverse."""
    from waakvlam.foundation.jobs.models import Taak

    Taak.objects.filter(pk=uitvoering.id).update(
        status="klaar", tekst="", resultaat=resultaat, klaar_op=tijd.nu()
    )
