"""Our choices for django-allauth."""

import ipaddress
from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest

CODE_FOUT = "Deze code klopt niet. Gebruik de nieuwste code uit uw app."


class AccountAdapter(DefaultAccountAdapter):
    """No sign-up: accounts are made by a functioneel beheerder. Texts say what to do, and say u."""

    error_messages: ClassVar = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": "E-mailadres en wachtwoord horen niet bij elkaar. Controleer beide.",
        "too_many_login_attempts": "Te vaak geprobeerd. Wacht vijf minuten en probeer het dan opnieuw.",
        "rate_limited": "Te vaak geprobeerd. Wacht vijf minuten en probeer het dan opnieuw.",
        "incorrect_password": "Dit wachtwoord klopt niet.",
        "enter_current_password": "Vul uw huidige wachtwoord in.",
        "incorrect_code": CODE_FOUT,
        "invalid_password_reset": "Deze link is al gebruikt of te oud. Vraag een nieuwe link aan.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody signs up."""
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Go to the first page; allauth handles `next` itself."""
        return "/"

    def populate_username(self, request: HttpRequest, user: Any) -> None:
        """There are no user names."""

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Count failed attempts per account and address together (the "key" of `login_failed` in the settings).

        Counted per account alone, anyone could keep anybody out by typing wrong passwords from somewhere else.
        """
        return f"{super()._get_login_attempts_cache_key(request, **credentials)}:{_adres(self, request)}"


class MFAAdapter(DefaultMFAAdapter):
    """Texts that say what to do, and say u."""

    error_messages: ClassVar = DefaultMFAAdapter.error_messages | {"incorrect_code": CODE_FOUT}


def _adres(adapter: DefaultAccountAdapter, request: HttpRequest) -> str:
    """Give who asks: the address, of IPv6 the network a single subscriber has (it has countless addresses)."""
    adres = adapter.get_client_ip(request)
    try:
        return str(ipaddress.ip_network(f"{adres}/64", strict=False)) if ":" in adres else adres
    except ValueError:
        return adres
