"""A key is replaced: rows get the new one, nothing is lost, and it may be stopped and repeated."""

import base64

import pytest
from django.core.exceptions import FieldError
from django.db import connection

from waakvlam.apps.personen.models import Betrokkene
from waakvlam.foundation import pii, tenancy
from waakvlam.foundation.pii.rotation import hercodeer

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]

OUD = "oud:" + base64.b64encode(b"a" * 32).decode()
NIEUW = "nieuw:" + base64.b64encode(b"b" * 32).decode()


def maak(bsn: str | None) -> Betrokkene:
    return Betrokkene.objects.create(
        gemeente_id="9901",
        partner="P1",
        achternaam="Verzonnen",
        bsn=bsn,
        bsn_index=pii.hmac_index(bsn),
        postcode="1234AB",
        huisnummer=1,
    )


def opgeslagen(kolom: str) -> list[bytes | None]:
    with connection.cursor() as cursor:
        cursor.execute(f"select {kolom} from personen_betrokkene order by id")
        return [None if rij[0] is None else bytes(rij[0]) for rij in cursor.fetchall()]


@pytest.fixture
def gemeente(gemeente_a, settings):
    settings.WAAKVLAM_PII_SLEUTELS = OUD
    with tenancy.gemeenten("9901"):
        yield


def test_the_table_does_not_hold_the_bsn(gemeente):
    persoon = maak("123456782")
    [waarde] = opgeslagen("bsn")
    assert waarde.startswith(b"oud:")
    assert b"123456782" not in waarde
    assert Betrokkene.objects.get(pk=persoon.pk).bsn == "123456782"
    assert Betrokkene.objects.get(bsn_index=pii.hmac_index("123456782")) == persoon


def test_the_bsn_is_not_searched_or_dumped(gemeente):
    persoon = maak("123456782")
    with pytest.raises(FieldError, match="hmac_index"):
        Betrokkene.objects.filter(bsn="123456782")
    with pytest.raises(FieldError):
        Betrokkene._meta.get_field("bsn").value_to_string(persoon)


def test_every_row_gets_the_new_key_and_is_found_by_it(gemeente, settings):
    for bsn in ("123456782", None, "111222333"):
        maak(bsn)
    settings.WAAKVLAM_PII_SLEUTELS = f"{NIEUW},{OUD}"
    assert hercodeer(Betrokkene, "bsn", index_veld="bsn_index", per=1) == 2
    assert hercodeer(Betrokkene, "bsn", index_veld="bsn_index") == 0

    settings.WAAKVLAM_PII_SLEUTELS = NIEUW
    assert [p.bsn for p in Betrokkene.objects.order_by("pk")] == ["123456782", None, "111222333"]
    assert Betrokkene.objects.get(bsn_index=pii.hmac_index("111222333")).bsn == "111222333"
    assert all(waarde is None or waarde.startswith(b"nieuw:") for waarde in opgeslagen("bsn"))
