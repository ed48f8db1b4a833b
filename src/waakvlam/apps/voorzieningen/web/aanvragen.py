"""What still runs, and the next step of it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from waakvlam.apps.berekeningen.service import list_berekeningen
from waakvlam.apps.toegang.permissions import vereist
from waakvlam.apps.voorzieningen import selectors
from waakvlam.apps.voorzieningen.commands.zet_status import AanvraagError, zet_status
from waakvlam.apps.voorzieningen.forms import NAMEN, FilterForm, StapForm
from waakvlam.apps.voorzieningen.models import OPEN, Aanvraag
from waakvlam.apps.voorzieningen.permissions import CHECKEN
from waakvlam.apps.voorzieningen.web.gemeen import zicht
from waakvlam.domain.rekenen.inkomenscheck import Aanvraagstatus
from waakvlam.foundation import audit, tijd

PER_PAGINA = 25
CHECKS = 10
MET_EEN_KLIK = {
    Aanvraagstatus.AANGEVRAAGD: "Aangevraagd",
    Aanvraagstatus.NIET_GEWENST: "Niet gewenst",
    Aanvraagstatus.AFGEWEZEN: "Afgewezen",
    Aanvraagstatus.BEEINDIGD: "Beëindigd",
}
"""Statuses that need no more than a click; an amount is asked for what was granted."""


@require_safe
@vereist(CHECKEN)
def overzicht(request: HttpRequest) -> HttpResponse:
    """List what still runs, with what was gained, and the last checks."""
    mijn = zicht(request, CHECKEN)
    alle = selectors.list_aanvragen(mijn)
    rechten = sorted(set(alle.order_by().values_list("naam", flat=True)))
    filters = FilterForm(rechten, request.GET)
    keuze = filters.cleaned_data if filters.is_valid() else {}
    bladzij = Paginator(_filter(alle, keuze), PER_PAGINA).get_page(request.GET.get("pagina"))
    checks = list(list_berekeningen(mijn, soorten=[selectors.SOORT])[:CHECKS])
    rijen = [(aanvraag, *_knoppen(aanvraag)) for aanvraag in bladzij]
    for code in sorted({deel.gemeente_id for deel in (*bladzij, *checks)}):
        audit.record_read("aanvragen.bekeken", gemeente=code)
    gegevens = {"zicht": mijn, "filters": filters, "bladzij": bladzij, "rijen": rijen, "checks": checks}
    gegevens |= {"opbrengst": selectors.get_opbrengst(mijn), "namen": NAMEN}
    return render(request, "voorzieningen/overzicht.html", gegevens)


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(CHECKEN)
def aanvraag(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what became of a right, and note the next step."""
    gevonden = _aanvraag_van(request, pk)
    nu = Aanvraagstatus(gevonden.status)
    formulier = StapForm(nu, tijd.vandaag(), request.POST if request.method == "POST" else None)
    if request.method == "POST" and formulier.is_valid():
        velden = formulier.cleaned_data | {"status": Aanvraagstatus(formulier.cleaned_data["status"])}
        _zet(request, gevonden, velden)
        return redirect("voorzieningen:aanvraag", pk)
    audit.record_read("aanvraag.bekeken", obj=gevonden, gemeente=gevonden.gemeente_id)
    stappen = gevonden.stappen.select_related("gebruiker").order_by("-nummer")
    gegevens = {"aanvraag": gevonden, "formulier": formulier, "stappen": stappen, "status": NAMEN[nu.value]}
    return render(
        request, "voorzieningen/aanvraag.html", gegevens, status=422 if request.method == "POST" else 200
    )


@require_POST
@vereist(CHECKEN)
def stap(request: HttpRequest, pk: int) -> HttpResponse:
    """Set the next status with one click, as of today."""
    gevonden = _aanvraag_van(request, pk)
    try:
        status = Aanvraagstatus(request.POST.get("status"))
    except ValueError as fout:
        raise Http404 from fout
    if status not in MET_EEN_KLIK:
        raise Http404
    _zet(request, gevonden, {"status": status, "datum": tijd.vandaag()})
    return redirect("voorzieningen:overzicht")


def _zet(request: HttpRequest, aanvraag: Aanvraag, velden: dict) -> None:
    na = request.POST.get("na", "")
    try:
        zet_status(aanvraag=aanvraag, na=int(na) if na.isdecimal() else 0, gebruiker=request.user, **velden)
    except AanvraagError as fout:
        messages.error(request, str(fout))
    else:
        messages.success(request, f"{aanvraag.naam.capitalize()}: {NAMEN[velden['status'].value]}.")


def _aanvraag_van(request: HttpRequest, pk: int) -> Aanvraag:
    try:
        return selectors.get_aanvraag(zicht(request, CHECKEN), pk)
    except Aanvraag.DoesNotExist as fout:
        raise Http404 from fout


def _filter(alle, keuze):
    status = keuze.get("status", "")
    if status == "":
        alle = alle.filter(status__in=OPEN)
    elif status != "alle":
        alle = alle.filter(status=status)
    return alle.filter(naam=keuze["recht"]) if keuze.get("recht") else alle


def _knoppen(aanvraag: Aanvraag) -> tuple[list[tuple[str, str]], bool]:
    volgende = Aanvraagstatus(aanvraag.status).volgende
    knoppen = [(status.value, MET_EEN_KLIK[status]) for status in volgende if status in MET_EEN_KLIK]
    return knoppen, Aanvraagstatus.TOEGEKEND in volgende
