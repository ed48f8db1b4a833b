"""The calculations through the API: what goes in comes back computed, and nothing is kept. Bron: contract.md section 5."""

from hmac import compare_digest
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from ninja import Body, Router
from ninja.security import HttpBearer, SessionAuth

from waakvlam.domain.rekenen.invoer import Invoerfout
from waakvlam.domain.rekenen.soorten import SOORTEN, Rekensoort
from waakvlam.foundation.api import Probleem
from waakvlam.foundation.tijd import vandaag

MAX_ITEMS = 1000
"""More households than this in one call belong in several calls, or on the command line."""


class Rekensleutel(HttpBearer):
    """A key that the installation gave to a system of the gemeente (setting WAAKVLAM_REKENSLEUTELS)."""

    def authenticate(self, request: HttpRequest, token: str) -> str | None:
        """Give a name for the caller when the key is one of ours."""
        sleutels = settings.WAAKVLAM_REKENSLEUTELS
        return "rekensleutel" if any(compare_digest(token.encode(), s.encode()) for s in sleutels) else None


router = Router(auth=[Rekensleutel(), SessionAuth()], tags=["rekenen"])


def _reken(soort: Rekensoort, gegevens: Any) -> dict[str, Any]:
    try:
        return soort.reken(gegevens, vandaag()).als_dict()
    except Invoerfout as fout:
        return {"fout": [veld.als_dict() for veld in fout.fouten]}


def _antwoord(soort: Rekensoort, inhoud: Any) -> Any:
    if isinstance(inhoud, list):
        if len(inhoud) > MAX_ITEMS:
            raise Probleem(
                HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
                "Te veel in één keer",
                f"Stuur hooguit {MAX_ITEMS} huishoudens per keer.",
            )
        return [_reken(soort, deel) for deel in inhoud]
    uitkomst = _reken(soort, inhoud)
    if "fout" in uitkomst:
        raise Probleem(
            HTTPStatus.UNPROCESSABLE_ENTITY,
            "Niet berekend",
            "Met deze gegevens is niet te rekenen. Bij elk veld staat wat eraan te doen is.",
            uitkomst["fout"],
        )
    return uitkomst


def _voeg_toe(soort: Rekensoort) -> None:
    @router.post(
        f"/{soort.naam}",
        summary=soort.titel,
        description="Eén huishouden (object) of een lijst; de uitkomst heeft dezelfde vorm en volgorde. Er wordt niets bewaard.",
        operation_id=f"reken_{soort.naam.replace('-', '_')}",
        url_name=f"reken_{soort.naam.replace('-', '_')}",
        response={200: Any},
    )
    def reken(request: HttpRequest, inhoud: dict[str, Any] | list[Any] = Body(...)) -> Any:  # noqa: B008 - the way of ninja
        return _antwoord(soort, inhoud)


for _soort in SOORTEN:
    _voeg_toe(_soort)
