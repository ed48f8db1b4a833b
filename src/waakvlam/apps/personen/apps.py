"""What we know of people, as a Django app."""

from django.apps import AppConfig


class PersonenConfig(AppConfig):
    """The only place that holds a BSN."""

    name = "waakvlam.apps.personen"
    label = "personen"
    verbose_name = "Personen"
