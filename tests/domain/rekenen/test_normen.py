"""Norms: read strictly, asked for by date, never changed after release, and asked for in time."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from waakvlam.config.normen import main
from waakvlam.domain.common.fouten import WaakvlamFout
from waakvlam.domain.rekenen.normen import (
    EigenNorm,
    Norm,
    Normentabel,
    NormOntbreekt,
    Status,
    laad_normen,
    nieuwe_normen_nodig,
)
from waakvlam.domain.rekenen.normen.tabel import maak_tabel
from waakvlam.domain.rekenen.normen.uitbrengen import (
    get_lijst,
    get_regels,
    lees_uitgebracht,
    vergelijk_met_uitgebracht,
    voeg_toe,
)

D = Decimal
KOP = "regeling: Proefwet\nurl: https://wetten.overheid.nl/BWBR0000000\nnormen:\n"
REEKS = """  {sleutel}:
    naam: {naam}
    bron: art. 1 Proefwet
    eenheid: {eenheid}
    ritme: {ritme}
    waarden:
{waarden}
"""
EEN = "      - {vanaf: 2026-01-01, waarde: 10.50, status: officieel, vindplaats: Stcrt.}"
TWEE = "      - {vanaf: 2026-07-01, waarde: 11, status: afgeleid, vindplaats: krant}"
GAT = "      - {vanaf: 2026-07-01, ontbreekt: niet gevonden}"


def _reeks(
    *waarden: str,
    sleutel: str = "pw_1",
    naam: str = "proefnorm",
    eenheid: str = "euro per maand",
    ritme: str = "halfjaar",
) -> str:
    return REEKS.format(sleutel=sleutel, naam=naam, eenheid=eenheid, ritme=ritme, waarden="\n".join(waarden))


def _tabel(*reeksen: str) -> Normentabel:
    return maak_tabel({"proef.yaml": KOP + "".join(reeksen)})


def _waarde(**velden: str) -> str:
    rij = {"vanaf": "2026-01-01", "waarde": "10.50", "status": "officieel", "vindplaats": "Stcrt.", **velden}
    return "      - {" + ", ".join(f"{naam}: {waarde}" for naam, waarde in rij.items()) + "}"


def test_an_amount_holds_from_its_first_day_to_the_day_before_the_next() -> None:
    tabel = _tabel(_reeks(EEN, TWEE))
    assert tabel.op(date(2026, 1, 1))["pw_1"].waarde == D("10.50")
    assert tabel.op(date(2026, 6, 30))["pw_1"].waarde == D("10.50")
    assert tabel.op(date(2026, 7, 1))["pw_1"] == Norm(
        "pw_1",
        "proefnorm",
        D(11),
        "euro per maand",
        date(2026, 7, 1),
        "art. 1 Proefwet",
        Status.AFGELEID,
        "krant",
    )
    assert tabel.op(date(2026, 12, 31))["pw_1"].waarde == D(11)


@pytest.mark.parametrize(
    ("dag", "bericht"),
    [
        (date(2025, 12, 31), "De normen in dit programma beginnen op 01-01-2026; 31-12-2025 ligt daarvóór."),
        (
            date(2027, 1, 1),
            "De normen in dit programma reiken tot en met 31-12-2026; 01-01-2027 ligt daarna. "
            "Vraag de functioneel beheerder om de nieuwe normen, of kies een eerdere peildatum.",
        ),
    ],
)
def test_a_date_outside_the_coverage_says_until_when_the_norms_reach(dag: date, bericht: str) -> None:
    with pytest.raises(WaakvlamFout) as fout:
        _tabel(_reeks(EEN, TWEE)).op(dag)
    assert str(fout.value) == bericht


def test_a_missing_amount_says_why_and_how_to_enter_it() -> None:
    normen = _tabel(_reeks(EEN, GAT)).op(date(2026, 7, 1))
    assert normen.bestaat("pw_1") and not normen.bestaat("pw_2")
    with pytest.raises(NormOntbreekt) as fout:
        normen["pw_1"]
    assert fout.value.sleutel == "pw_1"
    assert str(fout.value) == (
        "Niet berekend: proefnorm op 01-07-2026 is niet bekend in dit programma (niet gevonden). "
        "Vul de waarde zelf in, met de bron, als eigen norm 'pw_1'."
    )


def test_a_norm_of_ones_own_takes_the_place_of_what_is_missing_or_known() -> None:
    normen = _tabel(_reeks(EEN, GAT)).op(date(2026, 7, 1)).met([EigenNorm("pw_1", D(7), "brief")])
    assert (normen["pw_1"].waarde, normen["pw_1"].status, normen["pw_1"].vindplaats) == (
        D(7),
        Status.EIGEN,
        "brief",
    )
    assert (normen["pw_1"].geldig_vanaf, normen["pw_1"].naam) == (date(2026, 7, 1), "proefnorm")
    assert (normen["pw_1"].eenheid, normen["pw_1"].bron) == ("euro per maand", "art. 1 Proefwet")
    bekend = _tabel(_reeks(EEN)).op(date(2026, 2, 1)).met([EigenNorm("pw_1", D(7), "brief")])
    assert bekend["pw_1"].waarde == D(7)


def test_a_norm_is_written_with_where_it_comes_from() -> None:
    norm = _tabel(_reeks(EEN)).op(date(2026, 6, 30))["pw_1"]
    assert norm.als_dict() == {
        "naam": "proefnorm",
        "sleutel": "pw_1",
        "waarde": "10.50",
        "eenheid": "euro per maand",
        "geldig_vanaf": "2026-01-01",
        "bron": "art. 1 Proefwet",
        "status": "officieel",
        "vindplaats": "Stcrt.",
    }
    norm.als_dict()["naam"] = "anders"
    assert norm.als_dict()["naam"] == "proefnorm"


def test_a_series_may_begin_later_or_stop_earlier_than_the_rest() -> None:
    tabel = _tabel(
        _reeks(EEN, TWEE), _reeks(_waarde(vanaf="2026-07-01"), sleutel="pw_2"), _reeks(EEN, sleutel="pw_3")
    )
    with pytest.raises(NormOntbreekt, match="de reeks begint later"):
        tabel.op(date(2026, 1, 1))["pw_2"]
    with pytest.raises(NormOntbreekt, match="de reeks loopt tot en met 30-06-2026"):
        tabel.op(date(2026, 7, 1))["pw_3"]


def test_a_percentage_is_computed_with_as_a_part_of_one() -> None:
    tabel = _tabel(_reeks(EEN), _reeks(_waarde(waarde="13.73"), sleutel="pw_2", eenheid="procent"))
    assert tabel.op(date(2026, 1, 1))["pw_2"].factor == D("0.1373")
    assert tabel.op(date(2026, 1, 1))["pw_1"].factor == D("10.50")


@pytest.mark.parametrize(
    ("tekst", "fout"),
    [
        ("regeling: [", "geen geldige YAML"),
        ("regeling: Proefwet\nnormen: {}\n", "'url' ontbreekt"),
        (KOP.replace("https", "http") + _reeks(EEN), "'url' is geen adres dat met https:// begint"),
        (KOP.replace("Proefwet", "") + _reeks(EEN), "'regeling' is leeg"),
        (KOP + "  pw_1: {naam: x}\n", "pw_1: 'bron' ontbreekt"),
        (KOP.replace("normen:\n", "normen: x\n"), "onder 'normen' horen de normen"),
        ("- een\n- twee\n", "hier hoort een blok"),
        (KOP + _reeks(EEN).replace("    ritme", "    rithme"), "'rithme' is onbekend"),
        (KOP + _reeks(EEN) + _reeks(EEN), "'pw_1' staat er al, op regel"),
        (
            KOP + _reeks(EEN).replace("    bron:", "    naam: dubbel\n    bron:"),
            "'naam' staat er al, op regel",
        ),
        (KOP + _reeks(_waarde(waarde="1, waarde: 2")), "'waarde' staat er al, op regel"),
        (KOP + _reeks(_waarde(waarden="1")), "'waarden' is onbekend"),
        (KOP + _reeks("      - 10.50"), "hier hoort een blok"),
        (KOP + _reeks("      []"), "een lijst met ten minste één waarde"),
        (KOP + _reeks(EEN, eenheid="dollar"), "eenheid 'dollar' is onbekend"),
        (KOP + _reeks(EEN, ritme="maand"), "'maand' is onbekend. Kies uit: halfjaar, jaar, doorlopend"),
        (KOP + _reeks(_waarde(status="zeker")), "'zeker' is onbekend"),
        (KOP + _reeks(_waarde(status="eigen")), "'eigen' is onbekend"),
        (KOP + _reeks(_waarde(waarde="'10,50'")), "'10,50' is geen getal"),
        (KOP + _reeks(_waarde(waarde="1_000")), "'1_000' is geen getal"),
        (KOP + _reeks(_waarde(waarde="1e3")), "'1e3' is geen getal"),
        (KOP + _reeks(_waarde(waarde="NaN")), "'NaN' is geen getal"),
        (KOP + _reeks(_waarde(waarde="[1]")), "is geen getal"),
        (KOP + _reeks(_waarde(waarde="-1")), "een bedrag is 0 of meer"),
        (KOP + _reeks(_waarde(waarde="100.01"), eenheid="procent"), "100.01 procent kan niet"),
        (KOP + _reeks(_waarde(waarde="-0.01"), eenheid="procent"), "-0.01 procent kan niet"),
        (KOP + _reeks(_waarde(vanaf="01-01-2026")), "'01-01-2026' is geen datum"),
        (KOP + _reeks(_waarde(vanaf="20260101")), "'20260101' is geen datum"),
        (KOP + _reeks(_waarde(vanaf="2026-02-30")), "'2026-02-30' is geen datum"),
        (KOP + _reeks(_waarde(vanaf="[2026]")), "is geen datum"),
        (KOP + _reeks(_waarde(vanaf="2026-01-15")), "begint op de eerste dag van een maand"),
        (KOP + _reeks(_waarde(vindplaats="''")), "'vindplaats' is leeg"),
        (KOP + _reeks(EEN, naam="''"), "'naam' is leeg"),
        (
            KOP.replace("https://wetten.overheid.nl/BWBR0000000", "[a]") + _reeks(EEN),
            "'url' is leeg of geen tekst",
        ),
        (KOP + _reeks(EEN).replace("art. 1 Proefwet", "''"), "'bron' is leeg"),
        (KOP + _reeks(EEN, naam="[a]"), "'naam' is leeg of geen tekst"),
        (KOP + _reeks(EEN, "      - {vanaf: 2026-07-01, ontbreekt: }"), "'ontbreekt' is leeg"),
        (KOP + _reeks(TWEE, EEN), "zet de oudste waarde eerst"),
        (KOP + _reeks(EEN, EEN), "zet de oudste waarde eerst"),
        (KOP + _reeks(EEN, _waarde(vanaf="2027-01-01")), "past niet precies één halfjaar"),
        (KOP + _reeks(EEN, _waarde(vanaf="2026-04-01")), "past niet precies één halfjaar"),
        (KOP + _reeks(EEN, TWEE, ritme="jaar"), "past niet precies één jaar"),
    ],
)
def test_a_wrong_file_is_refused_with_the_place_and_the_fault(tekst: str, fout: str) -> None:
    with pytest.raises(WaakvlamFout) as melding:
        maak_tabel({"proef.yaml": tekst})
    assert str(melding.value).startswith("proef.yaml")
    assert fout in str(melding.value)


@pytest.mark.parametrize(
    ("tekst", "bericht"),
    [
        ("[]", "proef.yaml: hier hoort een blok met normen, regeling, url."),
        ("regeling: x\nnormen: x\n", "proef.yaml: 'url' ontbreekt. Nodig zijn: normen, regeling, url."),
        (
            KOP + _reeks(EEN, eenheid="dollar"),
            "proef.yaml, pw_1: eenheid 'dollar' is onbekend. "
            "Kies uit: euro, euro per maand, euro per jaar, procent, factor, jaar, maanden.",
        ),
        (
            KOP + _reeks(EEN, ritme="doorlopend"),
            "Er is geen enkele norm die elk half jaar wijzigt: dan is niet te zeggen tot wanneer wij rekenen.",
        ),
    ],
)
def test_a_refusal_says_what_belongs_there(tekst: str, bericht: str) -> None:
    with pytest.raises(WaakvlamFout) as fout:
        maak_tabel({"proef.yaml": tekst})
    assert str(fout.value) == bericht


def test_a_gap_says_what_to_do() -> None:
    with pytest.raises(WaakvlamFout) as fout:
        _tabel(_reeks(EEN, _waarde(vanaf="2027-01-01")))
    assert str(fout.value) == (
        "proef.yaml, pw_1: tussen 2026-01-01 en 2027-01-01 past niet precies één halfjaar. "
        "Vul de ontbrekende periode in, of schrijf daar 'ontbreekt' met de reden."
    )


def test_one_norm_in_two_files_is_refused() -> None:
    with pytest.raises(WaakvlamFout, match=r"b\.yaml: de norm 'pw_1' staat ook al in een ander bestand"):
        maak_tabel({"b.yaml": KOP + _reeks(EEN), "a.yaml": KOP + _reeks(EEN)})


def test_without_a_series_per_half_year_the_coverage_is_unknown_and_that_is_an_error() -> None:
    with pytest.raises(WaakvlamFout, match="elk half jaar"):
        _tabel(_reeks(EEN, ritme="doorlopend"))


def test_bounds_of_what_is_allowed() -> None:
    tabel = _tabel(
        _reeks(EEN),
        _reeks(
            _waarde(waarde="0"), _waarde(vanaf="2026-07-01", waarde="100"), sleutel="pw_2", eenheid="procent"
        ),
        _reeks(_waarde(waarde="-0.001"), sleutel="pw_3", eenheid="factor"),
        _reeks(_waarde(waarde="0"), sleutel="pw_6"),
        _reeks(_waarde(vanaf="2026-03-15"), sleutel="pw_4", ritme="doorlopend"),
        _reeks(_waarde(vanaf="2025-01-01"), EEN, sleutel="pw_5", ritme="jaar"),
    )
    assert tabel.op(date(2026, 12, 31))["pw_4"].waarde == D("10.50")
    assert tabel.op(date(2026, 12, 31))["pw_5"].geldig_vanaf == date(2026, 1, 1)
    assert (tabel.eerste, tabel.laatste) == (date(2026, 1, 1), date(2026, 12, 31))


def test_comments_and_the_order_of_files_change_nothing_and_an_amount_or_unit_does() -> None:
    tekst = KOP + _reeks(EEN, TWEE)
    hash_ = maak_tabel({"a.yaml": tekst}).vingerafdruk
    assert len(hash_) == 64
    assert maak_tabel({"b.yaml": f"# toelichting\n{tekst}# slot\n"}).vingerafdruk == hash_
    for oud, nieuw in (
        ("10.50", "10.51"),
        ("officieel", "aanname"),
        ("euro per maand", "euro per jaar"),
        ("pw_1", "pw_2"),
    ):
        assert maak_tabel({"a.yaml": tekst.replace(oud, nieuw)}).vingerafdruk != hash_


# Released amounts.


def test_no_released_amount_changed_or_disappeared() -> None:
    """Add new ones with `python -m waakvlam.config.normen --schrijf`; see docs/beheer/normen.md."""
    assert vergelijk_met_uitgebracht(laad_normen(), get_lijst()).weg == ()


def test_every_amount_is_released() -> None:
    assert vergelijk_met_uitgebracht(laad_normen(), get_lijst()).nieuw == (), (
        "Deze bedragen zijn nog niet uitgebracht. Loop ze na met de publicatie ernaast en draai dan "
        "`python -m waakvlam.config.normen --schrijf` (docs/beheer/normen.md, stap 5)."
    )


def test_a_changed_amount_is_found_and_an_added_or_filled_one_is_new() -> None:
    lijst = voeg_toe("", get_regels(_tabel(_reeks(EEN, GAT))))
    assert lees_uitgebracht(lijst) == ["pw_1 2026-01-01 10.50 euro_per_maand officieel"]
    verschil = vergelijk_met_uitgebracht(_tabel(_reeks(EEN, TWEE)), lijst)
    assert (verschil.nieuw, verschil.weg) == (("pw_1 2026-07-01 11 euro_per_maand afgeleid",), ())
    anders = _tabel(_reeks(EEN.replace("10.50", "10.05")))
    assert vergelijk_met_uitgebracht(anders, lijst).weg == ("pw_1 2026-01-01 10.50 euro_per_maand officieel",)
    weg = _tabel(_reeks(EEN, sleutel="pw_2"))
    assert vergelijk_met_uitgebracht(weg, lijst).weg == ("pw_1 2026-01-01 10.50 euro_per_maand officieel",)


def test_the_list_itself_cannot_be_edited_unseen() -> None:
    lijst = voeg_toe("", get_regels(_tabel(_reeks(EEN))))
    langer = voeg_toe(lijst, ["pw_1 2026-07-01 11 euro_per_maand afgeleid"])
    assert langer.startswith(lijst)
    assert len(lees_uitgebracht(langer)) == 2
    assert voeg_toe(lijst, []) == lijst
    for kapot in (langer.replace("10.50", "10.05"), langer.replace("pw_1 2026-01", "# pw_1 2026-01")):
        with pytest.raises(
            WaakvlamFout, match=r"uitgebracht.txt, regel 4: de regels hierboven zijn veranderd"
        ):
            lees_uitgebracht(kapot)
    with pytest.raises(WaakvlamFout, match="na de laatste bedragen ontbreekt de regel"):
        lees_uitgebracht(f"{lijst}pw_9 2026-01-01 1 euro officieel\n")


def test_a_released_amount_that_was_wrong_stays_in_the_list_as_mended() -> None:
    lijst = voeg_toe("", get_regels(_tabel(_reeks(EEN))))
    hersteld = lijst.replace("pw_1 2026-01", "# 2026-11-22: tikfout\n# hersteld pw_1 2026-01")
    goed = _tabel(_reeks(EEN.replace("10.50", "10.05")))
    verschil = vergelijk_met_uitgebracht(goed, hersteld)
    assert (verschil.nieuw, verschil.weg) == (("pw_1 2026-01-01 10.05 euro_per_maand officieel",), ())
    assert lees_uitgebracht(voeg_toe(hersteld, verschil.nieuw)) == list(verschil.nieuw)


def test_the_command_shows_what_is_new_and_writes_it_only_when_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lijst = tmp_path / "lijst.txt"
    assert main([], lijst) == 0
    assert "+ pw_21a 2026-07-01 1419.46 euro_per_maand officieel\n" in capsys.readouterr().out
    assert not lijst.exists()
    assert main(["--schrijf"], lijst) == 0
    assert main([], lijst) == 0
    assert capsys.readouterr().out.count("+ pw_21a 2026-07-01") == 1  # of the second call, not of the third
    lijst.write_text(voeg_toe("", ["pw_21a 2026-07-01 1 euro_per_maand officieel"]), encoding="utf-8")
    voor = lijst.read_text(encoding="utf-8")
    assert main(["--schrijf"], lijst) == 1
    assert capsys.readouterr().out.endswith(
        "- pw_21a 2026-07-01 1 euro_per_maand officieel\n"
        "Wat met - begint, is uitgebracht en staat niet meer zo in de normen. Zet het terug; "
        "docs/beheer/normen.md zegt wat te doen als het bedrag fout was.\n"
    )
    assert lijst.read_text(encoding="utf-8") == voor


# New norms.


@pytest.mark.parametrize(
    ("vandaag", "verlopen"),
    [
        (date(2026, 11, 18), None),
        (date(2026, 11, 19), False),
        (date(2026, 12, 31), False),
        (date(2027, 1, 1), True),
    ],
)
def test_new_norms_are_asked_for_six_weeks_before_the_last_day(vandaag: date, verlopen: bool | None) -> None:
    nodig = nieuwe_normen_nodig(
        vandaag, _tabel(_reeks(EEN, TWEE), _reeks(EEN, sleutel="pw_2", ritme="doorlopend"))
    )
    assert (nodig.verlopen if nodig else None) is verlopen
    if nodig:
        assert (nodig.vanaf, nodig.normen) == (date(2027, 1, 1), ("pw_1",))


def test_the_message_says_from_when_and_what_then() -> None:
    tabel = _tabel(_reeks(EEN, TWEE), _reeks(EEN, sleutel="pw_2", ritme="jaar"))
    voor, na = nieuwe_normen_nodig(date(2026, 12, 1), tabel), nieuwe_normen_nodig(date(2027, 2, 1), tabel)
    assert voor and na
    assert voor.bericht == (
        "Vanaf 01-01-2027 zijn nieuwe bedragen nodig voor 2 normen. Daarna kan er niet meer worden gerekend. "
        "De functioneel beheerder kan ze toevoegen (handleiding: Nieuwe normen)."
    )
    assert na.bericht.startswith(
        "Sinds 01-01-2027 ontbreken de bedragen van 2 normen. Berekeningen vanaf die dag kunnen niet."
    )
    een = nieuwe_normen_nodig(date(2027, 2, 1), _tabel(_reeks(EEN, TWEE)))
    assert een and "van 1 norm." in een.bericht


def test_a_half_finished_update_is_found_and_a_lapsed_norm_is_not_waited_for() -> None:
    achter = _tabel(_reeks(EEN, TWEE), _reeks(EEN, sleutel="pw_2"), _reeks(EEN, GAT, sleutel="pw_3"))
    nodig = nieuwe_normen_nodig(date(2026, 8, 1), achter)
    assert nodig and (nodig.normen, nodig.vanaf, nodig.verlopen) == (("pw_2",), date(2026, 7, 1), True)
    lapse = nieuwe_normen_nodig(date(2026, 12, 1), achter)
    assert lapse and lapse.normen == ("pw_1", "pw_2")


# The norms that come with Waakvlam.


def test_the_norms_that_come_with_waakvlam_reach_from_2021() -> None:
    tabel = laad_normen()
    assert tabel.eerste == date(2021, 1, 1)
    assert tabel.laatste >= date(2026, 12, 31)
