"""Tenancy as a Django app: its migration makes the functions, its signal hands out the rights."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class TenancyConfig(AppConfig):
    """Grants follow every migrate, so that a new table is never unreachable or too open."""

    name = "waakvlam.foundation.tenancy"
    label = "tenancy"
    verbose_name = "Gemeenten gescheiden"

    def ready(self) -> None:
        """Hand out rights once all migrations ran."""
        from waakvlam.foundation.tenancy.rechten import na_migratie

        post_migrate.connect(na_migratie, sender=self, dispatch_uid="tenancy.rechten")
