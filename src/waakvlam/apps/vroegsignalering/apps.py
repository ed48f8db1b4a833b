"""Vroegsignalering as a Django app."""

from django.apps import AppConfig


class VroegsignaleringConfig(AppConfig):
    """From levering to melding."""

    name = "waakvlam.apps.vroegsignalering"
    label = "vroegsignalering"
    verbose_name = "Vroegsignalering"

    def ready(self) -> None:
        """Register audit events."""
        from waakvlam.apps.vroegsignalering import events  # noqa: F401
