"""Proposal to creditors: literal examples, what must hold for every division, and an explanation that can be redone."""

from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.rekenen.narekenen import toets_uitleg

from waakvlam.domain.rekenen.invoer import Invoerfout
from waakvlam.domain.rekenen.uitleg import doorloop
from waakvlam.domain.rekenen.voorstel import (
    Bijdrage,
    Herkomst,
    KredietInvoer,
    Schuld,
    VoorstelInvoer,
    Vordering,
    WsnpInvoer,
    bereken_voorstel,
    verdeel_bedrag,
)

D = Decimal
DAG = date(2026, 7, 1)


def maak(uitdeelbaar: str, preferent: list[str], concurrent: list[str], **meer) -> VoorstelInvoer:
    schulden = [Schuld(f"p{n}", "Belastingdienst", D(b), True, "wet") for n, b in enumerate(preferent, 1)]
    schulden += [Schuld(f"q{n}", "Winkel", D(b), False) for n, b in enumerate(concurrent, 1)]
    return VoorstelInvoer(DAG, D(0), tuple(schulden), maanden=18, vermogen=D(uitdeelbaar), **meer)


VOORBEELDEN = [
    # Bron: rekenen.md section 4 (the first three); the others follow from art. 349 lid 2 Fw by hand.
    ("1800", ["2000"], ["16000"], "18.0000", "9.0000", ["360.00", "1440.00"]),
    ("3600", ["3000"], ["20000"], "27.6923", "13.8462", ["830.77", "2769.23"]),
    ("9000", ["1000"], ["5000"], "100.0000", "100.0000", ["1000.00", "5000.00"]),
    ("600", [], ["400", "800"], None, "50.0000", ["200.00", "400.00"]),
    ("600", ["400", "800"], [], "50.0000", None, ["200.00", "400.00"]),
    ("1500", ["1000"], ["2000"], "75.0000", "37.5000", ["750.00", "750.00"]),
    # Exactly where the double percentage ends, a euro above it, and just before everybody is paid in full.
    ("2000", ["1000"], ["2000"], "100.0000", "50.0000", ["1000.00", "1000.00"]),
    ("2001", ["1000"], ["2000"], "100.0000", "50.0500", ["1000.00", "1001.00"]),
    ("2999.99", ["1000"], ["2000"], "100.0000", "99.9995", ["1000.00", "1999.99"]),
    ("3000", ["1000"], ["2000"], "100.0000", "100.0000", ["1000.00", "2000.00"]),
    ("3000.01", ["1000"], ["2000"], "100.0000", "100.0000", ["1000.00", "2000.00"]),
    ("0", ["1000"], ["2000"], "0.0000", "0.0000", ["0.00", "0.00"]),
    # One cent over three equal claims: equal remainders, so the lowest id.
    ("0.01", [], ["10", "10", "10"], None, "0.0333", ["0.01", "0.00", "0.00"]),
    ("0.02", [], ["10", "10", "10"], None, "0.0667", ["0.01", "0.01", "0.00"]),
    # 0.25, 0.25 and 0.50 of a cent: the largest remainder is last.
    ("0.01", [], ["10", "10", "20"], None, "0.0250", ["0.00", "0.00", "0.01"]),
]


@pytest.mark.parametrize(("bedrag", "preferent", "concurrent", "p", "q", "uitkeringen"), VOORBEELDEN)
def test_the_amount_is_divided_as_the_law_says(bedrag, preferent, concurrent, p, q, uitkeringen) -> None:
    extra = bereken_voorstel(maak(bedrag, preferent, concurrent)).extra
    assert (extra["percentage_preferent"], extra["percentage_concurrent"]) == (p, q)
    assert [deel["uitkering"] for deel in extra["per_schuld"]] == uitkeringen


def test_the_proposal_of_a_published_conclusion_follows_from_its_percentage() -> None:
    """Bron: ECLI:NL:PHR:2020:703: debts of 12,453.40 and an offer of 9.39%."""
    extra = bereken_voorstel(maak("1169.37", [], ["12453.40"])).extra
    assert extra["percentage_concurrent"] == "9.3900"


@pytest.mark.parametrize(
    ("opbrengst", "deel", "uitkering"),
    [
        # B 1000, claims 1000 (secured) and 1000: weights 2 × deel + (1000 − deel) against 1000.
        ("0", "0.00", "500.00"),
        ("400", "400.00", "583.33"),
        ("1000", "1000.00", "666.67"),
        ("5000", "1000.00", "666.67"),
    ],
)
def test_a_secured_claim_has_priority_up_to_the_proceeds_only(opbrengst, deel, uitkering) -> None:
    """Art. 349 lid 3 Fw: for what is lacking it is treated as concurrent."""
    schulden = (
        Schuld("a", "Bank", D(1000), True, "pand", D(opbrengst)),
        Schuld("b", "Winkel", D(1000), False),
    )
    uitkomst = bereken_voorstel(VoorstelInvoer(DAG, D(100), schulden, maanden=10))
    assert uitkomst.extra["per_schuld"][0]["uitkering"] == uitkering
    assert uitkomst.extra["delen"][0]["preferent_deel"] == deel
    assert "opbrengst_zekerheid" in {aanname.naam for aanname in uitkomst.aannames}
    toets_uitleg(uitkomst.uitleg)


def test_all_that_there_is_counts_and_costs_go_off() -> None:
    invoer = VoorstelInvoer(
        DAG,
        D("50.25"),
        (Schuld(1, "Winkel", D(100_000), False),),
        maanden=12,
        al_gereserveerd=D("300"),
        vermogen=D("1000.10"),
        bijdragen=(
            Bijdrage("vakantiegeld", D("200"), Herkomst.EIGEN),
            Bijdrage("familie", D("100"), Herkomst.DERDE),
        ),
        kosten=D("0.05"),
    )
    uitkomst = bereken_voorstel(invoer)
    assert uitkomst.uitkomst == D("2203.05")  # 603.00 + 300 + 1000.10 + 300 − 0.05
    assert uitkomst.extra["uitdeelbaar"] == "2203.05"
    toets_uitleg(uitkomst.uitleg)


def test_costs_above_all_that_there_is_leave_nothing() -> None:
    uitkomst = bereken_voorstel(maak("100", ["10"], [], kosten=D(101)))
    assert uitkomst.extra["uitdeelbaar"] == "0.00"
    assert uitkomst.extra["per_schuld"] == [{"id": "p1", "bedrag": "10.00", "uitkering": "0.00"}]


@pytest.mark.parametrize(("dag", "maanden"), [(date(2023, 6, 30), 36), (date(2023, 7, 1), 18), (DAG, 18)])
def test_without_a_term_that_of_the_law_counts(dag, maanden) -> None:
    invoer = VoorstelInvoer(dag, D(10), (Schuld("a", "Winkel", D(1000), False),))
    uitkomst = bereken_voorstel(invoer)
    assert uitkomst.uitkomst == 10 * maanden
    assert uitkomst.extra["maanden"] == maanden
    assert [a.keuze for a in uitkomst.aannames if a.naam == "termijn"] == [f"{maanden} maanden"]
    eigen = bereken_voorstel(replace(invoer, maanden=12))
    assert eigen.uitkomst == 120
    assert "termijn" not in {aanname.naam for aanname in eigen.aannames}


def test_a_date_past_the_norms_needs_a_term() -> None:
    invoer = VoorstelInvoer(date(2031, 1, 1), D(10), (Schuld("a", "Winkel", D(1000), False),))
    with pytest.raises(Invoerfout, match="peildatum"):
        bereken_voorstel(invoer)
    assert bereken_voorstel(replace(invoer, maanden=18)).uitkomst == 180


def test_without_capacity_the_words_are_those_of_the_field() -> None:
    uitkomst = bereken_voorstel(maak("0", [], ["100"]))
    assert uitkomst.extra["zonder_afloscapaciteit"] is True
    assert uitkomst.extra["betekenis"].startswith("Dit is een schuldregeling zonder afloscapaciteit.")
    assert "nulaanbod" not in str(uitkomst.als_dict())
    met = bereken_voorstel(replace(maak("0", [], ["100"]), afloscapaciteit=D("0.01")))
    assert met.extra["zonder_afloscapaciteit"] is False


def test_enough_for_all_needs_no_proposal() -> None:
    uitkomst = bereken_voorstel(maak("350", ["100"], ["200"]))
    assert uitkomst.uitkomst == 300
    assert uitkomst.extra["volledig_betaald"] is True
    assert uitkomst.extra["over"] == "50.00"
    assert uitkomst.extra["betekenis"].endswith("is niet nodig. Er blijft €\u00a050,00 over.")
    precies = bereken_voorstel(maak("300", ["100"], ["200"])).extra
    assert (precies["volledig_betaald"], precies["over"]) == (True, "0.00")
    assert "over." not in precies["betekenis"]
    assert bereken_voorstel(maak("299.99", ["100"], ["200"])).extra["volledig_betaald"] is False


def test_a_letter_finds_what_it_needs_per_debt() -> None:
    schulden = (
        Schuld("a", "Bank", D(1000), True, "pandrecht", D(400)),
        Schuld("b", "Winkel", D(600), False),
    )
    uitkomst = bereken_voorstel(VoorstelInvoer(DAG, D(100), schulden, maanden=4))
    # 400 over 2 × 400 + 600 + 600 = 2000: 40% and 20%.
    assert uitkomst.extra["delen"] == [
        {
            "id": "a",
            "schuldeiser": "Bank",
            "preferent_deel": "400.00",
            "concurrent_deel": "600.00",
            "percentage": "28.0000",
        },
        {
            "id": "b",
            "schuldeiser": "Winkel",
            "preferent_deel": "0.00",
            "concurrent_deel": "600.00",
            "percentage": "20.0000",
        },
    ]
    bank, winkel = uitkomst.uitleg.invoer[2:]
    assert (bank.bron, winkel.bron) == ("art. 349 lid 2 en 3 Fw", "art. 349 lid 2 Fw")
    met, zonder = bank.invoer[:2]
    assert (met.formule, zonder.formule) == (
        "laagste van (schuld a (Bank); opbrengst van de zekerheid voor schuld a)",
        "schuld a (Bank) − deel met voorrang van schuld a (Bank)",
    )
    assert (met.invoer[0].toelichting, winkel.invoer[0].toelichting) == ("pandrecht", "")


def test_a_secured_part_paid_in_full_leaves_a_share_of_the_rest() -> None:
    schulden = (Schuld("a", "Bank", D(1000), True, "pand", D(100)), Schuld("b", "Winkel", D(600), False))
    bank = bereken_voorstel(VoorstelInvoer(DAG, D(1000), schulden, maanden=1)).uitleg.invoer[2]
    assert bank.waarde == D("640.00")  # 100 and 900 of 1500 in 900
    assert bank.formule == (
        "afgerond op centen (deel met voorrang van schuld a (Bank) + rest voor de concurrente schulden × "
        "deel zonder voorrang van schuld a (Bank) / alle concurrente schulden)"
    )
    toets_uitleg(bank)


@pytest.mark.parametrize(
    ("bedrag", "vordering"), [("10.001", "5"), ("10", "20.001"), ("-1", "5"), ("0", "0")]
)
def test_what_cannot_be_divided_is_refused(bedrag, vordering) -> None:
    with pytest.raises(ValueError, match=r"hele centen|geen schuld"):
        verdeel_bedrag(D(bedrag), [Vordering("a", D(0), D(vordering))])


def test_what_was_not_given_and_who_decided_is_said() -> None:
    schulden = (Schuld("a", "Gemeente", D(10), True), Schuld("b", "UWV", D(10), True, "premies"))
    uitkomst = bereken_voorstel(VoorstelInvoer(DAG, D(1), schulden, maanden=1))
    aannames = {aanname.naam: aanname.keuze for aanname in uitkomst.aannames}
    assert aannames["voorrang_zonder_grondslag"] == "a"
    assert aannames["vermogen"] == aannames["kosten"] == "niet opgegeven"
    assert "opbrengst_zekerheid" not in aannames
    assert "voorrang_zonder_grondslag" not in {
        a.naam for a in bereken_voorstel(maak("1", ["1"], ["1"])).aannames
    }


# What holds for every division.

centen = st.integers(1, 2_000_000).map(lambda n: D(n) / 100)
namen = st.sampled_from(["Belastingdienst", "Winkel", "A & B", "Energie (oud)"])


@st.composite
def schulden_st(draw) -> tuple[Schuld, ...]:
    ids = draw(
        st.lists(
            st.integers(1, 99) | st.text("abc", min_size=1, max_size=3), min_size=1, max_size=8, unique=True
        )
    )
    return tuple(
        Schuld(
            id_,
            draw(namen),
            draw(centen),
            preferent := draw(st.booleans()),
            None,
            draw(st.none() | st.just(D(0)) | centen) if preferent else None,
        )
        for id_ in ids
    )


voorstellen = st.builds(
    VoorstelInvoer,
    peildatum=st.just(DAG),
    afloscapaciteit=st.just(D(0)) | st.decimals(0, 2000, places=2),
    schulden=schulden_st(),
    maanden=st.none() | st.integers(1, 60),
    al_gereserveerd=st.none() | centen,
    vermogen=st.none() | centen,
    bijdragen=st.lists(
        st.builds(Bijdrage, st.sampled_from(["vakantiegeld", "gift"]), centen, st.sampled_from(Herkomst)),
        max_size=2,
    ).map(tuple),
    kosten=st.none() | centen,
    krediet=st.none()
    | st.builds(KredietInvoer, st.decimals(0, 15, places=2), st.just("tarief"), st.none() | centen),
    wsnp=st.none()
    | st.builds(WsnpInvoer, st.none() | centen, st.just("besluit"), st.none() | st.integers(1, 60)),
)


def uitkeringen(uitkomst) -> dict[object, Decimal]:
    return {deel["id"]: D(deel["uitkering"]) for deel in uitkomst.extra["per_schuld"]}


@given(voorstellen)
@settings(deadline=None)
def test_the_payments_add_up_to_the_cent(invoer: VoorstelInvoer) -> None:
    uitkomst = bereken_voorstel(invoer)
    totaal = sum(schuld.bedrag for schuld in invoer.schulden)
    assert sum(uitkeringen(uitkomst).values()) == uitkomst.uitkomst
    assert uitkomst.uitkomst == min(D(uitkomst.extra["uitdeelbaar"]), totaal)


@given(voorstellen)
@settings(deadline=None)
def test_every_payment_is_its_exact_share_to_within_a_cent(invoer: VoorstelInvoer) -> None:
    """An oracle of its own in fractions: the percentages of rekenen.md section 4, written as they stand there."""
    uitkomst = bereken_voorstel(invoer)
    b = Fraction(uitkomst.extra["uitdeelbaar"])
    p_som = sum((Fraction(s.preferent_deel) for s in invoer.schulden), Fraction(0))
    q_som = sum((Fraction(s.bedrag - s.preferent_deel) for s in invoer.schulden), Fraction(0))
    p = min(Fraction(1), 2 * b / (2 * p_som + q_som)) if p_som else None
    if p is None:
        q = min(Fraction(1), b / q_som)
    elif p < 1:
        q = p / 2
    else:
        q = min(Fraction(1), (b - p_som) / q_som) if q_som else None
    for schuld, gekregen in zip(invoer.schulden, uitkeringen(uitkomst).values(), strict=True):
        eerlijk = Fraction(schuld.preferent_deel) * (p or 0) + Fraction(
            schuld.bedrag - schuld.preferent_deel
        ) * (q or 0)
        assert abs(Fraction(gekregen) - eerlijk) < Fraction(1, 100)
        assert 0 <= gekregen <= schuld.bedrag
    for veld, exact in (("percentage_preferent", p), ("percentage_concurrent", q if q_som else None)):
        gezien = uitkomst.extra[veld]
        assert gezien is None if exact is None else abs(Fraction(gezien) - 100 * exact) <= Fraction(1, 20_000)


@given(voorstellen, st.randoms(use_true_random=False))
@settings(deadline=None)
def test_the_order_of_the_debts_does_not_matter(invoer: VoorstelInvoer, toeval) -> None:
    ander = list(invoer.schulden)
    toeval.shuffle(ander)
    assert uitkeringen(bereken_voorstel(replace(invoer, schulden=tuple(ander)))) == uitkeringen(
        bereken_voorstel(invoer)
    )


@given(voorstellen, st.integers(2, 50))
@settings(deadline=None)
def test_scaling_all_claims_and_the_amount_keeps_the_percentages(invoer: VoorstelInvoer, keer: int) -> None:
    def schaal(bedrag):
        return None if bedrag is None else bedrag * keer

    groter = replace(
        invoer,
        afloscapaciteit=schaal(invoer.afloscapaciteit),
        al_gereserveerd=schaal(invoer.al_gereserveerd),
        vermogen=schaal(invoer.vermogen),
        kosten=schaal(invoer.kosten),
        bijdragen=tuple(replace(deel, bedrag=schaal(deel.bedrag)) for deel in invoer.bijdragen),
        schulden=tuple(
            replace(s, bedrag=schaal(s.bedrag), opbrengst=schaal(s.opbrengst)) for s in invoer.schulden
        ),
    )
    voor, na = bereken_voorstel(invoer).extra, bereken_voorstel(groter).extra
    for veld in ("percentage_preferent", "percentage_concurrent", "volledig_betaald"):
        assert voor[veld] == na[veld]


@given(voorstellen)
@settings(deadline=None)
def test_preferent_gets_twice_the_percentage_until_it_is_paid_in_full(invoer: VoorstelInvoer) -> None:
    extra = bereken_voorstel(invoer).extra
    hoog, laag = extra["percentage_preferent"], extra["percentage_concurrent"]
    if hoog is None or laag is None:
        return
    if D(hoog) < 100:
        assert abs(D(hoog) - 2 * D(laag)) <= D("0.0002")
    else:
        assert D(laag) >= D("49.9999")
    assert D(laag) <= D(hoog)


@given(voorstellen)
@settings(deadline=None, max_examples=60)
def test_every_figure_can_be_done_again_from_its_own_words(invoer: VoorstelInvoer) -> None:
    uitkomst = bereken_voorstel(invoer)
    toets_uitleg(uitkomst.uitleg)
    assert uitkomst.als_dict()["uitleg"]["naam"] == "totaal van de uitkeringen"


def test_the_explanation_has_a_step_for_every_debt_and_grows_with_their_number_only() -> None:
    def stappen(aantal: int) -> int:
        uitleg = bereken_voorstel(maak("500", ["100"] * aantal, ["300"] * aantal)).uitleg
        assert sum(stap.naam.startswith("uitkering op schuld") for stap in uitleg.invoer) == 2 * aantal
        return len(list(doorloop(uitleg)))

    assert stappen(100) < 11 * stappen(10)


def test_an_equal_cent_goes_to_the_lowest_id() -> None:
    def wie(*ids) -> object:
        schulden = tuple(Schuld(id_, "Winkel", D(10), False) for id_ in ids)
        uit = uitkeringen(bereken_voorstel(VoorstelInvoer(DAG, D("0.01"), schulden, maanden=1)))
        return next(id_ for id_, bedrag in uit.items() if bedrag)

    assert wie("b", "a", "c") == "a"
    assert wie(10, 9) == 9
    assert wie("10", "9") == "10"  # texts by letter
    assert wie("a", 9) == 9


def test_percentages_are_rounded_half_up() -> None:
    """1 on 80,000 is 0.00125%, so 0.0013 and not 0.0012."""
    extra = bereken_voorstel(maak("1", [], ["80000"])).extra
    assert (
        D(extra["percentage_concurrent"])
        == (D(100) / 80000).quantize(D("0.0001"), ROUND_HALF_UP)
        == D("0.0013")
    )


@pytest.mark.parametrize(
    ("capaciteit", "maanden", "genoemd"), [("100", 2, True), ("100", 1, False), ("0", 2, False)]
)
def test_that_the_capacity_stays_the_same_is_named_where_it_matters(capaciteit, maanden, genoemd) -> None:
    invoer = VoorstelInvoer(DAG, D(capaciteit), (Schuld("a", "Winkel", D(1000), False),), maanden=maanden)
    namen_ = {aanname.naam for aanname in bereken_voorstel(invoer).aannames}
    assert ("afloscapaciteit" in namen_) is genoemd


@pytest.mark.parametrize(
    ("invoer", "formules"),
    [
        (
            maak("3600", ["3000"], ["20000"]),
            [
                "afgerond op centen (2 × uitdeelbaar bedrag × schuld p1 (Belastingdienst) / gewogen schulden)",
                "afgerond op centen (uitdeelbaar bedrag × schuld q1 (Winkel) / gewogen schulden)",
            ],
        ),
        (
            maak("2500", ["1000"], ["1000", "1000"]),
            [
                "schuld p1 (Belastingdienst)",
                "afgerond op centen (rest voor de concurrente schulden × schuld q1 (Winkel) / alle concurrente schulden)",
                "afgerond op centen (rest voor de concurrente schulden × schuld q2 (Winkel) / alle concurrente schulden)",
            ],
        ),
        (
            maak("0.02", ["10", "10", "10"], []),
            [
                "afgerond op centen (uitdeelbaar bedrag × schuld p1 (Belastingdienst) / alle schulden)",
                "afgerond op centen (uitdeelbaar bedrag × schuld p2 (Belastingdienst) / alle schulden)",
                "afgerond op centen (uitdeelbaar bedrag × schuld p3 (Belastingdienst) / alle schulden) − 0.01",
            ],
        ),
        (
            maak("0.01", [], ["10", "10", "10"]),
            [
                "afgerond op centen (uitdeelbaar bedrag × schuld q1 (Winkel) / alle schulden) + 0.01",
                "afgerond op centen (uitdeelbaar bedrag × schuld q2 (Winkel) / alle schulden)",
                "afgerond op centen (uitdeelbaar bedrag × schuld q3 (Winkel) / alle schulden)",
            ],
        ),
        (maak("50", ["10"], ["20"]), ["schuld p1 (Belastingdienst)", "schuld q1 (Winkel)"]),
    ],
)
def test_a_payment_is_explained_in_words(invoer, formules) -> None:
    uitleg = bereken_voorstel(invoer).uitleg
    stappen = [stap for stap in uitleg.invoer if stap.naam.startswith("uitkering")]
    assert [stap.formule for stap in stappen] == formules
    for stap in stappen:
        assert bool(stap.toelichting) is stap.formule.endswith(" 0.01")
        assert ("uitdeelbaar bedrag" in stap.formule) is (
            "uitdeelbaar bedrag" in {d.naam for d in stap.invoer}
        )


def test_the_amount_and_the_percentages_are_explained_in_words() -> None:
    invoer = replace(
        maak("100", ["3000"], ["20000"], kosten=D(50), al_gereserveerd=D(5)),
        bijdragen=(Bijdrage("gift", D(1), Herkomst.DERDE),),
    )
    hoog, laag = bereken_voorstel(invoer).uitleg.invoer[:2]
    assert (
        hoog.formule
        == "laagste van (200 × uitdeelbaar bedrag / (2 × preferente schulden + concurrente schulden); 100)"
    )
    assert laag.formule == "percentage preferent / 2"
    assert hoog.invoer[0].formule == (
        "hoogste van (afloscapaciteit over de hele termijn + al gereserveerd + vermogen + "
        "eenmalige bijdrage 1 (gift) − kosten; 0)"
    )
    assert hoog.invoer[0].invoer[0].formule == "afloscapaciteit per maand × aantal maanden"
    over = bereken_voorstel(maak("2500", ["1000"], ["2000"])).uitleg.invoer[1]
    assert (
        over.formule
        == "laagste van (100 × (uitdeelbaar bedrag − preferente schulden) / concurrente schulden; 100)"
    )
    alleen = bereken_voorstel(maak("2500", [], ["2000"])).uitleg.invoer[0]
    assert alleen.formule == "laagste van (100 × uitdeelbaar bedrag / concurrente schulden; 100)"
