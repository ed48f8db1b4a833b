"""Personal identifiers as a Django app (for its checks)."""

from django.apps import AppConfig


class PiiConfig(AppConfig):
    """Key ring, encrypted fields, encrypted files."""

    name = "waakvlam.foundation.pii"
    label = "pii"
    verbose_name = "Persoonsgegevens versleuteld"

    def ready(self) -> None:
        """Read the keys now: a wrong one must stop the start, not the first save."""
        from waakvlam.foundation.pii.ring import ring

        ring()
