"""Background work as a Django app."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """Tasks with a visible state."""

    name = "waakvlam.foundation.jobs"
    label = "jobs"
    verbose_name = "Taken"

    def ready(self) -> None:
        """Register the events of tasks."""
        from waakvlam.foundation import audit

        audit.register("taak.stop_gevraagd", "Taak gestopt", "Een gebruiker vroeg een taak te stoppen.")
