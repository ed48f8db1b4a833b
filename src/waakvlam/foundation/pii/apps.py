"""Personal identifiers as a Django app (for its checks and its events)."""

from django.apps import AppConfig


class PiiConfig(AppConfig):
    """Key ring, encrypted fields, encrypted files."""

    name = "waakvlam.foundation.pii"
    label = "pii"
    verbose_name = "Persoonsgegevens versleuteld"

    def ready(self) -> None:
        """Read the keys now: a wrong one must stop the start, not the first save."""
        from waakvlam.foundation import audit
        from waakvlam.foundation.pii.ring import ring

        audit.register(
            "sleutels.omgezet",
            "Sleutel gewisseld",
            "Persoonsgegevens zijn onder een nieuwe sleutel gebracht.",
        )
        ring()
