"""Beslagvrije voet: published amounts, steps a consulent can check, and what must hold for every household."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.rekenen.halfjaren import HALFJAREN, OPEN
from tests.domain.rekenen.narekenen import toets_uitleg

from waakvlam.domain.rekenen.afronden import Afronding, rond_af_op_centen
from waakvlam.domain.rekenen.beslagvrije_voet import (
    BeslagvrijeVoetInvoer,
    Instellingen,
    Leefsituatie,
    bereken_beslagvrije_voet,
    lees_invoer,
)
from waakvlam.domain.rekenen.normen import EigenNorm, laad_normen

D = Decimal


@pytest.mark.parametrize("peildatum", HALFJAREN, ids=str)
def test_the_published_maxima_follow_from_the_formula(peildatum: date) -> None:
    """Art. 475da lid 8 Rv: the maximum is the voet where the rent component reaches the highest rent.

    Known quirk: for an alleenstaande on 1-7-2021 the law has one cent more than the formula.
    """
    n = laad_normen().op(peildatum)
    basishuur = dict.fromkeys(("een", "meer"), n["wht_17_2"].waarde)
    if peildatum.year >= 2026:
        basishuur = {
            soort: n["wht_17_2"].waarde
            + n["wht_16"].waarde
            - n[f"wht_17_3_{soort}persoons"].waarde
            - n["wht_verlaging_eigen_bijdrage"].waarde
            for soort in ("een", "meer")
        }
    premie, maxhuur = n["wzt_standaardpremie"].waarde / 12, n["wht_13_1a"].waarde
    alleen = D("0.95") * n["pw_21a"].waarde + premie - n["pw_23_2a"].waarde + maxhuur - basishuur["een"]
    samen = D("0.95") * n["pw_21b"].waarde + 2 * premie - n["pw_23_2b"].waarde + maxhuur - basishuur["meer"]
    cent_te_veel = D("0.01") if peildatum == date(2021, 7, 1) else D(0)
    assert rond_af_op_centen(alleen) + cent_te_veel == n["rv_475da_1a"].waarde
    assert rond_af_op_centen(samen) == n["rv_475da_1c"].waarde


@pytest.mark.parametrize("peildatum", OPEN, ids=str)
@pytest.mark.parametrize("situatie", list(Leefsituatie), ids=lambda s: s.value)
def test_a_high_income_gets_the_published_maximum(peildatum: date, situatie: Leefsituatie) -> None:
    uitkomst = bereken_beslagvrije_voet(BeslagvrijeVoetInvoer(peildatum, situatie, D(150_000)))
    assert uitkomst.uitkomst == laad_normen().op(peildatum)[f"rv_475da_1{situatie.onderdeel}"].waarde


def test_an_inrichting_of_july_2022_as_a_court_reported_it() -> None:
    """Bron: schuldinfo.nl over de rechtbank Amsterdam, 27-7-2022: CAK 326,65 gaf 594 (whole euros, rounded up)."""
    invoer = BeslagvrijeVoetInvoer(
        date(2022, 7, 27),
        Leefsituatie.ALLEENSTAANDE,
        D(20_000),
        inrichting_prijs=D("326.65"),
        instellingen=Instellingen(Afronding.EURO_OMHOOG),
    )
    assert bereken_beslagvrije_voet(invoer).uitkomst == 594
    assert bereken_beslagvrije_voet(replace(invoer, instellingen=Instellingen())).uitkomst == D("593.24")


bedragen = st.decimals(0, 200_000, places=2)
huishoudens = st.builds(
    BeslagvrijeVoetInvoer,
    peildatum=st.sampled_from(OPEN),
    leefsituatie=st.sampled_from(Leefsituatie),
    belastbaar_jaarinkomen=bedragen,
    netto_maandinkomen=st.none() | st.decimals(0, 8_000, places=2),
    ander_eigen_inkomen=st.none() | st.decimals(0, 3_000, places=2),
    bijtelling_auto=st.none() | st.decimals(0, 300, places=2),
    woonkosten=st.none() | st.decimals(0, 3_000, places=2),
    verhoging_kantonrechter=st.none() | st.decimals(0, 500, places=2),
)


@given(huishoudens)
def test_every_figure_can_be_done_again_from_its_own_words(invoer: BeslagvrijeVoetInvoer) -> None:
    toets_uitleg(bereken_beslagvrije_voet(invoer).uitleg)


def test_the_fields_of_the_contract_are_read() -> None:
    invoer = lees_invoer(
        {
            "peildatum": "2026-07-01",
            "leefsituatie": "gehuwd_met_kinderen",
            "belastbaar_jaarinkomen": 42000,
            "netto_maandinkomen": "2900.00",
            "inkomen_partner_per_maand": "600,50",
        }
    )
    assert invoer == BeslagvrijeVoetInvoer(
        date(2026, 7, 1),
        Leefsituatie.GEHUWD_MET_KINDEREN,
        D(42000),
        netto_maandinkomen=D("2900.00"),
        inkomen_partner=D("600.50"),
    )


def test_the_basishuur_is_that_of_the_huurtoeslag_with_what_the_year_adds() -> None:
    """J of art. 475da lid 2 Rv is the basishuur of art. 16 Wht: what that adds takes as much off the highest huur."""
    invoer = BeslagvrijeVoetInvoer(date(2026, 7, 1), Leefsituatie.ALLEENSTAANDE, D(150_000))
    met = replace(invoer, eigen_normen=(EigenNorm("wht_16", D(10), "proef"),))
    assert bereken_beslagvrije_voet(invoer).uitkomst == D("2208.48")
    assert bereken_beslagvrije_voet(met).uitkomst == D("2198.48")
