"""The afwegingskader in words."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from waakvlam.apps.toegang.permissions import vereist
from waakvlam.apps.vroegsignalering import selectors
from waakvlam.apps.vroegsignalering.models import Beleidsversie
from waakvlam.apps.vroegsignalering.permissions import BELEID
from waakvlam.apps.vroegsignalering.web.gemeen import zicht
from waakvlam.domain.matching.beleid_in_woorden import beschrijf
from waakvlam.foundation import tijd


@require_safe
@vereist(BELEID)
def beleid(request: HttpRequest) -> HttpResponse:
    """Show, per gemeente, the afwegingskader in force in words, and all versions with their use."""
    mijn = zicht(request, BELEID)
    versies = selectors.list_versies(mijn, tijd.vandaag())
    geldend = [
        (deel, beschrijf(selectors.lees_versie(deel.versie))) for deel in versies if deel.stand == "geldt"
    ]
    zonder = [g for g in mijn.gemeenten if g.code not in {deel.versie.gemeente_id for deel, _ in geldend}]
    gegevens = {"zicht": mijn, "versies": versies, "geldend": geldend, "zonder": zonder}
    return render(request, "vroegsignalering/beleid.html", gegevens)


@require_safe
@vereist(BELEID)
def beleidsversie(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one version in words, in force or not."""
    mijn = zicht(request, BELEID)
    try:
        versie = selectors.get_versie(mijn, pk)
    except Beleidsversie.DoesNotExist as fout:
        raise Http404 from fout
    deel = next(d for d in selectors.list_versies(mijn, tijd.vandaag()) if d.versie.pk == versie.pk)
    gegevens = {
        "zicht": mijn,
        "deel": deel,
        "versie": versie,
        "woorden": beschrijf(selectors.lees_versie(versie)),
    }
    return render(request, "vroegsignalering/beleidsversie.html", gegevens)
