"""A right of a kept inkomenscheck is followed from now on."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from waakvlam.apps.berekeningen.service import Berekening
from waakvlam.apps.toegang.service import Gebruiker
from waakvlam.apps.voorzieningen.models import Aanvraag, Aanvraagstap
from waakvlam.apps.voorzieningen.uitslag import bedrag_per_maand
from waakvlam.domain.rekenen.inkomenscheck import Aanvraagstatus
from waakvlam.foundation import audit, tijd


def volg_recht(*, berekening: Berekening, recht: Mapping[str, Any], gebruiker: Gebruiker) -> Aanvraag:
    """Begin to follow a right (as in the kept result); one that is followed already is given back as it is."""
    gemeente = berekening.gemeente_id
    with transaction.atomic():
        aanvraag, nieuw = Aanvraag.objects.get_or_create(
            berekening=berekening,
            sleutel=recht["sleutel"],
            gemeente_id=gemeente,
            defaults={"naam": recht["naam"], "verwacht": bedrag_per_maand(recht)},
        )
        if nieuw:
            Aanvraagstap.objects.create(
                aanvraag=aanvraag,
                gemeente_id=gemeente,
                nummer=1,
                status=Aanvraagstatus.MOGELIJK.value,
                datum=tijd.vandaag(),
                gebruiker=gebruiker,
                moment=tijd.nu(),
            )
            audit.record("aanvraag.gevolgd", obj=aanvraag, gemeente=gemeente)
    return aanvraag
