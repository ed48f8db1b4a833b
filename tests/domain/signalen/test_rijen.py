"""What cells of one row mean together: the address key, the begin of the arrears, the law, the gemeente, the BSN."""

from datetime import date

import pytest
from tests.domain.signalen.lezing import GOED, lees

from waakvlam.domain.signalen.kolommen import KOLOMMEN

# huisnummer, huisletter, toevoeging -> suffix of the key
ADRESSEN = [
    # The contract's own examples.
    (("12A", "", ""), "12a"),
    (("12-A", "", ""), "12a"),
    (("12 a", "", ""), "12a"),
    (("12", "A", ""), "12a"),
    (("12", "", "A"), "12a"),
    (("12", "A", "A"), "12a"),
    (("1-1", "", ""), "1-1"),
    (("1", "", "1"), "1-1"),
    (("11", "", ""), "11"),
    # Parts join in order; a part equal to an earlier one counts once.
    (("12", "a", "bis"), "12abis"),
    (("12", "", "a bis"), "12abis"),
    (("12A", "A", ""), "12a"),
    (("12A", "a", "A"), "12a"),
    (("12A", "B", ""), "12ab"),
    (("12A", "", "B"), "12ab"),
    (("12A", "B", "C"), "12abc"),
    (("12A", "B", "A"), "12ab"),
    (("12A", "B", "B"), "12ab"),
    # Letter and suffix that together are what followed the number.
    (("12 A-2", "A", "2"), "12a2"),
    (("12A2", "A", "2"), "12a2"),
    (("12 AB", "A", "B"), "12ab"),
    (("12A2", "2", "A"), "12a22a"),
    (("12 bis", "", "bis"), "12bis"),
    # A digit in front gets a hyphen, wherever it came from.
    (("1", "", "1A"), "1-1a"),
    (("1", "1", ""), "1-1"),
    (("1-12", "", ""), "1-12"),
    (("11", "", "2"), "11-2"),
    (("1", "2", "3"), "1-23"),
    (("1-23", "2", "3"), "1-23"),
    # Accents, capitals and signs.
    (("12", "É", ""), "12e"),
    (("12", "", "Ü-1"), "12u1"),
    (("12", "", "(hs)"), "12hs"),
    (("12", "", "I/II"), "12iii"),
    (("12", "", "-"), "12"),
    (("12", "-", "a"), "12a"),
    (("0012", "", ""), "12"),
    (("12", "", "0"), "12-0"),
    (("12", "", "½"), "12"),
    (("12", "", "₂"), "12"),
    (("12", "", "ß"), "12"),
]

# From which signaaldatum the law lets a soort in: the day before is refused, with the article.
WETTELIJK = [
    ("Huur", date(2021, 1, 1), "art. 2 Besluit gemeentelijke schuldhulpverlening"),
    ("Energie", date(2021, 1, 1), "art. 3 Besluit gemeentelijke schuldhulpverlening"),
    ("Water", date(2021, 1, 1), "art. 3 Besluit gemeentelijke schuldhulpverlening"),
    ("Zorg", date(2021, 1, 1), "art. 3 Besluit gemeentelijke schuldhulpverlening"),
    ("CAK Zorgverzekeringen", date(2021, 1, 1), "Besluit gemeentelijke schuldhulpverlening"),
    ("Hypotheek", date(2024, 3, 19), "Stcrt. 2024, 10148"),
    ("CAK Eigen bijdrage", date(2024, 3, 19), "art. 2.4 Tijdelijke regeling"),
    ("Belastingdienst", date(2025, 5, 15), "art. 2.5 Tijdelijke regeling"),
    ("Dienst Toeslagen", date(2025, 5, 15), "art. 2.5 Tijdelijke regeling"),
]


def test_the_address_key_is_the_same_however_the_suffix_is_written() -> None:
    rijen = [
        {"huisnummer": nummer, "huisletter": letter, "toevoeging": toevoeging}
        for (nummer, letter, toevoeging), _ in ADRESSEN
    ]

    sleutels = [rij.waarden["sleutel_adres"] if rij.waarden else rij.fouten for rij in lees(rijen)]

    assert list(zip([vorm for vorm, _ in ADRESSEN], sleutels, strict=True)) == [
        (vorm, f"1234AB{sleutel}") for vorm, sleutel in ADRESSEN
    ]


@pytest.mark.parametrize(
    ("rij", "dagen"),
    [
        ({"ontstaansdatum": "2026-08-26", "maanden_achterstand": ""}, 30),
        ({"ontstaansdatum": "2026-08-26", "maanden_achterstand": "6"}, 30),  # the first counts
        ({"ontstaansdatum": "", "maanden_achterstand": "1"}, 30),
        ({"ontstaansdatum": "", "maanden_achterstand": "0"}, 0),
        ({"ontstaansdatum": "2026-09-25"}, 0),
    ],
)
def test_days_of_arrears_come_from_the_date_or_else_from_the_months(rij: dict[str, str], dagen: int) -> None:
    (gelezen,) = lees([rij])

    assert gelezen.waarden is not None
    assert gelezen.waarden["dagen"] == dagen
    assert (gelezen.waarden["signaaldatum"] - gelezen.waarden["ontstaansdatum"]).days == dagen


@pytest.mark.parametrize(
    ("rij", "kolommen"),
    [
        ({"ontstaansdatum": "", "maanden_achterstand": ""}, {"ontstaansdatum"}),
        ({"ontstaansdatum": "2026-09-26"}, {"signaaldatum"}),
        ({"ontstaansdatum": "fout"}, {"ontstaansdatum"}),
        # A wrong date is not quietly replaced by the months, and wrong months are not quietly ignored.
        ({"ontstaansdatum": "fout", "maanden_achterstand": "2"}, {"ontstaansdatum"}),
        ({"ontstaansdatum": "2026-08-01", "maanden_achterstand": "veel"}, {"maanden_achterstand"}),
        # One entry per wrong cell.
        (
            {"bedrag": "-1", "postcode": "x", "achternaam": "", "signaaldatum": "31-09-2026"},
            {"bedrag", "postcode", "achternaam", "signaaldatum"},
        ),
        (dict.fromkeys(GOED, "") | {"telefoon": "06"}, set(GOED)),
        ({"einde_levering": "binnenkort"}, {"einde_levering"}),
        ({"ontvangstdatum": "gisteren"}, {"ontvangstdatum"}),
        ({"oorspronkelijk_bedrag": "-5", "herinnering_datum": "x"}, {"oorspronkelijk_bedrag", "herinnering_datum"}),
        ({"kenmerk": "K" * 101}, {"kenmerk"}),
        ({"kenmerk": "K\0" * 101, "partner": "P\0"}, {"kenmerk", "partner"}),
    ],
)  # fmt: skip
def test_each_wrong_cell_is_one_error_in_its_own_column(rij: dict[str, str], kolommen: set[str]) -> None:
    (gelezen,) = lees([rij])

    assert gelezen.kolommen == kolommen


def test_a_row_with_only_the_required_cells_is_good() -> None:
    (gelezen,) = lees([{}])

    assert gelezen.waarden is not None
    assert gelezen.waarden["crisissignaal"] is False
    assert gelezen.waarden["ontvangstdatum"] == gelezen.waarden["signaaldatum"]


def test_the_four_steps_of_sociaal_incasseren_stay_unknown_when_absent_and_are_never_a_refusal() -> None:
    stappen = ("persoonlijk_contact", "gewezen_op_schuldhulp", "hulp_aangeboden", "herinnering_datum")

    leeg, nee = lees([{}, dict.fromkeys(stappen[:3], "nee")])

    assert leeg.waarden is not None
    assert nee.waarden is not None
    assert [leeg.waarden[stap] for stap in stappen] == [None, None, None, None]
    assert [nee.waarden[stap] for stap in stappen] == [False, False, False, None]


@pytest.mark.parametrize("kolom", [k.naam for k in KOLOMMEN if k.verplicht])
def test_an_empty_required_cell_is_an_error_of_that_cell(kolom: str) -> None:
    (gelezen,) = lees([{kolom: "\u00a0 "}])

    assert gelezen.kolommen == {kolom}


def test_a_soort_is_refused_until_the_day_the_law_lets_it_in_and_the_law_is_named() -> None:
    def rij(soort: str, dag: date) -> dict[str, str]:
        return {"soort": soort, "signaaldatum": dag.isoformat(), "ontstaansdatum": "2020-01-01"}

    dag_ervoor = lees([rij(s, date.fromordinal(vanaf.toordinal() - 1)) for s, vanaf, _ in WETTELIJK])
    eerste_dag = lees([rij(s, vanaf) for s, vanaf, _ in WETTELIJK])

    assert all(gelezen.waarden for gelezen in eerste_dag)
    for gelezen, (soort, _, artikel) in zip(dag_ervoor, WETTELIJK, strict=True):
        assert gelezen.kolommen == {"soort"}
        assert artikel in gelezen.fouten["soort"]
        assert soort in gelezen.fouten["soort"]


def test_the_other_kinds_may_never_be_received_and_the_law_is_named() -> None:
    (gelezen,) = lees([{"soort": "overige", "signaaldatum": "9999-12-31"}])

    assert gelezen.kolommen == {"soort"}
    assert "Wgs" in gelezen.fouten["soort"]


def test_a_levering_of_one_gemeente_refuses_rows_of_another() -> None:
    rijen = [{"gemeentecode": "406"}, {"gemeentecode": "0407"}, {}]

    eigen, ander, zonder = lees(rijen, gemeente="0406", alleen_gemeente="0406")

    assert eigen.waarden is not None
    assert ander.kolommen == {"gemeentecode"}
    assert zonder.waarden is not None
    assert zonder.waarden["gemeente"] == "0406"


def test_a_bsn_from_a_partner_that_may_not_use_it_is_dropped_with_a_warning() -> None:
    bsn = {"bsn": "999970057"}

    huur, zorg, zonder = lees([bsn, bsn | {"soort": "Zorg"}, {"bsn": ""}])
    (genoemd,) = lees([bsn], bsn_partners=["P1"])

    assert huur.waarden is not None
    assert zorg.waarden is not None
    assert genoemd.waarden is not None
    assert (huur.waarden["bsn"], huur.waarschuwingen) == (None, ("bsn",))
    assert (zorg.waarden["bsn"], zorg.waarschuwingen) == ("999970057", ())
    assert (genoemd.waarden["bsn"], zonder.waarschuwingen) == ("999970057", ())


def test_partner_and_kenmerk_keep_their_case_and_leading_zeros() -> None:
    gelezen = lees([{"partner": p, "kenmerk": k} for p, k in (("P1", "007"), ("p1", "7"), ("P1", "k"))])

    assert [(r.waarden["partner"], r.waarden["kenmerk"]) for r in gelezen if r.waarden] == [
        ("P1", "007"),
        ("p1", "7"),
        ("P1", "k"),
    ]


def test_an_amount_of_twelve_digits_fits_and_a_longer_one_is_refused() -> None:
    past, te_lang = lees([{"bedrag": "999999999999,99"}, {"bedrag": "99999999999999999999"}])

    assert past.waarden is not None
    assert f"{past.waarden['bedrag']:.2f}" == "999999999999.99"
    assert te_lang.kolommen == {"bedrag"}
