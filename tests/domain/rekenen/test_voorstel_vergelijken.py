"""A proposal beside another: at a hercontrole, beside a Wsnp, beside a saneringskrediet."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from tests.domain.rekenen.narekenen import reken_na
from tests.domain.rekenen.test_voorstel import DAG, voorstellen
from tests.domain.rekenen.test_voorstel_lezen import gegevens

from waakvlam.domain.rekenen.invoer import Invoerfout
from waakvlam.domain.rekenen.uitleg import Stap
from waakvlam.domain.rekenen.voorstel import (
    Bijdrage,
    Herkomst,
    KredietInvoer,
    Schuld,
    VoorstelInvoer,
    WsnpInvoer,
    bereken_voorstel,
    lees_hercontrole,
    vergelijk_voorstellen,
)

D = Decimal
OUD = VoorstelInvoer(
    DAG,
    D(100),
    (Schuld("a", "Gemeente", D(2000), True, "wet"), Schuld("b", "Winkel", D(16000), False)),
    maanden=18,
)


def feiten(oud: VoorstelInvoer, nieuw: VoorstelInvoer) -> dict[str, tuple[Decimal, Decimal]]:
    return {o.feit: (o.uitdeelbaar, o.uitgekeerd) for o in vergelijk_voorstellen(oud, nieuw).oorzaken}


# Hercontrole.


def test_each_cause_has_its_own_share_in_a_fixed_order() -> None:
    """18 × 100 = 1800 becomes 12 × 150 + 600 + 50 − 100 = 2350."""
    nieuw = replace(
        OUD,
        afloscapaciteit=D(150),
        maanden=12,
        al_gereserveerd=D(600),
        vermogen=D(50),
        kosten=D(100),
        schulden=(*OUD.schulden, Schuld("c", "Energie", D(500), False)),
    )
    hercontrole = vergelijk_voorstellen(OUD, nieuw)
    assert [(o.feit, o.uitdeelbaar) for o in hercontrole.oorzaken] == [
        ("afloscapaciteit", D(900)),
        ("maanden", D(-900)),
        ("al_gereserveerd", D(600)),
        ("vermogen", D(50)),
        ("kosten", D(-100)),
        ("schulden", D(0)),
    ]
    assert hercontrole.verschil == 550
    laatste = hercontrole.oorzaken[-1]
    assert (laatste.van, laatste.naar) == ("2, samen €\u00a018.000,00", "3, samen €\u00a018.500,00")
    assert laatste.wijzigingen == ("schuld c is erbij gekomen: €\u00a0500,00",)
    assert hercontrole.oorzaken[1].van == "18"
    assert hercontrole.oorzaken[2].van == "niet opgegeven"
    assert "meer dan eerst" in hercontrole.betekenis


def test_a_small_difference_is_more_or_less_too() -> None:
    assert "0,50 meer dan eerst" in vergelijk_voorstellen(OUD, replace(OUD, vermogen=D("0.50"))).betekenis
    assert "0,50 minder dan eerst" in vergelijk_voorstellen(OUD, replace(OUD, kosten=D("0.50"))).betekenis
    ruil = replace(OUD, vermogen=D(5), kosten=D(5))
    assert vergelijk_voorstellen(OUD, ruil).betekenis.endswith("samen evenveel als eerst.")


def test_per_debt_it_is_said_what_each_cause_does() -> None:
    nieuw = replace(OUD, afloscapaciteit=D(50), schulden=OUD.schulden[:1])
    per_schuld = vergelijk_voorstellen(OUD, nieuw).als_dict()["per_schuld"]
    # 1800: 18% and 9%. 900: 9% and 4.5%. Without b all 900 goes to a.
    assert per_schuld == [
        {
            "id": "a",
            "oud": "360.00",
            "nieuw": "900.00",
            "verschil": "540.00",
            "door": {"afloscapaciteit": "-180.00", "schulden": "720.00"},
        },
        {
            "id": "b",
            "oud": "1440.00",
            "nieuw": None,
            "verschil": "-1440.00",
            "door": {"afloscapaciteit": "-720.00", "schulden": "-720.00"},
        },
    ]


@pytest.mark.parametrize(
    ("schuld", "wijziging"),
    [
        (Schuld("a", "Gemeente", D(2500), True), "schuld a: van €\u00a02.000,00 naar €\u00a02.500,00"),
        (
            Schuld("a", "Gemeente", D(2000), False),
            "schuld a: met voorrang van €\u00a02.000,00 naar €\u00a00,00",
        ),
        (
            Schuld("a", "Gemeente", D(2000), True, None, D(500)),
            "schuld a: met voorrang van €\u00a02.000,00 naar €\u00a0500,00",
        ),
    ],
)
def test_a_changed_debt_is_named(schuld, wijziging) -> None:
    (oorzaak,) = vergelijk_voorstellen(OUD, replace(OUD, schulden=(schuld, OUD.schulden[1]))).oorzaken
    assert (oorzaak.feit, oorzaak.wijzigingen) == ("schulden", (wijziging,))


def test_what_changes_nothing_is_no_cause() -> None:
    anders = replace(OUD, schulden=(OUD.schulden[1], replace(OUD.schulden[0], grondslag=None)))
    hercontrole = vergelijk_voorstellen(OUD, anders)
    assert hercontrole.oorzaken == ()
    assert hercontrole.betekenis == "Er is niets veranderd: het voorstel blijft gelijk."


def test_lump_sums_are_a_cause() -> None:
    gift = Bijdrage("gift", D(75), Herkomst.DERDE)
    assert feiten(OUD, replace(OUD, bijdragen=(gift,))) == {"bijdragen": (D(75), D(75))}


def test_the_term_of_the_law_is_filled_in_before_comparing() -> None:
    voor = replace(OUD, maanden=None, peildatum=date(2023, 6, 30))
    assert feiten(voor, replace(OUD, maanden=None)) == {"maanden": (D(-1800), D(-1800))}


@given(voorstellen, voorstellen)
@settings(deadline=None, max_examples=80)
def test_the_causes_add_up_exactly(oud: VoorstelInvoer, nieuw: VoorstelInvoer) -> None:
    hercontrole = vergelijk_voorstellen(oud, nieuw)
    voor, na = bereken_voorstel(oud).extra, bereken_voorstel(nieuw).extra
    oorzaken = hercontrole.oorzaken
    assert sum(o.uitdeelbaar for o in oorzaken) == D(na["uitdeelbaar"]) - D(voor["uitdeelbaar"])
    assert sum(o.uitgekeerd for o in oorzaken) == hercontrole.verschil
    for soort in ("percentage_preferent", "percentage_concurrent"):
        effecten = [getattr(o, soort) for o in oorzaken]
        if None not in effecten and voor[soort] is not None and na[soort] is not None:
            assert sum(effecten) == D(na[soort]) - D(voor[soort])
    for deel in hercontrole.als_dict()["per_schuld"]:
        assert sum(map(D, deel["door"].values())) == D(deel["verschil"])
        assert D(deel["nieuw"] or 0) - D(deel["oud"] or 0) == D(deel["verschil"])


def test_two_proposals_are_read_with_the_faults_of_both() -> None:
    oud, nieuw = lees_hercontrole({"oud": gegevens(maanden=18), "nieuw": gegevens(maanden=6)}, DAG)
    assert (oud.maanden, nieuw.maanden) == (18, 6)
    with pytest.raises(Invoerfout) as gevangen:
        lees_hercontrole({"oud": gegevens(maanden=0), "nieuw": gegevens(kosten="x"), "ander": 1}, DAG)
    assert {fout.veld for fout in gevangen.value.fouten} == {"oud.maanden", "nieuw.kosten", "ander"}
    with pytest.raises(Invoerfout, match="nieuw: Dit gegeven ontbreekt"):
        lees_hercontrole({"oud": gegevens()}, DAG)


def test_a_comparison_is_ready_for_a_file() -> None:
    vorm = vergelijk_voorstellen(OUD, replace(OUD, kosten=D(36))).als_dict()
    assert vorm["oud"]["percentage_concurrent"] == "9.0000"
    assert vorm["nieuw"]["percentage_concurrent"] == "8.8200"
    (oorzaak,) = vorm["oorzaken"]
    assert (oorzaak["percentage_preferent"], oorzaak["percentage_concurrent"]) == ("-0.3600", "-0.1800")
    assert vorm["verschil"] == "-36.00"
    assert vorm["aannames"][0]["naam"] == "volgorde_oorzaken"
    assert "minder dan eerst" in vorm["betekenis"]


# Wsnp.


@pytest.mark.parametrize("wsnp", [None, WsnpInvoer(), WsnpInvoer(maanden=12)])
def test_without_its_costs_a_wsnp_is_not_computed(wsnp) -> None:
    beeld = bereken_voorstel(replace(OUD, wsnp=wsnp)).extra["wsnp"]
    assert beeld["uitdeelbaar"] is None
    assert beeld["reden"].startswith("Niet berekend: de kosten van de Wsnp zijn niet bekend.")
    assert "per_schuld" not in beeld


def test_a_creditor_sees_this_proposal_beside_a_wsnp() -> None:
    """The same 1800 less 900 of costs: 9% and 4.5% instead of 18% and 9%. The gift is for this proposal only."""
    invoer = replace(
        OUD,
        bijdragen=(Bijdrage("gift", D(180), Herkomst.DERDE), Bijdrage("teruggaaf", D(20), Herkomst.EIGEN)),
        kosten=D(200),
        wsnp=WsnpInvoer(D(920), "beschikking"),
    )
    uitkomst = bereken_voorstel(invoer)
    beeld = uitkomst.extra["wsnp"]
    assert uitkomst.extra["uitdeelbaar"] == "1800.00"
    assert beeld["uitdeelbaar"] == "900.00"
    assert (beeld["kosten"], beeld["bron_kosten"], beeld["maanden"]) == ("920.00", "beschikking", 18)
    assert beeld["per_schuld"] == [
        {"id": "a", "voorstel": "360.00", "wsnp": "180.00", "verschil": "180.00"},
        {"id": "b", "voorstel": "1440.00", "wsnp": "720.00", "verschil": "720.00"},
    ]
    assert beeld["ten_minste_gelijk"] is True
    assert "900,00 meer dan een Wsnp" in beeld["betekenis"]
    tekst = next(a.tekst for a in uitkomst.aannames if a.naam == "wsnp_zelfde_feiten")
    assert "Bijdragen van derden" in tekst


def test_only_a_gift_of_another_is_named_as_left_out() -> None:
    eigen = replace(
        OUD, bijdragen=(Bijdrage("teruggaaf", D(20), Herkomst.EIGEN),), wsnp=WsnpInvoer(D(1), "besluit")
    )
    tekst = next(a.tekst for a in bereken_voorstel(eigen).aannames if a.naam == "wsnp_zelfde_feiten")
    assert "derden" not in tekst
    zonder = bereken_voorstel(replace(eigen, wsnp=WsnpInvoer())).aannames
    assert "wsnp_zelfde_feiten" not in {aanname.naam for aanname in zonder}


def test_a_wsnp_with_a_longer_term_can_give_more() -> None:
    # Given: 17 months and no costs; the Wsnp has the 18 of the law.
    krap = bereken_voorstel(replace(OUD, maanden=17, wsnp=WsnpInvoer(D(0), "besluit"))).extra["wsnp"]
    assert krap["ten_minste_gelijk"] is False
    assert "samen €\u00a0100,00 minder dan een Wsnp" in krap["betekenis"]
    gelijk = bereken_voorstel(replace(OUD, wsnp=WsnpInvoer(D(0), "besluit"))).extra["wsnp"]
    assert gelijk["ten_minste_gelijk"] is True
    assert "evenveel als een Wsnp" in gelijk["betekenis"]
    # The preferent debt is paid in full both ways, the other is not: less for one is less.
    vol = replace(OUD, afloscapaciteit=D(900), maanden=17, wsnp=WsnpInvoer(D(0), "besluit"))
    beeld = bereken_voorstel(vol).extra["wsnp"]
    assert [deel["verschil"] for deel in beeld["per_schuld"]] == ["0.00", "-900.00"]
    assert beeld["ten_minste_gelijk"] is False
    iets = bereken_voorstel(replace(OUD, wsnp=WsnpInvoer(D("0.50"), "besluit"))).extra["wsnp"]
    assert "0,50 meer dan een Wsnp" in iets["betekenis"]
    korter = bereken_voorstel(replace(OUD, wsnp=WsnpInvoer(D(0), "besluit", 6))).extra["wsnp"]
    assert (korter["maanden"], korter["uitdeelbaar"]) == (6, "600.00")


# Saneringskrediet.


def test_a_credit_without_interest_pays_the_same_at_once() -> None:
    beeld = bereken_voorstel(replace(OUD, krediet=KredietInvoer(D(0), "besluit"))).extra["saneringskrediet"]
    assert (beeld["krediet"], beeld["terug_te_betalen"], beeld["rente"]) == ("1800.00", "1800.00", "0.00")
    assert all(deel["verschil"] == "0.00" for deel in beeld["per_schuld"])
    assert "evenveel als bij schuldbemiddeling in 18 maanden" in beeld["betekenis"]


def test_interest_and_costs_lower_what_creditors_get_now() -> None:
    """12% a year is 1% a month: 100 × (1 − 1.01^−18) / 0.01 = 1639.83, a figure from any table of annuities."""
    invoer = replace(OUD, krediet=KredietInvoer(D(12), "tarief", D("39.83")))
    beeld = bereken_voorstel(invoer).extra["saneringskrediet"]
    assert beeld["krediet"] == "1639.83"
    assert (beeld["rente"], beeld["kosten"], beeld["bron_rente"]) == ("160.17", "39.83", "tarief")
    assert (beeld["uitdeelbaar"], beeld["percentage_preferent"]) == ("1600.00", "16.0000")
    assert beeld["per_schuld"] == [
        {"id": "a", "nu": "320.00", "schuldbemiddeling": "360.00", "verschil": "-40.00"},
        {"id": "b", "nu": "1280.00", "schuldbemiddeling": "1440.00", "verschil": "-160.00"},
    ]
    assert "200,00 minder dan bij schuldbemiddeling" in beeld["betekenis"]


def test_a_small_difference_with_a_credit_is_more_or_less_too() -> None:
    meer = replace(OUD, kosten=D("0.50"), krediet=KredietInvoer(D(0), "besluit"))
    assert ": €\u00a00,50 meer dan" in bereken_voorstel(meer).extra["saneringskrediet"]["betekenis"]
    minder = replace(OUD, krediet=KredietInvoer(D(0), "besluit", D("0.50")))
    assert ": €\u00a00,50 minder dan" in bereken_voorstel(minder).extra["saneringskrediet"]["betekenis"]


def test_the_costs_of_mediation_do_not_go_off_a_credit() -> None:
    invoer = replace(OUD, kosten=D(162), krediet=KredietInvoer(D(0), "besluit"))
    beeld = bereken_voorstel(invoer).extra["saneringskrediet"]
    assert beeld["uitdeelbaar"] == "1800.00"
    assert "162,00 meer dan bij schuldbemiddeling" in beeld["betekenis"]


def test_without_capacity_there_is_no_credit() -> None:
    invoer = replace(OUD, afloscapaciteit=D(0), krediet=KredietInvoer(D(5), "tarief"))
    beeld = bereken_voorstel(invoer).extra["saneringskrediet"]
    assert beeld["krediet"] is None
    assert beeld["reden"].startswith("Niet berekend: zonder afloscapaciteit")


def test_the_interest_of_a_credit_is_named_as_an_assumption() -> None:
    namen = [a.naam for a in bereken_voorstel(replace(OUD, krediet=KredietInvoer(D(5), "tarief"))).aannames]
    assert {"rente_per_maand", "kosten_saneringskrediet"} <= set(namen)
    met_kosten = bereken_voorstel(replace(OUD, krediet=KredietInvoer(D(5), "tarief", D(0)))).aannames
    assert "kosten_saneringskrediet" not in {aanname.naam for aanname in met_kosten}


def bladeren(vorm: dict) -> Iterator[dict]:
    yield vorm
    for deel in vorm["invoer"]:
        yield from bladeren(deel)


def als_stap(vorm: dict) -> Stap:
    """The step of a file again, to do its sum over; amounts there are rounded to cents."""
    return Stap(
        vorm["naam"],
        D(vorm["uitkomst"]),
        vorm["formule"],
        tuple(Stap(deel["naam"], D(deel["uitkomst"]), deel["formule"]) for deel in vorm["invoer"]),
    )


@pytest.mark.parametrize("veld", ["wsnp", "saneringskrediet"])
def test_the_comparison_has_an_explanation_of_its_own(veld) -> None:
    invoer = replace(OUD, krediet=KredietInvoer(D(12), "tarief"), wsnp=WsnpInvoer(D(920), "besluit", 18))
    vorm = bereken_voorstel(invoer).extra[veld]["uitleg"]
    for blad in bladeren(vorm):
        if blad["formule"] != "opgegeven":
            assert abs(reken_na(als_stap(blad)) - D(blad["uitkomst"])) < D("0.02"), blad["naam"]
