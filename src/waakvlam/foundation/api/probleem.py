"""What went wrong, as problem+json. Bron: RFC 9457."""

import json
from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse


class Probleem(Exception):
    """A call that cannot be answered.

    `titel` and `uitleg` are Dutch and say what to do; `fouten` lists every fault at once. None of them holds more of
    the caller's data than the field that was wrong.
    """

    def __init__(self, status: HTTPStatus, titel: str, uitleg: str, fouten: Sequence[Any] = ()) -> None:
        self.status, self.titel, self.uitleg, self.fouten = status, titel, uitleg, list(fouten)
        super().__init__(titel)


def antwoord(probleem: Probleem) -> HttpResponse:
    """Write the answer."""
    inhoud = {
        "type": "about:blank",
        "title": probleem.titel,
        "status": int(probleem.status),
        "detail": probleem.uitleg,
        **({"fouten": probleem.fouten} if probleem.fouten else {}),
    }
    return HttpResponse(
        json.dumps(inhoud, ensure_ascii=False),
        status=probleem.status,
        content_type="application/problem+json",
    )


def vang(request: HttpRequest, fout: Exception) -> HttpResponse:
    """Turn an exception of the API into an answer; what nobody foresaw goes on to Django's own handling."""
    if isinstance(fout, Probleem):
        return antwoord(fout)
    raise fout
