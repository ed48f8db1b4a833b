"""Make the API, and decide who may call it."""

import json
from decimal import Decimal
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.parser import Parser
from ninja.security import SessionAuth

from waakvlam.foundation.api.probleem import Probleem, antwoord, vang

VERSIE = "1.0.0"
AANMELDEN = "Log in, of stuur een geldige sleutel mee (Authorization: Bearer …)."


class _ExacteLezer(Parser):
    """Reads numbers exactly: money never passes through a float."""

    def parse_body(self, request: HttpRequest) -> Any:
        """Read the body. Raises ValueError when it is no JSON."""
        try:
            return json.loads(request.body, parse_float=Decimal)
        except RecursionError as fout:
            raise ValueError("te diep genest") from fout


def maak_api() -> NinjaAPI:
    """Make an API without routes. Who calls must be logged in, unless a router brings another way to say who it is."""
    api = NinjaAPI(
        title="Waakvlam",
        version=VERSIE,
        description="Rekenen voor schuldhulpverlening. Vormen en betekenis: docs/contract.md, hoofdstuk 5.",
        docs_url=None,  # the page would load scripts from elsewhere
        parser=_ExacteLezer(),
        auth=SessionAuth(),
        urls_namespace="api",
    )
    api.add_exception_handler(Probleem, vang)
    api.add_exception_handler(AuthenticationError, _niet_aangemeld)
    api.add_exception_handler(ValidationError, _verkeerde_vorm)
    api.add_exception_handler(HttpError, _fout_van_de_bouwdoos)
    return api


def open_voor_machines(api: NinjaAPI) -> tuple[Any, str, str]:
    """Give the urls of the API; it answers 401 itself where a page would send to the login."""
    patronen, app, ruimte = api.urls
    for patroon in patronen:
        patroon.callback.login_required = False
    return patronen, app, ruimte


def _niet_aangemeld(request: HttpRequest, fout: Any) -> HttpResponse:
    gemeld = antwoord(Probleem(HTTPStatus.UNAUTHORIZED, "Niet aangemeld", AANMELDEN))
    gemeld.headers["WWW-Authenticate"] = "Bearer"
    return gemeld


def _verkeerde_vorm(request: HttpRequest, fout: ValidationError) -> HttpResponse:
    # Only where it went wrong: what stood there may be somebody's data.
    fouten = [
        {"veld": ".".join(map(str, deel["loc"])), "fout": "Dit heeft niet de vorm van de beschrijving."}
        for deel in fout.errors
    ]
    return antwoord(
        Probleem(HTTPStatus.BAD_REQUEST, "Niet te lezen", "Stuur JSON volgens /api/v1/openapi.json.", fouten)
    )


def _fout_van_de_bouwdoos(request: HttpRequest, fout: HttpError) -> HttpResponse:
    status = HTTPStatus(fout.status_code)
    if status is HTTPStatus.BAD_REQUEST:
        return antwoord(
            Probleem(status, "Niet te lezen", "Stuur geldige JSON (Content-Type: application/json).")
        )
    return antwoord(Probleem(status, "Niet mogelijk", AANMELDEN if status in (401, 403) else status.phrase))
