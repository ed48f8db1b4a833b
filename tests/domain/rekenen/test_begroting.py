"""Begroting: every period to a month exactly, groups, suggestions by a table, before and after, rows and back."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.rekenen.narekenen import toets_uitleg

from waakvlam.domain.rekenen.begroting import (
    POSTEN,
    BegrotingInvoer,
    Begrotingsregel,
    Groep,
    Omstandigheid,
    bereken_begroting,
    lees_invoer,
    lees_vergelijking,
    maak_saldo,
    vergelijk_begrotingen,
)
from waakvlam.domain.rekenen.invoer import Invoerfout
from waakvlam.domain.rekenen.vtlb import Periode

D = Decimal
DAG = date(2026, 7, 1)
PER_JAAR = {"week": 52, "vier_weken": 13, "maand": 12, "kwartaal": 4, "jaar": 1}


def regel(post: str, bedrag: str, periode: str = "maand", omschrijving: str | None = None) -> Begrotingsregel:
    return Begrotingsregel(POSTEN[post], D(bedrag), Periode(periode), omschrijving)


def maak(*regels: Begrotingsregel, omstandigheden: tuple[Omstandigheid, ...] = ()) -> BegrotingInvoer:
    return BegrotingInvoer(DAG, regels, omstandigheden)


GEZIN = maak(
    regel("loon", "1800.00", "vier_weken"),
    regel("zorgtoeslag", "129"),
    regel("vakantiegeld", "1700", "jaar"),
    regel("wonen", "650"),
    regel("verzekeringen", "180", "kwartaal"),
    regel("kleding", "600", "jaar"),
    regel("voeding", "95", "week"),
)


@pytest.mark.parametrize(
    ("periode", "bedrag", "per_maand"),
    [
        ("week", "12", D(52)),
        ("vier_weken", "12", D(13)),
        ("maand", "12.34", D("12.34")),
        ("kwartaal", "12", D(4)),
        ("jaar", "12", D(1)),
    ],
)
def test_a_period_becomes_a_month_as_nibud_counts(periode, bedrag, per_maand) -> None:
    assert regel("voeding", bedrag, periode).per_maand == per_maand


def test_a_household_by_hand() -> None:
    """Income 1950 + 129 + 141.67; expenses 650 + 60 + 50 + 411.67."""
    uitkomst = bereken_begroting(GEZIN)
    extra = uitkomst.extra
    assert (extra["inkomsten_per_maand"], extra["uitgaven_per_maand"]) == ("2220.67", "1171.67")
    assert uitkomst.uitkomst == D("1049.00")
    assert extra["saldo_per_jaar"] == "12588.00"
    assert extra["tekort"] is False
    assert [(groep["naam"], groep["per_maand"]) for groep in extra["groepen"]] == [
        ("inkomsten", "2220.67"),
        ("vaste lasten", "710.00"),
        ("reserveringsuitgaven", "50.00"),
        ("huishoudelijke uitgaven", "411.67"),
    ]
    assert extra["groepen"][1]["regels"][1] == {
        "post": "verzekeringen",
        "naam": "verzekeringen",
        "bedrag": "180.00",
        "periode": "kwartaal",
        "per_maand": "60.00",
    }


@pytest.mark.parametrize(
    ("uitgaven", "saldo", "tekort"),
    [("99.99", "0.01", False), ("100", "0.00", False), ("100.01", "-0.01", True)],
)
def test_a_deficit_is_below_zero(uitgaven, saldo, tekort) -> None:
    uitkomst = bereken_begroting(maak(regel("loon", "100"), regel("wonen", uitgaven)))
    assert (uitkomst.uitkomst, uitkomst.extra["tekort"]) == (D(saldo), tekort)


def test_a_group_without_lines_is_unknown_and_named() -> None:
    uitkomst = bereken_begroting(maak(regel("loon", "100"), regel("wonen", "50")))
    assert [groep["per_maand"] for groep in uitkomst.extra["groepen"]] == ["100.00", "50.00", None, None]
    aannames = {aanname.naam: aanname.keuze for aanname in uitkomst.aannames}
    assert next(iter(aannames)) == "lege_groepen"
    assert aannames["lege_groepen"] == "reserveringsuitgaven, huishoudelijke uitgaven"
    assert aannames["posten"] == "eigen indeling"
    assert "lege_groepen" not in {aanname.naam for aanname in bereken_begroting(GEZIN).aannames}


@pytest.mark.parametrize(("post", "veld"), [("loon", "uitgaven"), ("wonen", "inkomsten")])
def test_without_any_income_or_expense_nothing_is_said(post, veld) -> None:
    with pytest.raises(Invoerfout) as gevangen:
        bereken_begroting(maak(regel(post, "100")))
    assert [fout.veld for fout in gevangen.value.fouten] == [veld]


regels_st = st.builds(
    Begrotingsregel,
    st.sampled_from(list(POSTEN.values())),
    st.integers(0, 1_000_000).map(lambda n: D(n) / 100),
    st.sampled_from(Periode),
    st.none() | st.sampled_from(["kamer", "auto 2", "a per week"]),
)
begrotingen = st.builds(
    lambda regels, omstandigheden: maak(
        regel("loon", "1000"), regel("wonen", "500"), *regels, omstandigheden=tuple(omstandigheden)
    ),
    st.lists(regels_st, max_size=12),
    st.lists(st.sampled_from(Omstandigheid), unique=True),
)


@given(begrotingen)
@settings(deadline=None)
def test_every_figure_can_be_done_again_from_its_own_words(invoer: BegrotingInvoer) -> None:
    toets_uitleg(bereken_begroting(invoer).uitleg)


@given(begrotingen)
@settings(deadline=None)
def test_the_balance_is_that_of_a_year_in_twelve(invoer: BegrotingInvoer) -> None:
    """An oracle in fractions: what comes and goes in a year, divided by twelve, to within half a cent."""
    jaar = sum(
        (-1 if r.post.groep.is_uitgave else 1) * Fraction(r.bedrag) * PER_JAAR[r.periode.value]
        for r in invoer.regels
    )
    assert abs(Fraction(maak_saldo(invoer).waarde) - jaar / 12) <= Fraction(1, 200)


@given(begrotingen, st.randoms(use_true_random=False))
@settings(deadline=None)
def test_the_order_of_the_lines_does_not_matter(invoer: BegrotingInvoer, toeval) -> None:
    regels = list(invoer.regels)
    toeval.shuffle(regels)
    assert maak_saldo(replace(invoer, regels=tuple(regels))).waarde == maak_saldo(invoer).waarde


def test_every_post_has_a_name_of_its_own_and_groups_are_complete() -> None:
    namen = [naam for post in POSTEN.values() for naam in {post.naam.casefold(), post.sleutel}]
    assert len(namen) == len(set(namen))
    assert {post.groep for post in POSTEN.values()} == set(Groep)


# Before and after.


def test_before_and_after_per_line_and_group() -> None:
    na = maak(
        regel("loon", "1800.00", "vier_weken"),
        regel("zorgtoeslag", "129"),
        regel("huurtoeslag", "250"),
        regel("vakantiegeld", "1700", "jaar"),
        regel("wonen", "650"),
        regel("kleding", "600", "jaar"),
        regel("voeding", "40", "week", "thuis"),
        regel("voeding", "45", "week", "school"),
    )
    beeld = vergelijk_begrotingen(GEZIN, na).als_dict()
    assert beeld["saldo"] == {"voor": "1049.00", "na": "1402.33", "verschil": "353.33"}
    anders = [(r["naam"], r["voor"], r["na"], r["verschil"]) for r in beeld["regels"] if D(r["verschil"])]
    assert anders == [
        ("huurtoeslag", None, "250.00", "250.00"),
        ("verzekeringen", "60.00", None, "-60.00"),
        ("voeding", "411.67", None, "-411.67"),
        ("voeding: school", None, "195.00", "195.00"),
        ("voeding: thuis", None, "173.33", "173.33"),
    ]
    assert [(g["groep"], g["verschil"]) for g in beeld["groepen"]] == [
        ("inkomsten", "250.00"),
        ("vaste_lasten", "-60.00"),
        ("reserveringsuitgaven", "0.00"),
        ("huishoudelijke_uitgaven", "-43.34"),  # 411.67 as shown becomes 368.33
    ]
    assert "353,33 per maand meer over" in beeld["betekenis"]
    assert "minder over" in vergelijk_begrotingen(na, GEZIN).betekenis
    iets = replace(GEZIN, regels=(*GEZIN.regels, regel("teruggaven", "0.60")))
    assert "0,60 per maand meer over" in vergelijk_begrotingen(GEZIN, iets).betekenis
    assert vergelijk_begrotingen(GEZIN, GEZIN).betekenis == "Het saldo blijft €\u00a01.049,00 per maand."


@given(begrotingen, begrotingen)
@settings(deadline=None)
def test_lines_of_a_group_add_up_to_within_the_rounding_of_each(
    voor: BegrotingInvoer, na: BegrotingInvoer
) -> None:
    beeld = vergelijk_begrotingen(voor, na)
    for groep in beeld.groepen:
        regels = [r for r in beeld.regels if r.groep is groep.groep]
        assert abs(sum(r.verschil for r in regels) - groep.verschil) <= D("0.01") * (len(regels) + 1)
    assert vergelijk_begrotingen(na, voor).saldo_voor == beeld.saldo_na


# Reading.


def gegevens(**meer) -> dict:
    return {
        "inkomsten": [{"post": "loon", "bedrag": "1800", "periode": "vier_weken"}],
        "uitgaven": [{"post": "wonen", "bedrag": 650, "periode": "maand", "omschrijving": "kamer"}],
        **meer,
    }


def test_the_fields_are_read() -> None:
    invoer = lees_invoer(gegevens(omstandigheden=["geen_overzicht", "geen_overzicht"]), DAG)
    assert invoer == maak(
        regel("loon", "1800", "vier_weken"),
        regel("wonen", "650", "maand", "kamer"),
        omstandigheden=(Omstandigheid.GEEN_OVERZICHT,),
    )
    nul = lees_invoer(gegevens(inkomsten=[{"post": "loon", "bedrag": "0", "periode": "maand"}]), DAG)
    assert nul.regels[0] == regel("loon", "0")
    voor, na = lees_vergelijking({"voor": gegevens(), "na": gegevens(peildatum="2026-08-01")}, DAG)
    assert (voor.peildatum, na.peildatum) == (DAG, date(2026, 8, 1))


FOUTEN = [
    ({"inkomsten": None}, "inkomsten", "ontbreekt"),
    ({"inkomsten": []}, "inkomsten", "ten minste één regel"),
    ({"uitgaven": []}, "uitgaven", "ten minste één regel"),
    (
        {"uitgaven": [{"post": "loon", "bedrag": 1, "periode": "maand"}]},
        "uitgaven[1].post",
        "hoort bij de inkomsten",
    ),
    (
        {"inkomsten": [{"post": "gas", "bedrag": 1, "periode": "maand"}]},
        "inkomsten[1].post",
        "hoort bij de uitgaven",
    ),
    ({"uitgaven": [{"post": "eten", "bedrag": 1, "periode": "maand"}]}, "uitgaven[1].post", "onbekend"),
    ({"uitgaven": [{"post": "gas", "bedrag": -1, "periode": "maand"}]}, "uitgaven[1].bedrag", "0 of meer"),
    ({"uitgaven": [{"post": "gas", "bedrag": 1, "periode": "dag"}]}, "uitgaven[1].periode", "vier_weken"),
    ({"uitgaven": [{"post": "gas", "periode": "maand"}]}, "uitgaven[1].bedrag", "ontbreekt"),
    ({"uitgaven": [{"post": "gas", "bedrag": 1}]}, "uitgaven[1].periode", "ontbreekt"),
    ({"uitgaven": [{"post": "gas", "bedrag": 1, "periode": "maand", "x": 1}]}, "uitgaven[1].x", "onbekend"),
    ({"omstandigheden": ["verslaafd"]}, "omstandigheden", "Kies uit"),
    ({"omstandigheden": [["x"]]}, "omstandigheden", "Kies uit"),
    ({"saldo": 1}, "saldo", "onbekend"),
]


@pytest.mark.parametrize(("wijziging", "veld", "deel"), FOUTEN)
def test_a_fault_is_told_per_field(wijziging, veld, deel) -> None:
    with pytest.raises(Invoerfout) as gevangen:
        lees_invoer(gegevens(**wijziging), DAG)
    assert [(f.veld, deel in f.fout) for f in gevangen.value.fouten] == [(veld, True)]


def test_a_post_on_the_wrong_side_names_those_that_fit() -> None:
    with pytest.raises(Invoerfout) as gevangen:
        lees_invoer(gegevens(uitgaven=[{"post": "loon", "bedrag": 1, "periode": "maand"}]), DAG)
    (fout,) = gevangen.value.fouten
    assert fout.fout.startswith("'loon' hoort bij de inkomsten. Kies uit: wonen, gas,")
    assert "uitkering" not in fout.fout


def test_the_faults_of_both_are_told() -> None:
    with pytest.raises(Invoerfout) as gevangen:
        lees_vergelijking({"voor": gegevens(x=1), "na": gegevens(uitgaven=[])}, DAG)
    assert {fout.veld for fout in gevangen.value.fouten} == {"voor.x", "na.uitgaven"}
    with pytest.raises(Invoerfout, match="na: Dit gegeven ontbreekt"):
        lees_vergelijking({"voor": gegevens()}, DAG)
    with pytest.raises(Invoerfout, match="peildatum"):
        lees_invoer(gegevens())


def test_two_lines_of_one_kind_have_a_name_each_and_a_sum_in_words() -> None:
    uitleg = maak_saldo(
        maak(regel("loon", "900", "vier_weken"), regel("loon", "60", "jaar"), regel("wonen", "500"))
    )
    assert [(stap.naam, stap.formule) for stap in uitleg.invoer[0].invoer] == [
        ("loon", "loon per vier weken × 13 / 12"),
        ("loon (2)", "loon (2) per jaar / 12"),
    ]


def test_half_a_cent_is_shown_as_a_cent() -> None:
    # 0.06 a year is half a cent a month, 0.30 a year 2.5 cents.
    uitkomst = bereken_begroting(maak(regel("loon", "0.30", "jaar"), regel("wonen", "0.06", "jaar")))
    assert (uitkomst.extra["inkomsten_per_maand"], uitkomst.extra["uitgaven_per_maand"]) == ("0.03", "0.01")
    assert uitkomst.extra["groepen"][1]["per_maand"] == "0.01"
    beeld = vergelijk_begrotingen(maak(regel("loon", "0.06", "jaar"), regel("wonen", "0")), GEZIN)
    assert beeld.groepen[0].voor == D("0.01")
