"""What the views share."""

from datetime import timedelta

from django.http import Http404, HttpRequest

from waakvlam.apps.berekeningen import selectors
from waakvlam.apps.berekeningen.formulieren.opzet import Opzet
from waakvlam.apps.berekeningen.formulieren.register import OPZETTEN
from waakvlam.apps.berekeningen.models import Berekening
from waakvlam.apps.berekeningen.permissions import BEREKENEN
from waakvlam.apps.toegang.service import Zicht, zicht_van
from waakvlam.domain.rekenen.soorten import SOORTEN
from waakvlam.foundation import audit, tijd

TITELS = {soort.naam: soort.titel for soort in SOORTEN}


def zicht(request: HttpRequest) -> Zicht:
    """Give what this request may see."""
    return zicht_van(request.user, request.toegang, BEREKENEN)


def opzet_van(soort: str) -> Opzet:
    """Give the form of a calculation; raises Http404."""
    try:
        return OPZETTEN[soort]
    except KeyError as fout:
        raise Http404 from fout


def berekening_van(request: HttpRequest, pk: int) -> Berekening:
    """Give a kept calculation in view, and say whose look will be recorded; raises Http404."""
    try:
        # What another context keeps here is shown on the pages of that context.
        berekening = selectors.get_berekening(zicht(request), pk, soorten=TITELS)
    except Berekening.DoesNotExist as fout:
        raise Http404 from fout
    request.audit_gemeente = berekening.gemeente_id
    return berekening


EEN_BLIK = timedelta(hours=1)
"""Typing in a form that began with a kept calculation asks for it again and again: within this time that is one look."""


def leg_blik_vast(request: HttpRequest, berekening: Berekening) -> None:
    """Record that this user looks at a kept calculation; while typing only when the look was not recorded yet."""
    soort = berekening._meta.label_lower
    if request.method == "POST":
        eerder = audit.gebeurtenissen().filter(
            actie="berekening.bekeken",
            object_soort=soort,
            object_id=str(berekening.pk),
            actor_soort="gebruiker",
            actor_id=request.user.pk,
            tijdstip__gt=tijd.nu() - EEN_BLIK,
        )
        if eerder.exists():
            return
    audit.record_read("berekening.bekeken", obj=berekening, gemeente=berekening.gemeente_id)
