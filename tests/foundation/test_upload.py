"""What a browser sends is never in the clear on disk, and never more than may be kept."""

import io
import os

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import path
from hypothesis import given
from hypothesis import strategies as st

from waakvlam.apps.toegang.models import Rol
from waakvlam.config import urls as echte_urls
from waakvlam.foundation.upload import VersleuteldBestand

GEHEIM = b"K. de Vries;123456782;"
MEBIBYTE = 1024 * 1024


def neem(request):
    """Say what came in."""
    bestand = request.FILES["bestand"]
    return HttpResponse(f"{bestand.name} {bestand.size} {len(bestand.read())} {type(bestand.file).__name__}")


urlpatterns = [path("neem", neem), *echte_urls.urlpatterns]


@pytest.fixture(autouse=True)
def _urls(settings, tmp_path):
    settings.ROOT_URLCONF = __name__
    settings.WAAKVLAM_UPLOAD_MAX = MEBIBYTE
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)


def test_on_disk_it_has_no_name_and_cannot_be_read(tmp_path):
    bestand = VersleuteldBestand()
    bestand.write(GEHEIM * 10_000)
    bestand._bestand.flush()
    assert list(tmp_path.iterdir()) == []
    ruw = os.pread(bestand._bestand.fileno(), 1_000_000, 0)
    assert len(ruw) == len(GEHEIM) * 10_000
    assert b"Vries" not in ruw
    assert b"123456782" not in ruw
    bestand.seek(0)
    assert bestand.read() == GEHEIM * 10_000
    bestand.close()


@given(delen=st.lists(st.binary(max_size=70), max_size=6), plekken=st.lists(st.integers(0, 400), max_size=5))
def test_it_reads_back_what_was_written_from_any_place(delen, plekken):
    inhoud = b"".join(delen)
    with VersleuteldBestand() as bestand:
        for deel in delen:
            bestand.write(deel)
        for plek in plekken:
            assert bestand.seek(plek) == plek
            assert bestand.read(33) == inhoud[plek : plek + 33]
        assert bestand.seek(0, io.SEEK_END) == len(inhoud)


@pytest.mark.django_db
@pytest.mark.postgres
def test_a_file_comes_in_whole(client, gebruiker_met, gemeente_a):
    client.force_login(gebruiker_met(Rol.TEAMLEIDER, gemeente_a))
    antwoord = client.post("/neem", {"bestand": SimpleUploadedFile("a.csv", GEHEIM * 9)})
    assert antwoord.text == f"a.csv {len(GEHEIM) * 9} {len(GEHEIM) * 9} VersleuteldBestand"


@pytest.mark.django_db
@pytest.mark.postgres
def test_what_is_too_large_is_counted_and_not_kept(client, gebruiker_met, gemeente_a):
    client.force_login(gebruiker_met(Rol.TEAMLEIDER, gemeente_a))
    antwoord = client.post("/neem", {"bestand": SimpleUploadedFile("a.csv", bytes(3 * MEBIBYTE))})
    naam, grootte, bewaard, _ = antwoord.text.split()
    assert (naam, grootte) == ("a.csv", str(3 * MEBIBYTE))
    assert int(bewaard) <= MEBIBYTE


@pytest.mark.django_db
@pytest.mark.postgres
def test_a_request_that_cannot_be_kept_is_refused_unread(client, gebruiker_met, gemeente_a):
    client.force_login(gebruiker_met(Rol.TEAMLEIDER, gemeente_a))
    antwoord = client.post("/neem", {"bestand": SimpleUploadedFile("a.csv", bytes(7 * MEBIBYTE))})
    assert antwoord.status_code == 400


@pytest.mark.django_db
@pytest.mark.postgres
@pytest.mark.parametrize("adres", ["/neem", "/account/login/"])
def test_who_is_not_logged_in_hands_in_nothing(adres, tmp_path):
    client = Client(enforce_csrf_checks=True)
    client.get("/account/login/")
    antwoord = client.post(adres, {"bestand": SimpleUploadedFile("a.csv", bytes(3 * MEBIBYTE))})
    assert antwoord.status_code == 400
