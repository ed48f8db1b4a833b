"""Leveringen: list, handing in, report, download; a partner sees its own."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from python_calamine import CalamineWorkbook
from tests.apps.vroegsignalering.web.maand import OP, maak_maand

from waakvlam.apps.vroegsignalering.models import Levering
from waakvlam.foundation import audit, jobs, tenancy

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]

LIJST = "/vroegsignalering/leveringen/"
NIEUW = "/vroegsignalering/leveringen/nieuw/"
KOP = b"partner;soort;kenmerk;signaaldatum;ontstaansdatum;bedrag;achternaam;postcode;huisnummer\n"
RIJ = b"P1;Huur;K-1;2026-09-20;2026-07-01;200;Proefjes;1234AB;12\n"


@pytest.fixture(autouse=True)
def _map(settings, tmp_path):
    settings.WAAKVLAM_DATAMAP = tmp_path


def bestand(naam="proef.csv", inhoud=KOP + RIJ):
    return SimpleUploadedFile(naam, inhoud)


def test_handing_in_keeps_the_file_and_asks_for_reading(als, teamleider):
    antwoord = als(teamleider).post(NIEUW, {"gemeente": "9901", "bestanden": [bestand()]})
    with tenancy.gemeenten("9901"):
        levering = Levering.objects.get()
        taak = jobs.taken().get()
    assert (antwoord.status_code, antwoord.headers["Location"]) == (302, f"{LIJST}{levering.pk}/")
    assert (taak.soort, taak.ids) == ("levering.verwerken", {"levering": levering.pk})
    assert "Staat in de rij" in als(teamleider).get(f"{LIJST}{levering.pk}/").text
    deel = als(teamleider).get(f"{LIJST}{levering.pk}/voortgang/")
    assert 'id="voortgang"' in deel.text
    assert "<html" not in deel.text


def test_the_same_file_twice_is_one_levering(als, teamleider):
    client = als(teamleider)
    client.post(NIEUW, {"gemeente": "9901", "bestanden": [bestand()]})
    antwoord = client.post(NIEUW, {"gemeente": "9901", "bestanden": [bestand("anders.csv")]}, follow=True)
    assert "al eerder ontvangen" in antwoord.text
    with tenancy.gemeenten("9901"):
        assert Levering.objects.count() == jobs.taken().count() == 1


def test_several_files_at_once(als, teamleider):
    bestanden = [bestand(), bestand("twee.csv", KOP + RIJ.replace(b"K-1", b"K-2"))]
    antwoord = als(teamleider).post(NIEUW, {"gemeente": "9901", "bestanden": bestanden}, follow=True)
    assert "2 bestanden ontvangen" in antwoord.text
    with tenancy.gemeenten("9901"):
        assert Levering.objects.count() == 2


def test_of_several_files_only_the_new_ones_are_called_received(als, teamleider):
    client = als(teamleider)
    client.post(NIEUW, {"gemeente": "9901", "bestanden": [bestand()]})
    tweede = bestand("twee.csv", KOP + RIJ.replace(b"K-1", b"K-2"))
    tekst = client.post(NIEUW, {"gemeente": "9901", "bestanden": [bestand(), tweede]}, follow=True).text
    assert "al eerder ontvangen" in tekst
    assert "Het bestand twee.csv is ontvangen" in tekst
    assert "2 bestanden ontvangen" not in tekst


@pytest.mark.parametrize(
    ("signalen", "geweigerd", "zegt"),
    [
        (0, 3, "Alles geweigerd"),
        (0, 0, "Geen signalen"),
        (2, 1, "Deels ingelezen"),
        (2, 0, "Alles is ingelezen"),
    ],
)
def test_the_status_says_what_came_in(als, teamleider, gemeente_a, signalen, geweigerd, zegt):
    with tenancy.gemeenten("9901"):
        levering = Levering.objects.create(
            gemeente=gemeente_a, bestandsnaam="x.csv", inhoud_hash="1", grootte=1, opslag="x", ontvangen_op=OP,
            ingelezen_op=OP, status="ingelezen", aantal_signalen=signalen, aantal_geweigerd=geweigerd,
        )  # fmt: skip
    tekst = als(teamleider).get(f"{LIJST}{levering.pk}/").text
    assert zegt in tekst
    assert ("De andere rijen" in tekst) == bool(signalen and geweigerd)


@pytest.mark.parametrize(
    ("wat", "zegt"),
    [
        ({}, "Kies het bestand"),
        ({"bestanden": [SimpleUploadedFile("a.exe", b"x")]}, "geen CSV-, XLSX-, ODS- of JSON-bestand"),
        ({"bestanden": [SimpleUploadedFile("a.csv", b"")]}, "a.csv is leeg"),
    ],
)
def test_a_wrong_file_is_refused_with_what_to_do(als, teamleider, wat, zegt):
    antwoord = als(teamleider).post(NIEUW, {"gemeente": "9901", **wat})
    assert antwoord.status_code == 422
    assert zegt in antwoord.text


def test_too_large_is_refused_with_the_limit(als, teamleider, settings):
    settings.WAAKVLAM_UPLOAD_MAX = 1024 * 1024
    groot = SimpleUploadedFile("a.csv", b"x" * (1024 * 1024 + 1))
    antwoord = als(teamleider).post(NIEUW, {"gemeente": "9901", "bestanden": [groot]})
    assert "groter dan 1 MB" in antwoord.text


def test_for_another_gemeente_is_refused(als, teamleider, gemeente_b):
    antwoord = als(teamleider).post(NIEUW, {"gemeente": "9902", "bestanden": [bestand()]})
    assert antwoord.status_code == 422


def test_a_partner_hands_in_under_its_own_code(als, signaalpartner):
    antwoord = als(signaalpartner).post(NIEUW, {"gemeente": "9901", "bestanden": [bestand()]}, follow=True)
    assert antwoord.status_code == 200
    with tenancy.gemeenten("9901"):
        assert Levering.objects.get().partner == jobs.taken().get().partner == "P1"


def test_a_file_the_gemeente_has_already_is_told_to_the_partner(als, teamleider, signaalpartner):
    als(teamleider).post(NIEUW, {"gemeente": "9901", "bestanden": [bestand()]})
    antwoord = als(signaalpartner).post(NIEUW, {"gemeente": "9901", "bestanden": [bestand()]}, follow=True)
    assert antwoord.status_code == 200
    assert "al eerder ontvangen" in antwoord.text


def test_what_nobody_reads_can_be_asked_for_again(als, teamleider, gemeente_a):
    with tenancy.gemeenten("9901"):
        levering = Levering.objects.create(
            gemeente=gemeente_a, bestandsnaam="x.csv", inhoud_hash="1", grootte=1, opslag="x", ontvangen_op=OP
        )
    client = als(teamleider)
    assert "geen taak die deze levering inleest" in client.get(f"{LIJST}{levering.pk}/").text
    client.post(f"{LIJST}{levering.pk}/inlezen/")
    assert "Staat in de rij" in client.get(f"{LIJST}{levering.pk}/").text


def test_the_report_names_row_column_value_and_what_to_do(als, teamleider, proefmaand):
    antwoord = als(teamleider).get(f"{LIJST}{proefmaand.levering.pk}/")
    for tekst in ("17", "postcode", "=1+1", "vier cijfers en twee letters", "Het BSN is weggelaten"):
        assert tekst in antwoord.text
    assert antwoord.context["uitkomsten"][0] == ("Opgenomen in een melding", 8)
    with tenancy.gemeenten("9901"):
        assert (
            audit.gebeurtenissen()
            .filter(actie="levering.bekeken", object_id=str(proefmaand.levering.pk))
            .exists()
        )


def test_the_download_calculates_nothing_and_changes_nothing(als, teamleider, proefmaand):
    antwoord = als(teamleider).get(f"{LIJST}{proefmaand.levering.pk}/geweigerd.xlsx")
    assert antwoord.headers["Cache-Control"] == "no-store"
    rijen = CalamineWorkbook.from_filelike(BytesIO(antwoord.content)).get_sheet_by_index(0).to_python()
    assert [rij[:3] for rij in rijen] == [
        ["Rij", "Kolom", "Waarde"],
        [12.0, "postcode", "-123"],
        [17.0, "postcode", "=1+1"],
    ]
    with ZipFile(BytesIO(antwoord.content)) as pak:
        assert b"<f>" not in pak.read("xl/worksheets/sheet1.xml")
    with tenancy.gemeenten("9901"):
        van_levering = audit.gebeurtenissen().filter(object_id=str(proefmaand.levering.pk))
        assert [g.actie for g in van_levering.filter(actor_soort="gebruiker")] == ["levering.geexporteerd"]


@pytest.mark.parametrize(
    ("vraag", "aantal"),
    [
        ("?partner=P1", 1),
        ("?status=mislukt", 0),
        ("?status=fouten", 1),
        ("?maand=2026-09", 1),
        ("?status=ontvangen", 0),
    ],
)
def test_filters(als, teamleider, proefmaand, vraag, aantal):
    assert len(als(teamleider).get(LIJST + vraag).context["bladzij"]) == aantal


def test_a_partner_sees_its_own_only(als, gebruiker_met, gemeente_a, signaalpartner):
    proef = maak_maand(gemeente_a)
    ander = gebruiker_met("signaalpartner", gemeente_a, partner="P2")
    assert als(signaalpartner).get(f"{LIJST}{proef.levering.pk}/").status_code == 200
    assert len(als(signaalpartner).get(LIJST).context["bladzij"]) == 1
    for pad in ("", "geweigerd.xlsx", "voortgang/"):
        assert als(ander).get(f"{LIJST}{proef.levering.pk}/{pad}").status_code == 404
    assert len(als(ander).get(LIJST).context["bladzij"]) == 0


def test_a_partner_does_not_learn_what_became_of_signals(als, signaalpartner, proefmaand):
    antwoord = als(signaalpartner).get(f"{LIJST}{proefmaand.levering.pk}/")
    assert antwoord.context["uitkomsten"] == []


@pytest.mark.parametrize("pad", ["", "geweigerd.xlsx", "voortgang/"])
def test_another_gemeente_does_not_exist(als, teamleider, gemeente_b, pad):
    ander = maak_maand(gemeente_b)
    assert als(teamleider).get(f"{LIJST}{ander.levering.pk}/{pad}").status_code == 404
