"""The public inkomenscheck: for everybody, without login. What is answered is computed with and then forgotten.

Nothing is stored, logged or recorded, and there is no cookie but the one against forged forms.
"""

import re
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from waakvlam.apps.berekeningen.service import Formulierscherm, Ingevuld, Poging, begin, probeer_met, vul
from waakvlam.apps.toegang.service import Gemeente, get_gemeente, list_gemeenten
from waakvlam.apps.voorzieningen import selectors
from waakvlam.apps.voorzieningen.formulieren import openbaar
from waakvlam.apps.voorzieningen.uitslag import Uitslag, maak_uitslag
from waakvlam.domain.rekenen.inkomenscheck import Gemeenteregels, bereken_inkomenscheck
from waakvlam.foundation import tenancy, tijd

_CODE = re.compile("[0-9]{4}")


@dataclass
class Antwoord:
    """The form as filled in, with the result or what stands in its way."""

    scherm: Formulierscherm
    poging: Poging
    uitslag: Uitslag | None = None


@login_not_required
@require_safe
def kies_gemeente(request: HttpRequest) -> HttpResponse:
    """Let a resident choose the gemeente; with only one there is nothing to choose."""
    _vereis_open()
    gemeenten = list(list_gemeenten().order_by("naam"))
    if not gemeenten:
        raise Http404
    if len(gemeenten) == 1:
        return redirect("voorzieningen:inkomenscheck", gemeenten[0].code)
    return render(request, "voorzieningen/kies_gemeente.html", {"gemeenten": gemeenten})


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def inkomenscheck(request: HttpRequest, code: str) -> HttpResponse:
    """Ask a few questions, and say which rights somebody probably has."""
    _vereis_open()
    gemeente = _gemeente(code)
    with tenancy.gemeenten(gemeente.code):
        regels = selectors.get_regels(gemeente.code)
    gegevens = {"gemeente": gemeente, "opzet": openbaar.OPZET, "voorbeeld": regels.voorbeeld}
    if request.method != "POST":
        scherm = Formulierscherm(openbaar.OPZET, begin(openbaar.OPZET, tijd.vandaag()))
        return render(request, "voorzieningen/inkomenscheck.html", gegevens | {"scherm": scherm})
    antwoord = _beantwoord(vul(openbaar.OPZET, request.POST.dict()), regels)
    gegevens |= {"scherm": antwoord.scherm, "poging": antwoord.poging, "uitslag": antwoord.uitslag}
    status = 200 if antwoord.uitslag else 422
    return render(request, "voorzieningen/inkomenscheck.html", gegevens, status=status)


def _beantwoord(ingevuld: Ingevuld, regels: Gemeenteregels) -> Antwoord:
    def reken(_: Any) -> dict[str, Any]:
        invoer = openbaar.lees_antwoorden(ingevuld, tijd.vandaag())
        return bereken_inkomenscheck(invoer, regels).als_dict()

    poging = probeer_met(openbaar.OPZET, ingevuld, reken)
    scherm = Formulierscherm(openbaar.OPZET, ingevuld, poging.fouten)
    return Antwoord(scherm, poging, maak_uitslag(poging.uitkomst) if poging.uitkomst else None)


def _vereis_open() -> None:
    if not settings.WAAKVLAM_INKOMENSCHECK_OPENBAAR:
        raise Http404


def _gemeente(code: str) -> Gemeente:
    if not _CODE.fullmatch(code):
        raise Http404
    try:
        return get_gemeente(code)
    except Gemeente.DoesNotExist as fout:
        raise Http404 from fout
