"""The gallery of components, for builders, testers and functional administrators."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from waakvlam.foundation.ui.galerij import voorbeelden
from waakvlam.foundation.ui.kader import function_of_setting


@require_safe
def galerij(request: HttpRequest) -> HttpResponse:
    """Show every component in every state, with invented data.

    Open under DEBUG, and to whom the function in `settings.WAAKVLAM_GALERIJ_MAG` (request -> bool) allows it;
    for anyone else the page does not exist.
    """
    mag = function_of_setting("WAAKVLAM_GALERIJ_MAG")
    if not (settings.DEBUG or (mag and mag(request))):
        raise Http404
    return render(request, "ui/galerij.html", voorbeelden())
