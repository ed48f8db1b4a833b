"""What is kept: as it was, encrypted, never changed, per gemeente."""

import pytest
from django.db import DatabaseError, connection, transaction
from tests.apps.berekeningen.conftest import FEITEN

from waakvlam.apps.berekeningen import service
from waakvlam.apps.berekeningen.models import Berekening
from waakvlam.apps.toegang.permissions import Recht
from waakvlam.apps.toegang.service import get_toegang, zicht_van
from waakvlam.domain.rekenen.invoer import Invoerfout
from waakvlam.foundation import audit, tenancy

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


def test_facts_and_result_are_kept_together_and_recorded(bewaar, consulent):
    berekening = bewaar(omschrijving=" gezin ", dossier="traject:12")
    with tenancy.gemeenten("9901"):
        terug = Berekening.objects.get()
        gebeurtenis = audit.gebeurtenissen().get(actie="berekening.bewaard")
    assert (terug.pk, terug.omschrijving, terug.dossier) == (berekening.pk, "gezin", "traject:12")
    assert terug.feiten == FEITEN
    assert terug.uitkomst["uitkomst"] == "1540.12"
    assert terug.uitkomst["uitleg"]["naam"] == "beslagvrije voet"
    assert terug.uitkomst["kern"]["normen"]
    assert terug.gebruiker_id == consulent.pk
    assert (gebeurtenis.gemeente_id, gebeurtenis.gegevens) == ("9901", {"soort": "beslagvrije-voet"})


def test_what_cannot_be_computed_is_not_kept(bewaar):
    with pytest.raises(Invoerfout):
        bewaar(feiten={"leefsituatie": "alleenstaande"})
    with pytest.raises(KeyError):
        bewaar(soort="horoscoop")
    with tenancy.gemeenten("9901"):
        assert not Berekening.objects.exists()


def test_amounts_cannot_be_read_in_the_table(bewaar):
    bewaar()
    with tenancy.gemeenten("9901"), connection.cursor() as cursor:
        cursor.execute("select feiten, uitkomst from berekeningen_berekening")
        feiten, uitkomst = cursor.fetchone()
    for inhoud in (bytes(feiten), bytes(uitkomst)):
        assert b"38000" not in inhoud
        assert b"leefsituatie" not in inhoud


def test_a_kept_calculation_cannot_be_changed(bewaar):
    berekening = bewaar()
    with tenancy.gemeenten("9901"):
        berekening.omschrijving = "anders"
        with pytest.raises(DatabaseError), transaction.atomic():
            berekening.save()


def test_a_case_finds_its_calculations_newest_first_and_of_its_gemeente_only(bewaar, consulent, gemeente_b):
    eerste, _, laatste = bewaar(dossier="d1"), bewaar(dossier="d2"), bewaar(dossier="d1")
    bewaar(gemeente="9902", dossier="d1")
    zicht = zicht_van(consulent, get_toegang(consulent, None), Recht.BEREKENEN)
    with tenancy.gemeenten("9901", "9902"):
        assert [b.pk for b in service.list_berekeningen(zicht, dossier="d1")] == [laatste.pk, eerste.pk]
        assert service.list_berekeningen(zicht).count() == 3
