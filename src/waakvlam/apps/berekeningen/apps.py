"""Berekeningen as a Django app."""

from django.apps import AppConfig


class BerekeningenConfig(AppConfig):
    """From facts to a calculation that explains itself."""

    name = "waakvlam.apps.berekeningen"
    label = "berekeningen"
    verbose_name = "Berekeningen"

    def ready(self) -> None:
        """Register audit events."""
        from waakvlam.apps.berekeningen import events  # noqa: F401
