"""The configuration as a Django app, so that the wiring is done wherever Django runs."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """Wires ports to adapters."""

    name = "waakvlam.config"
    label = "config"

    def ready(self) -> None:
        """Wire."""
        from waakvlam.config.wiring import sluit_aan

        sluit_aan()
