"""What the application role may do with each table: from the models, after each migrate."""

from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import connections
from psycopg import sql

from waakvlam.foundation.tenancy.context import ALLES

ALLEEN_LEZEN = {"django_migrations": ("select",)}


def na_migratie(using: str, **_: Any) -> None:
    """Receive post_migrate: grant to the application role when another role did the migrating."""
    app_rol = settings.DATABASES["default"].get("USER") or ""
    app_rol = connections["default"].settings_dict.get("USER") or app_rol
    if app_rol and using != "default":
        verleen(using, app_rol)


def verleen(using: str, app_rol: str) -> None:
    """Give the role exactly the rights each table states; run as owner, safe to repeat."""
    per_model = {
        model._meta.db_table: getattr(model, "rechten", ALLES)
        for model in apps.get_models(include_auto_created=True)
    } | ALLEEN_LEZEN
    rol = sql.Identifier(app_rol)
    with connections[using].cursor() as cursor:
        cursor.execute(sql.SQL("grant usage on schema public to {}").format(rol))
        for tabel in _tabellen(cursor):
            rechten = sql.SQL(", ").join(sql.SQL(recht) for recht in per_model.get(tabel, ALLES))
            naam = sql.Identifier(tabel)
            cursor.execute(sql.SQL("revoke all on {} from {}").format(naam, rol))
            cursor.execute(sql.SQL("grant {} on {} to {}").format(rechten, naam, rol))
        cursor.execute(sql.SQL("grant usage, select on all sequences in schema public to {}").format(rol))
        cursor.execute(sql.SQL("grant execute on all functions in schema public to {}").format(rol))


def _tabellen(cursor: Any) -> list[str]:
    cursor.execute(
        "select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace "
        "where n.nspname = 'public' and c.relkind in ('r', 'p') and pg_has_role(c.relowner, 'usage') "
        "order by 1"
    )
    return [rij[0] for rij in cursor.fetchall()]
