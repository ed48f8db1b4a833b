"""An inkomenscheck is computed with the schemes of the gemeente and kept; what is probable is followed from then on."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from waakvlam.apps.berekeningen.service import Berekening, bewaar_uitkomst
from waakvlam.apps.toegang.service import Gebruiker
from waakvlam.apps.voorzieningen import selectors
from waakvlam.apps.voorzieningen.commands.volg_recht import volg_recht
from waakvlam.domain.rekenen.bijstand import Oordeel
from waakvlam.domain.rekenen.inkomenscheck import bereken_inkomenscheck, lees_invoer

SOORT = selectors.SOORT


def reken_check(feiten: Mapping[str, Any], gemeente: str) -> dict[str, Any]:
    """Compute with the schemes of the gemeente, as it is kept. Raises Invoerfout."""
    uitkomst = bereken_inkomenscheck(lees_invoer(feiten), selectors.get_regels(gemeente)).als_dict()
    return uitkomst | {"gewone_taal": [recht["tekst"] for recht in uitkomst["rechten"]]}


def bewaar_check(
    *,
    feiten: Mapping[str, Any],
    gemeente: str,
    gebruiker: Gebruiker,
    omschrijving: str = "",
    vorige: Berekening | None = None,
) -> Berekening:
    """Keep a check with its facts and the version of the schemes, and follow every right that is probable.

    The caller has checked that the user may compute for the gemeente. Raises Invoerfout; nothing is kept then.
    """
    uitkomst = reken_check(feiten, gemeente)
    versie = selectors.get_laatste_versie(gemeente)
    with transaction.atomic():
        berekening = bewaar_uitkomst(
            soort=SOORT,
            feiten=dict(feiten) | {"regelingenversie": versie.pk if versie else None},
            uitkomst=uitkomst,
            gemeente=gemeente,
            gebruiker=gebruiker,
            omschrijving=omschrijving,
            vorige=vorige,
        )
        for recht in uitkomst["rechten"]:
            if recht["oordeel"] == Oordeel.WAARSCHIJNLIJK_WEL.value:
                volg_recht(berekening=berekening, recht=recht, gebruiker=gebruiker)
    return berekening
