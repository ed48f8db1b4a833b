"""One melding with its people, its signals over time and why it is there."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from waakvlam.apps.toegang.permissions import vereist
from waakvlam.apps.vroegsignalering import selectors
from waakvlam.apps.vroegsignalering.models import Melding
from waakvlam.apps.vroegsignalering.permissions import MELDINGEN
from waakvlam.apps.vroegsignalering.web.gemeen import zicht
from waakvlam.foundation import audit, tijd


@require_safe
@vereist(MELDINGEN)
@audit.reads("melding.bekeken", kwarg="pk", soort="vroegsignalering.melding")
def melding(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one melding."""
    mijn = zicht(request, MELDINGEN)
    try:
        gevonden = selectors.get_melding(mijn, pk)
    except Melding.DoesNotExist as fout:
        raise Http404 from fout
    request.audit_gemeente = gevonden.gemeente_id
    blad = selectors.get_meldingblad(gevonden, tijd.vandaag())
    return render(
        request, "vroegsignalering/melding.html", {"blad": blad, "melding": gevonden, "zicht": mijn}
    )
