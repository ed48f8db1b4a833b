"""What if: two results side by side, the difference told and divided over the changes."""

import doctest
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.rekenen.halfjaren import LAATSTE

from waakvlam.domain.rekenen import beslagvrije_voet, vergelijken, vtlb
from waakvlam.domain.rekenen.invoer import Invoerfout
from waakvlam.domain.rekenen.uitkomst import Rekenuitkomst
from waakvlam.domain.rekenen.uitleg import Stap, gegeven
from waakvlam.domain.rekenen.vergelijken import get_scenarios, reken_wat_als, vergelijk_uitkomsten
from waakvlam.domain.rekenen.vergelijken.woorden import noem, noem_verschil

D = Decimal
ALLEEN = {"peildatum": "2026-01-01", "leefsituatie": "alleenstaande", "belastbaar_jaarinkomen": "25000"}
OUDER = {**ALLEEN, "leefsituatie": "alleenstaande_ouder"}


def _voet(gegevens: Mapping[str, Any]) -> Rekenuitkomst:
    return beslagvrije_voet.bereken_beslagvrije_voet(beslagvrije_voet.lees_invoer(gegevens))


def _vtlb(gegevens: Mapping[str, Any]) -> Rekenuitkomst:
    return vtlb.bereken_vtlb(vtlb.lees_invoer(gegevens))


def _zinnen(gegevens: dict[str, Any], wijzigingen: dict[str, Any]) -> list[str]:
    return [
        zin.replace("\u00a0", " ") for zin in reken_wat_als(_voet, gegevens, wijzigingen).verschil.zinnen()
    ]


def test_the_norms_of_july() -> None:
    assert _zinnen(ALLEEN, {"peildatum": "2026-07-01"}) == [
        "Beslagvrije voet gaat van € 1.366,86 per maand naar € 1.383,92 per maand: € 17,06 meer.",
        "De norm 'bijstandsnorm alleenstaande' is € 1.419,46 per maand vanaf 01-07-2026; "
        "eerst was dat € 1.401,50 per maand (art. 21 onder a Pw).",
        "De norm 'maximum beslagvrije voet, alleenstaande' is € 2.208,48 per maand vanaf 01-07-2026; "
        "eerst was dat € 2.191,42 per maand (art. 475da lid 1 onder a Rv).",
        "Beslagvrije voet volgens de formule gaat van € 1.366,86 per maand naar € 1.383,92 per maand: € 17,06 meer.",
        "Totaal vóór het maximum gaat van € 1.366,86 per maand naar € 1.383,92 per maand: € 17,06 meer.",
        "Norm gaat van € 1.331,43 per maand naar € 1.348,49 per maand: € 17,06 meer.",
        "Maximum gaat van € 2.191,42 per maand naar € 2.208,48 per maand: € 17,06 meer.",
    ]


def test_a_job_found() -> None:
    zinnen = _zinnen(
        {**ALLEEN, "netto_maandinkomen": "1400"},
        {"belastbaar_jaarinkomen": "31000", "netto_maandinkomen": "2100"},
    )
    assert zinnen[:3] == [
        "Beslagvrije voet gaat van € 1.330,00 per maand naar € 1.516,32 per maand: € 186,32 meer.",
        "Belastbaar jaarinkomen gaat van € 25.000,00 per jaar naar € 31.000,00 per jaar: € 6.000,00 meer.",
        "Netto maandinkomen met vakantiebijslag gaat van € 1.400,00 per maand naar € 2.100,00 per maand: € 700,00 meer.",
    ]
    assert "Huur gaat van € 35,44 per maand naar € 170,44 per maand: € 135,00 meer." in zinnen


def test_a_child_of_18_takes_the_step_away_and_the_household_becomes_one() -> None:
    zinnen = _zinnen({**OUDER, "belastbaar_jaarinkomen": "35000"}, {"leefsituatie": "alleenstaande"})
    assert "Kind vervalt: dat was € 33,34 per maand." in zinnen
    assert "Huur gaat van € 64,17 per maand naar € 260,44 per maand: € 196,27 meer." in zinnen


def test_a_rent_that_does_not_matter_leaves_the_outcome_and_says_so() -> None:
    zinnen = _zinnen(ALLEEN, {"woonkosten": "800"})
    assert zinnen[0] == "Beslagvrije voet blijft € 1.366,86 per maand."
    assert "Woonkosten komt erbij: € 800,00 per maand." in zinnen


def test_another_regime_is_said() -> None:
    """The sum of the rent component differs; other names in the same sum (another household) do not count."""
    zinnen = _zinnen(
        {**ALLEEN, "peildatum": "2025-07-01", "belastbaar_jaarinkomen": "32000"}, {"peildatum": "2026-01-01"}
    )
    anders = [zin.split(" gaat")[0] for zin in zinnen if zin.endswith("op een andere manier berekend.")]
    assert anders == ["Huur"]
    assert "Normhuur bij dit inkomen vervalt: dat was € 463,51 per maand." in zinnen
    assert "Basishuur komt erbij: € 202,52 per maand." in zinnen


def test_the_same_facts_differ_in_nothing() -> None:
    zelfde = vergelijk_uitkomsten(_voet(ALLEEN), _voet(ALLEEN))
    assert (zelfde.stappen, zelfde.normen, zelfde.verschil) == ((), (), 0)
    assert reken_wat_als(_voet, ALLEEN, {"peildatum": "2026-01-01"}).effecten == ()


def test_rows_for_a_screen() -> None:
    rijen = reken_wat_als(_voet, OUDER, {"belastbaar_jaarinkomen": "30000"}).als_dict()
    assert rijen["voor"] == {"uitkomst": "1331.43", "peildatum": "2026-01-01"}
    assert (rijen["verschil"], rijen["eenheid"]) == ("4.69", "euro per maand")
    kind = next(rij for rij in rijen["stappen"] if rij["naam"] == "kind")
    assert kind == {
        "naam": "kind",
        "diepte": 3,
        "gegeven": False,
        "eenheid": "euro per maand",
        "voor": "0.00",
        "na": "1.67",
        "verschil": "1.67",
        "anders_berekend": False,
        "bron": "art. 475da lid 2 Rv",
    }
    inkomen = next(rij for rij in rijen["stappen"] if rij["gegeven"])
    assert (inkomen["naam"], inkomen["voor"], inkomen["na"]) == (
        "belastbaar jaarinkomen",
        "25000.00",
        "30000.00",
    )
    assert rijen["effecten"] == [
        {"velden": ["belastbaar_jaarinkomen"], "voor": "1331.43", "na": "1336.12", "verschil": "4.69"}
    ]


def test_norms_for_a_screen() -> None:
    (norm, _) = reken_wat_als(_voet, ALLEEN, {"peildatum": "2026-07-01"}).als_dict()["normen"]
    assert (norm["naam"], norm["voor"]["waarde"], norm["na"]["waarde"]) == (
        "bijstandsnorm alleenstaande",
        "1401.50",
        "1419.46",
    )


def test_the_effects_are_told_apart_with_the_norms_last() -> None:
    """A partner's income cannot stand without a partner: both changes are one effect."""
    wijzigingen = {
        "peildatum": "2026-07-01",
        "inkomen_partner_per_maand": "500",
        "leefsituatie": "gehuwd_zonder_kinderen",
        "belastbaar_jaarinkomen": "25000",
    }
    effecten = reken_wat_als(_voet, ALLEEN, wijzigingen).als_dict()["effecten"]
    assert effecten == [
        {
            "velden": ["inkomen_partner_per_maand", "leefsituatie"],
            "voor": "1366.86",
            "na": "1402.02",
            "verschil": "35.16",
        },
        {"velden": ["peildatum"], "voor": "1402.02", "na": "1426.40", "verschil": "24.38"},
    ]


def test_a_fact_can_be_taken_away() -> None:
    wat_als = reken_wat_als(_voet, {**ALLEEN, "netto_maandinkomen": "1000"}, {"netto_maandinkomen": None})
    assert wat_als.verschil.verschil == D("416.86")
    assert [stap.naam for stap in wat_als.verschil.gegevens] == ["netto maandinkomen met vakantiebijslag"]


def test_changes_that_cannot_be_computed_with_are_refused() -> None:
    with pytest.raises(Invoerfout, match="peildatum"):
        reken_wat_als(_voet, ALLEEN, {"peildatum": "2030-01-01"})


def test_different_calculations_are_not_compared() -> None:
    ander = {**ALLEEN, "inkomen": []}
    with pytest.raises(ValueError, match="beslagvrije voet en afloscapaciteit zijn niet te vergelijken"):
        vergelijk_uitkomsten(_voet(ALLEEN), _vtlb(ander))


def test_a_vtlb_is_compared_the_same_way() -> None:
    regel = {"soort": "loon", "bedrag": "1900", "periode": "maand", "telt_mee": True}
    wat_als = reken_wat_als(
        _vtlb,
        {**ALLEEN, "inkomen": [regel]},
        {"correcties": [{"soort": "ziektekosten", "bedrag": "50", "periode": "maand"}]},
    )
    assert wat_als.verschil.verschil == -50
    zinnen = [zin.replace("\u00a0", " ") for zin in wat_als.verschil.zinnen()]
    assert zinnen[0] == "Afloscapaciteit gaat van € 533,14 per maand naar € 483,14 per maand: € 50,00 minder."
    assert "Correctie: ziektekosten die niet worden vergoed komt erbij: € 50,00 per maand." in zinnen


def _met(uitleg: Stap) -> Rekenuitkomst:
    return replace(_voet(ALLEEN), uitkomst=uitleg.uitkomst, uitleg=uitleg)


def test_an_unknown_outcome_has_no_difference() -> None:
    onbekend = Stap("bedrag", None, "0", toelichting="niet bekend")
    verschil = vergelijk_uitkomsten(_met(gegeven("bedrag", D(1))), _met(onbekend))
    assert verschil.verschil is None and verschil.als_dict()["verschil"] is None
    assert verschil.stappen[0].als_dict()["na"] is None
    assert next(verschil.zinnen()).replace("\u00a0", " ") == (
        "Bedrag gaat van € 1,00 per maand naar onbekend, op een andere manier berekend."
    )


def test_two_steps_of_one_name_are_kept_apart() -> None:
    """As in a proposal, where every creditor has a step *uitkering*."""
    som = Stap("som", D(3), "uitkering + uitkering", (gegeven("uitkering", D(1)), gegeven("uitkering", D(2))))
    meer = Stap(
        "som", D(6), "uitkering + uitkering", (gegeven("uitkering", D(1)), gegeven("uitkering", D(5)))
    )
    verschil = vergelijk_uitkomsten(_met(som), _met(meer))
    assert [(stap.naam, stap.verschil, stap.diepte) for stap in verschil.stappen] == [
        ("som", 3, 0),
        ("uitkering", 3, 1),
    ]


@pytest.mark.parametrize(
    ("waarde", "eenheid", "tekst"),
    [
        ("1234.5", "euro per maand", "€ 1.234,50 per maand"),
        ("-2", "euro", "min € 2,00"),
        ("13.730", "procent", "13,73%"),
        ("18", "maanden", "18 maanden"),
    ],
)
def test_figures_are_written_with_their_unit(waarde: str, eenheid: str, tekst: str) -> None:
    assert noem(D(waarde), eenheid).replace("\u00a0", " ") == tekst


def test_differences_are_written_without_a_sign() -> None:
    assert noem_verschil(D("-3"), "euro per jaar") == "€\u00a03,00 minder"
    assert noem_verschil(D("0.5"), "procent") == "0,5% meer"
    assert noem(None, "euro") == "onbekend"


def test_the_scenarios_fit_the_facts() -> None:
    namen = [scenario.naam for scenario in get_scenarios(OUDER)]
    assert namen == ["werk", "kind_18", "woonkosten", "normen"]
    kind = get_scenarios({"leefsituatie": "gehuwd_met_kinderen"})[1]
    assert kind.wijzigingen == {"leefsituatie": "gehuwd_zonder_kinderen"}
    assert [
        s.naam
        for s in get_scenarios(
            {**ALLEEN, "peildatum": LAATSTE.isoformat(), "inrichting": {"prijs_per_maand": 1}}
        )
    ] == ["werk"]
    assert [s.naam for s in get_scenarios({**ALLEEN, "zonder_woonadres": True})] == ["werk", "normen"]
    assert get_scenarios({**ALLEEN, "peildatum": date(2025, 12, 31)})[-1].wijzigingen == {
        "peildatum": "2026-01-01"
    }
    assert get_scenarios({**ALLEEN, "peildatum": "2026-06-30"})[-1].titel == "Met de normen van 01-07-2026"
    assert [s.naam for s in get_scenarios({"peildatum": "morgen"})] == ["werk", "woonkosten"]


def test_the_example_in_the_package_is_true() -> None:
    assert doctest.testmod(vergelijken).failed == 0


feiten = st.fixed_dictionaries(
    {
        "peildatum": st.sampled_from(["2023-01-01", "2024-07-01", "2025-07-01", "2026-01-01", "2026-07-01"]),
        "leefsituatie": st.sampled_from([s.value for s in beslagvrije_voet.Leefsituatie]),
        "belastbaar_jaarinkomen": st.decimals(0, 100_000, places=2),
    },
    optional={
        "netto_maandinkomen": st.decimals(0, 5_000, places=2),
        "woonkosten": st.decimals(0, 3_000, places=2),
        "ander_eigen_inkomen_per_maand": st.decimals(0, 2_000, places=2),
    },
)


@given(feiten, feiten)
def test_the_effects_add_up_and_every_difference_is_there_once(
    eerst: dict[str, Any], later: dict[str, Any]
) -> None:
    wat_als = reken_wat_als(_voet, eerst, later)
    assert sum(effect.verschil or D(0) for effect in wat_als.effecten) == wat_als.verschil.verschil
    terug = vergelijk_uitkomsten(wat_als.verschil.na, wat_als.verschil.voor)
    assert terug.verschil == -(wat_als.verschil.verschil or D(0))
    assert {stap.naam for stap in terug.stappen} == {stap.naam for stap in wat_als.verschil.stappen}
    sleutels = [(stap.naam, stap.verschil) for stap in wat_als.verschil.stappen]
    assert len(sleutels) == len(set(sleutels))
    assert all(list(wat_als.verschil.zinnen()))
