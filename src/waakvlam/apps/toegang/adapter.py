"""Our choices for django-allauth."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):
    """No sign-up: accounts are made by a functioneel beheerder."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody signs up."""
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Go to the first page; allauth handles `next` itself."""
        return "/"

    def populate_username(self, request: HttpRequest, user: Any) -> None:
        """There are no user names."""
