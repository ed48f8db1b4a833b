"""The schemes of a gemeente: to read, to change, and what they were before."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from waakvlam.apps.berekeningen.service import (
    Formulierscherm,
    Ingevuld,
    Poging,
    probeer_met,
    voeg_rij_toe,
    vul,
    zonder_rij,
)
from waakvlam.apps.toegang.permissions import vereist
from waakvlam.apps.voorzieningen import selectors
from waakvlam.apps.voorzieningen.commands.stel_regelingen_vast import stel_regelingen_vast
from waakvlam.apps.voorzieningen.formulieren import regelingen as formulier
from waakvlam.apps.voorzieningen.models import Regelingenversie
from waakvlam.apps.voorzieningen.permissions import REGELINGEN_WIJZIGEN, REGELINGEN_ZIEN
from waakvlam.apps.voorzieningen.web.gemeen import gemeente_in, zicht
from waakvlam.domain.rekenen.inkomenscheck import lees_gemeenteregels


@require_safe
@vereist(REGELINGEN_ZIEN)
def regelingen(request: HttpRequest) -> HttpResponse:
    """Show, per gemeente, the schemes in force and every version there was."""
    mijn = zicht(request, REGELINGEN_ZIEN)
    mag = set(zicht(request, REGELINGEN_WIJZIGEN).codes)
    delen = [
        {
            "gemeente": gemeente,
            "regels": selectors.get_regels(gemeente.code),
            "versies": list(selectors.list_versies(mijn).filter(gemeente=gemeente)),
            "mag": gemeente.code in mag,
        }
        for gemeente in mijn.gemeenten
    ]
    return render(request, "voorzieningen/regelingen.html", {"zicht": mijn, "delen": delen})


@require_safe
@vereist(REGELINGEN_ZIEN)
def regelingenversie(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one version, in force or not."""
    try:
        versie = selectors.get_versie(zicht(request, REGELINGEN_ZIEN), pk)
    except Regelingenversie.DoesNotExist as fout:
        raise Http404 from fout
    gegevens = {"versie": versie, "regels": lees_gemeenteregels(versie.inhoud)}
    gegevens["geldt"] = selectors.get_laatste_versie(versie.gemeente_id) == versie
    return render(request, "voorzieningen/regelingenversie.html", gegevens)


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(REGELINGEN_WIJZIGEN)
def regelingen_wijzig(request: HttpRequest, code: str) -> HttpResponse:
    """Change the schemes of a gemeente; saving makes a new version."""
    gemeente = gemeente_in(zicht(request, REGELINGEN_WIJZIGEN), code)
    laatste = selectors.get_laatste_versie(code)
    regels = selectors.get_regels(code)
    ingevuld = _lees(request) if request.method == "POST" else formulier.vul_met(regels)
    bewaren = request.POST.get("actie") == "bewaar"
    poging = (
        probeer_met(formulier.OPZET, ingevuld, lambda _: formulier.lees_inhoud(ingevuld))
        if bewaren
        else Poging()
    )
    gezien = request.POST.get("na", "") if request.method == "POST" else _nummer(laatste)
    ingehaald = gezien != _nummer(laatste)
    if poging.uitkomst and not ingehaald:
        stel_regelingen_vast(gemeente=code, inhoud=poging.uitkomst, gebruiker=request.user)
        messages.success(request, f"De regelingen van {gemeente.naam} zijn vastgesteld.")
        return redirect("voorzieningen:regelingen")
    gegevens = {
        "gemeente": gemeente,
        "opzet": formulier.OPZET,
        "scherm": Formulierscherm(formulier.OPZET, ingevuld, poging.fouten),
        "laatste": laatste,
        "na": gezien,
        "ingehaald": ingehaald,
        "voorbeeld": regels.voorbeeld,
    }
    return render(request, "voorzieningen/regelingen_wijzig.html", gegevens, status=422 if bewaren else 200)


def _lees(request: HttpRequest) -> Ingevuld:
    getypt = request.POST.dict()
    if weg := getypt.get("haal_weg"):
        getypt = zonder_rij(getypt, weg)
    ingevuld = vul(formulier.OPZET, getypt)
    if naam := getypt.get("voeg_toe"):
        voeg_rij_toe(ingevuld, naam)
    return ingevuld


def _nummer(versie: Regelingenversie | None) -> str:
    return str(versie.pk) if versie else ""
