"""Row-level security, proven per table that holds data of a gemeente.

A new model with a column `gemeente` is in here by itself. When its row cannot be made up from the types of its
fields (a check constraint), give what it needs in RIJEN.
"""

import datetime
import decimal
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.apps import apps
from django.db import DatabaseError, connections, models, transaction

from waakvlam.foundation import tenancy

pytestmark = [pytest.mark.django_db(databases=["default", "eigenaar"]), pytest.mark.postgres]

RIJEN: dict[str, dict[str, Any]] = {}
"""Per table: values of columns that its constraints ask for."""

ZONDER_BEVEILIGING = {
    "toegang_roltoekenning": "hieruit blijkt pas welke gemeenten iemand mag zien; geen gegevens van inwoners",
}
"""Tables with a column gemeente but without row-level security, each with the reason."""

ZONDER_GEMEENTE = {
    "auth_group": "van Django, ongebruikt",
    "auth_group_permissions": "van Django, ongebruikt",
    "auth_permission": "van Django, ongebruikt",
    "account_emailaddress": "adres van medewerkers, per gebruiker",
    "account_emailconfirmation": "idem",
    "django_content_type": "lijst van modellen",
    "django_migrations": "stand van de database",
    "django_session": "sessies van medewerkers; bevat alleen nummers en de gekozen gemeente",
    "mfa_authenticator": "tweede factor van medewerkers",
    "procrastinate_events": "stand van taken: alleen nummers",
    "procrastinate_jobs": "stand van taken: alleen het nummer van de taak en de gemeentecode",
    "procrastinate_periodic_defers": "stand van taken",
    "procrastinate_workers": "draaiende werkers",
    "toegang_gebruiker": "medewerkers kunnen voor meer gemeenten werken",
    "toegang_gemeente": "openbare lijst van gemeenten",
    "toegang_organisatie": "openbare lijst van organisaties",
    "waakvlam_cache": "tellers van inlogpogingen",
}
"""Tables without a column gemeente, each with the reason why that is safe."""

MODELLEN = [
    model
    for model in apps.get_models(include_auto_created=True)
    if any(veld.column == "gemeente" for veld in model._meta.local_concrete_fields)
    and model._meta.db_table not in ZONDER_BEVEILIGING
]
per_tabel = pytest.mark.parametrize("model", MODELLEN, ids=lambda model: model._meta.db_table)
beide_rollen = pytest.mark.parametrize("rol", ["default", "eigenaar"])
A, B = "9901", "9902"


def test_every_table_with_a_gemeente_is_protected():
    gevraagd = {model._meta.db_table for model in MODELLEN}
    assert kolomtabellen("gemeente") - set(ZONDER_BEVEILIGING) == gevraagd
    vraag = (
        "select relname from pg_class where relrowsecurity and relforcerowsecurity and relkind in ('r', 'p')"
    )
    assert gevraagd <= {rij[0] for rij in sql(vraag)}


def test_every_other_table_has_a_reason():
    vraag = "select tablename from pg_tables where schemaname = 'public'"
    zonder = {rij[0] for rij in sql(vraag)} - kolomtabellen("gemeente")
    assert zonder - set(ZONDER_GEMEENTE) == set()


def test_the_application_role_cannot_get_round_it():
    [(super_, bypass, eigenaar)] = sql(
        "select rolsuper, rolbypassrls, exists (select from pg_class where relowner = r.oid) "
        "from pg_roles r where rolname = current_user"
    )
    assert (super_, bypass, eigenaar) == (False, False, False)


@per_tabel
@beide_rollen
def test_without_gemeente_a_query_raises(model, rol):
    with rij_van(model, A, rol), pytest.raises(DatabaseError) as fout, transaction.atomic(using=rol):
        list(model._base_manager.using(rol).values_list("pk"))
    assert tenancy.is_geen_gemeente(fout.value)


@per_tabel
@beide_rollen
def test_without_gemeente_nothing_is_written(model, rol):
    with pytest.raises(DatabaseError), transaction.atomic(using=rol):
        maak(model, A, rol)


@per_tabel
@beide_rollen
def test_another_gemeente_is_not_seen(model, rol):
    with rij_van(model, A, rol) as pk:
        with tenancy.gemeenten(A, using=rol):
            assert model._base_manager.using(rol).filter(pk=pk).exists()
        with tenancy.gemeenten(B, using=rol):
            assert not model._base_manager.using(rol).exists()


@per_tabel
@beide_rollen
def test_nothing_is_written_for_another_gemeente(model, rol):
    with pytest.raises(DatabaseError, match="row-level security"), tenancy.gemeenten(B, using=rol):
        maak(model, A, rol)


@per_tabel
@beide_rollen
def test_a_row_of_another_gemeente_is_not_changed_or_deleted(model, rol):
    tabel, sleutel = model._meta.db_table, model._meta.pk.column
    with rij_van(model, A, rol) as pk:
        for opdracht in (f"update {tabel} set {sleutel} = {sleutel}", f"delete from {tabel}"):
            assert geraakt(opdracht, B, rol) == 0
        with tenancy.gemeenten(A, using=rol):
            assert model._base_manager.using(rol).filter(pk=pk).exists()


@per_tabel
def test_a_row_is_not_moved_to_another_gemeente(model):
    tabel = model._meta.db_table
    with rij_van(model, A, "default"), pytest.raises(DatabaseError), tenancy.gemeenten(A):
        sql(f"update {tabel} set gemeente = '{B}' returning gemeente")


@per_tabel
def test_a_partner_sees_at_most_its_own(model):
    with rij_van(model, A, "default") as pk, tenancy.gemeenten(A, partner="ANDER"):
        assert not model._base_manager.filter(pk=pk).exists()


def sql(vraag: str, rol: str = "default") -> list[tuple]:
    with connections[rol].cursor() as cursor:
        cursor.execute(vraag)
        return cursor.fetchall()


def kolomtabellen(kolom: str) -> set[str]:
    vraag = f"select table_name from information_schema.columns where column_name = '{kolom}' and table_schema = 'public'"
    return {rij[0] for rij in sql(vraag, "eigenaar")}


def geraakt(opdracht: str, gemeente: str, rol: str) -> int:
    """How many rows a statement touches; a role without that right at all touches none."""
    try:
        with tenancy.gemeenten(gemeente, using=rol), connections[rol].cursor() as cursor:
            cursor.execute(opdracht)
            return cursor.rowcount
    except DatabaseError as fout:
        assert "permission denied" in str(fout)
        return 0


@contextmanager
def rij_van(model: type[models.Model], gemeente: str, rol: str) -> Iterator[Any]:
    """A row of the gemeente, gone afterwards; foreign keys are checked at commit, which never comes."""
    with transaction.atomic(using=rol):
        with tenancy.gemeenten(gemeente, using=rol):
            pk = maak(model, gemeente, rol)
        try:
            yield pk
        finally:
            transaction.set_rollback(True, using=rol)


def maak(model: type[models.Model], gemeente: str, rol: str) -> Any:
    vast = RIJEN.get(model._meta.db_table, {})
    rij = model()
    for veld in model._meta.local_concrete_fields:
        if veld.column in vast:
            setattr(rij, veld.attname, vast[veld.column])
        elif veld.column == "gemeente":
            setattr(rij, veld.attname, gemeente)
        elif not (
            veld.has_default() or veld.null or isinstance(veld, models.AutoField | models.GeneratedField)
        ):
            setattr(rij, veld.attname, waarde(veld))
    rij.save(force_insert=True, using=rol)
    return rij.pk


def waarde(veld: models.Field) -> Any:
    """Some value of the field's type."""
    if veld.choices:
        return veld.choices[0][0]
    if isinstance(veld, models.ForeignKey):
        return waarde(veld.target_field)
    for soort, voorbeeld in (
        (models.BooleanField, False),
        (models.UUIDField, uuid.uuid4()),
        (models.DecimalField, decimal.Decimal(1)),
        (models.FloatField, 0.5),
        ((models.IntegerField, models.AutoField), 1),
        (models.DateTimeField, datetime.datetime(2026, 9, 1, tzinfo=datetime.UTC)),
        (models.DateField, datetime.date(2026, 9, 1)),
        (models.JSONField, {}),
    ):
        if isinstance(veld, soort):
            return voorbeeld
    if type(veld) is models.BinaryField:
        return b"x"
    return "x" if not veld.blank else ""
