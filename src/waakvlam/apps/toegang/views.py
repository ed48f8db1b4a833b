"""Pages of toegang: choosing a gemeente. Login and second factor are allauth's, in our templates."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from waakvlam.apps.toegang.middleware import KEUZE
from waakvlam.foundation import audit


@require_POST
def gemeente_kiezen(request: HttpRequest) -> HttpResponse:
    """Narrow to one gemeente (`gemeente` = code), or show all again (empty). Not the user's own: 404."""
    code = request.POST.get("gemeente", "")
    eigen = {gemeente.code for gemeente in request.toegang.gemeenten}
    if code and code not in eigen:
        raise Http404
    if code:
        request.session[KEUZE] = code
    else:
        request.session.pop(KEUZE, None)
    audit.record("gemeente.gekozen", obj=request.user, gegevens={"keuze": code or "alle"})
    terug = request.POST.get("terug", "")
    veilig = url_has_allowed_host_and_scheme(terug, {request.get_host()}, require_https=request.is_secure())
    return redirect(terug if veilig else "/")
