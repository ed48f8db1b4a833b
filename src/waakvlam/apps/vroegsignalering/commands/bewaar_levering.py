"""A levering comes in: it is kept as received before anything else."""

from typing import BinaryIO

from django.db import transaction

from waakvlam.apps.vroegsignalering import opslag
from waakvlam.apps.vroegsignalering.models import Levering
from waakvlam.foundation import audit, tijd


def bewaar_levering(
    *, gemeente: str, bestandsnaam: str, bron: BinaryIO, partner: str = ""
) -> tuple[Levering, bool]:
    """Keep a levering, encrypted; returns it and whether it is new.

    The same contents for the same gemeente are the same levering, also when two
    arrive at one moment: the second gets the first. Call it inside
    `tenancy.gemeenten`. Raises WaakvlamFout when the file is too large.
    """
    bewaard = opslag.bewaar(bron, gemeente)
    try:
        with transaction.atomic():
            levering, nieuw = Levering.objects.get_or_create(
                gemeente_id=gemeente,
                inhoud_hash=bewaard.hash,
                defaults={
                    "bestandsnaam": bestandsnaam[:200],
                    "grootte": bewaard.grootte,
                    "opslag": bewaard.plaats,
                    "partner": partner,
                    "ontvangen_op": tijd.nu(),
                },
            )
            if nieuw:
                audit.record(
                    "levering.ontvangen", obj=levering, gemeente=gemeente, gegevens={"bytes": bewaard.grootte}
                )
    except BaseException:
        opslag.verwijder(bewaard.plaats)
        raise
    if not nieuw:
        opslag.verwijder(bewaard.plaats)
    return levering, nieuw
