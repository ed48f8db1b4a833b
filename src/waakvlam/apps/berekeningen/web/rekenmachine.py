"""A calculator: a form whose result changes as one types, with or without JavaScript."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from waakvlam.apps.berekeningen import rekenen, service
from waakvlam.apps.berekeningen.forms import BewaarForm
from waakvlam.apps.berekeningen.formulieren import invullen
from waakvlam.apps.berekeningen.formulieren.invullen import Ingevuld
from waakvlam.apps.berekeningen.formulieren.opzet import Opzet
from waakvlam.apps.berekeningen.formulieren.scherm import Formulierscherm
from waakvlam.apps.berekeningen.models import Berekening
from waakvlam.apps.berekeningen.permissions import BEREKENEN
from waakvlam.apps.berekeningen.web.gemeen import TITELS, berekening_van, leg_blik_vast, opzet_van, zicht
from waakvlam.apps.berekeningen.weergave.blad import maak_boom
from waakvlam.apps.berekeningen.weergave.register import maak_blad
from waakvlam.apps.toegang.permissions import vereist
from waakvlam.foundation import tijd

RIJACTIES = ("voeg_toe", "haal_weg")


@dataclass
class Rekenblad:
    """What a calculator shows: the form as filled in, and the result or what stands in its way."""

    opzet: Opzet
    ingevuld: Ingevuld
    poging: rekenen.Poging
    scherm: Formulierscherm

    def als_gegevens(self) -> dict:
        """Everything the templates of form and result need."""
        uitkomst = self.poging.uitkomst
        return {
            "opzet": self.opzet,
            "titel": TITELS[self.opzet.soort],
            "scherm": self.scherm,
            "poging": self.poging,
            "uitkomst": uitkomst,
            "blad": maak_blad(self.opzet.soort, uitkomst) if uitkomst else None,
            "boom": maak_boom(uitkomst["uitleg"]) if uitkomst else None,
            "normen_bericht": rekenen.normen_lopen_af(tijd.vandaag()),
        }


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(BEREKENEN)
def rekenmachine(request: HttpRequest, soort: str) -> HttpResponse:
    """Show the form; compute what it holds; keep it when asked. `?van=` begins with the facts of a kept one."""
    opzet = opzet_van(soort)
    vorige = vorige_van(request, soort)
    blad = lees_blad(request, opzet, vorige)
    if is_live(request):
        return render(request, "berekeningen/_live.html", maak_live(request, blad))
    bewaren = BewaarForm(zicht(request), request.POST if _actie(request) == "bewaar" else None)
    if _actie(request) == "bewaar" and bewaren.is_valid() and blad.poging.uitkomst:
        berekening = service.bewaar_berekening(
            soort=soort,
            feiten=blad.ingevuld.feiten,
            gemeente=bewaren.cleaned_data["gemeente"],
            gebruiker=request.user,
            omschrijving=bewaren.cleaned_data["omschrijving"],
            dossier=vorige.dossier if vorige else "",
            vorige=vorige,
        )
        return redirect("berekeningen:berekening", berekening.pk)
    mislukt = _actie(request) in ("bewaar", "bereken") and (bewaren.errors or not blad.poging.uitkomst)
    return toon_blad(request, blad, vorige, {"bewaren": bewaren}, status=422 if mislukt else 200)


def toon_blad(
    request: HttpRequest,
    blad: Rekenblad,
    vorige: Berekening | None,
    meer: Mapping[str, Any],
    *,
    status: int = 200,
) -> HttpResponse:
    """Give the page of a calculator; `meer` goes to the template as it is."""
    gegevens = {"bewaren": BewaarForm(zicht(request)), "vorige": vorige, "zicht": zicht(request)}
    return render(
        request, "berekeningen/rekenmachine.html", blad.als_gegevens() | gegevens | meer, status=status
    )


def lees_blad(request: HttpRequest, opzet: Opzet, vorige: Berekening | None) -> Rekenblad:
    """Read the form, from what was typed, from a kept calculation or empty, and compute."""
    if request.method == "POST":
        getypt = request.POST.dict()
        if weg := getypt.get("haal_weg"):
            getypt = invullen.zonder_rij(getypt, weg)
        ingevuld = invullen.vul(opzet, getypt)
        if naam := getypt.get("voeg_toe"):
            invullen.voeg_rij_toe(ingevuld, naam)
    elif vorige:
        ingevuld = invullen.uit_feiten(opzet, vorige.feiten)
    else:
        ingevuld = invullen.begin(opzet, tijd.vandaag())
    # While one types the faults stand beside the result; in the fields only after asking for an answer.
    return reken_blad(opzet, ingevuld, gevraagd=_actie(request) in ("bereken", "bewaar"))


def reken_blad(opzet: Opzet, ingevuld: Ingevuld, *, gevraagd: bool) -> Rekenblad:
    """Compute what a form holds; the faults stand in the fields when an answer was asked (`gevraagd`)."""
    poging = rekenen.probeer(opzet.soort, ingevuld, tijd.vandaag())
    scherm = Formulierscherm(opzet, ingevuld, poging.fouten if gevraagd else {}, poging.ontbrekend)
    return Rekenblad(opzet, ingevuld, poging, scherm)


def is_live(request: HttpRequest) -> bool:
    """Whether the page asks for the result only, while one types."""
    return bool(
        request.method == "POST"
        and request.htmx
        and not any(naam in request.POST for naam in ("actie", *RIJACTIES))
    )


def maak_live(request: HttpRequest, blad: Rekenblad) -> dict:
    """Give the result, and the places of the form that appear or go: never the one in which somebody types."""
    getoond = set(request.POST.getlist("getoond"))
    wissel = [vak for vak in blad.scherm.voorwaardelijk() if vak.getoond != (vak.naam in getoond)]
    eigen = set(request.POST.getlist("getoonde_norm"))
    return blad.als_gegevens() | {"wissel": wissel, "normen_wissel": set(blad.scherm.eigen) != eigen}


def _actie(request: HttpRequest) -> str:
    return request.POST.get("actie", "") if request.method == "POST" else ""


def vorige_van(request: HttpRequest, soort: str) -> Berekening | None:
    """Give the kept calculation that this form began with, when it is of the same kind; raises Http404 out of view."""
    nummer = (request.POST if request.method == "POST" else request.GET).get("van", "")
    if not nummer.isdecimal() or len(nummer) > 18:
        return None
    berekening = berekening_van(request, int(nummer))
    if berekening.soort != soort:
        return None
    leg_blik_vast(request, berekening)
    return berekening
