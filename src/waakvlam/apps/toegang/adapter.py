"""Our choices for django-allauth."""

from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):
    """No sign-up: accounts are made by a functioneel beheerder. Texts say what to do, and say u."""

    error_messages: ClassVar = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": "E-mailadres en wachtwoord horen niet bij elkaar. Controleer beide.",
        "too_many_login_attempts": "Te vaak geprobeerd. Wacht vijf minuten en probeer het dan opnieuw.",
        "rate_limited": "Te vaak geprobeerd. Wacht vijf minuten en probeer het dan opnieuw.",
        "incorrect_password": "Dit wachtwoord klopt niet.",
        "enter_current_password": "Vul uw huidige wachtwoord in.",
        "incorrect_code": "Deze code klopt niet. Gebruik de nieuwste code uit uw app.",
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
