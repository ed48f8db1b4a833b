"""What the command line says when the database cannot, and which gemeente it adds by itself."""

import base64
import socket
import time
from pathlib import Path

import pytest
from django.db import connection
from tests.config.hulp import voer_uit
from tests.config.leveringen import schrijf

from waakvlam.config import cli

pytestmark = pytest.mark.postgres

WEG = {
    "WAAKVLAM_GEHEIM": "g" * 50,
    "WAAKVLAM_PII_SLEUTELS": "k1:" + base64.b64encode(b"s" * 32).decode(),
    "WAAKVLAM_DEMO": "1",  # without the look for demo users, which would notice the database first
}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("code", "bericht"),
    [
        ("53100", "is vol"),  # disk_full
        ("57P01", "niet bereikbaar of stopte"),  # admin_shutdown
    ],
)
def test_a_full_disk_is_not_called_unreachable(code, bericht, monkeypatch, capsys):
    def breek(_args):
        with connection.cursor() as cursor:
            cursor.execute(f"do $$ begin raise exception 'x' using errcode = '{code}'; end $$")

    monkeypatch.setattr("waakvlam.config.commands.gemeente.voer_uit", breek)
    assert cli.main(["gemeente", "lijst"]) == 2
    assert bericht in capsys.readouterr().err


@pytest.mark.parametrize("opdracht", [("werker", "--leeg"), ("gemeente", "lijst")])
def test_a_database_that_is_not_there_is_told_soon(tmp_path: Path, opdracht: tuple[str, ...]):
    with socket.socket() as dicht:  # bound, and listening to nobody
        dicht.bind(("127.0.0.1", 0))
        begin = time.monotonic()
        adres = f"postgresql://a:b@127.0.0.1:{dicht.getsockname()[1]}/x"
        uitvoering = voer_uit(tmp_path / "data", *opdracht, DATABASE_URL=adres, **WEG)
        duur = time.monotonic() - begin
    assert uitvoering.returncode == 2
    assert uitvoering.stderr.strip().startswith("De database is niet bereikbaar")
    assert duur < 25, "half a minute of trying, and the start of the program, would be longer"


def test_lees_adds_a_gemeente_on_an_embedded_database_but_not_by_a_slip_of_the_hand(
    datamap: Path, tmp_path: Path
):
    bestand = str(schrijf(tmp_path))
    eerste = voer_uit(datamap, "lees", bestand, "--gemeente", "0406")
    assert (eerste.returncode, "Gemeente 0406 is nieuw" in eerste.stderr) == (0, True), eerste.stderr
    for verschreven in ("0460", "0407"):
        weer = voer_uit(datamap, "lees", bestand, "--gemeente", verschreven)
        assert weer.returncode == 2
        assert f"Gemeente {verschreven} staat niet op dit platform en lijkt op 0406" in weer.stderr
        assert f"waakvlam gemeente toevoegen {verschreven} NAAM" in weer.stderr
    andere = voer_uit(datamap, "lees", bestand, "--gemeente", "0437")
    assert (andere.returncode, "Gemeente 0437 is nieuw" in andere.stderr) == (0, True), andere.stderr
