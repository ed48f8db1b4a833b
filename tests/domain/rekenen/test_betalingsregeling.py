"""Betalingsregeling: what fits in full within the term, per debt, from the budget."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.rekenen.narekenen import reken_na, toets_uitleg
from tests.domain.rekenen.test_begroting import begrotingen
from tests.domain.rekenen.test_begroting import gegevens as begroting

from waakvlam.domain.rekenen.begroting import maak_saldo
from waakvlam.domain.rekenen.betalingsregeling import (
    Betaalvolgorde,
    BetalingsregelingInvoer,
    Regelingschuld,
    bereken_betalingsregeling,
    lees_invoer,
)
from waakvlam.domain.rekenen.betalingsregeling.inpassen import Regeling
from waakvlam.domain.rekenen.invoer import Invoerfout

D = Decimal
DAG = date(2026, 7, 1)
Schuld = tuple[str, str] | tuple[str, str, str]


def maak(ruimte: str, *schulden: Schuld, **meer) -> BetalingsregelingInvoer:
    return BetalingsregelingInvoer(
        DAG,
        tuple(
            Regelingschuld(id_, "Winkel", D(bedrag), D(termijn[0]) if termijn else None)
            for id_, bedrag, *termijn in schulden
        ),
        D(ruimte),
        **meer,
    )


def schema(invoer: BetalingsregelingInvoer) -> list[tuple]:
    return [
        (deel["id"], deel["termijn"], deel["maanden"], deel["laatste_termijn"], deel["past"])
        for deel in bereken_betalingsregeling(invoer).extra["per_schuld"]
    ]


@pytest.mark.parametrize(
    ("bedrag", "termijn", "maanden", "laatste"),
    [
        ("36", "1.00", 36, "1.00"),
        ("100", "2.78", 36, "2.70"),
        ("3600.01", "100.01", 36, "99.66"),
        ("0.01", "0.01", 1, "0.01"),
        ("0.40", "0.02", 20, "0.02"),
        ("0.37", "0.02", 19, "0.01"),
    ],
)
def test_the_lowest_payment_is_rounded_up_and_the_last_takes_what_is_left(
    bedrag, termijn, maanden, laatste
) -> None:
    assert schema(maak("1000", ("a", bedrag))) == [("a", termijn, maanden, laatste, True)]


@pytest.mark.parametrize(
    ("bedrag", "termijn", "maanden", "laatste", "past"),
    [
        ("100", "50", 2, "50.00", True),
        ("100", "30", 4, "10.00", True),
        ("100", "250", 1, "100.00", True),
        ("360", "10", 36, "10.00", True),
        ("360.01", "10", 37, "0.01", False),
    ],
)
def test_a_payment_that_the_creditor_asks_counts(bedrag, termijn, maanden, laatste, past) -> None:
    ((_, gekregen, *rest),) = schema(maak("1000", ("a", bedrag, termijn)))
    assert rest == [maanden, laatste, past]
    assert D(gekregen) == min(D(termijn), D(bedrag))


def test_it_is_said_whose_payment_it_is() -> None:
    delen = bereken_betalingsregeling(maak("1000", ("a", "100", "50"), ("b", "100"))).extra["per_schuld"]
    bronnen = [deel["uitleg"]["invoer"][1]["bron"] for deel in delen]
    assert bronnen == ["opgegeven, hoogstens de schuld zelf", "de laagste termijn die op tijd is"]


def test_debts_get_room_in_the_chosen_order_and_a_later_one_may_still_fit() -> None:
    """Lowest payments 50, 30 and 20 in a room of 60."""
    schulden = (("a", "1800"), ("b", "1080"), ("c", "720"))

    def passend(volgorde: Betaalvolgorde, ruimte: str = "60") -> list[str]:
        return [id_ for id_, *_, past in schema(maak(ruimte, *schulden, volgorde=volgorde)) if past]

    assert passend(Betaalvolgorde.OPGEGEVEN) == ["a"]
    assert passend(Betaalvolgorde.KLEINSTE_EERST) == ["b", "c"]
    assert passend(Betaalvolgorde.GROOTSTE_EERST) == ["a"]
    assert passend(Betaalvolgorde.OPGEGEVEN, "70") == ["a", "c"]
    assert passend(Betaalvolgorde.OPGEGEVEN, "99.99") == ["a", "b"]
    assert passend(Betaalvolgorde.OPGEGEVEN, "100") == ["a", "b", "c"]
    gelijk = maak("20", ("b", "720"), ("a", "720"), volgorde=Betaalvolgorde.GROOTSTE_EERST)
    assert [id_ for id_, *_, past in schema(gelijk) if past] == ["a"]


def test_what_it_comes_to_is_said() -> None:
    uitkomst = bereken_betalingsregeling(maak("60", ("a", "1800"), ("b", "1080"), ("c", "720")))
    extra = uitkomst.extra
    assert uitkomst.uitkomst == 100
    assert (extra["aflosruimte"], extra["ruimte_over"], extra["maanden"]) == ("60.00", "10.00", 36)
    assert extra["alles_past"] is False
    assert extra["maanden_bij_volledige_inzet"] == 60
    assert extra["betekenis"] == (
        "Van de 3 schulden past er 1 binnen 36 maanden en €\u00a060,00 per maand. "
        "Om alles op tijd te betalen, is €\u00a040,00 per maand meer nodig."
    )
    assert extra["per_schuld"][1]["reden"] == "Er is nog €\u00a010,00 per maand; nodig is €\u00a030,00."
    ruim = bereken_betalingsregeling(maak("100", ("a", "1800"), ("b", "1080"), ("c", "720"))).extra
    assert (ruim["alles_past"], ruim["ruimte_over"]) == (True, "0.00")
    assert ruim["betekenis"] == (
        "Alle schulden zijn binnen 36 maanden volledig te betalen, met €\u00a0100,00 per maand."
    )
    precies = bereken_betalingsregeling(maak("80", ("a", "1800", "79"), ("b", "1080", "79"))).extra
    assert precies["betekenis"].endswith("Met de laagste termijnen past alles wel.")
    duur = bereken_betalingsregeling(maak("100", ("a", "1800", "99"), ("b", "1080", "99"))).extra
    assert "Met de laagste termijnen past alles wel." in duur["betekenis"]
    langzaam = bereken_betalingsregeling(maak("100", ("a", "1800", "10"))).extra
    assert (
        langzaam["per_schuld"][0]["reden"]
        == "Met €\u00a010,00 per maand duurt het 180 maanden; dat is langer dan 36."
    )


def test_without_room_nothing_fits() -> None:
    extra = bereken_betalingsregeling(maak("0", ("a", "10"))).extra
    assert extra["alles_past"] is False
    assert extra["maanden_bij_volledige_inzet"] is None


def test_the_norm_is_an_assumption_and_another_term_can_be_given() -> None:
    standaard = bereken_betalingsregeling(maak("100", ("a", "3600")))
    assert (standaard.uitkomst, standaard.extra["maanden"]) == (100, 36)
    assert "termijn" in {aanname.naam for aanname in standaard.aannames}
    assert standaard.uitleg.invoer[0].normen[0].status.value == "aanname"
    eigen = bereken_betalingsregeling(maak("100", ("a", "3600"), maanden=24))
    assert (eigen.uitkomst, eigen.extra["maanden"]) == (150, 24)
    assert "termijn" not in {aanname.naam for aanname in eigen.aannames}
    assert "volgorde" in {aanname.naam for aanname in eigen.aannames}
    with pytest.raises(Invoerfout, match="peildatum"):
        bereken_betalingsregeling(replace(maak("1", ("a", "1")), peildatum=date(2040, 1, 1)))


@given(begrotingen)
@settings(deadline=None)
def test_room_comes_from_what_a_begroting_leaves(huishouden) -> None:
    invoer = replace(maak("0", ("a", "1000")), ruimte=None, begroting=huishouden)
    uitkomst = bereken_betalingsregeling(invoer)
    assert D(uitkomst.extra["aflosruimte"]) == max(maak_saldo(huishouden).waarde, 0)
    assert "ruimte_uit_begroting" in {aanname.naam for aanname in uitkomst.aannames}


regelingen = st.builds(
    lambda schulden, ruimte, maanden, volgorde: BetalingsregelingInvoer(
        DAG,
        tuple(Regelingschuld(n, "Winkel", bedrag, termijn) for n, (bedrag, termijn) in enumerate(schulden)),
        ruimte,
        maanden=maanden,
        volgorde=volgorde,
    ),
    st.lists(
        st.tuples(
            st.integers(1, 500_000).map(lambda n: D(n) / 100),
            st.none() | st.integers(1, 50_000).map(lambda n: D(n) / 100),
        ),
        min_size=1,
        max_size=6,
    ),
    st.integers(0, 100_000).map(lambda n: D(n) / 100),
    st.none() | st.integers(1, 60),
    st.sampled_from(Betaalvolgorde),
)


@given(regelingen)
@settings(deadline=None)
def test_every_figure_can_be_done_again_from_its_own_words(invoer: BetalingsregelingInvoer) -> None:
    uitkomst = bereken_betalingsregeling(invoer)
    toets_uitleg(uitkomst.uitleg)
    for schuld, deel in zip(invoer.schulden, uitkomst.extra["per_schuld"], strict=True):
        laatste = Regeling(schuld, D(deel["termijn"]), deel["maanden"], None).laatste
        toets_uitleg(laatste)
        assert f"{reken_na(laatste):.2f}" == deel["laatste_termijn"]


@given(regelingen)
@settings(deadline=None)
def test_all_is_paid_in_full_in_time_and_within_the_room(invoer: BetalingsregelingInvoer) -> None:
    extra = bereken_betalingsregeling(invoer).extra
    passend = [deel for deel in extra["per_schuld"] if deel["past"]]
    for deel in extra["per_schuld"]:
        termijn, laatste = D(deel["termijn"]), D(deel["laatste_termijn"])
        assert (deel["maanden"] - 1) * termijn + laatste == D(deel["bedrag"])
        assert 0 < laatste <= termijn
    assert all(deel["maanden"] <= extra["maanden"] for deel in passend)
    assert sum(D(deel["termijn"]) for deel in passend) + D(extra["ruimte_over"]) == D(extra["aflosruimte"])
    assert D(extra["ruimte_over"]) >= 0


@given(regelingen)
@settings(deadline=None)
def test_with_the_lowest_amount_all_fits_and_with_a_cent_less_not(invoer: BetalingsregelingInvoer) -> None:
    zonder = replace(invoer, schulden=tuple(replace(schuld, termijn=None) for schuld in invoer.schulden))
    laagste = bereken_betalingsregeling(zonder).uitkomst
    assert bereken_betalingsregeling(replace(zonder, ruimte=laagste)).extra["alles_past"] is True
    assert bereken_betalingsregeling(replace(zonder, ruimte=laagste - D("0.01"))).extra["alles_past"] is False


# Reading.


def gegevens(**meer) -> dict:
    return {
        "aflosruimte_per_maand": "100",
        "schulden": [{"id": "a", "schuldeiser": "Winkel", "bedrag": "500"}],
        **meer,
    }


def test_the_fields_are_read() -> None:
    invoer = lees_invoer(
        gegevens(
            maanden=24,
            volgorde="kleinste_eerst",
            schulden=[{"id": 1, "schuldeiser": "W", "bedrag": 5, "termijn_per_maand": "2.50"}],
        ),
        DAG,
    )
    assert invoer == BetalingsregelingInvoer(
        DAG,
        (Regelingschuld(1, "W", D(5), D("2.50")),),
        D(100),
        maanden=24,
        volgorde=Betaalvolgorde.KLEINSTE_EERST,
    )
    uit = lees_invoer(gegevens(aflosruimte_per_maand=None, begroting=begroting()), DAG)
    assert uit.ruimte is None
    assert uit.begroting is not None
    assert uit.begroting.peildatum == DAG


@pytest.mark.parametrize(
    ("wijziging", "veld", "deel"),
    [
        ({"aflosruimte_per_maand": None}, "aflosruimte_per_maand", "een van beide"),
        ({"begroting": begroting()}, "aflosruimte_per_maand", "een van beide"),
        ({"aflosruimte_per_maand": "-1"}, "aflosruimte_per_maand", "0 of meer"),
        ({"maanden": 0}, "maanden", "van 1 tot en met 120"),
        ({"maanden": 121}, "maanden", "van 1 tot en met 120"),
        ({"volgorde": "willekeurig"}, "volgorde", "kleinste_eerst"),
        ({"schulden": []}, "schulden", "ten minste één schuld"),
        ({"schulden": [{"id": "a", "bedrag": 1}]}, "schulden[1].schuldeiser", "ontbreekt"),
        ({"schulden": [{"id": "a", "schuldeiser": "W", "bedrag": 0}]}, "schulden[1].bedrag", "hoger dan 0"),
        (
            {"schulden": [{"id": "a", "schuldeiser": "W", "bedrag": 5, "termijn_per_maand": 0}]},
            "schulden[1].termijn_per_maand",
            "hoger dan 0",
        ),
        (
            {"schulden": [{"id": "a", "schuldeiser": "W", "bedrag": 5, "preferent": True}]},
            "schulden[1].preferent",
            "onbekend",
        ),
        ({"aflosruimte_per_maand": None, "begroting": begroting(x=1)}, "begroting.x", "onbekend"),
        ({"rente": 1}, "rente", "onbekend"),
    ],
)
def test_a_fault_is_told_per_field(wijziging, veld, deel) -> None:
    with pytest.raises(Invoerfout) as gevangen:
        lees_invoer(gegevens(**wijziging), DAG)
    assert [(f.veld, deel in f.fout) for f in gevangen.value.fouten] == [(veld, True)]


def test_without_today_the_peildatum_is_asked() -> None:
    with pytest.raises(Invoerfout, match="peildatum"):
        lees_invoer(gegevens())
