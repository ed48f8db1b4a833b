"""Results as they were kept once, drawn by the layout of today.

The files in `bewaard/` are never written again: they stand for what gemeenten have in their database. When a result gets
another form, a file of the new form comes beside the old one (`vtlb-2.json`).
"""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from waakvlam.apps.berekeningen import service
from waakvlam.apps.berekeningen.formulieren.invullen import uit_feiten
from waakvlam.apps.berekeningen.formulieren.register import OPZETTEN
from waakvlam.apps.berekeningen.weergave.beslagvrije_voet import STAPPEN
from waakvlam.apps.berekeningen.weergave.feiten import lijst_feiten
from waakvlam.domain.rekenen.soorten import SOORTEN, get_rekensoort
from waakvlam.foundation import audit, tenancy

BESTANDEN = sorted((Path(__file__).parent / "bewaard").glob("*.json"))
CONTRACT = Path(__file__).parents[3] / "docs" / "contract.md"
per_bestand = pytest.mark.parametrize("bestand", BESTANDEN, ids=lambda bestand: bestand.stem)


def _lees(bestand: Path) -> dict[str, Any]:
    return json.loads(bestand.read_text(encoding="utf-8"))


def test_every_calculation_has_a_kept_result():
    assert {_lees(bestand)["soort"] for bestand in BESTANDEN} == {soort.naam for soort in SOORTEN}


@pytest.mark.django_db
@pytest.mark.postgres
@per_bestand
def test_page_what_if_and_paper_still_show_it(als, consulent, bestand):
    inhoud = _lees(bestand)
    with tenancy.gemeenten("9901"), audit.actor(audit.Actor("opdrachtregel", None, "opdrachtregel")):
        berekening = service.bewaar_uitkomst(**inhoud, gemeente="9901", gebruiker=consulent)
    client, adres = als(consulent), f"/berekenen/{berekening.pk}/"
    pagina = client.get(adres)
    assert pagina.status_code == 200
    assert inhoud["uitkomst"]["gewone_taal"][0] in pagina.content.decode().replace("&#x27;", "'")
    assert client.get(f"{adres}wat-als/").status_code == 200
    assert client.get(f"{adres}berekening.pdf").content.startswith(b"%PDF-")


@per_bestand
def test_its_facts_are_all_in_the_form_and_can_be_computed_again(bestand):
    inhoud = _lees(bestand)
    opzet = OPZETTEN[inhoud["soort"]]
    ingevuld = uit_feiten(opzet, inhoud["feiten"])
    assert lijst_feiten(opzet, ingevuld, inhoud["feiten"]) == lijst_feiten(opzet, ingevuld)
    get_rekensoort(inhoud["soort"]).reken(inhoud["feiten"], date(2026, 7, 1))


@per_bestand
def test_the_contract_names_what_comes_out(bestand):
    inhoud = _lees(bestand)
    hoofdstuk = CONTRACT.read_text(encoding="utf-8").split("\n## 5. ")[1].split("\n## ")[0]
    genoemd = set(re.findall(r"`([a-z_0-9]+)`", hoofdstuk))
    assert set(inhoud["uitkomst"]) - {"gewone_taal"} <= genoemd


def test_a_fact_without_a_question_is_shown_by_its_key():
    opzet = OPZETTEN["beslagvrije-voet"]
    feiten = {
        "peildatum": "2026-07-01",
        "leefsituatie": "alleenstaande",
        "oud_veld": "12.50",
        "oud_blok": {"reden": "verhuisd", "leeg": None},
        "oude_vlag": True,
        "oude_nee": False,
        "oude_lijst": ["a", {"bedrag": 5}],
    }
    regels = lijst_feiten(opzet, uit_feiten(opzet, feiten), feiten)
    assert [regel for regel in regels if regel[0].startswith("oud")] == [
        ("oud_veld", "12.50"),
        ("oud_blok.reden", "verhuisd"),
        ("oude_vlag", "ja"),
        ("oude_lijst", "a"),
        ("oude_lijst[2].bedrag", "5"),
    ]
    assert not [regel for regel in regels if regel[0] in ("peildatum", "leefsituatie")]


@pytest.mark.parametrize("soort", ["beslagvrije-voet", "vtlb"])
def test_every_step_that_stands_apart_has_a_line_on_the_page(soort):
    inhoud = _lees(Path(__file__).parent / "bewaard" / f"{soort}.json")
    uitkomst = get_rekensoort(soort).reken(inhoud["feiten"], date(2026, 7, 1)).als_dict()
    assert set(uitkomst["tussenstappen"]) == {naam for naam, *_ in STAPPEN}
