"""The policy's YAML: strict on what stands there, the contract's values for what is left out."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
import yaml

from waakvlam.domain.common.fouten import WaakvlamFout
from waakvlam.domain.matching.beleid import Als, Meervoudig, Regel, Sleutel, Telt, Venster, Volgorde
from waakvlam.domain.matching.beleid_lezen import lees_beleid, lees_beleidstekst

KLEINST = """
naam: Klein
gemeente: "9901"
geldig_vanaf: 2026-01-01
opvolging: [{dan: brief}]
"""
# The example of the contract, word for word.
VOORBEELD = """
naam: Basisbeleid 2026
gemeente: "0406"
geldig_vanaf: 2026-01-01
venster:
  Huur:   {dagen_min: 30}
  Zorg:   {dagen_min: 30, dagen_max: 100}
drempelbedrag: 75
particulier: false
meervoudig:
  sleutel: adres
  telt: partners
  minimaal: 2
  maanden: 1
opeenvolgend: {maanden: 6}
herhaald: {maanden: 1}
opvolging:
  - {als: {crisissignaal: true}, dan: huisbezoek, binnen_werkdagen: 3}
  - {als: {meervoudig: true}, dan: huisbezoek, binnen_dagen: 14, quotum: 24, anders: telefoon}
  - {als: {soort: [Huur], bedrag_vanaf: 1000}, dan: telefoon, binnen_dagen: 14}
  - {dan: brief, binnen_dagen: 14}
volgorde: [aantal, bedrag]
"""


def lees(extra: str = "", begin: str = KLEINST) -> Any:
    """Read the smallest policy with something added (a later key of the same name counts)."""
    return lees_beleid(yaml.safe_load(begin) | (yaml.safe_load(extra) or {}))


def test_the_example_of_the_contract_is_read() -> None:
    beleid = lees_beleid(yaml.safe_load(VOORBEELD))

    assert (beleid.naam, beleid.gemeente, beleid.geldig_vanaf) == (
        "Basisbeleid 2026",
        "0406",
        date(2026, 1, 1),
    )
    assert beleid.venster == {"Huur": Venster(30, None), "Zorg": Venster(30, 100)}
    assert (beleid.drempelbedrag, beleid.particulier) == (Decimal(75), False)
    assert (beleid.opeenvolgend, beleid.herhaald) == (6, 1)
    assert beleid.opvolging[1] == Regel("huisbezoek", Als(meervoudig=True), 14, None, 24, "telefoon")
    assert beleid.opvolging[2].als == Als(soort=("Huur",), bedrag_vanaf=Decimal(1000))


def test_blocks_that_are_left_out_take_the_values_of_the_contract() -> None:
    beleid = lees()

    assert beleid.venster == {}
    assert beleid.drempelbedrag == 0
    assert beleid.particulier is False
    assert beleid.meervoudig == Meervoudig(Sleutel.ADRES, Telt.PARTNERS, 2, 1)
    assert beleid.opeenvolgend is None
    assert beleid.herhaald is None
    assert beleid.volgorde == (Volgorde.AANTAL, Volgorde.BEDRAG)


def test_keys_left_out_inside_a_block_take_the_value_shown() -> None:
    beleid = lees(
        "meervoudig: {maanden: 3}\nopeenvolgend: {}\nherhaald: {}\nvenster: {Huur: {}, Zorg: {dagen_max: 9}}"
    )

    assert beleid.meervoudig == Meervoudig(Sleutel.ADRES, Telt.PARTNERS, 2, 3)
    assert (beleid.opeenvolgend, beleid.herhaald) == (6, 1)
    assert beleid.venster == {"Huur": Venster(None, None), "Zorg": Venster(None, 9)}


@pytest.mark.parametrize("sleutel", ["naam", "gemeente", "geldig_vanaf", "opvolging"])
def test_what_is_required_is_named_when_it_lacks(sleutel: str) -> None:
    inhoud = yaml.safe_load(KLEINST)
    del inhoud[sleutel]

    with pytest.raises(WaakvlamFout, match=rf"{sleutel}.*ontbreekt"):
        lees_beleid(inhoud)


@pytest.mark.parametrize(
    ("extra", "noemt"),
    [
        # Unknown keys, on every level.
        ("drempel: 75", "drempel"),
        ("venster: {huur: {dagen_min: 30}}", "huur"),
        ("venster: {Huur: {min: 30}}", "min"),
        ("meervoudig: {sleutels: adres}", "sleutels"),
        ("opeenvolgend: {dagen: 6}", "dagen"),
        ("herhaald: {maand: 1}", "maand"),
        ("opvolging: [{dan: brief, binnen: 14}]", "binnen"),
        ("opvolging: [{als: {leeftijd: 27}, dan: bel}, {dan: brief}]", "leeftijd"),
        # Wrong kinds of values.
        ("naam: 12", "naam"),
        ("naam: ''", "naam"),
        ("gemeente: 0406", "gemeente"),
        ("gemeente: '406'", "gemeente"),
        ("gemeente: 'Huizen'", "gemeente"),
        ("geldig_vanaf: januari", "geldig_vanaf"),
        ("geldig_vanaf: '2026-01-01'", "geldig_vanaf"),
        ("geldig_vanaf: 2026-01-01 10:00:00", "geldig_vanaf"),
        ("drempelbedrag: -1", "drempelbedrag"),
        ("drempelbedrag: veel", "drempelbedrag"),
        ("drempelbedrag: true", "drempelbedrag"),
        ("drempelbedrag: .nan", "drempelbedrag"),
        ("drempelbedrag: .inf", "drempelbedrag"),
        ("particulier: misschien", "particulier"),
        ("particulier: 1", "particulier"),
        ("venster: [Huur]", "venster"),
        ("venster: {Huur: 30}", "venster van Huur"),
        ("venster: {Huur: {dagen_min: '30'}}", "venster van Huur"),
        ("venster: {Huur: {dagen_min: -1}}", "venster van Huur"),
        ("venster: {Huur: {dagen_min: 31, dagen_max: 30}}", "venster van Huur"),
        ("meervoudig: ja", "meervoudig"),
        ("meervoudig: {sleutel: huishouden}", "huishouden"),
        ("meervoudig: {telt: euro}", "euro"),
        ("meervoudig: {telt: [partners]}", "meervoudig"),
        ("meervoudig: {minimaal: 0}", "meervoudig"),
        ("meervoudig: {minimaal: 2.5}", "meervoudig"),
        ("meervoudig: {minimaal: true}", "meervoudig"),
        ("meervoudig: {maanden: 0}", "meervoudig"),
        ("opeenvolgend: 6", "opeenvolgend"),
        ("opeenvolgend: {maanden: 0}", "opeenvolgend"),
        ("herhaald: {maanden: -1}", "herhaald"),
        ("herhaald: {maanden: null}", "herhaald"),
        ("volgorde: []", "volgorde"),
        ("volgorde: bedrag", "volgorde"),
        ("volgorde: [bedrag, bedrag]", "volgorde"),
        ("volgorde: [datum]", "datum"),
        # The follow-up table.
        ("opvolging: []", "opvolging"),
        ("opvolging: {dan: brief}", "opvolging"),
        ("opvolging: [brief]", "regel 1"),
        ("opvolging: [{binnen_dagen: 3}]", "'dan' ontbreekt"),
        ("opvolging: [{dan: 3}]", "regel 1"),
        ("opvolging: [{als: {meervoudig: true}, dan: bel}]", "laatste regel"),
        ("opvolging: [{dan: bel}, {dan: brief}]", "regel 1"),
        ("opvolging: [{dan: brief, quotum: 3}]", "quotum en anders"),
        ("opvolging: [{dan: brief, anders: bel}]", "quotum en anders"),
        ("opvolging: [{dan: brief, quotum: -1, anders: bel}]", "quotum"),
        ("opvolging: [{dan: brief, binnen_dagen: 3, binnen_werkdagen: 3}]", "niet allebei"),
        ("opvolging: [{dan: brief, binnen_dagen: twee}]", "binnen_dagen"),
        ("opvolging: [{dan: brief, binnen_werkdagen: -2}]", "binnen_werkdagen"),
        ("opvolging: [{als: {crisissignaal: ja}, dan: bel}, {dan: brief}]", "crisissignaal"),
        ("opvolging: [{als: {soort: Huur}, dan: bel}, {dan: brief}]", "soort"),
        ("opvolging: [{als: {soort: [Gas]}, dan: bel}, {dan: brief}]", "Gas"),
        ("opvolging: [{als: {soort: []}, dan: bel}, {dan: brief}]", "soort"),
        ("opvolging: [{als: {partner: [1]}, dan: bel}, {dan: brief}]", "partner"),
        ("opvolging: [{als: {bedrag_vanaf: x}, dan: bel}, {dan: brief}]", "bedrag_vanaf"),
        ("opvolging: [{als: {aantal_vanaf: 1.5}, dan: bel}, {dan: brief}]", "aantal_vanaf"),
        ("opvolging: [{als: {leeftijd_tot: -1}, dan: bel}, {dan: brief}]", "leeftijd_tot"),
        ("opvolging: [{als: [crisissignaal], dan: bel}, {dan: brief}]", "regel 1"),
    ],
)
def test_what_does_not_fit_is_refused_and_named(extra: str, noemt: str) -> None:
    with pytest.raises(WaakvlamFout, match="Afwegingskader") as fout:
        lees(extra)

    assert noemt in str(fout.value)


@pytest.mark.parametrize("inhoud", [None, "tekst", 3, [], ["naam"]])
def test_a_policy_that_is_no_block_is_refused(inhoud: Any) -> None:
    with pytest.raises(WaakvlamFout, match="Afwegingskader"):
        lees_beleid(inhoud)


@pytest.mark.parametrize("blok", ["opvolging", "naam", "gemeente", "geldig_vanaf"])
def test_a_required_key_without_a_value_is_refused(blok: str) -> None:
    with pytest.raises(WaakvlamFout, match=blok):
        lees(f"{blok}: null")


@pytest.mark.parametrize(
    ("tekst", "regel", "sleutel", "eerder"),
    [
        ("naam: A\ngemeente: '9901'\nnaam: B\n", 3, "naam", 1),
        ("meervoudig:\n  minimaal: 2\n  telt: partners\n  minimaal: 3\n", 4, "minimaal", 2),
        ("opvolging:\n  - {als: {soort: [Huur], soort: [Water]}, dan: brief}\n", 2, "soort", 2),
        ("venster:\n  Huur: {dagen_min: 1}\n  'Huur': {dagen_min: 2}\n", 3, "Huur", 2),
    ],
)
def test_a_key_that_stands_twice_is_refused_with_both_lines(tekst, regel, sleutel, eerder):
    with pytest.raises(WaakvlamFout, match=f"regel {regel}: '{sleutel}' staat er al, op regel {eerder}"):
        lees_beleidstekst(tekst)


def test_parts_that_are_shared_by_an_anchor_are_no_doubles():
    tekst = """
naam: Gedeeld
gemeente: "9901"
geldig_vanaf: 2026-01-01
venster:
  Huur: &grens {dagen_min: 30}
  Water: {<<: *grens, dagen_max: 90}
  Energie: *grens
opvolging: [{dan: brief}]
"""
    vensters = lees_beleidstekst(tekst).venster
    assert (vensters["Water"].dagen_min, vensters["Water"].dagen_max) == (30, 90)
    assert vensters["Energie"].dagen_min == 30
