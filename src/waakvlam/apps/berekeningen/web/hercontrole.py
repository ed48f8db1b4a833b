"""A hercontrole: the facts of now beside a kept proposal, why it changes, and the new one kept with its cause."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from waakvlam.apps.berekeningen import service
from waakvlam.apps.berekeningen.forms import BewaarForm
from waakvlam.apps.berekeningen.formulieren import invullen
from waakvlam.apps.berekeningen.models import Berekening
from waakvlam.apps.berekeningen.permissions import BEREKENEN
from waakvlam.apps.berekeningen.web.gemeen import TITELS, berekening_van, leg_blik_vast, opzet_van, zicht
from waakvlam.apps.berekeningen.web.rekenmachine import Rekenblad, is_live, lees_blad, maak_live, reken_blad
from waakvlam.apps.berekeningen.weergave import hercontrole as weergave
from waakvlam.apps.toegang.permissions import vereist
from waakvlam.domain.rekenen.invoer import Invoerfout
from waakvlam.foundation import tijd

SOORT = "voorstel"


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(BEREKENEN)
def hercontrole(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask the facts of now, show what changes and why, and keep the new proposal as one that follows the old."""
    oud = berekening_van(request, pk)
    if oud.soort != SOORT:
        raise Http404
    leg_blik_vast(request, oud)
    blad = _lees(request, oud)
    verschil = _vergelijk(oud, blad)
    gegevens = _gegevens(oud, blad, verschil)
    if is_live(request):
        return render(request, "berekeningen/_hercontrole_live.html", gegevens | maak_live(request, blad))
    actie = request.POST.get("actie", "")
    bewaren = BewaarForm(zicht(request), request.POST if actie == "bewaar" else None)
    # The new proposal follows the old: it is of the same gemeente.
    del bewaren.fields["gemeente"]
    if actie == "bewaar" and bewaren.is_valid() and blad.poging.uitkomst and verschil:
        nieuw = _bewaar(request, oud, blad, verschil, bewaren.cleaned_data["omschrijving"])
        return redirect("berekeningen:berekening", nieuw.pk)
    mislukt = actie in ("bewaar", "bereken") and (bewaren.errors or not verschil)
    gegevens["bewaren"] = bewaren
    return render(request, "berekeningen/hercontrole.html", gegevens, status=422 if mislukt else 200)


def _lees(request: HttpRequest, oud: Berekening) -> Rekenblad:
    opzet = opzet_van(SOORT)
    if request.method == "POST":
        return lees_blad(request, opzet, oud)
    feiten = {**oud.feiten, "peildatum": tijd.vandaag().isoformat()}
    return reken_blad(opzet, invullen.uit_feiten(opzet, feiten), gevraagd=False)


def _vergelijk(oud: Berekening, blad: Rekenblad) -> dict[str, Any] | None:
    if not blad.poging.uitkomst:
        return None
    # Both as the form writes them, so that 38000 and 38000.00 are no difference.
    feiten = invullen.uit_feiten(blad.opzet, oud.feiten).feiten
    try:
        return weergave.maak_hercontrole(feiten, blad.ingevuld.feiten, tijd.vandaag())
    except Invoerfout:
        return None


def _bewaar(
    request: HttpRequest, oud: Berekening, blad: Rekenblad, verschil: dict[str, Any], omschrijving: str
) -> Berekening:
    uitkomst = dict(blad.poging.uitkomst or {})
    uitkomst["aannames"] = [*uitkomst["aannames"], *verschil["aannames"]]
    return service.bewaar_uitkomst(
        soort=SOORT,
        feiten=blad.ingevuld.feiten,
        uitkomst=uitkomst | {weergave.SLEUTEL: verschil},
        gemeente=oud.gemeente_id,
        gebruiker=request.user,
        omschrijving=omschrijving,
        dossier=oud.dossier,
        vorige=oud,
    )


def _gegevens(oud: Berekening, blad: Rekenblad, verschil: dict[str, Any] | None) -> dict[str, Any]:
    gegevens = blad.als_gegevens() | {"berekening": oud, "titel": TITELS[SOORT], "hercontrole": verschil}
    if verschil:
        gegevens |= {
            "tabellen": weergave.maak_tabellen(verschil),
            "wijzigingen": weergave.noem_wijzigingen(verschil),
            "anders_dan_toen": verschil["oud"]["uitdeelbaar"] != oud.uitkomst["uitdeelbaar"],
        }
    return gegevens
