"""The inkomenscheck: per right probably, probably not, or not without another fact; in words a resident reads."""

import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.rekenen.narekenen import toets_uitleg

from waakvlam.domain.rekenen.beslagvrije_voet import Leefsituatie
from waakvlam.domain.rekenen.bijstand import Medebewoner, Oordeel
from waakvlam.domain.rekenen.inkomenscheck import (
    Aanvraagstatus,
    Gemeenteregels,
    InkomenscheckInvoer,
    Inkomensrecht,
    beoordeel_rechten,
    bereken_inkomenscheck,
    laad_voorbeeld,
    lees_invoer,
)
from waakvlam.domain.rekenen.invoer import Invoerfout
from waakvlam.domain.rekenen.normen import EigenNorm, laad_normen

D = Decimal
laad_normen()  # read once, so that no example pays for it
WEL, NIET, ONBEKEND = Oordeel.WAARSCHIJNLIJK_WEL, Oordeel.WAARSCHIJNLIJK_NIET, Oordeel.NIET_TE_ZEGGEN
KIND = date(2015, 3, 1)
DAG = date(2026, 7, 1)
OUDER = {
    "leeftijd": 40, "partner": False, "kinderen": (KIND,), "toetsingsinkomen": D(20000), "netto_inkomen": D(1300),
    "kale_huur": D(700), "vermogen": D(1000), "aanslag": D(400),
}  # fmt: skip


def rechten(**wijziging: object) -> dict[str, Inkomensrecht]:
    invoer = InkomenscheckInvoer(DAG, **wijziging)  # type: ignore[arg-type]
    return {recht.sleutel: recht for recht in beoordeel_rechten(invoer)}


def test_a_parent_alone_with_a_low_income_has_every_right() -> None:
    gevonden = rechten(**OUDER)
    assert {sleutel: (recht.oordeel, recht.bedrag) for sleutel, recht in gevonden.items()} == {
        "zorgtoeslag": (WEL, D(129)),
        "huurtoeslag": (WEL, D(428)),
        "kindgebonden_budget": (WEL, D(499)),
        "bijstand": (WEL, D("119.46")),
        "kwijtschelding": (WEL, D("400.00")),
    }
    uitkomst = bereken_inkomenscheck(InkomenscheckInvoer(DAG, **OUDER))  # type: ignore[arg-type]
    assert uitkomst.uitkomst == D("1175.46")
    assert (uitkomst.eenheid, uitkomst.uitleg.toelichting) == ("euro per maand", "")
    assert uitkomst.uitleg.formule == "zorgtoeslag + huurtoeslag + kindgebonden budget + aanvullende bijstand"


@pytest.mark.parametrize(
    ("wijziging", "bedrag"),
    [
        # 2026, low income, rent 750: up to 713,02 for two people at most, up to 764,14 from three
        ({"kinderen": ()}, 450),  # 498,20 − 202,52 + 65% × 214,82 + 40% × 36,98
        ({}, 451),  # 498,20 − 200,71 + the same
        ({"kinderen": (KIND, KIND)}, 461),  # 498,20 − 200,71 + 65% × 251,80
        ({"kinderen": (), "partner": True, "leeftijd_partner": 40}, 451),
        ({"partner": True, "leeftijd_partner": 40}, 461),
        ({"kinderen": (), "medebewoners": (Medebewoner(30),)}, 451),
        ({"medebewoners": (Medebewoner(30),)}, 461),
    ],
)
def test_everybody_at_the_address_counts_for_huurtoeslag(wijziging: dict, bedrag: int) -> None:
    assert rechten(**OUDER | {"kale_huur": D(750)} | wijziging)["huurtoeslag"].bedrag == bedrag


@pytest.mark.parametrize(("netto", "ontbreekt"), [(None, ("netto_inkomen",)), (D(1300), ())])
def test_only_the_income_is_missing_for_bijstand(netto: D | None, ontbreekt: tuple[str, ...]) -> None:
    assert rechten(**OUDER | {"netto_inkomen": netto})["bijstand"].ontbreekt == ontbreekt


def test_with_nothing_told_nothing_is_said() -> None:
    gevonden = rechten()
    assert {recht.oordeel for recht in gevonden.values()} == {ONBEKEND}
    assert {sleutel: recht.ontbreekt for sleutel, recht in gevonden.items()} == {
        "zorgtoeslag": ("huishouden", "toetsingsinkomen"),
        "huurtoeslag": ("huishouden", "toetsingsinkomen"),
        "kindgebonden_budget": ("huishouden", "toetsingsinkomen"),
        "bijstand": ("leeftijd", "huishouden", "netto_inkomen"),
        "kwijtschelding": ("huishouden", "netto_besteedbaar_inkomen"),
    }
    uitkomst = bereken_inkomenscheck(InkomenscheckInvoer(DAG))
    assert uitkomst.uitkomst is None
    assert uitkomst.uitleg.toelichting == (
        "Nog niet te zeggen: zorgtoeslag, huurtoeslag, kindgebonden budget, bijstand."
    )


@pytest.mark.parametrize(
    ("wijziging", "sleutel", "oordeel", "deel"),
    [
        # toeslagen
        ({"toetsingsinkomen": D(70000)}, "zorgtoeslag", NIET, "inkomen is te hoog"),
        ({"leeftijd": 17}, "zorgtoeslag", NIET, "vanaf 18 jaar"),
        ({"vermogen": D(200000)}, "zorgtoeslag", NIET, "vermogen is hoger"),
        ({"huurwoning": False, "kale_huur": None}, "huurtoeslag", NIET, "wie een woning huurt"),
        ({"huurwoning": False, "kale_huur": None, "toetsingsinkomen": None}, "huurtoeslag", NIET, "huurt"),
        ({"kale_huur": None}, "huurtoeslag", ONBEKEND, "kale huur"),
        ({"kinderen": ()}, "kindgebonden_budget", NIET, "kinderen onder de 18"),
        ({"kinderen": (), "toetsingsinkomen": None}, "kindgebonden_budget", NIET, "kinderen onder de 18"),
        ({"kinderen": (date(2000, 1, 1),)}, "kindgebonden_budget", NIET, "geen kind jonger dan 18"),
        # bijstand
        ({"netto_inkomen": D("1419.46")}, "bijstand", NIET, "niet lager"),
        ({"netto_inkomen": None}, "bijstand", ONBEKEND, "netto inkomen"),
        ({"vermogen": D(16001)}, "bijstand", NIET, "vermogen is hoger"),
        ({"leeftijd": 17}, "bijstand", NIET, "vanaf 18 jaar"),
        ({"leeftijd": 18, "netto_inkomen": D(100)}, "bijstand", WEL, "lager"),
        ({"leeftijd": None}, "bijstand", ONBEKEND, "leeftijd"),
        ({"partner": True}, "bijstand", ONBEKEND, "leeftijd_partner"),
        ({"partner": True, "leeftijd_partner": 41}, "bijstand", WEL, "lager"),
        ({"student": True, "leeftijd": 26}, "bijstand", NIET, "studiefinanciering"),
        ({"student": True, "leeftijd": None}, "bijstand", NIET, "studiefinanciering"),
        ({"student": True, "leeftijd": 27}, "bijstand", WEL, "lager"),
        ({"medebewoners": (Medebewoner(50),)}, "bijstand", NIET, "niet lager"),
        # kwijtschelding: 12 × 80% × (1.450 − 1.419,46) = 293,18
        ({"netto_inkomen": D(1450)}, "kwijtschelding", WEL, "niet hoog genoeg"),
        ({"netto_inkomen": D(3000)}, "kwijtschelding", ONBEKEND, "netto_besteedbaar_inkomen"),
        ({"netto_inkomen": D(3000), "netto_besteedbaar_inkomen": D(1400)}, "kwijtschelding", WEL, "niet hoog"),
        ({"netto_besteedbaar_inkomen": D(3000)}, "kwijtschelding", NIET, "hoog genoeg"),
        ({"netto_besteedbaar_inkomen": D(1500), "aanslag": None}, "kwijtschelding", ONBEKEND, "aanslag"),
        ({"netto_inkomen": D(1500), "aanslag": None}, "kwijtschelding", ONBEKEND, "netto_besteedbaar_inkomen, aanslag"),
        ({"aanslag": None}, "kwijtschelding", WEL, "niet hoog genoeg"),
        ({"aanslag": D(0)}, "kwijtschelding", NIET, "geen aanslag"),
        ({"vermogen": D("1419.46")}, "kwijtschelding", WEL, "niet hoog genoeg"),
        ({"vermogen": D("1419.46"), "aanslag": None}, "kwijtschelding", WEL, "niet hoog genoeg"),
        ({"vermogen": D("1419.47")}, "kwijtschelding", ONBEKEND, "spaargeld"),
        ({"vermogen": D(5000), "aanslag": None}, "kwijtschelding", ONBEKEND, "spaargeld"),
        ({"vermogen": None}, "kwijtschelding", WEL, "niet hoog genoeg"),
    ],
)  # fmt: skip
def test_each_right_says_why(wijziging: dict, sleutel: str, oordeel: Oordeel, deel: str) -> None:
    recht = rechten(**OUDER | wijziging)[sleutel]
    assert recht.oordeel is oordeel
    assert deel in recht.reden
    assert (recht.bedrag or 0) == 0 or oordeel is WEL
    if oordeel is ONBEKEND:
        assert recht.bedrag is None


def test_the_whole_aanslag_is_forgiven_though_its_amount_is_not_known() -> None:
    recht = rechten(**OUDER | {"aanslag": None})["kwijtschelding"]
    assert (recht.oordeel, recht.bedrag, recht.uitleg) == (WEL, None, None)


@pytest.mark.parametrize(("netto", "bedrag"), [("1300", "400.00"), ("1450", "106.82"), ("1460", "10.82")])
def test_kwijtschelding_with_the_net_income_is_what_is_forgiven_at_least(netto: str, bedrag: str) -> None:
    assert rechten(**OUDER | {"netto_inkomen": D(netto)})["kwijtschelding"].bedrag == D(bedrag)


def test_the_percentage_of_the_gemeente_counts_for_kwijtschelding() -> None:
    invoer = InkomenscheckInvoer(DAG, **OUDER | {"netto_inkomen": D(1300)})  # type: ignore[arg-type]
    streng = beoordeel_rechten(invoer, Gemeenteregels(kwijtschelding_norm_percentage=90))[4]
    # 90% × 1.419,46 = 1.277,514; 12 × 80% × 22,486 = 215,8656
    assert streng.bedrag == D("184.13")


def test_a_date_whose_norms_are_not_all_known_leaves_the_rest() -> None:
    invoer = InkomenscheckInvoer(date(2021, 3, 1), **OUDER | {"leeftijd": 20, "vermogen": None})  # type: ignore[arg-type]
    gevonden = {recht.sleutel: recht for recht in beoordeel_rechten(invoer)}
    assert gevonden["zorgtoeslag"].oordeel is ONBEKEND
    assert gevonden["zorgtoeslag"].ontbreekt == ()
    assert "gemeente" in gevonden["zorgtoeslag"].tekst
    assert gevonden["kindgebonden_budget"].bedrag == 370
    assert gevonden["bijstand"].oordeel is NIET


def test_a_norm_for_bijstand_that_is_missing_is_unknown_not_a_fault() -> None:
    jong = {"partner": True, "leeftijd_partner": 20, "leeftijd": 30, "medebewoners": (Medebewoner(40),)}
    invoer = InkomenscheckInvoer(date(2022, 3, 1), **OUDER | jong)  # type: ignore[arg-type]
    bijstand = beoordeel_rechten(invoer)[3]
    assert bijstand.oordeel is ONBEKEND
    assert "pw_22a_3a" in bijstand.reden


def test_a_date_outside_the_norms_is_a_fault() -> None:
    with pytest.raises(Invoerfout):
        beoordeel_rechten(InkomenscheckInvoer(date(2020, 1, 1)))


@pytest.mark.parametrize(
    ("oordeel", "wijziging", "begin"),
    [
        (WEL, {}, "U kunt waarschijnlijk zorgtoeslag krijgen. Het gaat om ongeveer €\u00a0129,00 per maand. Zorgtoeslag is"),
        (NIET, {"toetsingsinkomen": D(70000)}, "U kunt nu waarschijnlijk geen zorgtoeslag krijgen. Het inkomen is te hoog"),
        (
            ONBEKEND,
            {"partner": None, "toetsingsinkomen": None},
            "Wij kunnen nog niet zeggen of u zorgtoeslag kunt krijgen. Vertel ons ook: of u een partner en kinderen "
            "heeft; uw inkomen per jaar, vóór belasting.",
        ),
    ],
)  # fmt: skip
def test_the_words_for_the_resident(oordeel: Oordeel, wijziging: dict, begin: str) -> None:
    recht = rechten(**OUDER | wijziging)["zorgtoeslag"]
    assert recht.oordeel is oordeel
    assert recht.tekst.startswith(begin)


GEGEVENS = {
    "peildatum": "2026-07-01",
    "leeftijd": 40,
    "huishouden": {"partner": True, "kinderen": ["2015-03-01"]},
    "leeftijd_partner": 39,
    "medebewoners": [{"leeftijd": 50, "commercieel": True}],
    "toetsingsinkomen": "20000",
    "netto_inkomen": 1300,
    "netto_besteedbaar_inkomen": "-10",
    "huurwoning": True,
    "kale_huur": "700.00",
    "servicekosten": 10,
    "vermogen": 1000,
    "student": False,
    "aanslag": 400,
    "eigen_normen": [{"norm": "pw_21b", "waarde": 2000, "bron": "proef"}],
}


def test_the_fields_are_read() -> None:
    assert lees_invoer(GEGEVENS) == InkomenscheckInvoer(
        DAG,
        leeftijd=40,
        partner=True,
        kinderen=(KIND,),
        leeftijd_partner=39,
        medebewoners=(Medebewoner(50, commercieel=True),),
        toetsingsinkomen=D(20000),
        netto_inkomen=D(1300),
        netto_besteedbaar_inkomen=D(-10),
        huurwoning=True,
        kale_huur=D(700),
        servicekosten=D(10),
        vermogen=D(1000),
        aanslag=D(400),
        eigen_normen=(EigenNorm("pw_21b", D(2000), "proef"),),
    )
    assert lees_invoer({"peildatum": "2026-07-01"}) == InkomenscheckInvoer(DAG)
    assert lees_invoer({"peildatum": "2026-07-01", "vermogen": -5}).vermogen == -5


@pytest.mark.parametrize(
    ("wijziging", "veld", "fout"),
    [
        ({"peildatum": None}, "peildatum", "ontbreekt"),
        ({"huishouden": {"partner": False}}, "leeftijd_partner", "geen partner"),
        ({"huurwoning": False, "servicekosten": None}, "kale_huur", "koopwoning"),
        ({"kale_huur": None}, "servicekosten", "kale huur"),
        ({"leeftijd_partner": 17}, "leeftijd_partner", "18 tot en met 120"),
        ({"huishouden": {"kinderen": []}, "leeftijd_partner": None}, "huishouden.partner", "ontbreekt"),
        ({"netto_inkomen": "veel"}, "netto_inkomen", "geen getal"),
        ({"loon": 1}, "loon", "onbekend"),
    ],
)
def test_a_fault_names_its_field(wijziging: dict, veld: str, fout: str) -> None:
    with pytest.raises(Invoerfout) as gevangen:
        lees_invoer(GEGEVENS | wijziging)
    assert [(f.veld, fout in f.fout) for f in gevangen.value.fouten] == [(veld, True)]


@pytest.mark.parametrize(
    ("partner", "kind", "situatie"),
    [
        (False, None, Leefsituatie.ALLEENSTAANDE),
        (False, date(2008, 7, 2), Leefsituatie.ALLEENSTAANDE_OUDER),
        (False, date(2008, 7, 1), Leefsituatie.ALLEENSTAANDE),
        (True, None, Leefsituatie.GEHUWD_ZONDER_KINDEREN),
        (True, date(2020, 1, 1), Leefsituatie.GEHUWD_MET_KINDEREN),
    ],
)
def test_the_situation_follows_from_the_household(
    partner: bool, kind: date | None, situatie: Leefsituatie
) -> None:
    assert (
        InkomenscheckInvoer(DAG, partner=partner, kinderen=(kind,) if kind else ()).leefsituatie is situatie
    )


def test_assumptions_are_named_and_an_example_says_so() -> None:
    kaal = [a.naam for a in bereken_inkomenscheck(InkomenscheckInvoer(DAG)).aannames]
    assert kaal == ["schatting", "heel_jaar", "geen vermogen opgegeven", "kwijtschelding"]
    met = bereken_inkomenscheck(InkomenscheckInvoer(DAG, vermogen=D(0)), laad_voorbeeld())
    assert [a.naam for a in met.aannames] == ["schatting", "heel_jaar", "kwijtschelding", "voorbeeldregels"]
    assert met.extra["voorbeeldregels"] is True


def test_the_result_is_ready_for_a_file() -> None:
    uit = bereken_inkomenscheck(lees_invoer(GEGEVENS), laad_voorbeeld()).als_dict()
    assert [recht["sleutel"] for recht in uit["rechten"]][:5] == [
        "zorgtoeslag", "huurtoeslag", "kindgebonden_budget", "bijstand", "kwijtschelding",
    ]  # fmt: skip
    assert set(uit["rechten"][0]) == {
        "sleutel", "naam", "oordeel", "bedrag", "eenheid", "tekst", "reden", "ontbreekt", "documenten", "link", "uitleg",
    }  # fmt: skip
    assert uit["rechten"][0]["bedrag"] == "246.00"
    assert uit["rechten"][4]["eenheid"] == "euro"


# --- statuses


def test_a_right_goes_from_possible_to_granted_or_refused() -> None:
    s = Aanvraagstatus
    mag = {(van, naar) for van in s for naar in s if van.mag_naar(naar)}
    assert mag == {
        (s.MOGELIJK, s.AANGEVRAAGD),
        (s.MOGELIJK, s.NIET_GEWENST),
        (s.NIET_GEWENST, s.AANGEVRAAGD),
        (s.AANGEVRAAGD, s.TOEGEKEND),
        (s.AANGEVRAAGD, s.AFGEWEZEN),
        (s.AANGEVRAAGD, s.NIET_GEWENST),
        (s.AFGEWEZEN, s.TOEGEKEND),
        (s.AFGEWEZEN, s.AANGEVRAAGD),
        (s.TOEGEKEND, s.BEEINDIGD),
        (s.BEEINDIGD, s.AANGEVRAAGD),
    }
    assert s.TOEGEKEND.volgende == (s.BEEINDIGD,)


# --- properties

bedragen = st.none() | st.decimals(0, 6_000, places=2)
profielen = st.builds(
    InkomenscheckInvoer,
    peildatum=st.dates(date(2021, 1, 1), date(2026, 12, 31)),
    leeftijd=st.none() | st.integers(0, 100),
    partner=st.none() | st.booleans(),
    kinderen=st.lists(st.dates(date(2000, 1, 1), date(2020, 12, 31)), max_size=3).map(tuple),
    leeftijd_partner=st.none() | st.integers(18, 90),
    medebewoners=st.lists(st.builds(Medebewoner, st.integers(0, 90)), max_size=2).map(tuple),
    toetsingsinkomen=st.none() | st.decimals(0, 90_000, places=2),
    netto_inkomen=bedragen,
    netto_besteedbaar_inkomen=bedragen,
    huurwoning=st.none() | st.booleans(),
    kale_huur=st.none() | st.decimals(0, 1_200, places=2),
    vermogen=st.none() | st.decimals(-1_000, 200_000, places=2),
    student=st.booleans(),
    aanslag=st.none() | st.decimals(0, 1_500, places=2),
)
VOORBEELD = laad_voorbeeld()


@given(profielen)
def test_every_profile_gets_a_judgement_with_words_and_nothing_unknown_is_a_number(
    invoer: InkomenscheckInvoer,
) -> None:
    uitkomst = bereken_inkomenscheck(invoer, VOORBEELD)
    toets_uitleg(uitkomst.uitleg)
    gevonden = beoordeel_rechten(invoer, VOORBEELD)
    assert len(gevonden) == 5 + len(VOORBEELD.regelingen)
    for recht in gevonden:
        assert recht.naam in recht.tekst
        assert not re.search(r"\bart\.|None|_|  | \.", recht.tekst), recht.tekst
        assert recht.oordeel is not ONBEKEND or recht.bedrag is None
        assert recht.oordeel is not NIET or not recht.bedrag
        assert recht.oordeel is WEL or recht.reden
        if recht.uitleg:
            toets_uitleg(recht.uitleg)
    per_maand = gevonden[:4]
    onbekend = any(recht.oordeel is ONBEKEND for recht in per_maand)
    assert uitkomst.uitkomst == (None if onbekend else sum(recht.bedrag or 0 for recht in per_maand))
