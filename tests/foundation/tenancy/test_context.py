"""Which rows code sees inside and outside `tenancy.gemeenten`."""

import pytest
from django.db import DatabaseError, connection, transaction

from waakvlam.foundation import audit, tenancy
from waakvlam.foundation.jobs.models import Taak

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


def gezet() -> tuple[str, str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "select current_setting('waakvlam.gemeenten', true), current_setting('waakvlam.partner', true)"
        )
        return cursor.fetchone()


@pytest.fixture
def rijen(gemeente_a, gemeente_b):
    """Each gemeente has at least its own 'aangemaakt' event."""


def test_without_gemeente_the_query_raises(rijen):
    with pytest.raises(DatabaseError) as fout, transaction.atomic():
        list(audit.gebeurtenissen())
    assert tenancy.is_geen_gemeente(fout.value)


def test_other_errors_are_not_taken_for_it():
    with pytest.raises(DatabaseError) as fout, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("select 1/0")
    assert not tenancy.is_geen_gemeente(fout.value)


def test_only_the_named_gemeenten_are_seen(rijen):
    with tenancy.gemeenten("9901"):
        assert {g.gemeente_id for g in audit.gebeurtenissen()} == {"9901"}
    with tenancy.gemeenten("9901", "9902"):
        assert {g.gemeente_id for g in audit.gebeurtenissen()} == {"9901", "9902"}
    with tenancy.gemeenten("0001"):
        assert not audit.gebeurtenissen().exists()


def test_nested_use_restores_what_was_set():
    with tenancy.gemeenten("9901", partner="P1"):
        with tenancy.gemeenten("9902"):
            assert gezet() == ("9902", "*")
            assert tenancy.actief() == tenancy.Bereik(("9902",))
        assert gezet() == ("9901", "P1")
        assert tenancy.actief() == tenancy.Bereik(("9901",), "P1")
    assert gezet() == ("", "")
    assert tenancy.actief() is None


def test_nested_use_restores_after_a_database_error():
    with tenancy.gemeenten("9901"):
        with pytest.raises(DatabaseError), tenancy.gemeenten("9902"), connection.cursor() as cursor:
            cursor.execute("select 1/0")
        assert gezet() == ("9901", "*")


def test_nested_use_restores_after_another_error():
    with tenancy.gemeenten("9901"):
        with pytest.raises(KeyError), tenancy.gemeenten("9902"):
            raise KeyError
        assert gezet() == ("9901", "*")


def test_an_error_while_saving_comes_through_as_it_is(gemeente_a):
    with tenancy.gemeenten("9901"):
        with pytest.raises(ValueError, match="number"), tenancy.gemeenten("9902"):
            Taak(gemeente_id="9902", soort="x", gedaan="geen getal").save()
        assert gezet() == ("9901", "*")


@pytest.mark.django_db(transaction=True)
def test_the_setting_does_not_outlive_the_transaction():
    with tenancy.gemeenten("9901"):
        pass
    assert gezet() in {("", ""), (None, None)}


@pytest.mark.parametrize("codes", [(), ("",), ("*",), ("437",), ("0437,0451",), ("0437'",), ("٠٤٣٧",)])
def test_what_is_no_gemeentecode_is_refused(codes):
    with pytest.raises(tenancy.GeenGemeenteError), tenancy.gemeenten(*codes):
        pass


@pytest.mark.parametrize("partner", ["", "*"])
def test_a_partner_cannot_pass_for_staff(partner):
    with pytest.raises(tenancy.GeenGemeenteError), tenancy.gemeenten("9901", partner=partner):
        pass
