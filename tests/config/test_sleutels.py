"""Replacing the key for personal data, as who manages an embedded installation does it."""

import json
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from tests.config.hulp import bewaarde_bestanden, omgeving, voer_uit
from tests.config.leveringen import rij, schrijf

from waakvlam.config.cli import main

pytestmark = [pytest.mark.postgres, pytest.mark.traag]

LEES_TERUG = """
from waakvlam.config.database import voor_gemeente
with voor_gemeente("9901"):
    from waakvlam.apps.vroegsignalering.service import Levering
    from waakvlam.apps.vroegsignalering import opslag
    for levering in Levering.objects.all():
        print([fout.waarde for fout in levering.fouten.all()])
        with opslag.open_leesbaar(levering.opslag, "a.csv") as pad:
            print(pad.read_text()[:7])
"""


def sleutels(datamap: Path, *argumenten: str) -> "subprocess.CompletedProcess[str]":
    """Run a step that must succeed."""
    uitvoering = voer_uit(datamap, "sleutels", *argumenten)
    assert uitvoering.returncode == 0, uitvoering.stderr
    return uitvoering


def begin_van(pad: Path) -> bytes:
    """The id of the key a kept file is under, as it stands in the file."""
    return pad.read_bytes()[6:20].partition(b":")[0]


def test_a_key_is_replaced_and_everything_stays_readable(installatie: Path, tmp_path: Path) -> None:
    bestand = schrijf(tmp_path, rij(), rij("K-2", bedrag="geheim"))
    assert voer_uit(installatie, "lees", str(bestand), "--gemeente", "9901").returncode == 1
    [bewaard] = bewaarde_bestanden(installatie)
    assert begin_van(bewaard) == b"k1"

    te_vroeg = voer_uit(installatie, "sleutels", "weg", "k1")
    assert (te_vroeg.returncode, "kan niet weg" in te_vroeg.stderr) == (2, True), te_vroeg.stderr
    assert "Herstart nu alles" in sleutels(installatie, "nieuw").stderr
    assert "Er wordt al gewisseld" in voer_uit(installatie, "sleutels", "nieuw").stderr
    assert "staan nog 2" in sleutels(installatie, "toon").stdout
    assert "staan nog 2" in voer_uit(installatie, "sleutels", "weg", "k1").stderr
    omgezet = sleutels(installatie, "omzetten").stdout
    assert "1 waarden en 1 bestanden zijn onder sleutel k2 gebracht" in omgezet
    assert "Onder sleutel k1 staat niets meer: hij kan weg" in omgezet
    assert "0 waarden en 0 bestanden" in sleutels(installatie, "omzetten").stdout
    assert begin_van(bewaard) == b"k2"
    sleutels(installatie, "weg", "k1")

    geheimen = installatie / "geheimen.json"
    assert stat.S_IMODE(geheimen.stat().st_mode) == 0o600
    assert json.loads(geheimen.read_text())["pii_sleutels"].startswith("k2:")
    assert "k1:" not in geheimen.read_text()
    terug = subprocess.run(
        [sys.executable, "-c", LEES_TERUG],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
        env=omgeving(installatie),
    )
    assert terug.stdout.split("\n")[:2] == ["['geheim']", "partner"]


def test_keys_given_from_outside_are_not_written_but_shown(monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("WAAKVLAM_DATAMAP", str(tmp_path))
    monkeypatch.setenv("WAAKVLAM_PII_SLEUTELS", "k2026:" + "A" * 43 + "=")
    assert main(["sleutels", "nieuw"]) == 0
    uit = capsys.readouterr()
    assert uit.out.startswith("k2:")
    assert "VOORAAN" in uit.err
    assert list(tmp_path.iterdir()) == []


def test_without_an_installation_there_is_nothing_to_replace(monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("WAAKVLAM_DATAMAP", str(tmp_path))
    monkeypatch.delenv("WAAKVLAM_PII_SLEUTELS", raising=False)
    assert main(["sleutels", "nieuw"]) == 2
    assert "nog geen installatie" in capsys.readouterr().err
