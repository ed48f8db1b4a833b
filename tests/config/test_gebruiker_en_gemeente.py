"""Users, roles and gemeenten from the command line, as a functioneel beheerder does it."""

from pathlib import Path

import pytest
from tests.config.hulp import voer_uit

from waakvlam.config.cli import main

pytestmark = pytest.mark.postgres


def test_a_role_is_given_and_taken_back(installatie: Path) -> None:
    wachtwoord = {"WAAKVLAM_WACHTWOORD": "een lang genoeg wachtwoord"}
    nieuw = voer_uit(installatie, "gebruiker", "toevoegen", "a@voorbeeld.example", "Anna", **wachtwoord)
    assert nieuw.returncode == 0, nieuw.stderr
    rol = ("a@voorbeeld.example", "9901", "consulent")
    assert "Consulent vroegsignalering (9901)" in voer_uit(installatie, "gebruiker", "rol", *rol).stdout
    terug = voer_uit(installatie, "gebruiker", "intrekken", *rol)
    assert terug.returncode == 0, terug.stderr
    assert "Consulent" not in terug.stdout
    nog_eens = voer_uit(installatie, "gebruiker", "intrekken", *rol)
    assert nog_eens.returncode == 2
    assert "heeft deze rol niet in gemeente 9901" in nog_eens.stderr


def test_an_account_is_switched_off_and_on(installatie: Path) -> None:
    wachtwoord = {"WAAKVLAM_WACHTWOORD": "een lang genoeg wachtwoord"}
    voer_uit(installatie, "gebruiker", "toevoegen", "a@voorbeeld.example", "Anna", **wachtwoord)
    uit = voer_uit(installatie, "gebruiker", "uitzetten", "a@voorbeeld.example")
    assert (uit.returncode, " uit " in uit.stdout) == (0, True), uit.stdout + uit.stderr
    assert " uit " not in voer_uit(installatie, "gebruiker", "aanzetten", "A@voorbeeld.example").stdout
    zwak = voer_uit(installatie, "gebruiker", "wachtwoord", "a@voorbeeld.example", WAAKVLAM_WACHTWOORD="kort")
    assert (zwak.returncode, "minstens 12 tekens" in zwak.stderr) == (2, True), zwak.stderr
    geen = voer_uit(installatie, "gebruiker", "tweede-stap-wissen", "a@voorbeeld.example")
    assert (geen.returncode, geen.stderr.strip()) == (2, "a@voorbeeld.example heeft geen tweede stap.")


def test_a_gemeente_twice_is_told_in_one_sentence(installatie: Path) -> None:
    weer = voer_uit(installatie, "gemeente", "toevoegen", "9901", "Verzonnendam")
    assert weer.returncode == 2
    assert weer.stderr.strip() == "Gemeente 9901 staat al op dit platform."


def test_genereer_keeps_to_the_months_and_the_seed(tmp_path: Path) -> None:
    for map_, zaad in (("a", "5"), ("b", "6")):
        assert (
            main(
                [
                    "genereer",
                    "--map",
                    str(tmp_path / map_),
                    "--van",
                    "2026-09",
                    "--tot",
                    "2026-09",
                    "--zaad",
                    zaad,
                ]
            )
            == 0
        )
    assert {pad.stem[-7:] for pad in (tmp_path / "a").iterdir()} == {"2026-09"}
    assert {pad.read_bytes() for pad in (tmp_path / "a").iterdir()} != {
        pad.read_bytes() for pad in (tmp_path / "b").iterdir()
    }


def test_what_a_killed_process_left_in_the_data_folder_is_cleared(installatie: Path) -> None:
    rest = installatie / "tmp" / "werk-oud" / "duckdb_temp.tmp"
    rest.parent.mkdir(parents=True)
    rest.write_text("persoonsgegevens")
    assert voer_uit(installatie, "gemeente", "lijst").returncode == 0
    assert not rest.parent.exists()
