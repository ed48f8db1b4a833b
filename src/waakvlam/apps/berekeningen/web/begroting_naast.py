"""Two kept begrotingen of one gemeente side by side."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from waakvlam.apps.berekeningen import selectors
from waakvlam.apps.berekeningen.models import Berekening
from waakvlam.apps.berekeningen.permissions import BEREKENEN
from waakvlam.apps.berekeningen.web.gemeen import berekening_van, zicht
from waakvlam.apps.berekeningen.weergave.vergelijk_begroting import Naastelkaar, vergelijk_feiten
from waakvlam.apps.toegang.permissions import vereist
from waakvlam.domain.rekenen.invoer import Invoerfout
from waakvlam.foundation import audit, tijd

SOORT = "begroting"
MEEST = 100
"""So many others to choose from, newest first."""


@require_safe
@vereist(BEREKENEN)
def naast(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a begroting beside another: `?met=` names it, else the one it was made from. The older stands first."""
    deze = berekening_van(request, pk)
    if deze.soort != SOORT:
        raise Http404
    keuzes = _andere(request, deze)
    ander = _kies(request, deze, [keuze.pk for keuze in keuzes])
    gegevens = {"berekening": deze, "keuzes": keuzes, "ander": ander, "naast": None}
    if ander:
        voor, na = sorted((deze, ander), key=lambda berekening: (berekening.moment, berekening.pk))
        gegevens |= {"voor": voor, "na": na, "naast": _vergelijk(voor, na)}
        audit.record_read("berekening.bekeken", obj=ander, gemeente=ander.gemeente_id)
    audit.record_read("berekening.bekeken", obj=deze, gemeente=deze.gemeente_id)
    return render(request, "berekeningen/begroting_naast.html", gegevens)


def _andere(request: HttpRequest, deze: Berekening) -> list[Berekening]:
    lijst = selectors.list_berekeningen(zicht(request), soorten=(SOORT,))
    andere = lijst.filter(gemeente=deze.gemeente_id).exclude(pk=deze.pk)
    gevonden = list(andere[:MEEST])
    if deze.vorige_id and deze.vorige_id not in [keuze.pk for keuze in gevonden]:
        gevonden += andere.filter(pk=deze.vorige_id)
    return gevonden


def _kies(request: HttpRequest, deze: Berekening, te_kiezen: list[int]) -> Berekening | None:
    gevraagd = request.GET.get("met", "")
    if not gevraagd:
        return berekening_van(request, deze.vorige_id) if deze.vorige_id in te_kiezen else None
    if not gevraagd.isdecimal() or len(gevraagd) > 18:
        raise Http404
    ander = berekening_van(request, int(gevraagd))
    if ander.soort != SOORT or ander.gemeente_id != deze.gemeente_id or ander.pk == deze.pk:
        raise Http404
    return ander


def _vergelijk(voor: Berekening, na: Berekening) -> Naastelkaar | None:
    try:
        return vergelijk_feiten(voor.feiten, na.feiten, tijd.vandaag())
    except Invoerfout:
        return None
