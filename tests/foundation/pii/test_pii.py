"""Encryption of values and files, and what it refuses."""

import base64
import io
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waakvlam.foundation import pii
from waakvlam.foundation.pii.files import BLOK

A = base64.b64encode(b"a" * 32).decode()
B = base64.b64encode(b"b" * 32).decode()
OUD = pii.Ring.lees(f"oud:{A}")
NIEUW = pii.Ring.lees(f"nieuw:{B},oud:{A}")


@given(st.lists(st.none() | st.text()))
def test_what_goes_in_comes_out(waarden):
    versleuteld = pii.encrypt_many(waarden, context="t.k", sleutels=OUD)
    assert pii.decrypt_many(versleuteld, context="t.k", sleutels=OUD) == waarden


def test_the_same_value_never_looks_the_same():
    een, twee = pii.encrypt_many(["123456782"] * 2, context="t.k", sleutels=OUD)
    assert een != twee
    assert b"123456782" not in een


def test_a_value_moved_to_another_column_does_not_open():
    [waarde] = pii.encrypt_many(["123456782"], context="persoon.bsn", sleutels=OUD)
    with pytest.raises(pii.PiiError, match="andere kolom"):
        pii.decrypt_many([waarde], context="persoon.naam", sleutels=OUD)


@pytest.mark.parametrize("plek", [4, 10, -1])
def test_a_changed_value_does_not_open(plek):
    [waarde] = pii.encrypt_many(["123456782"], context="t.k", sleutels=OUD)
    kapot = bytearray(waarde)
    kapot[plek] ^= 1
    with pytest.raises(pii.PiiError) as fout:
        pii.decrypt_many([bytes(kapot)], context="t.k", sleutels=OUD)
    assert "123456782" not in str(fout.value)


def test_an_old_key_still_opens_and_the_first_is_used():
    [oud] = pii.encrypt_many(["x"], context="t.k", sleutels=OUD)
    assert pii.decrypt_many([oud], context="t.k", sleutels=NIEUW) == ["x"]
    assert pii.encrypt_many(["x"], context="t.k", sleutels=NIEUW)[0].startswith(b"nieuw:")


def test_a_missing_key_is_named():
    [nieuw] = pii.encrypt_many(["x"], context="t.k", sleutels=NIEUW)
    with pytest.raises(pii.PiiError, match="'nieuw' ontbreekt"):
        pii.decrypt_many([nieuw], context="t.k", sleutels=OUD)


def test_the_index_finds_and_depends_on_the_key():
    assert pii.hmac_index("123456782", sleutels=OUD) == pii.hmac_index("123456782", sleutels=OUD)
    assert pii.hmac_index("123456782", sleutels=OUD) != pii.hmac_index("111222333", sleutels=OUD)
    assert pii.hmac_index("123456782", sleutels=OUD) in pii.hmac_indexes("123456782", sleutels=NIEUW)
    assert pii.hmac_index("123456782", sleutels=NIEUW) != pii.hmac_index("123456782", sleutels=OUD)
    assert pii.hmac_index(None, sleutels=OUD) is None


@pytest.mark.parametrize(
    "tekst",
    ["", "k1", "k1:", "k1:????", "K 1:" + A, f"k1:{A},k1:{B}", "k1:" + base64.b64encode(b"kort").decode()],
)
def test_a_wrong_ring_is_refused_without_showing_the_key(tekst):
    with pytest.raises(pii.PiiError) as fout:
        pii.Ring.lees(tekst)
    assert A not in str(fout.value)


def versleuteld(inhoud: bytes) -> bytes:
    doel = io.BytesIO()
    assert pii.encrypt_file(io.BytesIO(inhoud), doel, sleutels=OUD) == len(inhoud)
    return doel.getvalue()


@pytest.mark.parametrize("lengte", [0, 1, BLOK - 1, BLOK, BLOK + 1, 2 * BLOK, 2 * BLOK + 7])
def test_files_of_every_length(lengte):
    inhoud = os.urandom(lengte)
    geheim = versleuteld(inhoud)
    assert b"".join(pii.decrypt_file(io.BytesIO(geheim), sleutels=NIEUW)) == inhoud
    assert pii.open_file(io.BytesIO(geheim), sleutels=OUD).read() == inhoud


@pytest.mark.parametrize(
    ("lengte", "af"),
    [(0, 1), (0, 16), (0, 17), (10, 1), (10, 26), (BLOK, 1), (2 * BLOK, BLOK + 16), (2 * BLOK + 7, 23)],
)
def test_a_file_cut_off_does_not_pass_for_whole(lengte, af):
    geheim = versleuteld(os.urandom(lengte))
    with pytest.raises(pii.PiiError):
        list(pii.decrypt_file(io.BytesIO(geheim[:-af]), sleutels=OUD))


def test_chunks_cannot_be_swapped_or_left_out():
    geheim = versleuteld(os.urandom(3 * BLOK))
    stuk = BLOK + 16
    kop = len(geheim) - 3 * stuk
    een, twee, drie = (geheim[kop + n * stuk : kop + (n + 1) * stuk] for n in range(3))
    for lijf in (twee + een + drie, een + drie, een + twee, een + twee + drie + drie):
        with pytest.raises(pii.PiiError):
            list(pii.decrypt_file(io.BytesIO(geheim[:kop] + lijf), sleutels=OUD))


@pytest.mark.parametrize("inhoud", [b"", b"WV", b"partner;kenmerk", b"WVB1", b"WVB1\x00\x10kort"])
def test_something_else_is_no_encrypted_file(inhoud):
    with pytest.raises(pii.PiiError):
        list(pii.decrypt_file(io.BytesIO(inhoud), sleutels=OUD))
