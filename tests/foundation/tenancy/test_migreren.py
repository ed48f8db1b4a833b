"""Later migrations meet tables that are already protected."""

import psycopg
import pytest
from django.db import connections

from waakvlam.foundation import tenancy
from waakvlam.foundation.jobs.models import Taak
from waakvlam.foundation.tenancy.migreren import _alle_gemeenten, migreer

pytestmark = [
    pytest.mark.django_db(databases=["default", "eigenaar"], transaction=True),
    pytest.mark.postgres,
]

NIEUW = "alter table jobs_taak add constraint proef foreign key (gemeente) references toegang_gemeente (code)"


def test_a_new_foreign_key_on_a_protected_table_is_checked(gemeente_a):
    with tenancy.gemeenten("9901"):
        Taak.objects.create(gemeente=gemeente_a, soort="proef.gelukt")
    with connections["eigenaar"].cursor() as cursor:
        with pytest.raises(Exception, match="gezet voor deze vraag"):
            cursor.execute(NIEUW)
        with _alle_gemeenten("eigenaar"):
            cursor.execute(NIEUW)
            cursor.execute("alter table jobs_taak drop constraint proef")


def test_migrating_again_changes_nothing_and_leaves_nothing_set(gemeente_a):
    migreer()
    with connections["eigenaar"].cursor() as cursor:
        cursor.execute("select current_setting('waakvlam.gemeenten', true)")
        assert cursor.fetchone()[0] == ""


@pytest.mark.parametrize(
    "opdracht",
    [
        "update audit_gebeurtenis set reden = 'x'",
        "delete from audit_gebeurtenis",
        "truncate audit_gebeurtenis",
    ],
)
def test_the_log_is_not_changed_by_the_application_nor_by_the_owner(gemeente_a, opdracht, postgres_urls):
    for url, fout in zip(postgres_urls, ("WV002", "42501"), strict=True):
        with psycopg.connect(url) as verbinding:
            verbinding.execute(
                "select set_config('waakvlam.gemeenten', '9901', false), set_config('waakvlam.partner', '*', false)"
            )
            with pytest.raises(psycopg.Error) as geweigerd:
                verbinding.execute(opdracht)
        assert geweigerd.value.sqlstate == fout
