"""A begroting to rows and back again, and rows as people make them."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.rekenen.test_begroting import GEZIN, maak, regel, regels_st

from waakvlam.domain.rekenen.begroting import KOLOMMEN, BegrotingInvoer, lees_rijen, rijen
from waakvlam.domain.rekenen.invoer import Invoerfout

D = Decimal


def test_a_row_reads_as_a_person_would_write_it() -> None:
    assert rijen(maak(regel("voeding", "95", "vier_weken", "thuis"), regel("loon", "100")))[:3] == [
        KOLOMMEN,
        ("Uitgave", "huishoudelijke uitgaven", "voeding", "thuis", D(95), "vier weken", D("102.92")),
        ("Inkomst", "inkomsten", "loon", "", D(100), "maand", D("100.00")),
    ]


@given(st.lists(regels_st, min_size=1, max_size=10))
@settings(deadline=None)
def test_rows_read_back_give_the_same_lines(regels) -> None:
    invoer: BegrotingInvoer = maak(*regels)
    assert lees_rijen(rijen(invoer)) == invoer.regels
    # As a spreadsheet gives them back: amounts as binary fractions, nothing for an empty cell.
    ruw = [[float(c) if isinstance(c, Decimal) else c or None for c in rij] for rij in rijen(invoer)]
    assert lees_rijen(ruw) == invoer.regels


def test_rows_as_people_make_them() -> None:
    gelezen = lees_rijen(
        [
            ["post", " BEDRAG ", None, "Periode", "Omschrijving"],
            ["Huur of Hypotheek", "650,50", "los", "Maand", 2024.0],
            [None, "", None, None],
            ["AOW en  pensioen", 0.1 + 0.2, None, "vier_weken", None],
        ]
    )
    assert gelezen == (
        regel("wonen", "650.50", "maand", "2024"),
        regel("pensioen", "0.30", "vier_weken"),
    )


@pytest.mark.parametrize(
    ("kop", "rij", "veld", "deel"),
    [
        (["Post", "Bedrag", "Periode"], ["gas", "x", "maand"], "rij 2.Bedrag", "geen getal"),
        (["Post", "Bedrag", "Periode"], ["gas", 1.005, "maand"], "rij 2.Bedrag", "twee cijfers"),
        (["Post", "Bedrag", "Periode"], ["gas", None, "maand"], "rij 2.Bedrag", "ontbreekt"),
        (["Post", "Bedrag", "Periode"], ["gas", 1, "dag"], "rij 2.Periode", "vier weken"),
        (["Post", "Bedrag", "Periode"], ["gas", 1, None], "rij 2.Periode", "ontbreekt"),
        (["Post", "Bedrag", "Periode"], ["snoep", 1, "maand"], "rij 2.Post", "onbekend"),
        (["Post", "Bedrag", "Periode"], [None, 1, "maand"], "rij 2.Post", "ontbreekt"),
        (
            ["Post", "Bedrag", "Periode", "Groep"],
            ["gas", 1, "maand", "inkomsten"],
            "rij 2.Groep",
            "'vaste lasten'",
        ),
        (["Post", "Bedrag", "Periode", "Soort"], ["gas", 1, "maand", "inkomst"], "rij 2.Soort", "'Uitgave'"),
        (["Post", "Bedrag"], ["gas", 1], "rij 1", "De kolom Periode ontbreekt"),
        (["Post", "Bedrag", "Periode", "Prijs"], ["gas", 1, "maand", 2], "rij 1", "onbekend"),
        (["Post", "Bedrag", "Periode", "post"], ["gas", 1, "maand", "gas"], "rij 1", "twee keer"),
        (["Post", "Bedrag", "Periode"], [None, None, None], "rij 2", "geen regels"),
    ],
)
def test_a_fault_is_told_by_row_and_column(kop, rij, veld, deel) -> None:
    with pytest.raises(Invoerfout) as gevangen:
        lees_rijen([kop, rij])
    assert [(f.veld, deel in f.fout) for f in gevangen.value.fouten] == [(veld, True)]


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(Invoerfout) as gevangen:
        lees_rijen([["Post", "Bedrag", "Periode"], ["gas", -1, "maand"], ["water", 1, "x"]])
    assert [fout.veld for fout in gevangen.value.fouten] == ["rij 2.Bedrag", "rij 3.Periode"]
    with pytest.raises(Invoerfout, match="De kolom Post ontbreekt"):
        lees_rijen([])


def test_a_row_with_nothing_but_a_computed_cell_is_empty() -> None:
    tabel = [*rijen(GEZIN), (None, None, None, None, None, None, D(0))]
    assert lees_rijen(tabel) == GEZIN.regels


def test_what_is_computed_is_not_read_back() -> None:
    tabel = [list(rij) for rij in rijen(GEZIN)]
    tabel[1][-1] = "onzin"
    assert lees_rijen(tabel) == GEZIN.regels
