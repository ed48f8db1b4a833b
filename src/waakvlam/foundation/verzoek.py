"""Requests no browser sends, answered before anything reads them."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest


class LeesbaarVerzoek:
    """Answers 400 to a cookie with NUL in it: PostgreSQL takes no such text, and anyone could make it an error."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Look at the cookies."""
        if any("\x00" in waarde for waarde in request.COOKIES.values()):
            return HttpResponseBadRequest("Dit verzoek is niet te lezen.", content_type="text/plain")
        return self.get_response(request)
