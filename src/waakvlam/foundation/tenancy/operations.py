"""Migration operations for row-level security."""

from typing import Any

from django.db.migrations.operations.base import Operation

from waakvlam.foundation.tenancy import sql


class EnableRLS(Operation):
    """Enable and force row-level security on the table of a model, per gemeente and perhaps per partner.

    `gemeente_kolom` and `partner_kolom` are column names (not field names). See the package docstring.
    """

    reduces_to_sql = True
    reversible = True

    def __init__(
        self,
        model_name: str,
        gemeente_kolom: str = "gemeente",
        partner_kolom: str | None = None,
        voor_partners: bool = False,
    ) -> None:
        self.model_name = model_name
        self.gemeente_kolom = gemeente_kolom
        self.partner_kolom = partner_kolom
        self.voor_partners = voor_partners

    def state_forwards(self, app_label: str, state: Any) -> None:
        """Change nothing in Django's picture of the models."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """Create the policy, after the foreign keys of this migration.

        PostgreSQL checks a new foreign key with a query as the owner, which forced row-level security refuses.
        """
        tabel = to_state.apps.get_model(app_label, self.model_name)._meta.db_table
        zien = sql.voorwaarde(self.gemeente_kolom, self.partner_kolom, voor_partners=self.voor_partners)
        schema_editor.deferred_sql.append(sql.zet_aan(tabel, zien))

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """Drop the policy."""
        tabel = from_state.apps.get_model(app_label, self.model_name)._meta.db_table
        schema_editor.execute(sql.zet_uit(tabel))

    def describe(self) -> str:
        """Say what the migration does."""
        return f"Rijen van {self.model_name} alleen per gemeente zichtbaar"


class AppendOnly(Operation):
    """Refuse update, delete and truncate on the table of a model by trigger, for every role."""

    reduces_to_sql = True
    reversible = True

    def __init__(self, model_name: str) -> None:
        self.model_name = model_name

    def state_forwards(self, app_label: str, state: Any) -> None:
        """Change nothing in Django's picture of the models."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """Create the triggers."""
        tabel = to_state.apps.get_model(app_label, self.model_name)._meta.db_table
        schema_editor.execute(sql.alleen_erbij(tabel))

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """Drop the triggers."""
        tabel = from_state.apps.get_model(app_label, self.model_name)._meta.db_table
        schema_editor.execute(sql.alleen_erbij_uit(tabel))

    def describe(self) -> str:
        """Say what the migration does."""
        return f"Rijen van {self.model_name} worden nooit gewijzigd"
