"""Sets, per request, what the user may see and who acts."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from allauth.account.authentication import get_authentication_records
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url
from django.urls import reverse
from django_htmx.http import HttpResponseClientRedirect

from waakvlam.apps.toegang.selectors import Toegang, get_toegang
from waakvlam.foundation import audit, tenancy, tijd
from waakvlam.foundation.log import logger

GEZOND = "/gezond"
PEILING = "_voortgang"
"""How the name of an address ends that pages ask by themselves, again and again."""
KEUZE = "gemeente_keuze"
"""Session key of the gemeente the user narrowed to."""
EIGEN_ACCOUNT = ("account_", "mfa_")
"""How the names begin of the addresses of one's own account."""
TWEEDE_STAP = (
    "U hebt een tweede stap nodig bij het inloggen. Zet een app met codes aan, of voeg een beveiligingssleutel toe. "
    "Daarna kunt u verder."
)
HANDELING = "laatste_handeling"
"""Session key of the minute (since 1970) in which the user last did something."""

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

    def process_view(self, request: HttpRequest, *_: Any) -> None:
        """Let the session last on from an act of a person; a page that asks how far a task is, is none.

        Kept to the minute, so that not every page writes the session: it ends up to a minute early.
        """
        minuut = int(tijd.nu().timestamp()) // 60
        peilt = (request.resolver_match.url_name or "").endswith(PEILING)
        if request.user.is_authenticated and not peilt and request.session.get(HANDELING) != minuut:
            request.session[HANDELING] = minuut

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


class TweedeStapMiddleware:
    """Sends who has no second step yet to where it is set up, when the installation asks for one.

    Only the pages of one's own account are open until then: they hold no data of anyone else.
    """

    def __init__(self, get_response: Antwoord) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_: Any) -> HttpResponse | None:
        """Answer with the way to the set-up, or not at all."""
        if not settings.WAAKVLAM_MFA_VERPLICHT or not request.user.is_authenticated:
            return None
        if (request.resolver_match.url_name or "").startswith(EIGEN_ACCOUNT) or _heeft_tweede_stap(request):
            return None
        messages.warning(request, TWEEDE_STAP)
        naar = reverse("mfa_index")
        return HttpResponseClientRedirect(naar) if request.htmx else redirect(naar)


def _heeft_tweede_stap(request: HttpRequest) -> bool:
    """Tell whether the user has one; who came in by it is not looked up again."""
    gebruikt = any(stap.get("method") == "mfa" for stap in get_authentication_records(request))
    return gebruikt or is_mfa_enabled(request.user)


class NaarInloggenMiddleware:
    """Sends the whole page to the login when a part of it is asked for after the session ended.

    htmx would follow the redirect by itself and put (a part of) the login page where the answer should go.
    """

    def __init__(self, get_response: Antwoord) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request."""
        antwoord = self.get_response(request)
        inloggen = resolve_url(settings.LOGIN_URL)
        if request.htmx and antwoord.status_code == 302 and urlsplit(antwoord.url).path == inloggen:
            return HttpResponseClientRedirect(redirect_to_login(request.htmx.current_url_abs_path or "/").url)
        return antwoord


def _oorsprong(request: HttpRequest) -> str:
    """Give the address of the client, by the number of proxies we trust (as allauth does for its limits)."""
    from allauth.account.adapter import get_adapter

    return get_adapter().get_client_ip(request)
