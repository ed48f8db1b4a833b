"""The portal as a Django app: screens that cross contexts."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """Home and background work; no models."""

    name = "waakvlam.portal"
    label = "portal"
    verbose_name = "Portaal"
