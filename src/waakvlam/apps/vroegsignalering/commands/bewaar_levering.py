"""A levering comes in: it is kept as received before anything else."""

from typing import BinaryIO

from django.db import IntegrityError, transaction

from waakvlam.apps.vroegsignalering import opslag
from waakvlam.apps.vroegsignalering.models import Levering, LeveringStatus
from waakvlam.foundation import audit, tenancy, tijd


def bewaar_levering(
    *, gemeente: str, bestandsnaam: str, bron: BinaryIO, partner: str = ""
) -> tuple[Levering, bool]:
    """Keep a levering, encrypted; returns it and whether it is new. `partner` is who delivers, "" = the gemeente.

    The same contents of the same sender are the same levering, also when two arrive at one moment: the second
    gets the first. What another sender handed in is a repeat too when its rows went in (or, handed in by the
    gemeente, still will), and does not count when rows were refused because that sender may not deliver them.

    Call it inside `tenancy.gemeenten`. Raises WaakvlamFout when the file is too large, IntegrityError when it is a
    repeat of a levering that this partner may not see.
    """
    bewaard = opslag.bewaar(bron, gemeente)
    try:
        with transaction.atomic():
            levering, nieuw = _zoek_of_maak(gemeente, partner, bestandsnaam, bewaard)
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


def _zoek_of_maak(
    gemeente: str, partner: str, bestandsnaam: str, bewaard: opslag.Bewaard
) -> tuple[Levering, bool]:
    if elders := _van_een_ander(gemeente, partner, bewaard.hash):
        if partner and elders.partner != partner:
            raise IntegrityError(
                "this file was received of a sender whose leveringen this partner may not see"
            )
        return elders, False
    return Levering.objects.get_or_create(
        gemeente_id=gemeente,
        afzender=partner,
        inhoud_hash=bewaard.hash,
        defaults={
            "bestandsnaam": bestandsnaam[:200],
            "grootte": bewaard.grootte,
            "opslag": bewaard.plaats,
            "partner": partner,
            "ontvangen_op": tijd.nu(),
        },
    )


def _van_een_ander(gemeente: str, partner: str, inhoud_hash: str) -> Levering | None:
    """The same contents from another sender, if nothing in it is left for this one to deliver."""
    with tenancy.gemeenten(gemeente):  # a partner too may not deliver again what it can't see
        leveringen = list(Levering.objects.filter(gemeente=gemeente, inhoud_hash=inhoud_hash))
    if any(levering.afzender == partner for levering in leveringen):
        return None
    return next((levering for levering in leveringen if _gaat_erin(levering)), None)


def _gaat_erin(levering: Levering) -> bool:
    if levering.status == LeveringStatus.ONTVANGEN:
        # Of a partner it is not known yet whether it may deliver these rows: then rather twice than not at all.
        return not levering.afzender
    return levering.aantal_signalen > 0 and not levering.noemt_anderen
