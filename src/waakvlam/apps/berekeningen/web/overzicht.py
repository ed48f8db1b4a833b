"""The calculators, and what was kept."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from waakvlam.apps.berekeningen import rekenen, selectors
from waakvlam.apps.berekeningen.formulieren.register import OPZETTEN
from waakvlam.apps.berekeningen.permissions import BEREKENEN
from waakvlam.apps.berekeningen.web.gemeen import TITELS, zicht
from waakvlam.apps.toegang.permissions import vereist
from waakvlam.foundation import audit, tijd

PER_PAGINA = 25


@require_safe
@vereist(BEREKENEN)
def overzicht(request: HttpRequest) -> HttpResponse:
    """Show every calculator and the calculations of the gemeente, newest first."""
    mijn = zicht(request)
    bewaard = selectors.list_berekeningen(mijn, soorten=TITELS)
    bladzij = Paginator(bewaard, PER_PAGINA).get_page(request.GET.get("pagina"))
    bladzij.object_list = list(bladzij.object_list)
    for code in sorted({berekening.gemeente_id for berekening in bladzij}):
        audit.record_read("berekeningen.bekeken", gemeente=code)
    gegevens = {
        "zicht": mijn,
        "machines": [(opzet, TITELS[opzet.soort]) for opzet in OPZETTEN.values()],
        "bladzij": bladzij,
        "titels": TITELS,
        "normen_bericht": rekenen.normen_lopen_af(tijd.vandaag()),
    }
    return render(request, "berekeningen/overzicht.html", gegevens)
