"""The inkomenscheck at the desk: computed with every fact, kept, and shown again as it was."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from waakvlam.apps.berekeningen.service import (
    Berekening,
    BewaarForm,
    Formulierscherm,
    Ingevuld,
    Poging,
    begin,
    get_berekening,
    lijst_feiten,
    probeer_met,
    uit_feiten,
    voeg_rij_toe,
    vul,
    zonder_rij,
)
from waakvlam.apps.toegang.permissions import vereist
from waakvlam.apps.voorzieningen import selectors
from waakvlam.apps.voorzieningen.commands.bewaar_check import bewaar_check, reken_check
from waakvlam.apps.voorzieningen.commands.volg_recht import volg_recht
from waakvlam.apps.voorzieningen.formulieren.check import OPZET
from waakvlam.apps.voorzieningen.permissions import CHECKEN
from waakvlam.apps.voorzieningen.uitslag import maak_uitslag
from waakvlam.apps.voorzieningen.web.gemeen import zicht
from waakvlam.foundation import audit, tijd


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(CHECKEN)
def nieuwe_check(request: HttpRequest) -> HttpResponse:
    """Show the form; compute what it holds with the schemes of the gemeente; keep it when asked."""
    mijn = zicht(request, CHECKEN)
    actie = request.POST.get("actie", "")
    ingevuld = _lees(request)
    bewaren = BewaarForm(mijn, request.POST if actie else None)
    gemeente = bewaren.cleaned_data["gemeente"] if actie and bewaren.is_valid() else ""
    poging = (
        probeer_met(OPZET, ingevuld, lambda feiten: reken_check(feiten, gemeente)) if gemeente else Poging()
    )
    if actie == "bewaar" and poging.uitkomst:
        berekening = bewaar_check(
            feiten=ingevuld.feiten,
            gemeente=gemeente,
            gebruiker=request.user,
            omschrijving=bewaren.cleaned_data["omschrijving"],
        )
        return redirect("voorzieningen:check", berekening.pk)
    gegevens = {
        "opzet": OPZET,
        "scherm": Formulierscherm(OPZET, ingevuld, poging.fouten, poging.ontbrekend),
        "poging": poging,
        "bewaren": bewaren,
        "uitslag": maak_uitslag(poging.uitkomst) if poging.uitkomst else None,
    }
    status = 422 if actie and not poging.uitkomst else 200
    return render(request, "voorzieningen/nieuwe_check.html", gegevens, status=status)


@require_safe
@vereist(CHECKEN)
def check(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a kept check as it was, with what became of each right."""
    berekening = _check_van(request, pk)
    audit.record_read("inkomenscheck.bekeken", obj=berekening, gemeente=berekening.gemeente_id)
    uitslag = maak_uitslag(berekening.uitkomst)
    aanvragen = selectors.list_aanvragen(zicht(request, CHECKEN)).filter(berekening=berekening)
    gevolgd = {aanvraag.sleutel: aanvraag for aanvraag in aanvragen}
    groepen = [
        (titel, [(recht, gevolgd.get(recht.sleutel)) for recht in rechten])
        for titel, rechten in (
            ("Waarschijnlijk wel", uitslag.wel),
            ("Niet te zeggen", uitslag.niet_te_zeggen),
            ("Waarschijnlijk niet", uitslag.niet),
        )
    ]
    gegevens = {"berekening": berekening, "uitslag": uitslag, "groepen": groepen}
    gegevens["feiten"] = lijst_feiten(OPZET, uit_feiten(OPZET, berekening.feiten))
    return render(request, "voorzieningen/check.html", gegevens)


@require_POST
@vereist(CHECKEN)
def volg(request: HttpRequest, pk: int) -> HttpResponse:
    """Follow a right of a kept check that is not followed yet."""
    berekening = _check_van(request, pk)
    for recht in berekening.uitkomst["rechten"]:
        if recht["sleutel"] == request.POST.get("sleutel"):
            aanvraag = volg_recht(berekening=berekening, recht=recht, gebruiker=request.user)
            return redirect("voorzieningen:aanvraag", aanvraag.pk)
    raise Http404


def _check_van(request: HttpRequest, pk: int) -> Berekening:
    try:
        return get_berekening(zicht(request, CHECKEN), pk, soorten=[selectors.SOORT])
    except Berekening.DoesNotExist as fout:
        raise Http404 from fout


def _lees(request: HttpRequest) -> Ingevuld:
    if request.method != "POST":
        return begin(OPZET, tijd.vandaag())
    getypt = request.POST.dict()
    if weg := getypt.get("haal_weg"):
        getypt = zonder_rij(getypt, weg)
    ingevuld = vul(OPZET, getypt)
    if naam := getypt.get("voeg_toe"):
        voeg_rij_toe(ingevuld, naam)
    return ingevuld
