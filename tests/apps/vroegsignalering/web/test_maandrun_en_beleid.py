"""Asking for a month run, and the afwegingskader in words."""

import re

import pytest
from tests.apps.vroegsignalering.web.maand import OP, SEPTEMBER, maak_maand

from waakvlam.apps.vroegsignalering.models import Maandrun
from waakvlam.foundation import jobs, tenancy

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]

RUN = "/vroegsignalering/maandrun/"
KADER = "/vroegsignalering/afwegingskader/"


def test_asking_twice_gives_one_run(als, teamleider, proefmaand):
    client = als(teamleider)
    for _ in range(2):
        assert client.post(RUN, {"wat": "9901:2026-09"}).status_code == 302
    with tenancy.gemeenten("9901"):
        taak = jobs.taken().get()
    assert (taak.soort, taak.slot, taak.ids) == ("maandrun.draaien", "2026-09", {"maand": SEPTEMBER})
    assert "Maandrun september 2026, Verzonnendam" in client.get(RUN).text
    deel = client.get(f"{RUN}{taak.pk}/voortgang/")
    assert (deel.status_code, "<html" in deel.text) == (200, False)


@pytest.mark.parametrize("wat", ["", "9902:2026-09", "9901:2026-13", "9901", "onzin"])
def test_anything_else_starts_nothing(als, teamleider, proefmaand, gemeente_b, wat):
    assert als(teamleider).post(RUN, {"wat": wat} if wat else {}).status_code == 422
    with tenancy.gemeenten("9901", "9902"):
        assert not jobs.taken().exists()


def test_new_signals_are_told(als, teamleider, proefmaand):
    antwoord = als(teamleider).get(RUN)
    stand = antwoord.context["standen"][0]
    assert (stand.periode, stand.signalen, stand.nieuw) == ("2026-09", 9, 0)
    assert antwoord.context["te_draaien"] == []
    with tenancy.gemeenten("9901"):
        proefmaand.run.aantal_signalen = 7
        proefmaand.run.save()
    client = als(teamleider)
    assert "kwamen er 2 signalen bij" in client.get(RUN).text
    client.post(RUN, {"wat": "9901:2026-09"})
    assert "kwamen er 2 signalen bij" not in client.get(RUN).text, "het loopt al"


def test_late_signals_of_an_older_month_are_told_and_run_in_order(als, teamleider, proefmaand):
    with tenancy.gemeenten("9901"):
        gedraaid = {"beleidsversie": proefmaand.versie, "gedraaid_op": OP, "invoer_hash": "1"}
        tellingen = {"aantal_signalen": 0, "aantal_meldingen": 0, "aantal_niet_opgepakt": 0}
        Maandrun.objects.create(gemeente_id="9901", maand=SEPTEMBER - 1, **gedraaid, **tellingen)
    client = als(teamleider)
    vandaag = client.get("/").text
    assert "Verzonnendam: er wachten signalen op de maandrun" in vandaag
    assert "<strong>augustus 2026</strong>: sinds de laatste maandrun kwam er 1 signaal bij." in vandaag
    pagina = client.get(RUN)
    assert re.findall(r'type="hidden" name="wat" value="([^"]+)"', pagina.text)[:2] == [
        "9901:2026-08",
        "9901:2026-09",
    ]
    assert "september 2026</strong>: kijkt terug op een maand hierboven" in pagina.text
    client.post(RUN, {"wat": ["9901:2026-08", "9901:2026-09"]})
    with tenancy.gemeenten("9901"):
        assert [taak.slot for taak in jobs.taken().order_by("pk")] == ["2026-08", "2026-09"]
    assert client.get(RUN).context["te_draaien"] == []


def test_a_month_without_signals_is_not_asked_for(als, teamleider, proefmaand):
    antwoord = als(teamleider).post(RUN, {"wat": "9901:2026-10"})
    assert antwoord.status_code == 422
    assert "Er zijn geen signalen van oktober 2026 voor Verzonnendam." in antwoord.text
    with tenancy.gemeenten("9901"):
        assert not jobs.taken().exists()


def test_a_consulent_cannot_start(als, consulent, proefmaand):
    assert als(consulent).get(RUN).status_code == 404
    assert als(consulent).post(RUN, {"wat": "9901:2026-09"}).status_code == 404


def test_the_kader_in_words_with_its_use(als, consulent, proefmaand):
    client = als(consulent)
    antwoord = client.get(KADER)
    assert (
        "Als er een crisissignaal bij is: huisbezoek, binnen 3 werkdagen na de eerste ontvangst."
        in antwoord.text
    )
    assert "september 2026" in antwoord.text
    een = client.get(f"{KADER}{proefmaand.versie.pk}/")
    assert "drempelbedrag: 75" in een.text


def test_a_gemeente_without_kader_is_told_so(als, consulent):
    assert "nog geen afwegingskader" in als(consulent).get(KADER).text


def test_another_gemeente_does_not_exist(als, consulent, gemeente_b):
    assert als(consulent).get(f"{KADER}{maak_maand(gemeente_b).versie.pk}/").status_code == 404
