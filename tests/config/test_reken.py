"""`waakvlam reken`: what goes in, what comes out, and what it says when it cannot."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from waakvlam.config.cli import main
from waakvlam.domain.rekenen.normen import laad_normen

ALLEEN = {"peildatum": "2026-07-01", "leefsituatie": "alleenstaande", "belastbaar_jaarinkomen": "28000.00"}


def schrijf(map_: Path, inhoud: Any) -> str:
    pad = map_ / "invoer.json"
    pad.write_text(json.dumps(inhoud), encoding="utf-8")
    return str(pad)


def test_one_household_gives_the_form_of_the_contract(tmp_path, capsys):
    assert main(["reken", "beslagvrije-voet", schrijf(tmp_path, ALLEEN), "--json"]) == 0
    uitkomst = json.loads(capsys.readouterr().out)
    assert uitkomst["uitkomst"] == "1451.42"
    assert uitkomst["eenheid"] == "euro per maand"
    assert uitkomst["peildatum"] == "2026-07-01"
    assert set(uitkomst) >= {"tussenstappen", "uitleg", "aannames", "kern"}
    assert set(uitkomst["uitleg"]) >= {"naam", "formule", "invoer", "uitkomst", "bron", "normen"}
    assert uitkomst["tussenstappen"]["norm_95"] == "1348.49"
    assert set(uitkomst["kern"]) == {"versie", "normen"}


def test_a_list_keeps_its_order_and_names_what_could_not_be_computed(tmp_path, capsys):
    kapot = {**ALLEEN, "belastbaar_jaarinkomen": "veel", "tikfout": 1}
    assert main(["reken", "beslagvrije-voet", schrijf(tmp_path, [ALLEEN, kapot, 7, ALLEEN]), "--json"]) == 1
    eerste, tweede, derde, vierde = json.loads(capsys.readouterr().out)
    assert eerste["uitkomst"] == vierde["uitkomst"] == "1451.42"
    assert [fout["veld"] for fout in tweede["fout"]] == ["belastbaar_jaarinkomen", "tikfout"]
    assert derde["fout"] == [{"veld": "invoer", "waarde": "7", "fout": "Hier horen velden met een naam."}]


def test_the_rounding_can_be_chosen(tmp_path, capsys):
    pad = schrijf(tmp_path, ALLEEN)
    assert main(["reken", "beslagvrije-voet", pad, "--json", "--afronding", "euro_omhoog"]) == 0
    uitkomst = json.loads(capsys.readouterr().out)
    assert uitkomst["uitkomst"] == "1452.00"
    assert {"naam": "afronding", "keuze": "euro_omhoog"}.items() <= uitkomst["aannames"][-1].items()


def test_amounts_are_read_exactly(capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps(ALLEEN).replace('"28000.00"', "28000.10")))
    assert main(["reken", "beslagvrije-voet", "-", "--json"]) == 0
    uitkomst = json.loads(capsys.readouterr().out)
    assert '"28000.10"' in json.dumps(uitkomst["uitleg"])


def test_a_person_can_follow_the_explanation(tmp_path, capsys):
    assert main(["reken", "beslagvrije-voet", schrijf(tmp_path, ALLEEN), "--uitleg"]) == 0
    tekst = capsys.readouterr().out
    assert "norm = €\u00a01.348,49 per maand" in tekst
    assert "art. 475da lid 2 onder a Rv" in tekst
    assert "Aanname (afronding: cent)" in tekst


@pytest.mark.parametrize(
    ("wijziging", "zin"),
    [
        ({"peildatum": "2099-01-01"}, f"reiken tot en met {laad_normen().laatste:%d-%m-%Y}"),
        ({"peildatum": "2020-06-01"}, "beginnen op 01-01-2021"),
        ({"peildatum": "2021-06-01"}, "'wht_19_a_eenpersoons'"),
        ({"peildatum": None}, "peildatum: Dit gegeven ontbreekt"),
        ({"belastbaar_jaarinkomen": -1}, "belastbaar_jaarinkomen: Een bedrag is hier 0 of meer"),
        ({"inkomen_partner_per_maand": 5}, "Bij leefsituatie 'alleenstaande' hoort geen partner"),
    ],
)
def test_what_cannot_be_computed_says_what_to_do(tmp_path, capsys, wijziging, zin):
    assert main(["reken", "beslagvrije-voet", schrijf(tmp_path, ALLEEN | wijziging)]) == 2
    assert zin in capsys.readouterr().err


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        (b"{", "geen geldige JSON (regel 1)"),
        (b"\xff\xfe\x00", "geen tekst in UTF-8"),
        (b"[" * 100_000, "geen geldige JSON"),
    ],
    ids=["half", "binair", "diep"],
)
def test_a_file_that_is_no_json_is_refused(tmp_path, capsys, inhoud, zin):
    pad = tmp_path / "kapot.json"
    pad.write_bytes(inhoud)
    assert main(["reken", "beslagvrije-voet", str(pad)]) == 2
    assert zin in capsys.readouterr().err
