"""Django app of the user interface."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Templates, components, template tags and static files; no models."""

    name = "waakvlam.foundation.ui"
    label = "ui"
    verbose_name = "Gebruikersinterface"
