"""Voorzieningen as a Django app."""

from django.apps import AppConfig


class VoorzieningenConfig(AppConfig):
    """From a household to the rights it probably has, and to what was granted."""

    name = "waakvlam.apps.voorzieningen"
    label = "voorzieningen"
    verbose_name = "Voorzieningen"

    def ready(self) -> None:
        """Register audit events."""
        from waakvlam.apps.voorzieningen import events  # noqa: F401
