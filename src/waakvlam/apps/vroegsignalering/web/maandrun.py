"""The month run: how every month stands, and making the meldingen of one."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from waakvlam.apps.toegang.permissions import vereist
from waakvlam.apps.vroegsignalering import selectors
from waakvlam.apps.vroegsignalering.forms import MaandrunForm
from waakvlam.apps.vroegsignalering.permissions import MAANDRUN, MELDINGEN
from waakvlam.apps.vroegsignalering.web.gemeen import MAANDRUN_TAAK, zicht
from waakvlam.domain.common.maand import lees_maand, schrijf_maand
from waakvlam.domain.common.notatie import maand as in_woorden
from waakvlam.foundation import jobs
from waakvlam.foundation.jobs.models import LOPEND, Taak

RECENT = 4
"""Finished tasks that stay on the page."""


@require_http_methods(["GET", "HEAD", "POST"])
@vereist(MAANDRUN)
def maandrun(request: HttpRequest) -> HttpResponse:
    """Show how the months stand; POST `wat` (gemeente:JJJJ-MM) asks for runs. Asking twice gives one run."""
    mijn = zicht(request, MAANDRUN)
    formulier = MaandrunForm(mijn, request.POST) if request.method == "POST" else MaandrunForm(mijn)
    if formulier.is_bound and formulier.is_valid():
        for code, periode in formulier.cleaned_data["wat"]:
            jobs.defer(MAANDRUN_TAAK, gemeente=code, slot=periode, maand=lees_maand(periode))
        messages.success(
            request, "De maandrun is aangevraagd. U kunt deze pagina verlaten; het werk gaat door."
        )
        return redirect("vroegsignalering:maandrun")
    standen = selectors.list_maandstanden(mijn)
    lopend = list(selectors.list_lopend(mijn, MAANDRUN_TAAK))
    klaar = list(selectors.list_taken(mijn, MAANDRUN_TAAK).exclude(status__in=LOPEND)[:RECENT])
    bezig = {(taak.gemeente_id, taak.slot) for taak in lopend}

    def rustig(rijen: list[selectors.Maandstand]) -> list[selectors.Maandstand]:
        return [stand for stand in rijen if (stand.gemeente.code, stand.periode) not in bezig]

    gegevens = {
        "zicht": mijn,
        "formulier": formulier,
        "standen": standen,
        "te_draaien": rustig(selectors.list_te_draaien(standen)),
        "terugkijkend": rustig(selectors.list_terugkijkend(standen)),
        "taken": [_taakregel(request, taak) for taak in [*lopend, *klaar]],
        "mag_meldingen": bool(zicht(request, MELDINGEN).codes),
    }
    return render(
        request, "vroegsignalering/maandrun.html", gegevens, status=422 if formulier.errors else 200
    )


@require_safe
@vereist(MAANDRUN)
def maandrun_voortgang(request: HttpRequest, pk: int) -> HttpResponse:
    """Show only how far one run is; the page asks this every two seconds, and once done for its table anew."""
    taak = selectors.list_taken(zicht(request, MAANDRUN), MAANDRUN_TAAK).filter(pk=pk).first()
    if taak is None:
        raise Http404
    gegevens = {"regel": _taakregel(request, taak), "bijwerken": not taak.loopt}
    return render(request, "vroegsignalering/_maandrun_voortgang.html", gegevens)


def _taakregel(request: HttpRequest, taak: Taak) -> dict[str, object]:
    maand = int(taak.ids.get("maand", 0))
    mag = taak.gemeente_id in zicht(request, MELDINGEN).codes
    titel = f"Maandrun {in_woorden(maand)}, {taak.gemeente.naam}"
    return {
        "taak": taak,
        "voortgang": selectors.voortgang_van(taak, titel),
        "periode": schrijf_maand(maand) if mag else "",
    }
