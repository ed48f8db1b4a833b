"""Beslagvrije voet: what the text of art. 475da-475fa Rv says beside the formula, and what is refused as impossible."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from tests.domain.rekenen.narekenen import toets_uitleg

from waakvlam.domain.rekenen.beslagvrije_voet import (
    BeslagvrijeVoetInvoer,
    Instellingen,
    Leefsituatie,
    NegatieveOnderdelen,
    bereken_beslagvrije_voet,
    lees_invoer,
)
from waakvlam.domain.rekenen.beslagvrije_voet.invoer import Bijstand, Opgelegd
from waakvlam.domain.rekenen.invoer import Invoerfout
from waakvlam.domain.rekenen.normen import EigenNorm
from waakvlam.domain.rekenen.uitleg import schrijf_getal

D = Decimal
ALLEEN = BeslagvrijeVoetInvoer(date(2026, 7, 1), Leefsituatie.ALLEENSTAANDE, D(28_000))
HELFT = EigenNorm("rv_woonlandfactor", D("0.5"), "verzonnen")
GEGEVENS: dict[str, Any] = {
    "peildatum": "2026-07-01",
    "leefsituatie": "alleenstaande",
    "belastbaar_jaarinkomen": "28000",
}


def _uitkomst(invoer: BeslagvrijeVoetInvoer) -> Decimal:
    uitkomst = bereken_beslagvrije_voet(invoer)
    toets_uitleg(uitkomst.uitleg)
    assert uitkomst.uitkomst is not None
    return uitkomst.uitkomst


def _aannames(invoer: BeslagvrijeVoetInvoer) -> dict[str, str]:
    return {aanname.naam: aanname.keuze for aanname in bereken_beslagvrije_voet(invoer).aannames}


def _fouten(**velden: Any) -> list[str]:
    with pytest.raises(Invoerfout) as fout:
        lees_invoer({**GEGEVENS, **velden})
    return [veld.veld for veld in fout.value.fouten]


def test_who_lives_abroad_and_tells_all_gets_the_formula_times_the_factor() -> None:
    """Art. 475e lid 1 sets only the first sentence of art. 475da lid 4 aside; the factor of the second stays."""
    invoer = lees_invoer({**GEGEVENS, "woont_buiten_nederland": True})
    assert _uitkomst(replace(invoer, eigen_normen=(HELFT,))) == D("725.71")  # 1451.4245 / 2


def test_who_lives_abroad_and_tells_nothing_gets_half_the_norm_times_the_factor() -> None:
    invoer = replace(ALLEEN, zonder_woonadres=True, buiten_nederland=True, eigen_normen=(HELFT,))
    assert _uitkomst(invoer) == D("481.60")  # 0.475 * 2027.79 / 2 = 481.600125


def test_the_factor_goes_before_the_increase_for_housing_costs() -> None:
    """The leden in their order: lid 4, then lid 5. 1451.4245 / 2 + (1226.22 - 1.1 * 932.93) = 925.71 and a bit."""
    invoer = replace(ALLEEN, buiten_nederland=True, woonkosten=D("1226.22"), eigen_normen=(HELFT,))
    assert _uitkomst(invoer) == D("925.71")
    assert _aannames(invoer)["volgorde_woonlandfactor"] == "vóór de woonkosten"
    assert "volgorde_woonlandfactor" not in _aannames(replace(invoer, woonkosten=None))


def test_without_the_factor_nothing_is_computed() -> None:
    with pytest.raises(Invoerfout, match="woonlandfactor"):
        bereken_beslagvrije_voet(replace(ALLEEN, buiten_nederland=True))


@pytest.mark.parametrize(
    ("velden", "fout"),
    [
        ({"inkomen_partner_per_maand": "1"}, "inkomen_partner_per_maand"),
        ({"zonder_woonadres": True, "woonkosten": "900"}, "woonkosten"),
        ({"zonder_woonadres": True, "eigen_woning_of_onzelfstandige_huur": True}, "eigen_woning_of_onzelfstandige_huur"),
        ({"inrichting": {"prijs_per_maand": "300"}, "zonder_woonadres": True}, "inrichting"),
        ({"inrichting": {"prijs_per_maand": "300"}, "woonkosten": "900"}, "inrichting"),
        ({"inrichting": {"prijs_per_maand": "300"}, "eigen_woning_of_onzelfstandige_huur": True}, "inrichting"),
        ({"inrichting": {"prijs_per_maand": "300"}, "woont_buiten_nederland": True}, "inrichting"),
    ],
)  # fmt: skip
def test_facts_that_contradict_each_other_are_refused(velden: dict[str, Any], fout: str) -> None:
    assert _fouten(**velden) == [fout]


def test_income_beside_the_seizure_is_not_in_the_95_percent_and_that_is_said() -> None:
    """Art. 475dc speaks of all periodic income; the contract's field holds what is under seizure. Named, not hidden."""
    invoer = replace(ALLEEN, netto_maandinkomen=D(800), ander_eigen_inkomen=D(500))
    assert _uitkomst(invoer) == D("760.00")
    assert _aannames(invoer)["inkomen_95_procent"] == "alleen het inkomen onder beslag"
    assert "inkomen_95_procent" not in _aannames(replace(invoer, ander_eigen_inkomen=None))
    assert "inkomen_95_procent" not in _aannames(replace(invoer, netto_maandinkomen=None))


def test_bijstand_counts_as_a_designated_benefit_and_that_is_said() -> None:
    invoer = lees_invoer(
        {**GEGEVENS, "uitkering_bijstand": {"norm_per_maand": "1000", "ander_inkomen_per_maand": "100"}}
    )
    assert _uitkomst(invoer) == D("850.00")  # 0.95 * 1000 - 100
    assert _aannames(invoer)["bijstand_aangewezen"] == "ja"


def test_bijstand_that_stays_above_the_ordinary_amount_changes_nothing() -> None:
    """Lid 2 works only *bij toepassing van het eerste lid*: 95% of the higher AOW norm does not push the amount up."""
    invoer = lees_invoer(
        {**GEGEVENS, "belastbaar_jaarinkomen": "20000", "uitkering_bijstand": {"norm_per_maand": "1587.34"}}
    )
    assert _uitkomst(invoer) == D("1348.49")  # 0.95 * 1419.46


def test_lid_2_needs_an_amount_above_95_percent_not_on_it() -> None:
    """95% of 1419.46 is what the formula gives: then lid 1 changes nothing, and lid 2 does not come up."""
    velden = {"belastbaar_jaarinkomen": "20000", "uitkering_bijstand": {"norm_per_maand": "1000"}}
    assert _uitkomst(lees_invoer({**GEGEVENS, **velden, "netto_maandinkomen": "1419.46"})) == D("1348.49")
    assert _uitkomst(lees_invoer({**GEGEVENS, **velden, "netto_maandinkomen": "1419.45"})) == D("950.00")


def test_other_income_can_take_the_whole_bijstand_amount_but_not_more() -> None:
    invoer = lees_invoer(
        {**GEGEVENS, "uitkering_bijstand": {"norm_per_maand": "1000", "ander_inkomen_per_maand": "990"}}
    )
    assert _uitkomst(invoer) == 0


def test_an_institution_names_its_assumptions() -> None:
    invoer = BeslagvrijeVoetInvoer(
        date(2026, 7, 1),
        Leefsituatie.GEHUWD_ZONDER_KINDEREN,
        D(28_000),
        netto_maandinkomen=D(800),
        inrichting_prijs=D(300),
    )
    assert _uitkomst(invoer) == D("760.00")  # 300 + 2/3 * 699.11 + 106 = 872.07, above 95% of 800
    assert _aannames(invoer)["inrichting_gehuwd"] == "beiden in de inrichting"
    assert _aannames(invoer)["inrichting_95_procent"] == "toegepast"
    assert "inrichting_gehuwd" not in _aannames(replace(invoer, leefsituatie=Leefsituatie.ALLEENSTAANDE))
    assert "inrichting_95_procent" not in _aannames(replace(invoer, netto_maandinkomen=None))


def test_negative_components_to_the_letter_lower_the_amount() -> None:
    """2026-07, C = 20,000: I = 20000 - 23425 = -3425, times 27% / 12 = -77.0625; 1348.487 - 77.0625 = 1271.42."""
    letterlijk = Instellingen(negatieve_onderdelen=NegatieveOnderdelen.LETTERLIJK)
    invoer = replace(ALLEEN, belastbaar_jaarinkomen=D(20_000))
    assert _uitkomst(invoer) == D("1348.49")
    assert _uitkomst(replace(invoer, instellingen=letterlijk)) == D("1271.42")


@pytest.mark.parametrize(
    ("opgelegd", "verschil", "begin"),
    [
        (
            "1451.41",
            "0.01",
            "De deurwaarder houdt te weinig vrij: € 0,01 per maand minder dan deze berekening.",
        ),
        ("1451.42", "0.00", "De deurwaarder houdt hetzelfde bedrag vrij als deze berekening."),
        ("1451.43", "-0.01", "De deurwaarder houdt € 0,01 per maand meer vrij dan deze berekening."),
    ],
)
def test_an_imposed_amount_beside_ours(opgelegd: str, verschil: str, begin: str) -> None:
    naast = bereken_beslagvrije_voet(lees_invoer({**GEGEVENS, "opgelegd": {"bedrag": opgelegd}})).extra[
        "opgelegd"
    ]
    assert (naast["verschil"], naast["datum"]) == (verschil, None)
    assert naast["betekenis"].replace("\u00a0", " ").startswith(begin)


def test_from_2023_high_housing_costs_count_below_the_maximum_too() -> None:
    """1-1-2023, C = 25,000: 1268.0735… + 1000 - 1.1 * 808.06 = 1379.2075…; a day earlier only at the maximum."""
    invoer = replace(ALLEEN, peildatum=date(2023, 1, 1), belastbaar_jaarinkomen=D(25_000), woonkosten=D(1000))
    assert _uitkomst(invoer) == D("1379.21")


@pytest.mark.parametrize(("inkomen", "verhoging"), [("71089.08", True), ("71089.09", False)])
def test_the_limit_of_lid_7_for_more_persons(inkomen: str, verhoging: bool) -> None:
    eigen = EigenNorm("rv_475da_7_verhoging", D(100), "verzonnen")
    invoer = replace(ALLEEN, leefsituatie=Leefsituatie.ALLEENSTAANDE_OUDER, belastbaar_jaarinkomen=D(inkomen))
    met = _uitkomst(replace(invoer, eigen_woning=True, eigen_normen=(eigen,)))
    assert met - _uitkomst(invoer) == (100 if verhoging else 0)


@pytest.mark.parametrize(("inkomen", "genoemd"), [("29736", False), ("29740", True)])
def test_the_double_care_cap_is_named_only_where_care_plays_a_part(inkomen: str, genoemd: bool) -> None:
    invoer = replace(
        ALLEEN, leefsituatie=Leefsituatie.GEHUWD_ZONDER_KINDEREN, belastbaar_jaarinkomen=D(inkomen)
    )
    assert ("zorgmaximum_gehuwd" in _aannames(invoer)) is genoemd


@pytest.mark.parametrize(("woonkosten", "genoemd"), [("1026.22", False), ("1026.23", True)])
def test_the_term_of_housing_costs_is_named_only_where_they_count(woonkosten: str, genoemd: bool) -> None:
    assert ("termijn_woonkosten" in _aannames(replace(ALLEEN, woonkosten=D(woonkosten)))) is genoemd


def test_nothing_is_a_fact_too() -> None:
    """An income, norm or imposed amount of 0 is 0, not something that was not given."""
    invoer = lees_invoer(
        {
            **GEGEVENS,
            "belastbaar_jaarinkomen": "0",
            "uitkering_bijstand": {"norm_per_maand": "0", "ander_inkomen_per_maand": "0"},
            "opgelegd": {"bedrag": "0"},
        }
    )
    assert (invoer.belastbaar_jaarinkomen, invoer.bijstand, invoer.opgelegd) == (
        0,
        Bijstand(D(0), D(0)),
        Opgelegd(D(0), None),
    )
    assert lees_invoer({**GEGEVENS, "uitkering_bijstand": {"norm_per_maand": "9"}}).bijstand == Bijstand(
        D(9), D(0)
    )


def test_half_a_cent_is_written_the_same_way_in_the_explanation_as_in_the_steps() -> None:
    """0.95 * 1401.50 = 1331.425."""
    uitkomst = bereken_beslagvrije_voet(replace(ALLEEN, peildatum=date(2026, 1, 1))).als_dict()
    norm = uitkomst["uitleg"]["invoer"][0]["invoer"][0]["invoer"][0]
    assert (norm["naam"], norm["uitkomst"]) == ("norm", "1331.43")
    assert uitkomst["tussenstappen"]["norm_95"] == "1331.43"
    assert schrijf_getal(D("-0.001"), "euro") == "0.00"


def test_a_judges_increase_comes_after_the_95_percent() -> None:
    invoer = replace(ALLEEN, netto_maandinkomen=D(1000), verhoging_kantonrechter=D(100))
    assert _uitkomst(invoer) == D("1050.00")
