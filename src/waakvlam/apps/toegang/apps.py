"""Toegang as a Django app."""

from django.apps import AppConfig


class ToegangConfig(AppConfig):
    """Users, roles and gemeenten."""

    name = "waakvlam.apps.toegang"
    label = "toegang"
    verbose_name = "Toegang"

    def ready(self) -> None:
        """Register the events of this context and listen to logins."""
        from waakvlam.apps.toegang import aanmelden, events  # noqa: F401
