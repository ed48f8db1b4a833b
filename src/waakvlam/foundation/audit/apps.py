"""The audit log as a Django app."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """Append-only events."""

    name = "waakvlam.foundation.audit"
    label = "audit"
    verbose_name = "Auditlog"
