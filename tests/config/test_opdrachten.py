"""The command line: exit codes, messages a person can act on, files that are whole or absent."""

import json
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.config.leveringen import BELEID, KOP, rij, schrijf, schrijf_beleid

from waakvlam.config.cli import main

PROGRAMMA = [sys.executable, "-m", "waakvlam.config.cli"]


def match_argumenten(map_: Path, *rijen: str, periode: str = "2026-09", beleid: str = BELEID) -> list[str]:
    """The arguments of a match of these rows, with `--uit` into the same folder."""
    return [
        "match",
        str(schrijf(map_, *rijen)),
        "--beleid",
        str(schrijf_beleid(map_, beleid)),
        "--periode",
        periode,
        "--uit",
        str(map_ / "uit.json"),
    ]


def start(argumenten: list[str], **opties: Any) -> subprocess.CompletedProcess[str]:
    """Run the program as a user does."""
    return subprocess.run(
        PROGRAMMA + argumenten, capture_output=True, text=True, timeout=120, check=False, **opties
    )


def test_match_writes_the_form_of_the_contract(tmp_path: Path) -> None:
    code = main(
        match_argumenten(
            tmp_path, rij("K-1"), rij("K-2", partner="P2", bedrag="50,5"), rij("K-3", bedrag="x")
        )
    )

    uit = json.loads((tmp_path / "uit.json").read_text(encoding="utf-8"))
    (gemeente,) = uit["gemeenten"]
    (melding,) = gemeente["meldingen"]
    (fout,) = uit["fouten"]
    assert code == 1
    assert set(uit) == {"periode", "beleid", "gemeenten", "fouten"}
    assert (uit["periode"], uit["beleid"], gemeente["gemeente"]) == ("2026-09", "Proefbeleid", "9901")
    assert {k: v for k, v in melding.items() if k != "uitleg"} == {
        "rang": 1,
        "sleutel": "1234AB12",
        "signalen": [{"partner": "P1", "kenmerk": "K-1"}, {"partner": "P2", "kenmerk": "K-2"}],
        "aantal": 2,
        "bedrag": "150.50",
        "meervoudig": True,
        "opeenvolgend": False,
        "opvolging": "huisbezoek",
        "uiterlijk": "2026-10-09",
    }
    assert all(isinstance(zin, str) and zin.endswith(".") for zin in melding["uitleg"])
    assert {k: v for k, v in fout.items() if k != "fout"} == {
        "bestand": "a.csv",
        "rij": 4,
        "kolom": "bedrag",
        "waarde": "x",
    }


def test_exit_code_0_means_every_row_was_read(tmp_path: Path) -> None:
    assert main(match_argumenten(tmp_path)) == 0
    assert main(["controleer", str(schrijf(tmp_path))]) == 0


def test_controleer_reports_refused_rows_and_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pad = schrijf(tmp_path, rij(), rij("K-2", postcode="12 AB"), rij("K-3", bedrag="-1"))

    code = main(["controleer", str(pad), "--json"])

    rapport = json.loads(capsys.readouterr().out)
    assert code == 1
    assert rapport["bestanden"] == [{"bestand": "a.csv", "goed": 1, "geweigerd": 2}]
    assert [(f["rij"], f["kolom"], f["waarde"]) for f in rapport["fouten"]] == [
        (3, "postcode", "12 AB"),
        (4, "bedrag", "-1"),
    ]
    assert [p.name for p in tmp_path.iterdir()] == ["a.csv"]


NIET_GELUKT: dict[str, tuple[Callable[[Path], list[str]], str]] = {
    "a file that is not there": (lambda m: ["controleer", str(m / "weg.csv")], "bestaat niet"),
    "an empty file": (lambda m: ["controleer", str(_bestand(m, ""))], "leeg"),
    "a missing column": (lambda m: ["controleer", str(_bestand(m, KOP.replace("bedrag;", "")))], "bedrag ontbreekt"),
    "an old workbook": (lambda m: ["controleer", str(_bestand(m, b"\xd0\xcf\x11\xe0".ljust(999)))], "wachtwoord"),
    "broken JSON": (lambda m: ["controleer", str(_bestand(m, '[{"a": '))], "geen geldige JSON"),
    "a policy that is not there": (
        lambda m: ["match", str(schrijf(m)), "--beleid", str(m / "weg.yaml"), "--periode", "2026-09"],
        "bestaat niet",
    ),
    "broken YAML": (lambda m: match_argumenten(m, beleid="naam: [x"), "geen geldige YAML"),
    "an empty policy": (lambda m: match_argumenten(m, beleid=""), "Afwegingskader"),
    "an unknown key": (lambda m: match_argumenten(m, beleid=BELEID + "drempel: 75\n"), "'drempel' is onbekend"),
    "a month before the policy": (lambda m: match_argumenten(m, periode="2025-12"), "geldt vanaf 01-01-2026"),
    "a period that is none": (lambda m: match_argumenten(m, periode="2026-13"), "JJJJ-MM"),
    "a period in another notation": (lambda m: match_argumenten(m, periode="09-2026"), "JJJJ-MM"),
    "simuleer with the months reversed": (
        lambda m: [
            "simuleer", str(schrijf(m)), "--beleid", str(schrijf_beleid(m)), "--van", "2026-09", "--tot", "2026-08",
        ],
        "--van 2026-09",
    ),
    "a target folder that is not there": (
        lambda m: [*match_argumenten(m)[:-1], str(m / "weg" / "uit.json")],
        "weg",
    ),
    "a target that is a folder": (lambda m: [*match_argumenten(m)[:-1], str(_map(m / "map"))], "map"),
}  # fmt: skip


def _bestand(map_: Path, inhoud: str | bytes) -> Path:
    (map_ / "x.csv").write_bytes(inhoud.encode() if isinstance(inhoud, str) else inhoud)
    return map_ / "x.csv"


def _map(pad: Path) -> Path:
    pad.mkdir()
    return pad


@pytest.mark.parametrize("naam", NIET_GELUKT)
def test_what_could_not_be_done_ends_in_2_with_what_and_why_and_no_traceback(
    naam: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    argumenten, verwacht = NIET_GELUKT[naam]

    code = main(argumenten(tmp_path))

    uit = capsys.readouterr()
    assert (code, verwacht in uit.err, "Traceback" in uit.err) == (2, True, False), uit.err
    assert "niet had mogen gebeuren" not in uit.err
    assert not list(tmp_path.rglob("*uit.json*"))


@pytest.mark.parametrize(
    "argumenten", [[], ["matchen"], ["match"], ["match", "a.csv"], ["controleer"], ["personen", "a.csv"]]
)
def test_wrong_arguments_end_in_2_and_are_explained_in_dutch(
    argumenten: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as einde:
        main(argumenten)

    tekst = capsys.readouterr().err.casefold()
    assert einde.value.code == 2
    assert not {"usage", "error", "required", "invalid", "argument "} & set(tekst.replace(":", " ").split())


@pytest.mark.parametrize("opdracht", ["", "controleer", "match", "personen", "simuleer"])
def test_every_help_is_dutch(opdracht: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as einde:
        main([*filter(None, [opdracht]), "--help"])

    woorden = set(capsys.readouterr().out.casefold().replace(":", " ").split())
    assert einde.value.code == 0
    assert not {"usage", "options", "show", "this", "and", "the", "arguments"} & woorden


def test_a_full_disk_leaves_the_old_outcome_as_it_was(tmp_path: Path) -> None:
    argumenten = match_argumenten(tmp_path, *(rij(f"K-{nr}") for nr in range(500)))
    (tmp_path / "uit.json").write_text("de vorige", encoding="utf-8")

    def kleine_schijf() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    uitvoering = start(argumenten, preexec_fn=kleine_schijf)

    assert uitvoering.returncode == 2
    assert "Traceback" not in uitvoering.stderr
    assert uitvoering.stderr.strip()
    assert (tmp_path / "uit.json").read_text(encoding="utf-8") == "de vorige"
    assert sorted(pad.name for pad in tmp_path.iterdir()) == ["a.csv", "beleid.yaml", "uit.json"]


def test_a_full_device_behind_standard_output_is_told_without_a_traceback(tmp_path: Path) -> None:
    with Path("/dev/full").open("w") as vol:
        uitvoering = subprocess.run(
            [*PROGRAMMA, "controleer", str(schrijf(tmp_path)), "--json"],
            stdout=vol,
            stderr=subprocess.PIPE,
            text=True,
            timeout=120,
            check=False,
        )

    assert uitvoering.returncode == 2
    assert "De schijf is vol" in uitvoering.stderr
    assert "Traceback" not in uitvoering.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root mag overal schrijven")
def test_a_folder_without_write_access_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dicht = tmp_path / "dicht"
    argumenten = [*match_argumenten(tmp_path)[:-1], str(dicht / "uit.json")]
    dicht.mkdir(mode=0o500)

    assert main(argumenten) == 2
    assert "Geen toegang" in capsys.readouterr().err


def test_interrupting_ends_in_2_without_a_traceback_and_without_half_a_file(tmp_path: Path) -> None:
    # A pipe as input: the program waits for the levering until it is interrupted.
    argumenten = match_argumenten(tmp_path)
    (tmp_path / "beleid.yaml").unlink()
    os.mkfifo(tmp_path / "beleid.yaml")
    proces = subprocess.Popen(
        [*PROGRAMMA, *argumenten], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    with (tmp_path / "beleid.yaml").open("w"):  # opens when the program reads: it has started
        proces.send_signal(signal.SIGINT)
    # Closed again: a read that began just after the signal would wait for ever.
    _, fout = proces.communicate(timeout=60)

    assert proces.returncode == 2
    assert fout.startswith("Gestopt.")
    assert "Traceback" not in fout
    assert not (tmp_path / "uit.json").exists()


def test_a_reader_that_goes_away_is_no_failure(tmp_path: Path) -> None:
    pad = schrijf(tmp_path, *(rij(f"K-{nr}", bedrag="x") for nr in range(5000)))
    proces = subprocess.Popen(
        [*PROGRAMMA, "controleer", str(pad), "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert proces.stdout
    assert proces.stdout.read(10)
    proces.stdout.close()
    assert proces.stderr
    fout = proces.stderr.read()

    assert "Traceback" not in fout
    assert "BrokenPipe" not in fout
    assert proces.wait(timeout=60) == 0


def test_a_kenmerk_that_looks_like_a_formula_comes_out_unchanged(tmp_path: Path) -> None:
    kenmerken = ["-123", "=1+1", "+31", "@x", "007"]

    main(match_argumenten(tmp_path, *map(rij, kenmerken)))

    uit = json.loads((tmp_path / "uit.json").read_text(encoding="utf-8"))
    signalen = [s["kenmerk"] for m in uit["gemeenten"][0]["meldingen"] for s in m["signalen"]]
    assert sorted(signalen) == sorted(kenmerken)


def test_the_far_end_of_the_calendar_does_not_stop_the_month(tmp_path: Path) -> None:
    kop = f"{KOP};ontvangstdatum;einde_levering"
    (tmp_path / "z.csv").write_text(f"{kop}\n{rij()};31-12-9999;9999-12-31\n", encoding="utf-8")
    argumenten = match_argumenten(
        tmp_path, beleid=BELEID.replace("{dan: brief}", "{dan: brief, binnen_dagen: 14}")
    )

    assert main([argumenten[0], str(tmp_path / "z.csv"), *argumenten[2:]]) == 0
    # Seven thousand years lie between the two: the empty months are not walked one by one.
    herhaald = match_argumenten(tmp_path, periode="9999-12", beleid=BELEID + "herhaald: {maanden: 1}\n")
    assert main(herhaald) == 0


def test_no_image_of_the_memory_is_written(tmp_path: Path) -> None:
    assert main(["controleer", str(schrijf(tmp_path))]) == 0
    assert resource.getrlimit(resource.RLIMIT_CORE)[0] == 0
