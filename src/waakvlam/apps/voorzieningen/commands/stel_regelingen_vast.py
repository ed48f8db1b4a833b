"""The schemes of a gemeente are set: a new version beside the ones there were."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from waakvlam.apps.toegang.service import Gebruiker
from waakvlam.apps.voorzieningen.models import Regelingenversie
from waakvlam.domain.rekenen.inkomenscheck import lees_gemeenteregels
from waakvlam.foundation import audit, tijd


def stel_regelingen_vast(
    *, gemeente: str, inhoud: Mapping[str, Any], gebruiker: Gebruiker
) -> Regelingenversie:
    """Keep these schemes as the newest version of the gemeente.

    The caller has checked that the user may change them for the gemeente. Raises Invoerfout when they cannot be read;
    nothing is kept then.
    """
    regels = lees_gemeenteregels(inhoud)
    with transaction.atomic():
        versie = Regelingenversie.objects.create(
            gemeente_id=gemeente, inhoud=dict(inhoud), gebruiker=gebruiker, moment=tijd.nu()
        )
        gegevens = {"aantal": len(regels.regelingen)}
        audit.record("regelingen.vastgesteld", obj=versie, gemeente=gemeente, gegevens=gegevens)
    return versie
