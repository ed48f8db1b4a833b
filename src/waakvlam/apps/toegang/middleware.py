"""Sets, per request, what the user may see and who acts."""

from collections.abc import Callable

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse

from waakvlam.apps.toegang.selectors import Toegang, get_toegang
from waakvlam.foundation import audit, tenancy
from waakvlam.foundation.log import logger

GEZOND = "/gezond"
KEUZE = "gemeente_keuze"
"""Session key of the gemeente the user narrowed to."""

Antwoord = Callable[[HttpRequest], HttpResponse]


class ToegangMiddleware:
    """Opens one transaction with the user's gemeenten visible; the view is a savepoint in it (ATOMIC_REQUESTS).

    A user without roles gets nothing set: any query of a gemeente's data raises, and is answered with 404,
    which tells nothing. Responses must not query while streaming: the transaction is over by then.
    """

    def __init__(self, get_response: Antwoord) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request under the user's scope."""
        gebruiker = request.user if request.user.is_authenticated else None
        request.toegang = get_toegang(gebruiker, request.session.get(KEUZE)) if gebruiker else Toegang()
        actor = audit.Actor("gebruiker", gebruiker.pk if gebruiker else None, _oorsprong(request))
        with audit.actor(actor):
            antwoord = self.get_response(request) if request.path == GEZOND else self._antwoord(request)
        # Pages hold personal data: nothing of them stays on the computer of who looked, or is there after logging out.
        antwoord.headers.setdefault("Cache-Control", "no-store, private")
        return antwoord

    def _antwoord(self, request: HttpRequest) -> HttpResponse:
        toegang = request.toegang
        if not toegang.actief:
            with transaction.atomic():
                return self.get_response(request)
        with tenancy.gemeenten(*toegang.actief, partner=toegang.partner):
            return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> None:
        """Turn "no gemeente set" into 404; the log line names the view, not the person."""
        if tenancy.is_geen_gemeente(exception):
            match = request.resolver_match
            logger("toegang").warning(
                "vraag zonder gemeente geweigerd in %s", match.view_name if match else "?"
            )
            raise Http404 from exception


def _oorsprong(request: HttpRequest) -> str:
    """Give the address of the client, by the number of proxies we trust (as allauth does for its limits)."""
    from allauth.account.adapter import get_adapter

    return get_adapter().get_client_ip(request)
