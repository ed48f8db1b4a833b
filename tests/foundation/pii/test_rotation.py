"""A key is replaced: rows get the new one, nothing is lost, and it may be stopped and repeated."""

import base64
import io
import os
from pathlib import Path

import pytest
from django.core.exceptions import FieldError
from django.db import connection

from waakvlam.apps.personen.models import Betrokkene
from waakvlam.foundation import pii, tenancy
from waakvlam.foundation.pii.rotation import (
    hercodeer,
    hercodeer_deel,
    index_van,
    tel_bestanden,
    tel_waarden,
    versleutelde_velden,
    zet_bestand_om,
)

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


def test_it_goes_on_where_it_was_stopped(gemeente, settings):
    personen = [maak(bsn) for bsn in ("123456782", "111222333", "999990019")]
    settings.WAAKVLAM_PII_SLEUTELS = f"{NIEUW},{OUD}"
    aantal, na = hercodeer_deel(Betrokkene, "bsn", index_veld="bsn_index", per=2)
    assert (aantal, na) == (2, personen[1].pk)
    assert tel_waarden(Betrokkene, "bsn") == {"nieuw": 2, "oud": 1}
    # Stopped here, and begun again from the beginning.
    assert hercodeer_deel(Betrokkene, "bsn", index_veld="bsn_index", per=2) == (1, personen[2].pk)
    assert hercodeer_deel(Betrokkene, "bsn", index_veld="bsn_index", na=personen[2].pk) == (0, personen[2].pk)


def test_every_encrypted_field_is_found_with_its_index():
    velden = {
        (model._meta.label_lower, veld): index_van(model, veld) for model, veld in versleutelde_velden()
    }
    assert velden["personen.betrokkene", "bsn"] == "bsn_index"
    assert velden["vroegsignalering.leveringsfout", "waarde"] is None


def bewaar(map_: Path, inhoud: bytes) -> Path:
    """Keep a file under the key that is active now."""
    pad = map_ / "9901" / "a.wv"
    pad.parent.mkdir()
    with pad.open("wb") as doel:
        pii.encrypt_file(io.BytesIO(inhoud), doel)
    return pad


def test_a_file_gets_the_new_key_and_keeps_its_contents(settings, tmp_path):
    inhoud = os.urandom(3 * 1024 * 1024 + 5)
    settings.WAAKVLAM_PII_SLEUTELS = OUD
    pad = bewaar(tmp_path, inhoud)
    settings.WAAKVLAM_PII_SLEUTELS = f"{NIEUW},{OUD}"
    assert tel_bestanden(tmp_path) == {"oud": 1}
    assert zet_bestand_om(pad)
    assert not zet_bestand_om(pad)
    settings.WAAKVLAM_PII_SLEUTELS = NIEUW
    assert tel_bestanden(tmp_path) == {"nieuw": 1}
    with pad.open("rb") as bron:
        assert b"".join(pii.decrypt_file(bron)) == inhoud
    assert [p.name for p in pad.parent.iterdir()] == ["a.wv"]


def test_a_file_whose_key_is_missing_stays_as_it_was(settings, tmp_path):
    settings.WAAKVLAM_PII_SLEUTELS = OUD
    pad = bewaar(tmp_path, b"inhoud")
    eerst = pad.read_bytes()
    settings.WAAKVLAM_PII_SLEUTELS = NIEUW
    with pytest.raises(pii.PiiError, match="'oud' ontbreekt"):
        zet_bestand_om(pad)
    assert pad.read_bytes() == eerst
    assert [p.name for p in pad.parent.iterdir()] == ["a.wv"]
