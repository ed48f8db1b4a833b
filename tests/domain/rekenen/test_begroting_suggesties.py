"""Which help a begroting leads to, by a table that a gemeente can edit."""

import pytest
from tests.domain.rekenen.test_begroting import maak, regel

from waakvlam.domain.common.fouten import WaakvlamFout
from waakvlam.domain.rekenen.begroting import (
    Omstandigheid,
    bereken_begroting,
    get_standaardtabel,
    lees_suggestietabel,
)

TABEL = """
naam: Proef
instrumenten:
  coach: {naam: Coach, uitleg: Leren.}
  beheer: {naam: Beheer, uitleg: Betalen.}
regels:
"""


def suggesties(regels: str, inkomen: str, uitgaven: str, *omstandigheden: Omstandigheid) -> list[str]:
    invoer = maak(regel("loon", inkomen), regel("wonen", uitgaven), omstandigheden=omstandigheden)
    tabel = lees_suggestietabel(TABEL + regels)
    return [s["instrument"] for s in bereken_begroting(invoer, tabel).extra["suggesties"]]


@pytest.mark.parametrize(
    ("als", "inkomen", "uitgaven", "past"),
    [
        ("{saldo_onder: 0}", "100", "100.01", True),
        ("{saldo_onder: 0}", "100", "100", False),
        ("{saldo_vanaf: 50}", "100", "50", True),
        ("{saldo_vanaf: 50}", "100", "50.01", False),
        ("{saldo_vanaf: 10, saldo_onder: 20}", "100", "85", True),
        ("{saldo_vanaf: 10, saldo_onder: 20}", "100", "80", False),
        ("{vaste_lasten_procent_vanaf: 60}", "100", "60", True),
        ("{vaste_lasten_procent_vanaf: 60}", "100", "59.99", False),
        ("{vaste_lasten_procent_vanaf: 60}", "0", "10", True),
        ("{saldo_onder: -12.50}", "100", "112.50", False),
        ("{saldo_onder: -12.50}", "100", "112.51", True),
    ],
)
def test_the_bounds_of_a_condition(als, inkomen, uitgaven, past) -> None:
    gevonden = suggesties(f"  - {{als: {als}, dan: coach, omdat: Daarom.}}", inkomen, uitgaven)
    assert gevonden == (["coach"] if past else [])


def test_one_of_the_circumstances_is_enough() -> None:
    regels = "  - {als: {omstandigheid: [geen_overzicht, rechten_niet_benut]}, dan: beheer, omdat: Zo.}"
    assert suggesties(regels, "100", "50", Omstandigheid.RECHTEN_NIET_BENUT) == ["beheer"]
    assert suggesties(regels, "100", "50", Omstandigheid.ACHTERSTAND_VASTE_LASTEN) == []
    assert suggesties(regels, "100", "50") == []


def test_the_standard_table_leads_from_a_deficit_to_help() -> None:
    tekort = maak(
        regel("loon", "100"), regel("wonen", "150"), omstandigheden=(Omstandigheid.RECHTEN_NIET_BENUT,)
    )
    uitkomst = bereken_begroting(tekort)
    gevonden = uitkomst.extra["suggesties"]
    assert [s["instrument"] for s in gevonden] == ["inkomensreparatie", "budgetcoaching"]
    assert len(gevonden[0]["redenen"]) == 2
    assert "aanname" in next(a.keuze for a in uitkomst.aannames if a.naam == "suggesties")
    alle = maak(regel("loon", "100"), regel("wonen", "50"), omstandigheden=tuple(Omstandigheid))
    assert {s["instrument"] for s in bereken_begroting(alle).extra["suggesties"]} == set(
        get_standaardtabel().instrumenten
    )
    rustig = maak(regel("loon", "100"), regel("wonen", "100"))
    assert bereken_begroting(rustig).extra["suggesties"] == []


GOED = "  - {als: {saldo_onder: 0}, dan: coach, omdat: Daarom.}"


@pytest.mark.parametrize(
    ("tekst", "fout"),
    [
        ("naam: [", "geen geldige YAML (regel 1)"),
        ("naam: x\nregels: ]", "geen geldige YAML (regel 2)"),
        ("- a", "hier hoort een blok"),
        (TABEL + GOED + "\nextra: 1", "'extra' is onbekend"),
        (TABEL.replace("naam: Proef", "") + GOED, "'naam' ontbreekt"),
        (TABEL.replace("Proef", "''") + GOED, "naam: hier hoort een tekst"),
        (
            TABEL.replace("naam: Proef", "naam: a\nnaam: b") + GOED,
            "regel 3: 'naam' staat er al, op regel 2",
        ),
        (TABEL.replace("  beheer:", "  coach:") + GOED, "'coach' staat er al, op regel 4"),
        (TABEL.replace("uitleg: Leren.", "uitleg: 3") + GOED, "instrument 'coach', uitleg"),
        (TABEL.replace(", uitleg: Leren.", "") + GOED, "instrument 'coach': 'uitleg' ontbreekt"),
        (TABEL + "  []", "ten minste één regel"),
        (
            TABEL + GOED.replace("coach", "geld"),
            "regel 1: 'geld' is geen instrument. Kies uit: coach, beheer",
        ),
        (TABEL + GOED.replace("coach", "[a]"), "geen instrument"),
        (TABEL + GOED.replace("{saldo_onder: 0}", "{}"), "ten minste één voorwaarde"),
        (TABEL + GOED.replace("saldo_onder", "inkomen"), "'inkomen' is onbekend"),
        (TABEL + GOED.replace("saldo_onder: 0", "saldo_onder: veel"), "saldo_onder: 'veel' is geen getal"),
        (TABEL + GOED.replace("saldo_onder: 0", "saldo_onder: true"), "is geen getal"),
        (TABEL + GOED.replace("saldo_onder: 0", "saldo_onder: .inf"), "is geen getal"),
        (TABEL + GOED.replace("saldo_onder: 0", "saldo_onder: 5, saldo_vanaf: 5"), "geen enkele begroting"),
        (TABEL + GOED.replace("saldo_onder: 0", "omstandigheid: ziek"), "hier hoort een lijst"),
        (TABEL + GOED.replace("saldo_onder: 0", "omstandigheid: [ziek]"), "kies uit: rechten_niet_benut"),
        (TABEL + GOED.replace(", omdat: Daarom.", ""), "'omdat' ontbreekt"),
        (
            TABEL.replace("{naam: Coach, uitleg: Leren.}", "x") + GOED,
            "instrument 'coach': hier hoort een blok",
        ),
        ("naam: x\ninstrumenten: {}\nregels: []", "ten minste één instrument"),
    ],
)
def test_a_table_with_a_fault_is_refused(tekst, fout) -> None:
    with pytest.raises(WaakvlamFout, match="Suggestietabel") as gevangen:
        lees_suggestietabel(tekst)
    assert fout in str(gevangen.value)


def test_bounds_that_leave_room_are_accepted() -> None:
    lees_suggestietabel(TABEL + GOED.replace("saldo_onder: 0", "saldo_onder: 5.01, saldo_vanaf: 5"))
