"""What the views share."""

from django.http import Http404, HttpRequest

from waakvlam.apps.berekeningen import selectors
from waakvlam.apps.berekeningen.formulieren.opzet import Opzet
from waakvlam.apps.berekeningen.formulieren.register import OPZETTEN
from waakvlam.apps.berekeningen.models import Berekening
from waakvlam.apps.berekeningen.permissions import BEREKENEN
from waakvlam.apps.toegang.service import Zicht, zicht_van
from waakvlam.domain.rekenen.soorten import SOORTEN

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
        berekening = selectors.get_berekening(zicht(request), pk)
    except Berekening.DoesNotExist as fout:
        raise Http404 from fout
    request.audit_gemeente = berekening.gemeente_id
    return berekening
