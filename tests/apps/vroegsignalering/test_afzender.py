"""Who hands in a file counts: a file refused of one never stands in the way of another."""

import io
from pathlib import Path

import pytest
from django.db import IntegrityError
from tests.apps.vroegsignalering.hulp import als_csv, bewaar, bewaarde_bestanden, lees_in, lever, rij

from waakvlam.apps.vroegsignalering import service
from waakvlam.apps.vroegsignalering.models import Levering, Signaal
from waakvlam.foundation import tenancy

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.postgres,
    pytest.mark.usefixtures("actor", "gemeente_a", "gemeente_b"),
]

VAN_P1 = als_csv(rij("K-1"), rij("K-2"))
VAN_BEIDE = als_csv(rij("K-1"), rij("K-2", partner="P2"))
ONBRUIKBAAR = als_csv(rij(bedrag="x"))


def bied_aan(inhoud: bytes, partner: str = "") -> str:
    """Hand in as this partner sees the world (empty: the gemeente); says `nieuw`, `herhaald` or `elders`."""
    with tenancy.gemeenten("9901", partner=partner or None):
        try:
            levering, nieuw = service.bewaar_levering(
                gemeente="9901", bestandsnaam="a.csv", bron=io.BytesIO(inhoud), partner=partner
            )
        except IntegrityError:
            return "elders"
        assert Levering.objects.filter(pk=levering.pk).exists()
        return "nieuw" if nieuw else "herhaald"


@pytest.mark.parametrize(
    ("eerst", "inhoud", "gelezen", "daarna", "antwoord"),
    [
        ("P2", VAN_P1, True, "P1", "nieuw"),
        ("P2", VAN_P1, True, "", "nieuw"),
        ("P2", VAN_P1, True, "P2", "herhaald"),
        ("P2", VAN_P1, False, "P1", "nieuw"),
        ("P2", VAN_BEIDE, True, "P1", "nieuw"),
        ("P2", VAN_BEIDE, True, "", "nieuw"),
        ("P1", VAN_P1, True, "P1", "herhaald"),
        ("P1", VAN_P1, True, "", "herhaald"),
        ("P1", VAN_P1, True, "P2", "elders"),
        ("P1", VAN_P1, False, "P1", "herhaald"),
        ("P1", VAN_P1, False, "", "nieuw"),
        ("", VAN_P1, True, "", "herhaald"),
        ("", VAN_P1, True, "P1", "herhaald"),
        ("", VAN_P1, True, "P2", "elders"),
        ("", VAN_P1, False, "P1", "elders"),
        ("", VAN_BEIDE, True, "P1", "elders"),
        ("", ONBRUIKBAAR, True, "P1", "nieuw"),
        ("", b"iets heel anders\n", True, "P1", "nieuw"),
    ],
)
def test_a_file_is_a_repeat_when_what_it_holds_went_in_or_will(
    eerst: str, inhoud: bytes, gelezen: bool, daarna: str, antwoord: str, datamap: Path
):
    levering = bewaar(inhoud, partner=eerst)
    if gelezen:
        lees_in(levering)

    assert bied_aan(inhoud, daarna) == antwoord
    assert len(bewaarde_bestanden(datamap)) == (2 if antwoord == "nieuw" else 1)


def test_the_right_partner_gets_its_signals_in_after_the_wrong_one():
    verkeerd = lever(VAN_P1, partner="P2")
    goed = lever(VAN_P1, partner="P1")

    assert (verkeerd.aantal_signalen, verkeerd.aantal_geweigerd) == (0, 2)
    assert (goed.aantal_signalen, goed.aantal_geweigerd) == (2, 0)
    with tenancy.gemeenten("9901"):
        assert set(Signaal.objects.values_list("partner", "levering")) == {("P1", goed.pk)}
    with tenancy.gemeenten("9901", partner="P2"):
        assert list(Levering.objects.all()) == [verkeerd]


def test_another_gemeente_has_the_same_file_for_itself():
    lever(VAN_P1, partner="P1")
    assert lever(VAN_P1, gemeente="9902", partner="P1").aantal_signalen == 2
