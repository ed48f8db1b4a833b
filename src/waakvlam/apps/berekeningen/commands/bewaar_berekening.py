"""A calculation is made and kept."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from waakvlam.apps.berekeningen import rekenen
from waakvlam.apps.berekeningen.models import Berekening
from waakvlam.apps.toegang.service import Gebruiker
from waakvlam.foundation import audit, tijd


def bewaar_berekening(
    *,
    soort: str,
    feiten: Mapping[str, Any],
    gemeente: str,
    gebruiker: Gebruiker,
    omschrijving: str = "",
    dossier: str = "",
    vorige: Berekening | None = None,
) -> Berekening:
    """Compute with these facts and keep facts and result together.

    The caller has checked that the user may compute for the gemeente. Raises Invoerfout when the facts cannot be
    computed with, KeyError for a calculation that does not exist; nothing is kept then.
    """
    uitkomst = rekenen.reken(soort, feiten, tijd.vandaag())
    return bewaar_uitkomst(
        soort=soort,
        feiten=feiten,
        uitkomst=uitkomst,
        gemeente=gemeente,
        gebruiker=gebruiker,
        omschrijving=omschrijving,
        dossier=dossier,
        vorige=vorige,
    )


def bewaar_uitkomst(
    *,
    soort: str,
    feiten: Mapping[str, Any],
    uitkomst: Mapping[str, Any],
    gemeente: str,
    gebruiker: Gebruiker,
    omschrijving: str = "",
    dossier: str = "",
    vorige: Berekening | None = None,
) -> Berekening:
    """Keep facts with a result that another context computed from them, in the form of contract.md section 5.

    The caller has checked that the user may compute for the gemeente.
    """
    with transaction.atomic():
        berekening = Berekening.objects.create(
            gemeente_id=gemeente,
            soort=soort,
            peildatum=date.fromisoformat(uitkomst["peildatum"]),
            omschrijving=omschrijving.strip(),
            dossier=dossier,
            feiten=dict(feiten),
            uitkomst=dict(uitkomst),
            gebruiker=gebruiker,
            moment=tijd.nu(),
            vorige=vorige,
        )
        audit.record("berekening.bewaard", obj=berekening, gemeente=gemeente, gegevens={"soort": soort})
    return berekening
