"""A person as delivered: how it is written down, and that its BSN cannot be searched, dumped or read by another gemeente."""

import pytest
from django.core import serializers
from django.core.exceptions import FieldError

from waakvlam.apps.personen.service import Betrokkene, Twijfelpaar
from waakvlam.foundation import pii, tenancy

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.postgres,
    pytest.mark.usefixtures("gemeente_a", "gemeente_b"),
]
BSN = "999990019"


def maak(**anders) -> Betrokkene:
    """Save a person of P1 in gemeente A."""
    velden = {
        "gemeente_id": "9901",
        "partner": "P1",
        "voorletters": "J.",
        "achternaam": "Voorbeeld",
        "postcode": "1234AB",
        "huisnummer": 12,
    }
    with tenancy.gemeenten("9901"):
        return Betrokkene.objects.create(**velden | anders)


@pytest.mark.parametrize(
    ("velden", "naam"),
    [
        ({}, "J. Voorbeeld"),
        ({"tussenvoegsel": "van der"}, "J. van der Voorbeeld"),
        ({"voorletters": None, "voornamen": "Jan Piet"}, "Jan Piet Voorbeeld"),
        ({"voorletters": None}, "Voorbeeld"),
    ],
)
def test_a_name_is_written_as_on_an_envelope(velden: dict, naam: str):
    assert maak(**velden).naam == naam


def test_an_address_is_the_street_or_else_the_postcode_with_the_number():
    assert maak(huistoevoeging="a").adresregel == "1234AB 12a"
    assert maak(straat="Dorpsstraat").adresregel == "Dorpsstraat 12"


def test_a_bsn_comes_back_from_the_table_and_is_found_by_its_index_only():
    pk = maak(bsn=BSN, bsn_index=pii.hmac_index(BSN)).pk

    with tenancy.gemeenten("9901"):
        assert Betrokkene.objects.get(bsn_index__in=pii.hmac_indexes(BSN)).bsn == BSN
        with pytest.raises(FieldError):
            Betrokkene.objects.filter(bsn=BSN).exists()
        with pytest.raises(FieldError):
            serializers.serialize("json", Betrokkene.objects.filter(pk=pk))


def test_the_text_of_a_person_holds_no_personal_data():
    persoon = maak(bsn=BSN)

    assert str(persoon) == f"betrokkene {persoon.pk}"
    assert "Voorbeeld" not in repr(persoon)


def test_a_doubtful_pair_is_seen_by_its_gemeente_and_by_no_partner():
    links, rechts = maak(), maak(voorletters="K.")
    with tenancy.gemeenten("9901"):
        Twijfelpaar.objects.create(gemeente_id="9901", links=links, rechts=rechts, kans=0.5)
        assert Twijfelpaar.objects.count() == 1
    with tenancy.gemeenten("9901", partner="P1"):
        assert not Twijfelpaar.objects.exists()
    with tenancy.gemeenten("9902"):
        assert not Twijfelpaar.objects.exists()
