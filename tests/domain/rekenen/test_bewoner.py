"""The explanation for the resident: literal sentences, short, without the words of the trade."""

import re
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from waakvlam.domain.rekenen import beslagvrije_voet, bewoner, vtlb
from waakvlam.domain.rekenen.bewoner import leg_uit_aan_bewoner
from waakvlam.domain.rekenen.uitleg import Stap, gegeven

D = Decimal
ALLEEN = {"peildatum": "2026-07-01", "leefsituatie": "alleenstaande", "belastbaar_jaarinkomen": "28000"}
LOON = {"soort": "loon", "bedrag": "2000", "periode": "maand", "telt_mee": True}
SLOT = (
    "Klopt er iets niet, of verandert er iets? Vertel het aan uw gemeente of aan de deurwaarder. Dan kan het opnieuw worden "
    "uitgerekend."
)
SLOT_GEMEENTE = "Klopt er iets niet, of verandert er iets? Vertel het aan uw gemeente. Dan kan het opnieuw worden uitgerekend."


def _schoon(zinnen: tuple[str, ...]) -> list[str]:
    return [zin.replace("\u00a0", " ") for zin in zinnen]


def _voet(**velden: Any) -> list[str]:
    invoer = beslagvrije_voet.lees_invoer({**ALLEEN, **velden})
    return _schoon(leg_uit_aan_bewoner(beslagvrije_voet.bereken_beslagvrije_voet(invoer)))


def _vtlb(**velden: Any) -> list[str]:
    invoer = vtlb.lees_invoer({**ALLEEN, "inkomen": [LOON], **velden})
    return _schoon(leg_uit_aan_bewoner(vtlb.bereken_vtlb(invoer)))


def test_a_beslagvrije_voet() -> None:
    assert _voet() == [
        "U mag elke maand € 1.451,42 van uw inkomen houden. Een deurwaarder mag dat deel niet gebruiken om schulden te "
        "betalen. Dit deel heet de beslagvrije voet.",
        "Wij rekenden met een inkomen van € 28.000,00 per jaar. Heeft u een partner? Dan telt zijn of haar inkomen daarin mee.",
        "De basis is € 1.348,49. Dat is bijna gelijk aan een bijstandsuitkering.",
        "Daar komt € 102,94 bij. Want met uw inkomen krijgt u minder huurtoeslag.",
        SLOT,
    ]


def test_everything_that_can_be_said_of_a_family() -> None:
    zinnen = _voet(
        leefsituatie="gehuwd_met_kinderen",
        belastbaar_jaarinkomen="95000",
        woonkosten="1300",
        inkomen_partner_per_maand="600",
        ander_eigen_inkomen_per_maand="100",
        bijtelling_auto_loonbelasting="50",
        netto_maandinkomen="2500",
        verhoging_kantonrechter="25",
    )
    assert zinnen[2:] == [
        "De basis is € 1.926,40. Dat is bijna gelijk aan een bijstandsuitkering.",
        "Daar komt € 247,17 bij. Want met uw inkomen krijgt u minder zorgtoeslag.",
        "Daar komt € 732,22 bij. Want met uw inkomen krijgt u minder huurtoeslag.",
        "Daar komt € 353,77 bij. Want met uw inkomen krijgt u minder geld van de overheid voor uw kinderen.",
        "In de wet staat een hoogste bedrag. Daarom telt hier € 3.179,68.",
        "U betaalt veel voor uw woning. Daarom komt er € 273,78 bij. Dit geldt voor een tijd, niet voor altijd.",
        "Uw partner heeft ook inkomen. Daarom gaat er € 600,00 af.",
        "U heeft nog ander inkomen. Daarom gaat er € 100,00 af.",
        "U gebruikt een auto van uw werk. Daarom gaat er € 50,00 af.",
        "Van elk inkomen blijft een klein deel over om schulden te betalen. U houdt daarom 95% van uw inkomen. "
        "Dat is € 2.375,00.",
        "De rechter heeft besloten dat u € 25,00 meer mag houden.",
        SLOT,
    ]


def test_nothing_is_said_of_what_changes_nothing() -> None:
    """Zorg 0, huur 0, an income high enough for the 95%, a rent that is not high."""
    assert len(_voet(belastbaar_jaarinkomen="15000", netto_maandinkomen="1900", woonkosten="700")) == 4


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"belastbaar_jaarinkomen": "0"}, "Wij rekenden met een jaar zonder inkomen."),
        (
            {"zonder_woonadres": True},
            "U staat niet op een adres in Nederland ingeschreven. Dan hoort er een vast bedrag bij, van € 963,20. Woont u wel "
            "ergens? Vertel dan waar u woont en wat uw inkomen is. Dan rekenen wij anders.",
        ),
        (
            {"inrichting": {"prijs_per_maand": "300"}},
            "U woont in een instelling. De prijs die u daarvoor betaalt, telt mee. Dat is € 300,00.",
        ),
        ({"uitkering_bijstand": {"norm_per_maand": "1000"}}, "U krijgt bijstand. Daarom telt hier € 950,00."),
        (
            {
                "woont_buiten_nederland": True,
                "eigen_normen": [{"norm": "rv_woonlandfactor", "waarde": "0.5", "bron": "x"}],
            },
            "U woont buiten Nederland. Daarom telt hier € 725,71.",
        ),
        (
            {
                "eigen_woning_of_onzelfstandige_huur": True,
                "eigen_normen": [{"norm": "rv_475da_7_verhoging", "waarde": "50", "bron": "x"}],
            },
            "Bij uw woning hoort geen huurtoeslag. Daarom komt er € 50,00 bij.",
        ),
        (
            {"ander_eigen_inkomen_per_maand": "5000"},
            "Bij deze gegevens hoeft een deurwaarder niets van dit inkomen vrij te houden.",
        ),
    ],
)
def test_other_ways(velden: dict[str, Any], zin: str) -> None:
    assert zin in _voet(**velden)


def test_a_vtlb_with_something_to_pay_with() -> None:
    correcties = [
        {"soort": "eigen_risico", "bedrag": "385", "periode": "jaar"},
        {"soort": "individuele_lasten", "bedrag": "-20", "periode": "maand"},
    ]
    assert _vtlb(correcties=correcties) == [
        "U kunt elke maand € 536,49 gebruiken om uw schulden te betalen.",
        "Wij rekenden met een inkomen van € 2.000,00 per maand.",
        "Daarvan mag u € 1.463,51 houden, voor wonen, eten en andere kosten.",
        "Daarbij telt mee: eigen risico zorgverzekering, € 32,08 per maand.",
        "Daar gaat van af: individuele lasten (zorgpremie, wonen, kindgebonden budget), € 20,00 per maand.",
        SLOT_GEMEENTE,
    ]


def test_a_vtlb_with_nothing_to_pay_with_blames_nobody() -> None:
    assert _vtlb(inkomen=[]) == [
        "Er blijft op dit moment geen geld over om uw schulden mee te betalen. U kunt ook dan hulp krijgen bij uw schulden.",
        "Wij rekenden zonder inkomen.",
        "Daarvan mag u € 1.451,42 houden, voor wonen, eten en andere kosten.",
        SLOT_GEMEENTE,
    ]


def test_an_official_vtlb_takes_the_place_of_ours() -> None:
    zinnen = _vtlb(officieel_vtlb={"bedrag": "1500", "bron": "calculator", "datum": "2026-07-15"})
    assert zinnen[2] == (
        "Daarvan mag u € 1.500,00 houden, voor wonen, eten en andere kosten. Dit bedrag komt uit de landelijke rekenhulp."
    )
    assert len([zin for zin in zinnen if "mag u" in zin]) == 1


def test_a_calculation_without_sentences_is_told_by_its_outcome_and_facts() -> None:
    jaar = gegeven("toeslag", D(1200), "euro per jaar")
    som = Stap("iets anders", D(100), "toeslag / 12", (jaar, jaar), bron="eigen keuze")
    invoer = beslagvrije_voet.lees_invoer(ALLEEN)
    uitkomst = replace(beslagvrije_voet.bereken_beslagvrije_voet(invoer), uitkomst=som.uitkomst, uitleg=som)
    assert _schoon(leg_uit_aan_bewoner(uitkomst)) == [
        "De uitkomst is € 100,00 per maand.",
        "Wij rekenden met: toeslag, € 1.200,00 per jaar.",
        SLOT_GEMEENTE,
    ]


def test_what_is_not_known_is_said() -> None:
    onbekend = Stap("beslagvrije voet", None, "0", toelichting="norm ontbreekt")
    invoer = beslagvrije_voet.lees_invoer(ALLEEN)
    uitkomst = replace(beslagvrije_voet.bereken_beslagvrije_voet(invoer), uitkomst=None, uitleg=onbekend)
    assert leg_uit_aan_bewoner(uitkomst)[0] == "Dit kunnen wij nog niet uitrekenen. Er ontbreekt een gegeven."


def test_the_kept_form_of_a_result_is_told_the_same_way() -> None:
    uitkomst = beslagvrije_voet.bereken_beslagvrije_voet(beslagvrije_voet.lees_invoer(ALLEEN))
    assert leg_uit_aan_bewoner(uitkomst.als_dict()) == leg_uit_aan_bewoner(uitkomst)


VAKTAAL = re.compile(
    r"nulaanbod|wanbetaler|schuldenaar|vtlb|drempel|norm\b|conform|middels|indien|derhalve|beslag\b|inkomensijkpunt|geëxecuteerde",
    re.IGNORECASE,
)


def _alle_zinnen() -> list[str]:
    teksten = yaml.safe_load(
        (bewoner.files("waakvlam.domain.rekenen") / "bewoner.yaml").read_text(encoding="utf-8")
    )
    gevonden: list[str] = []
    for deel in teksten.values():
        gevonden += [*deel["begin"].values(), deel["slot"], deel.get("gegeven", "")]
        for regel in deel.get("stappen", []):
            gevonden += [regel[soort] for soort in ("plus", "nul", "min") if soort in regel]
    return [zin for tekst in gevonden for zin in re.split(r"(?<=[.?!]) ", tekst.strip()) if zin]


@pytest.mark.parametrize("zin", _alle_zinnen())
def test_a_sentence_is_short_and_without_the_words_of_the_trade(zin: str) -> None:
    assert len(zin.split()) <= 17, zin
    assert not VAKTAAL.search(zin), zin


@given(
    st.sampled_from([s.value for s in beslagvrije_voet.Leefsituatie]),
    st.decimals(0, 100_000, places=2),
    st.none() | st.decimals(0, 4_000, places=2),
)
def test_every_household_gets_a_story_with_its_own_amount(
    situatie: str, inkomen: Decimal, netto: Decimal | None
) -> None:
    gegevens = {"leefsituatie": situatie, "belastbaar_jaarinkomen": inkomen, "netto_maandinkomen": netto}
    invoer = beslagvrije_voet.lees_invoer({**ALLEEN, **gegevens})
    uitkomst = beslagvrije_voet.bereken_beslagvrije_voet(invoer)
    zinnen = leg_uit_aan_bewoner(uitkomst)
    assert uitkomst.uitkomst is not None
    bedrag = f"{uitkomst.uitkomst:,.2f}".translate(str.maketrans(",.", ".,"))
    assert bedrag in zinnen[0] or uitkomst.uitkomst == 0
    assert not any("{" in zin for zin in zinnen)
