"""An aanvraag gets its next status."""

from datetime import date
from decimal import Decimal

from django.db import IntegrityError, transaction

from waakvlam.apps.toegang.service import Gebruiker
from waakvlam.apps.voorzieningen.models import Aanvraag, Aanvraagstap
from waakvlam.domain.rekenen.inkomenscheck import Aanvraagstatus
from waakvlam.foundation import audit, tijd

INGEHAALD = "Een collega heeft deze aanvraag intussen bijgewerkt. Kijk hoe zij nu staat."


class AanvraagError(ValueError):
    """The status cannot be set; the message (Dutch) says why."""


def zet_status(
    *,
    aanvraag: Aanvraag,
    status: Aanvraagstatus,
    na: int,
    datum: date,
    gebruiker: Gebruiker,
    bedrag: Decimal | None = None,
    per: str = "",
    notitie: str = "",
) -> Aanvraagstap:
    """Add a step after step `na`. Raises AanvraagError when a colleague was first, or the status may not follow."""
    laatste = aanvraag.stappen.latest("nummer")
    if laatste.nummer != na:
        raise AanvraagError(INGEHAALD)
    if not Aanvraagstatus(laatste.status).mag_naar(status):
        raise AanvraagError(f"Een aanvraag die '{laatste.get_status_display()}' is, kan dit niet worden.")
    toegekend = status is Aanvraagstatus.TOEGEKEND
    try:
        with transaction.atomic():
            stap = Aanvraagstap.objects.create(
                aanvraag=aanvraag,
                gemeente_id=aanvraag.gemeente_id,
                nummer=na + 1,
                status=status.value,
                datum=datum,
                bedrag=bedrag if toegekend else None,
                per=per if toegekend and bedrag is not None else "",
                notitie=notitie.strip(),
                gebruiker=gebruiker,
                moment=tijd.nu(),
            )
            gegevens = {"status": status.value}
            audit.record("aanvraag.gewijzigd", obj=aanvraag, gemeente=aanvraag.gemeente_id, gegevens=gegevens)
    except IntegrityError as fout:
        raise AanvraagError(INGEHAALD) from fout
    return stap
