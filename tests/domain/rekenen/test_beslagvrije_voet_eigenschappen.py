"""Beslagvrije voet: what must hold for every household, and where the law is not monotone.

It is not monotone in three places, each shown below: at the income limit of lid 7, from alleenstaande to alleenstaande
ouder, and (only until 2026, to the letter) for incomes so low that the curve of the normhuur still falls.
"""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from tests.domain.rekenen.halfjaren import OPEN
from tests.domain.rekenen.narekenen import toets_uitleg

from waakvlam.domain.rekenen.afronden import Afronding
from waakvlam.domain.rekenen.beslagvrije_voet import (
    BeslagvrijeVoetInvoer,
    Instellingen,
    Leefsituatie,
    NegatieveOnderdelen,
    bereken_beslagvrije_voet,
)
from waakvlam.domain.rekenen.beslagvrije_voet.invoer import Bijstand
from waakvlam.domain.rekenen.normen import EigenNorm, laad_normen

D = Decimal
ALLEEN, OUDER = Leefsituatie.ALLEENSTAANDE, Leefsituatie.ALLEENSTAANDE_OUDER
CENT = D("0.01")

inkomens = st.decimals(0, 120_000, places=2)
kleine = st.decimals(0, 4_000, places=2)
huishoudens = st.builds(
    BeslagvrijeVoetInvoer,
    peildatum=st.sampled_from(OPEN),
    leefsituatie=st.sampled_from(Leefsituatie),
    belastbaar_jaarinkomen=inkomens,
    netto_maandinkomen=st.none() | kleine,
    ander_eigen_inkomen=st.none() | kleine,
    bijtelling_auto=st.none() | st.decimals(0, 300, places=2),
    woonkosten=st.none() | kleine,
)
paren = st.builds(
    BeslagvrijeVoetInvoer,
    peildatum=st.sampled_from(OPEN),
    leefsituatie=st.sampled_from([s for s in Leefsituatie if s.gehuwd]),
    belastbaar_jaarinkomen=inkomens,
    inkomen_partner=kleine,
)


def _uitkomst(invoer: BeslagvrijeVoetInvoer) -> Decimal:
    uitkomst = bereken_beslagvrije_voet(invoer).uitkomst
    assert uitkomst is not None
    return uitkomst


@given(huishoudens, st.decimals(0, 60_000, places=2))
def test_a_higher_income_never_lowers_it(invoer: BeslagvrijeVoetInvoer, meer: Decimal) -> None:
    hoger = replace(invoer, belastbaar_jaarinkomen=invoer.belastbaar_jaarinkomen + meer)
    assert _uitkomst(hoger) >= _uitkomst(invoer)


@given(huishoudens, kleine)
def test_a_higher_net_income_or_higher_rent_never_lowers_it(
    invoer: BeslagvrijeVoetInvoer, meer: Decimal
) -> None:
    if invoer.netto_maandinkomen is not None:
        hoger = replace(invoer, netto_maandinkomen=invoer.netto_maandinkomen + meer)
        assert _uitkomst(hoger) >= _uitkomst(invoer)
    if invoer.woonkosten is not None:
        duurder = replace(invoer, woonkosten=invoer.woonkosten + meer)
        assert _uitkomst(duurder) >= _uitkomst(invoer)


@given(huishoudens, kleine)
def test_more_income_of_ones_own_never_raises_it_and_lowers_it_by_no_more(
    invoer: BeslagvrijeVoetInvoer, meer: Decimal
) -> None:
    eigen = invoer.ander_eigen_inkomen or D(0)
    eerst, later = _uitkomst(invoer), _uitkomst(replace(invoer, ander_eigen_inkomen=eigen + meer))
    assert eerst >= later >= eerst - meer - CENT
    assert later >= 0


@given(paren, kleine)
def test_a_partners_income_never_takes_more_than_half(invoer: BeslagvrijeVoetInvoer, meer: Decimal) -> None:
    assert invoer.inkomen_partner is not None
    zonder = _uitkomst(replace(invoer, inkomen_partner=None))
    met = _uitkomst(invoer)
    assert zonder >= met >= zonder / 2 - CENT
    assert _uitkomst(replace(invoer, inkomen_partner=invoer.inkomen_partner + meer)) <= met


@given(huishoudens)
def test_it_is_never_above_the_maximum_before_housing_costs(invoer: BeslagvrijeVoetInvoer) -> None:
    maximum = laad_normen().op(invoer.peildatum)[f"rv_475da_1{invoer.leefsituatie.onderdeel}"].waarde
    assert _uitkomst(replace(invoer, woonkosten=None)) <= maximum
    if invoer.woonkosten is not None:
        assert _uitkomst(invoer) <= maximum + invoer.woonkosten


@given(huishoudens)
def test_it_is_never_above_95_percent_of_the_income_where_that_rule_applies(
    invoer: BeslagvrijeVoetInvoer,
) -> None:
    assume(invoer.netto_maandinkomen is not None)
    assert invoer.netto_maandinkomen is not None
    assert _uitkomst(invoer) <= D("0.95") * invoer.netto_maandinkomen + CENT / 2


@given(huishoudens, kleine, kleine)
def test_bijstand_is_95_percent_of_the_own_norm_or_the_lower_ordinary_amount(
    invoer: BeslagvrijeVoetInvoer, norm: Decimal, ander: Decimal
) -> None:
    invoer = replace(invoer, netto_maandinkomen=None)
    gewoon = _uitkomst(invoer)
    met = _uitkomst(replace(invoer, bijstand=Bijstand(norm, ander)))
    assert abs(met - min(gewoon, max(D("0.95") * norm - ander, D(0)))) <= CENT / 2


@given(huishoudens)
def test_the_components_are_never_below_zero_and_the_letter_of_the_law_never_gives_more(
    invoer: BeslagvrijeVoetInvoer,
) -> None:
    tussen = bereken_beslagvrije_voet(invoer).extra["tussenstappen"]
    assert all(D(tussen[naam] or 0) >= 0 for naam in ("norm_95", "zorg", "huur", "kind"))
    letterlijk = Instellingen(negatieve_onderdelen=NegatieveOnderdelen.LETTERLIJK)
    assert _uitkomst(replace(invoer, instellingen=letterlijk)) <= _uitkomst(invoer)


# 2058.0003… is 2058.00 in cents and 2059 in euros rounded up: one whole euro apart, never more.
@example(BeslagvrijeVoetInvoer(date(2026, 7, 1), Leefsituatie.GEHUWD_ZONDER_KINDEREN, D("35241.95")))
@given(huishoudens)
def test_rounding_up_gives_whole_euros_at_most_one_above(invoer: BeslagvrijeVoetInvoer) -> None:
    rond = _uitkomst(replace(invoer, instellingen=Instellingen(Afronding.EURO_OMHOOG)))
    assert rond == int(rond)
    assert D("-0.005") <= rond - _uitkomst(invoer) <= 1


@given(huishoudens, st.sampled_from(NegatieveOnderdelen), st.sampled_from(Afronding))
def test_every_sum_can_be_done_again_with_every_setting(
    invoer: BeslagvrijeVoetInvoer, negatief: NegatieveOnderdelen, afronding: Afronding
) -> None:
    toets_uitleg(
        bereken_beslagvrije_voet(replace(invoer, instellingen=Instellingen(afronding, negatief))).uitleg
    )


@given(paren, st.booleans(), kleine, kleine)
def test_every_sum_of_the_other_ways_can_be_done_again(
    invoer: BeslagvrijeVoetInvoer, inrichting: bool, bedrag: Decimal, ander: Decimal
) -> None:
    wegen = (
        replace(invoer, inrichting_prijs=bedrag, netto_maandinkomen=ander),
        replace(invoer, zonder_woonadres=True, bijstand=Bijstand(bedrag, ander)),
        replace(
            invoer, eigen_woning=True, eigen_normen=(EigenNorm("rv_475da_7_verhoging", bedrag, "proef"),)
        ),
        replace(
            invoer, buiten_nederland=True, eigen_normen=(EigenNorm("rv_woonlandfactor", D("0.6"), "proef"),)
        ),
    )
    for weg in wegen if inrichting else wegen[1:]:
        if weg.eigen_woning and weg.peildatum < date(2023, 7, 1):
            continue  # the income limit of lid 7 is not known then
        toets_uitleg(bereken_beslagvrije_voet(weg).uitleg)


def test_not_monotone_at_the_income_limit_of_lid_7() -> None:
    """One cent more income takes the whole increase for housing costs away."""
    verhoging = EigenNorm("rv_475da_7_verhoging", D(100), "proef")
    invoer = BeslagvrijeVoetInvoer(
        date(2026, 7, 1), ALLEEN, D("55682.77"), eigen_woning=True, eigen_normen=(verhoging,)
    )
    assert _uitkomst(replace(invoer, belastbaar_jaarinkomen=D("55682.78"))) == _uitkomst(invoer) - 100


@pytest.mark.parametrize("dag", [date(2025, 7, 1), date(2026, 7, 1)])
def test_not_monotone_in_the_household(dag: date) -> None:
    """With a child the ijkpunt is higher: the household keeps more huurtoeslag, so that less has to be left free."""
    alleen = BeslagvrijeVoetInvoer(dag, ALLEEN, D(29_000))
    assert _uitkomst(replace(alleen, leefsituatie=OUDER)) < _uitkomst(alleen)


def test_not_monotone_to_the_letter_for_the_lowest_incomes() -> None:
    """2025, more persons: b is negative, so that a·C² + b·C falls until C = 2,318."""
    letterlijk = Instellingen(negatieve_onderdelen=NegatieveOnderdelen.LETTERLIJK)
    invoer = BeslagvrijeVoetInvoer(date(2025, 7, 1), OUDER, D(0), instellingen=letterlijk)
    assert _uitkomst(replace(invoer, belastbaar_jaarinkomen=D(2_300))) < _uitkomst(invoer)
