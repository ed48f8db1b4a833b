"""Filters that stay: in the URL, and in the session for who comes back to the page."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict

WISSEN = "wis"
"""Query parameter that forgets the filters."""
SESSIE = "ui_filters"

View = Callable[..., HttpResponse]


def onthoud_filters(naam: str, niet: tuple[str, ...] = ("pagina",)) -> Callable[[View], View]:
    """Make a list view remember its query string in the session under `naam`.

    A GET with filters is remembered; a GET without any is sent to the remembered ones, with what it did ask
    (`?maand=` alone keeps the filters; `?maand=&opvolging=` chooses none); `?wis=1` forgets.
    Parameters in `niet` are not remembered: the page number, and whatever must not be kept in a session
    (free text in which a name may be typed).
    """

    def decorator(view: View) -> View:
        @wraps(view)
        def met_filters(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            naar = _bewaard_of_nieuw(request, naam, niet)
            return HttpResponseRedirect(naar) if naar else view(request, *args, **kwargs)

        return met_filters

    return decorator


def _bewaard_of_nieuw(request: HttpRequest, naam: str, niet: tuple[str, ...]) -> str | None:
    """Give the address to go to, or None when the request can be answered as it is."""
    if request.method != "GET":
        return None
    bewaard = request.session.get(SESSIE, {})
    if WISSEN in request.GET:
        _bewaar(request, bewaard, naam, "")
        return request.path
    if bewaard.get(naam) and not set(request.GET) - set(niet):
        # Another month or page is no choice of filters: the same ones hold there.
        return "&".join(filter(None, (f"{request.path}?{bewaard[naam]}", request.GET.urlencode())))
    if request.GET:
        _bewaar(request, bewaard, naam, _te_onthouden(request.GET, niet))
        return None
    return None


def _te_onthouden(params: QueryDict, niet: tuple[str, ...]) -> str:
    """Leave out what must not be kept and what is empty."""
    kopie = QueryDict(mutable=True)
    for sleutel, waarden in params.lists():
        gevuld = [waarde for waarde in waarden if waarde]
        if sleutel not in niet and gevuld:
            kopie.setlist(sleutel, gevuld)
    return kopie.urlencode()


def _bewaar(request: HttpRequest, bewaard: dict[str, str], naam: str, waarde: str) -> None:
    if bewaard.get(naam, "") != waarde:
        request.session[SESSIE] = {**bewaard, naam: waarde}
