"""Herfinanciering: one loan that pays all debts, with an annuity that anybody can do again."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.rekenen.narekenen import toets_uitleg

from waakvlam.domain.rekenen.betalingsregeling import (
    HerfinancieringInvoer,
    Leenrente,
    Regelingschuld,
    bereken_herfinanciering,
    lees_herfinanciering,
)
from waakvlam.domain.rekenen.betalingsregeling.herfinanciering import _los_af, _maak_lening, _maak_rente
from waakvlam.domain.rekenen.invoer import Invoerfout
from waakvlam.domain.rekenen.uitleg import doorloop
from waakvlam.domain.rekenen.voorstel.lening import maak_maandfactor

D = Decimal
DAG = date(2026, 7, 1)


def maak(*bedragen: str, rente: str | None = "0", **meer) -> HerfinancieringInvoer:
    schulden = tuple(Regelingschuld(n, "Winkel", D(bedrag)) for n, bedrag in enumerate(bedragen, 1))
    return HerfinancieringInvoer(
        DAG, schulden, None if rente is None else Leenrente(D(rente), "tarief"), **meer
    )


@pytest.mark.parametrize(
    ("bedrag", "rente", "maanden", "termijn", "aantal", "laatste", "totaal"),
    [
        ("3600", "0", 36, "100.00", 36, "100.00", "3600.00"),
        ("100", "0", 3, "33.34", 3, "33.32", "100.00"),
        ("0.40", "0", 36, "0.02", 20, "0.02", "0.40"),
        # 1% a month, by hand: 101 in one; 1000 × 0.01 / (1 − 1.01^−12) = 88.8488 (any table of annuities).
        ("100", "12", 1, "101.00", 1, "101.00", "101.00"),
        ("1000", "12", 12, "88.85", 12, "88.84", "1066.19"),
        # Month by month: 1000 → 1010 − 507.52 = 502.48 → 507.50.
        ("1000", "12", 2, "507.52", 2, "507.50", "1015.02"),
    ],
)
def test_the_payment_of_a_loan(bedrag, rente, maanden, termijn, aantal, laatste, totaal) -> None:
    uitkomst = bereken_herfinanciering(maak(bedrag, rente=rente, maanden=maanden))
    extra = uitkomst.extra
    assert uitkomst.uitkomst == D(termijn)
    assert (extra["aantal_termijnen"], extra["laatste_termijn"], extra["totaal_betaald"]) == (
        aantal,
        laatste,
        totaal,
    )
    assert D(extra["rente"]) == D(totaal) - D(bedrag)


def test_one_loan_pays_all_debts_and_its_own_costs() -> None:
    uitkomst = bereken_herfinanciering(maak("1000", "500.50", kosten=D("299.50")))
    assert uitkomst.extra["leenbedrag"] == "1800.00"
    assert uitkomst.uitkomst == 50
    assert {aanname.naam for aanname in uitkomst.aannames} == {"termijn", "rente_per_maand"}
    kaal = bereken_herfinanciering(maak("1000", maanden=10))
    assert {aanname.naam for aanname in kaal.aannames} == {"kosten", "rente_per_maand"}


def test_without_interest_nothing_is_computed_and_it_is_said() -> None:
    uitkomst = bereken_herfinanciering(maak("1000", rente=None))
    assert uitkomst.uitkomst is None
    assert uitkomst.extra["leenbedrag"] == "1000.00"
    assert uitkomst.extra["totaal_betaald"] is None
    assert uitkomst.als_dict()["uitleg"]["toelichting"].startswith("Niet berekend: de rente van de lening")
    assert "rente_per_maand" not in {aanname.naam for aanname in uitkomst.aannames}


@pytest.mark.parametrize(
    ("bedrag", "ruimte", "past"),
    [("3600", "100", True), ("3600", "99.99", False), ("3600", None, None), ("100", "2.78", True)],
)
def test_it_fits_in_the_room_or_not(bedrag, ruimte, past) -> None:
    invoer = maak(bedrag, ruimte=None if ruimte is None else D(ruimte))
    extra = bereken_herfinanciering(invoer).extra
    assert extra["past"] is past
    assert ("past niet" in extra["betekenis"]) is (past is False)
    assert ("Dat past in" in extra["betekenis"]) is (past is True)


def test_room_is_measured_by_the_highest_payment_that_is_really_paid() -> None:
    # 35 × 2.78 and then 2.70.
    assert bereken_herfinanciering(maak("100", ruimte=D("2.77"))).extra["past"] is False
    # One month: 10.33 × (1 + 0.05 / 12) is 10.373, so 10.37 is paid, not the 10.38 that is rounded up.
    een = bereken_herfinanciering(maak("10.33", rente="5", maanden=1, ruimte=D("10.37")))
    assert (een.uitkomst, een.extra["laatste_termijn"], een.extra["past"]) == (D("10.38"), "10.37", True)
    klein = bereken_herfinanciering(maak("0.50", maanden=1, ruimte=D("0.50"))).extra
    assert klein["past"] is True
    # Two payments: 507.52 and 507.50.
    twee = bereken_herfinanciering(maak("1000", rente="12", maanden=2, ruimte=D("507.51")))
    assert twee.extra["past"] is False
    assert "Terugbetalen kost in één keer €\u00a010,37. Dat past in de aflosruimte." in een.extra["betekenis"]
    meer = bereken_herfinanciering(maak("3600")).extra["betekenis"]
    assert "kost €\u00a0100,00 per maand, 36 keer, samen €\u00a03.600,00." in meer


def test_a_last_payment_above_the_room_does_not_fit() -> None:
    # Interest is rounded every month: here the last payment is a cent more than the others.
    for bedrag in range(1000, 1400):
        invoer = maak(f"{D(bedrag) / 10}", rente="11", maanden=30)
        uitkomst = bereken_herfinanciering(invoer)
        if D(uitkomst.extra["laatste_termijn"]) > uitkomst.uitkomst:
            assert bereken_herfinanciering(replace(invoer, ruimte=uitkomst.uitkomst)).extra["past"] is False
            return
    pytest.fail("geen enkele lening met een hogere laatste termijn gevonden")


leningen = st.builds(
    lambda bedragen, rente, maanden, kosten: HerfinancieringInvoer(
        DAG,
        tuple(Regelingschuld(n, "Winkel", bedrag) for n, bedrag in enumerate(bedragen)),
        Leenrente(rente, "tarief"),
        kosten,
        maanden=maanden,
    ),
    st.lists(st.integers(1, 500_000).map(lambda n: D(n) / 100), min_size=1, max_size=4),
    st.decimals(0, 20, places=2),
    st.none() | st.integers(1, 60),
    st.none() | st.integers(0, 50_000).map(lambda n: D(n) / 100),
)


@given(leningen)
@settings(deadline=None, max_examples=40)
def test_every_figure_can_be_done_again_from_its_own_words(invoer: HerfinancieringInvoer) -> None:
    uitkomst = bereken_herfinanciering(invoer)
    toets_uitleg(uitkomst.uitleg)
    assert invoer.rente is not None
    factor = maak_maandfactor(_maak_rente(invoer.rente))
    aflossing = _los_af(_maak_lening(invoer), factor, uitkomst.uitleg, uitkomst.extra["maanden"])
    toets_uitleg(aflossing.totaal)
    assert f"{aflossing.totaal.waarde:.2f}" == uitkomst.extra["totaal_betaald"]
    assert len(list(doorloop(aflossing.totaal))) < 6 * uitkomst.extra["maanden"] + 20


@given(leningen)
@settings(deadline=None, max_examples=40)
def test_interest_never_lowers_what_is_paid(invoer: HerfinancieringInvoer) -> None:
    met = bereken_herfinanciering(invoer)
    zonder = bereken_herfinanciering(replace(invoer, rente=Leenrente(D(0), "tarief")))
    assert met.uitkomst is not None
    assert zonder.uitkomst is not None
    assert met.uitkomst >= zonder.uitkomst
    assert zonder.extra["rente"] == "0.00"
    assert D(zonder.extra["totaal_betaald"]) == D(zonder.extra["leenbedrag"])
    assert 1 <= met.extra["aantal_termijnen"] <= met.extra["maanden"]


def los_af(centen: int, rente: Fraction, termijn: int, maanden: int) -> list[int]:
    """The payments of a loan in whole cents, interest rounded half up every month: an oracle of its own."""
    betaald = []
    while True:
        centen = int(centen * (1 + rente / 1200) + Fraction(1, 2))
        if centen <= termijn or len(betaald) == maanden - 1:
            return [*betaald, centen]
        betaald.append(termijn)
        centen -= termijn


@given(st.integers(1, 3000), st.integers(0, 10_000), st.integers(1, 60))
@settings(deadline=None, max_examples=60)
def test_small_loans_end_when_they_are_paid(centen: int, rente: int, maanden: int) -> None:
    uitkomst = bereken_herfinanciering(maak(f"{D(centen) / 100}", rente=f"{D(rente) / 100}", maanden=maanden))
    assert uitkomst.uitkomst is not None
    betaald = los_af(centen, Fraction(rente, 100), int(uitkomst.uitkomst * 100), maanden)
    assert uitkomst.extra["aantal_termijnen"] == len(betaald)
    assert D(uitkomst.extra["laatste_termijn"]) * 100 == betaald[-1]
    assert D(uitkomst.extra["totaal_betaald"]) * 100 == sum(betaald)


def test_the_months_have_a_name() -> None:
    laatste = bereken_herfinanciering(maak("300", maanden=3)).extra["totaal_uitleg"]["invoer"][1]
    assert laatste["invoer"][0]["naam"] == "schuld na 2 maanden"
    assert laatste["invoer"][0]["invoer"][0]["naam"] == "schuld na 1 maand"


def gegevens(**meer) -> dict:
    return {"schulden": [{"id": "a", "schuldeiser": "Winkel", "bedrag": "500"}], **meer}


def test_the_fields_are_read() -> None:
    invoer = lees_herfinanciering(
        gegevens(
            rente={"procent_per_jaar": "4,5", "bron": "tarief"},
            kosten="10",
            aflosruimte_per_maand="50",
            maanden=12,
        ),
        DAG,
    )
    assert invoer == HerfinancieringInvoer(
        DAG, (Regelingschuld("a", "Winkel", D(500)),), Leenrente(D("4.5"), "tarief"), D(10), D(50), 12
    )
    assert lees_herfinanciering(gegevens(), DAG).rente is None


@pytest.mark.parametrize(
    ("wijziging", "veld", "deel"),
    [
        ({"rente": {"procent_per_jaar": "5"}}, "rente.bron", "ontbreekt"),
        ({"rente": {"bron": "x"}}, "rente.procent_per_jaar", "ontbreekt"),
        (
            {"rente": {"procent_per_jaar": "100.01", "bron": "x"}},
            "rente.procent_per_jaar",
            "0 tot en met 100",
        ),
        ({"rente": 5}, "rente", "velden met een naam"),
        ({"kosten": "-1"}, "kosten", "0 of meer"),
        ({"volgorde": "opgegeven"}, "volgorde", "onbekend"),
        (
            {"schulden": [{"id": "a", "schuldeiser": "W", "bedrag": 5, "termijn_per_maand": 1}]},
            "schulden[1].termijn_per_maand",
            "onbekend",
        ),
    ],
)
def test_a_fault_is_told_per_field(wijziging, veld, deel) -> None:
    with pytest.raises(Invoerfout) as gevangen:
        lees_herfinanciering(gegevens(**wijziging), DAG)
    assert deel in next(f.fout for f in gevangen.value.fouten if f.veld == veld)
