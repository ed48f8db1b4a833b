"""A kept calculation as it was made: on screen, as a file, and beside other facts."""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from waakvlam.apps.berekeningen.documenten import maak_berekening_pdf
from waakvlam.apps.berekeningen.formulieren.invullen import uit_feiten
from waakvlam.apps.berekeningen.formulieren.register import OPZETTEN
from waakvlam.apps.berekeningen.models import Berekening
from waakvlam.apps.berekeningen.permissions import BEREKENEN
from waakvlam.apps.berekeningen.web.gemeen import TITELS, berekening_van, leg_blik_vast, opzet_van
from waakvlam.apps.berekeningen.web.rekenmachine import Rekenblad, is_live, lees_blad, maak_live
from waakvlam.apps.berekeningen.weergave.blad import maak_boom
from waakvlam.apps.berekeningen.weergave.brief import Brief, maak_brief
from waakvlam.apps.berekeningen.weergave.feiten import lijst_feiten
from waakvlam.apps.berekeningen.weergave.register import maak_blad
from waakvlam.apps.berekeningen.weergave.vergelijking import vergelijk
from waakvlam.apps.berekeningen.weergave.waardoor import Waardoor, leg_verschil_uit
from waakvlam.apps.toegang.permissions import vereist
from waakvlam.domain.rekenen.kern import get_kern
from waakvlam.domain.rekenen.leesbaar import get_normen
from waakvlam.foundation import audit, tijd

SOORT = "berekeningen.berekening"


@require_safe
@vereist(BEREKENEN)
@audit.reads("berekening.bekeken", kwarg="pk", soort=SOORT)
def berekening(request: HttpRequest, pk: int) -> HttpResponse:
    """Show outcome, steps, explanation, norms, assumptions and facts as they were kept."""
    gevonden = berekening_van(request, pk)
    return render(request, "berekeningen/berekening.html", _gegevens(gevonden))


@require_safe
@vereist(BEREKENEN)
@audit.reads("berekening.gedownload", kwarg="pk", soort=SOORT)
def berekening_json(request: HttpRequest, pk: int) -> HttpResponse:
    """Give facts and result in the form of contract.md section 5."""
    gevonden = berekening_van(request, pk)
    inhoud = {"soort": gevonden.soort, "feiten": gevonden.feiten, "berekening": gevonden.uitkomst}
    antwoord = JsonResponse(inhoud, json_dumps_params={"ensure_ascii": False, "indent": 2})
    antwoord["Content-Disposition"] = f'attachment; filename="berekening-{gevonden.pk}.json"'
    return antwoord


@require_safe
@vereist(BEREKENEN)
@audit.reads("berekening.gedownload", kwarg="pk", soort=SOORT)
def berekening_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """Give it on paper, to attach to a plan, a decision or a letter."""
    gevonden = berekening_van(request, pk)
    gegevens = _gegevens(gevonden)
    pdf = maak_berekening_pdf(
        gevonden, f"Berekening {gegevens['titel'].lower()}", gegevens["blad"], gegevens["feiten"]
    )
    antwoord = HttpResponse(pdf, content_type="application/pdf")
    antwoord["Content-Disposition"] = f'attachment; filename="berekening-{gevonden.pk}.pdf"'
    return antwoord


@require_safe
@vereist(BEREKENEN)
@audit.reads("berekening.bekeken", kwarg="pk", soort=SOORT)
def brief(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the letter that asks the bailiff for a correction; 404 when there is nothing to ask."""
    gevonden = berekening_van(request, pk)
    return render(request, "berekeningen/brief.html", {"berekening": gevonden, "brief": _brief_van(gevonden)})


@require_safe
@vereist(BEREKENEN)
@audit.reads("berekening.gedownload", kwarg="pk", soort=SOORT)
def brief_tekst(request: HttpRequest, pk: int) -> HttpResponse:
    """Give that letter as plain text, for the word processor of the gemeente."""
    gevonden = berekening_van(request, pk)
    antwoord = HttpResponse(_brief_van(gevonden).als_tekst(), content_type="text/plain; charset=utf-8")
    antwoord["Content-Disposition"] = f'attachment; filename="brief-berekening-{gevonden.pk}.txt"'
    return antwoord


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(BEREKENEN)
def wat_als(request: HttpRequest, pk: int) -> HttpResponse:
    """Put the kept calculation beside the same facts with changes, or another date."""
    gevonden = berekening_van(request, pk)
    leg_blik_vast(request, gevonden)
    blad = lees_blad(request, opzet_van(gevonden.soort), gevonden)
    anders = (
        vergelijk(gevonden.soort, gevonden.uitkomst, blad.poging.uitkomst) if blad.poging.uitkomst else None
    )
    waardoor = _waardoor(gevonden, blad) if anders else None
    gegevens = _gegevens(gevonden) | blad.als_gegevens() | {"anders": anders, "waardoor": waardoor}
    if is_live(request):
        return render(request, "berekeningen/_wat_als_live.html", gegevens | maak_live(request, blad))
    mislukt = request.POST.get("actie") == "bereken" and not blad.poging.uitkomst
    return render(request, "berekeningen/wat_als.html", gegevens, status=422 if mislukt else 200)


def _brief_van(gevonden: Berekening) -> Brief:
    gemaakt = maak_brief(gevonden.soort, gevonden.uitkomst, gevonden.feiten)
    if gemaakt is None:
        raise Http404
    return gemaakt


def _waardoor(gevonden: Berekening, blad: Rekenblad) -> Waardoor | None:
    # Both as the form writes them, so that 38000 and 38000.00 are no difference.
    oud = uit_feiten(blad.opzet, gevonden.feiten).feiten
    return leg_verschil_uit(blad.opzet, gevonden.uitkomst, oud, blad.ingevuld.feiten, tijd.vandaag())


def _gegevens(gevonden: Berekening) -> dict:
    opzet = OPZETTEN.get(gevonden.soort)
    return {
        "berekening": gevonden,
        "titel": TITELS.get(gevonden.soort, gevonden.soort),
        "opzet": opzet,
        "uitkomst": gevonden.uitkomst,
        "blad": maak_blad(gevonden.soort, gevonden.uitkomst),
        "boom": maak_boom(gevonden.uitkomst["uitleg"]),
        "normen": get_normen(gevonden.uitkomst["uitleg"]),
        "feiten": lijst_feiten(opzet, uit_feiten(opzet, gevonden.feiten), gevonden.feiten) if opzet else [],
        "kern_anders": gevonden.uitkomst["kern"] != get_kern().als_dict(),
        "heeft_brief": maak_brief(gevonden.soort, gevonden.uitkomst, gevonden.feiten) is not None,
    }
