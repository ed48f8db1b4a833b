"""Asks for background work, and for its end."""

import re
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction

from waakvlam.foundation import audit, tenancy
from waakvlam.foundation.jobs.register import soort_van

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from waakvlam.foundation.jobs.models import Taak

_ID = re.compile(r"[A-Za-z0-9_.:-]{0,64}")


def defer(soort: str, *, gemeente: str, slot: str = "", **ids: int | str) -> "Taak":
    """Ask for a task, in the transaction of the data it is about: without commit there is no task.

    Call it inside `tenancy.gemeenten` (a request is). Arguments are ids and codes, never data about a person.
    With a `slot` that waits or works already, gives that task. Raises LookupError, ValueError.
    """
    soort_van(soort)
    if fout := [naam for naam, waarde in ids.items() if not _ID.fullmatch(str(waarde))]:
        raise ValueError(f"{fout[0]}: een taak krijgt alleen nummers en codes mee")
    with transaction.atomic():
        taak, nieuw = _maak(soort, gemeente, slot, ids)
        if nieuw:
            from waakvlam.foundation.jobs.tasks import voer_uit_taak

            voer_uit_taak.defer(taak_id=taak.pk, gemeente=gemeente)
    return taak


def stop(taak: "Taak") -> None:
    """Ask a task to stop; it does so at its next progress report. Nothing happens when it is done."""
    if taken().filter(pk=taak.pk, status__in=("wacht", "bezig")).update(stop_gevraagd=True):
        audit.record("taak.stop_gevraagd", obj=taak, gemeente=taak.gemeente_id)


def taken() -> "QuerySet[Taak]":
    """Give the tasks of the gemeenten now visible, newest first."""
    from waakvlam.foundation.jobs.models import Taak

    return Taak.objects.all()


def _maak(soort: str, gemeente: str, slot: str, ids: dict[str, int | str]) -> "tuple[Taak, bool]":
    from waakvlam.foundation.jobs.models import LOPEND, Taak

    wie, bereik = audit.huidige_actor(), tenancy.actief()
    velden = {
        "gevraagd_door": wie.id if wie.soort == "gebruiker" else wie.namens,
        "partner": (bereik.partner if bereik else None) or "",
        "ids": ids,
    }
    if not slot:
        return Taak.objects.create(gemeente_id=gemeente, soort=soort, **velden), True
    bezet = {"gemeente_id": gemeente, "soort": soort, "slot": slot}
    for _ in range(3):
        if bestaand := Taak.objects.filter(status__in=LOPEND, **bezet).first():
            return bestaand, False
        try:
            with transaction.atomic():
                return Taak.objects.create(**bezet, **velden), True
        except IntegrityError:
            continue  # somebody was just before us: look again
    raise RuntimeError(f"taak {soort!r} kon geen plaats krijgen")
