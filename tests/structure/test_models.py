"""Every model says what personal data it holds and when it goes; migrations are complete."""

import pytest
from django.apps import apps
from django.core.management import call_command

EIGEN = [model for model in apps.get_models() if model.__module__.startswith("waakvlam.")]


@pytest.mark.parametrize("model", EIGEN, ids=lambda model: model._meta.label)
def test_every_model_states_its_personal_data_and_retention(model):
    for naam in ("pii", "bewaartermijn"):
        tekst = model.__dict__.get(naam)
        assert isinstance(tekst, str), f"{model._meta.label}: zet `{naam}` op het model"
        assert tekst


@pytest.mark.parametrize("model", EIGEN, ids=lambda model: model._meta.label)
def test_every_model_has_a_dutch_name_and_a_docstring(model):
    assert model._meta.original_attrs.get("verbose_name"), "verbose_name"
    assert model._meta.original_attrs.get("verbose_name_plural"), "verbose_name_plural"
    assert not model.__doc__.startswith(f"{model.__name__}("), "docstring"


@pytest.mark.postgres
@pytest.mark.django_db(databases=["default", "eigenaar"])
def test_no_migration_is_missing():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
