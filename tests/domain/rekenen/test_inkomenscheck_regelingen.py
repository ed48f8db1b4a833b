"""The schemes of a gemeente: read strictly, and judged for a household."""

from datetime import date
from decimal import Decimal

import pytest

from waakvlam.domain.rekenen.bijstand import Medebewoner, Oordeel
from waakvlam.domain.rekenen.inkomenscheck import (
    Gemeenteregels,
    InkomenscheckInvoer,
    LokaleRegeling,
    Vermogensregel,
    beoordeel_rechten,
    laad_voorbeeld,
    lees_gemeenteregels,
)
from waakvlam.domain.rekenen.invoer import Invoerfout

D = Decimal
WEL, NIET, ONBEKEND = Oordeel.WAARSCHIJNLIJK_WEL, Oordeel.WAARSCHIJNLIJK_NIET, Oordeel.NIET_TE_ZEGGEN
TEKST = """
voorbeeld: false
kwijtschelding_norm_percentage: 90
regelingen:
  - naam: kindpakket
    omschrijving: Geld voor sport en school.
    norm_percentage: 120
    vermogensgrens: eigen
    vermogen_alleenstaande: 5000
    vermogen_samen: 10000.50
    kostendelersnorm: true
    voor_wie: {kinderen: true, leeftijd_vanaf: 18, leeftijd_tot: 67}
    bedrag: 250
    bedrag_per: per kind per jaar
    documenten: [loonstrook, " huurcontract "]
    link: https://www.voorbeeld.nl/kindpakket
  - {naam: pas, omschrijving: Een pas., norm_percentage: 110.5, vermogensgrens: geen}
"""


def test_the_rules_of_a_gemeente_are_read() -> None:
    assert lees_gemeenteregels(TEKST) == Gemeenteregels(
        (
            LokaleRegeling(
                "kindpakket",
                "Geld voor sport en school.",
                D(120),
                Vermogensregel.EIGEN,
                vermogen_alleenstaande=D(5000),
                vermogen_samen=D("10000.50"),
                kostendelersnorm=True,
                kinderen=True,
                leeftijd_vanaf=18,
                leeftijd_tot=67,
                bedrag=D(250),
                bedrag_per="per kind per jaar",
                documenten=("loonstrook", "huurcontract"),
                link="https://www.voorbeeld.nl/kindpakket",
            ),
            LokaleRegeling("pas", "Een pas.", D("110.5"), Vermogensregel.GEEN),
        ),
        kwijtschelding_norm_percentage=90,
    )


@pytest.mark.parametrize("percentage", [50, 300])
def test_the_lowest_and_highest_percentage_are_taken(percentage: int) -> None:
    inhoud = {"kwijtschelding_norm_percentage": 100, "regelingen": [GOED | {"norm_percentage": percentage}]}
    assert lees_gemeenteregels(inhoud).regelingen[0].norm_percentage == percentage


def test_the_example_is_marked_as_one_and_holds_no_amounts() -> None:
    voorbeeld = laad_voorbeeld()
    assert voorbeeld.voorbeeld
    assert len(voorbeeld.regelingen) == 4
    assert all(regeling.bedrag is None for regeling in voorbeeld.regelingen)


GOED = {"naam": "pas", "omschrijving": "Een pas.", "norm_percentage": 110, "vermogensgrens": "geen"}


@pytest.mark.parametrize(
    ("wijziging", "veld", "fout"),
    [
        ({"naam": None}, "naam", "ontbreekt"),
        ({"omschrijving": " "}, "omschrijving", "ontbreekt"),
        ({"norm_percentage": None}, "norm_percentage", "ontbreekt"),
        ({"norm_percentage": 49}, "norm_percentage", "50 tot en met 300"),
        ({"norm_percentage": 301}, "norm_percentage", "50 tot en met 300"),
        ({"vermogensgrens": "veel"}, "vermogensgrens", "bijstand, geen, eigen"),
        ({"vermogensgrens": None}, "vermogensgrens", "ontbreekt"),
        ({"vermogen_samen": 1}, "vermogen_samen", "alleen bij"),
        ({"kostendelersnorm": "ja"}, "kostendelersnorm", "true of false"),
        ({"voor_wie": {"kind": True}}, "voor_wie.kind", "onbekend"),
        ({"voor_wie": {"leeftijd_vanaf": 20, "leeftijd_tot": 20}}, "voor_wie.leeftijd_tot", "hoger dan"),
        ({"voor_wie": "iedereen"}, "voor_wie", "velden met een naam"),
        ({"bedrag": 10}, "bedrag_per", "per kind per jaar"),
        ({"bedrag": -1}, "bedrag", "0 of meer"),
        ({"documenten": "loonstrook"}, "documenten", "lijst"),
        ({"documenten": [1]}, "documenten", "namen van documenten"),
        ({"link": "http://x.nl"}, "link", "https://"),
        ({"link": "https://x.nl/a b"}, "link", "geen spaties"),
        ({"kleur": "rood"}, "kleur", "onbekend"),
    ],
)
def test_a_fault_names_scheme_and_field(wijziging: dict, veld: str, fout: str) -> None:
    inhoud = {"kwijtschelding_norm_percentage": 100, "regelingen": [GOED | wijziging]}
    with pytest.raises(Invoerfout) as gevangen:
        lees_gemeenteregels(inhoud)
    assert [(f.veld, fout in f.fout) for f in gevangen.value.fouten] == [(f"regelingen[1].{veld}", True)]


@pytest.mark.parametrize(
    ("inhoud", "veld", "fout"),
    [
        ("kwijtschelding_norm_percentage: 100\nkwijtschelding_norm_percentage: 90", "bestand", "regel 2"),
        ("regelingen: [", "bestand", "geen geldige YAML (regel 1)"),
        ("tekst", "invoer", "velden met een naam"),
        ({"regelingen": []}, "kwijtschelding_norm_percentage", "ontbreekt"),
        ({"kwijtschelding_norm_percentage": 95}, "kwijtschelding_norm_percentage", "90 of 100"),
        ({"kwijtschelding_norm_percentage": 100, "regelingen": "x"}, "regelingen", "lijst"),
        (
            {"kwijtschelding_norm_percentage": 100, "regelingen": [GOED, GOED]},
            "regelingen",
            "'pas' staat er twee keer",
        ),
        ({"kwijtschelding_norm_percentage": 100, "regels": []}, "regels", "onbekend"),
    ],
)
def test_a_fault_of_the_whole_file(inhoud: object, veld: str, fout: str) -> None:
    with pytest.raises(Invoerfout) as gevangen:
        lees_gemeenteregels(inhoud)  # type: ignore[arg-type]
    assert (gevangen.value.fouten[0].veld, fout in gevangen.value.fouten[0].fout) == (veld, True)


def test_amounts_of_its_own_are_both_asked() -> None:
    with pytest.raises(Invoerfout) as gevangen:
        lees_gemeenteregels(
            {"kwijtschelding_norm_percentage": 100, "regelingen": [GOED | {"vermogensgrens": "eigen"}]}
        )
    assert [f.veld for f in gevangen.value.fouten] == [
        "regelingen[1].vermogen_alleenstaande",
        "regelingen[1].vermogen_samen",
    ]


KINDPAKKET, PAS = lees_gemeenteregels(TEKST).regelingen
DAG = date(2026, 7, 1)
OUDER = {
    "leeftijd": 40, "partner": False, "kinderen": (date(2015, 3, 1),), "netto_inkomen": D("1703.35"), "vermogen": D(0),
}  # fmt: skip


def oordeel(regeling: LokaleRegeling, **wijziging: object):
    invoer = InkomenscheckInvoer(DAG, **OUDER | wijziging)  # type: ignore[arg-type]
    return beoordeel_rechten(invoer, Gemeenteregels((regeling,)))[5]


@pytest.mark.parametrize(
    ("regeling", "wijziging", "uitkomst", "deel"),
    [
        # 120% × 1.419,46 = 1.703,352
        (KINDPAKKET, {}, WEL, "niet hoger dan de grens"),
        (KINDPAKKET, {"netto_inkomen": D("1703.36")}, NIET, "inkomen is hoger"),
        # shared costs: 50% × 2.027,79 × 120% = 1.216,674
        (KINDPAKKET, {"medebewoners": (Medebewoner(50),)}, NIET, "inkomen is hoger"),
        (KINDPAKKET, {"medebewoners": (Medebewoner(50),), "netto_inkomen": D("1216.67")}, WEL, "niet hoger"),
        (KINDPAKKET, {"vermogen": D("10000.50")}, WEL, "niet hoger"),
        (KINDPAKKET, {"vermogen": D("10000.51")}, NIET, "spaargeld is hoger"),
        (KINDPAKKET, {"kinderen": ()}, NIET, "kinderen onder de 18"),
        (KINDPAKKET, {"kinderen": (), "netto_inkomen": None}, NIET, "kinderen onder de 18"),
        (KINDPAKKET, {"leeftijd": 17}, NIET, "vanaf 18 jaar"),
        (KINDPAKKET, {"leeftijd": 18, "netto_inkomen": D(300)}, WEL, "niet hoger"),
        (KINDPAKKET, {"leeftijd": 67}, NIET, "tot 67 jaar"),
        (KINDPAKKET, {"leeftijd": 66}, WEL, "niet hoger"),
        (KINDPAKKET, {"vermogen": None}, ONBEKEND, "vermogen"),
        (KINDPAKKET, {"netto_inkomen": None, "leeftijd": None}, ONBEKEND, "leeftijd, netto_inkomen"),
        (KINDPAKKET, {"partner": None, "kinderen": ()}, ONBEKEND, "huishouden"),
        (KINDPAKKET, {"partner": True}, ONBEKEND, "leeftijd_partner"),
        # 110,5% × 1.419,46 = 1.568,5033; no look at assets, children, housemates or age
        (PAS, {"netto_inkomen": D("1568.50"), "vermogen": None, "kinderen": (), "medebewoners": (Medebewoner(50),)}, WEL, "niet hoger"),
        (PAS, {"netto_inkomen": D("1568.51")}, NIET, "inkomen is hoger"),
        (PAS, {"vermogen": D(50000), "netto_inkomen": D(0)}, WEL, "niet hoger"),
        (LokaleRegeling("pas", "Een pas.", D(100)), {"netto_inkomen": D("1419.46")}, WEL, "niet hoger"),
        # 110,5% × 2.027,79 = 2.240,71
        (PAS, {"partner": True, "leeftijd_partner": 30, "netto_inkomen": D("2240.70")}, WEL, "niet hoger"),
    ],
)  # fmt: skip
def test_a_scheme_is_judged(regeling: LokaleRegeling, wijziging: dict, uitkomst: Oordeel, deel: str) -> None:
    recht = oordeel(regeling, **wijziging)
    assert recht.oordeel is uitkomst
    assert deel in recht.reden


BIJSTANDSGRENS = LokaleRegeling("toeslag", "Geld.", D(110))
EIGEN = LokaleRegeling("toeslag", "Geld.", D(110), Vermogensregel.EIGEN, D(100), D(200))


@pytest.mark.parametrize(
    ("regeling", "wijziging", "vermogen", "uitkomst"),
    [
        (BIJSTANDSGRENS, {"kinderen": ()}, 8000, WEL),
        (BIJSTANDSGRENS, {"kinderen": ()}, 8001, NIET),
        (BIJSTANDSGRENS, {}, 16000, WEL),
        (BIJSTANDSGRENS, {}, 16001, NIET),
        (BIJSTANDSGRENS, {"kinderen": (), "partner": True, "leeftijd_partner": 40}, 16000, WEL),
        (EIGEN, {"kinderen": ()}, 100, WEL),
        (EIGEN, {"kinderen": ()}, 101, NIET),
        (EIGEN, {"kinderen": (), "partner": True, "leeftijd_partner": 40}, 200, WEL),
        (EIGEN, {}, 201, NIET),
    ],
)
def test_the_limit_of_assets(
    regeling: LokaleRegeling, wijziging: dict, vermogen: int, uitkomst: Oordeel
) -> None:
    gegevens = {"netto_inkomen": D(1000)} | wijziging
    assert oordeel(regeling, vermogen=D(vermogen), **gegevens).oordeel is uitkomst


def test_what_the_resident_reads_and_brings() -> None:
    recht = oordeel(KINDPAKKET)
    assert recht.tekst == (
        "U kunt waarschijnlijk kindpakket krijgen. Het gaat om ongeveer €\u00a0250,00 per kind per jaar. "
        "Geld voor sport en school. U vraagt het aan bij de gemeente. Dit is een schatting. Wie het geld geeft, beslist."
    )
    assert (recht.documenten, recht.link) == (
        ("loonstrook", "huurcontract"),
        "https://www.voorbeeld.nl/kindpakket",
    )
    assert recht.bedrag == 250
    assert oordeel(KINDPAKKET, leeftijd=70).bedrag is None


def test_a_norm_that_is_missing_is_unknown_not_a_fault() -> None:
    jong = {"leeftijd": 30, "partner": True, "leeftijd_partner": 20, "medebewoners": (Medebewoner(40),)}
    invoer = InkomenscheckInvoer(date(2022, 3, 1), **OUDER | jong)  # type: ignore[arg-type]
    assert beoordeel_rechten(invoer, Gemeenteregels((KINDPAKKET,)))[5].oordeel is ONBEKEND
