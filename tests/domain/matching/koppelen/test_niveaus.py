"""Truth tables: two ways of writing, and the level they get."""

from typing import Any

import duckdb
import pytest

from waakvlam.domain.matching.koppelen import VERGELIJKINGEN, load_gewichten, normalise_query
from waakvlam.domain.matching.koppelen.niveaus import Richting

COLUMNS = (
    "gemeente", "partner", "kenmerk", "voorletters", "voornamen", "tussenvoegsel", "achternaam", "geboortedatum", "bsn",
    "postcode", "sleutel_adres", "telefoon", "email",
)  # fmt: skip


def level(code: str, left: dict[str, Any], right: dict[str, Any]) -> str | None:
    """The code of the level of comparison `code` for two records; None when there is nothing to compare."""
    vergelijking = next(v for v in VERGELIJKINGEN if v.code == code)
    with duckdb.connect(":memory:") as con:
        fields = ", ".join(f"{name} varchar" for name in COLUMNS)
        con.execute(f"create table invoer (rij_id bigint, huisnummer integer, {fields})")
        for i, record in enumerate((left, right)):
            names = ", ".join(("rij_id", *record))
            marks = ", ".join("?" * (len(record) + 1))
            con.execute(f"insert into invoer ({names}) values ({marks})", [i, *record.values()])
        con.execute(f"create table n as {normalise_query('invoer')}")
        names = [row[0] for row in con.execute("describe n").fetchall()]
        sides = ", ".join(f"l.{name} as {name}_l, r.{name} as {name}_r" for name in names)
        both = f"select {sides} from n l join n r on l.rij_id = 0 and r.rij_id = 1"
        found = con.execute(f"select {vergelijking.case_sql()} from ({both})").fetchall()[0][0]
    niveau = vergelijking.level_at(found)
    return niveau.code if niveau else None


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Jansen", "Jansen", "gelijk"),
        ("Dijk", "Dyk", "gelijk"),
        ("van Dijk", "Dijk, van", "gelijk"),
        ("van den Berg", "Berg", "zonder_tussenvoegsel"),
        ("Jansen-de Vries", "de Vries-Jansen", "andere_volgorde"),
        ("Nooitgedacht", "Nooitgedcaht", "tikfout"),
        ("Jansen", "Janssen", "tikfout"),
        ("Bos", "Vos", "anders"),
        ("Jansen", "Jansen-de Vries", "deel"),
        ("de Vries", "Jansen-de Vries", "deel"),
        ("van Diek-Peeters", "van Dijk", "klank"),
        ("de Graaf-Groß", "de Grnaf", "deel_tikfout"),
        ("Jansen", "Bakker", "anders"),
        ("Jansen", None, None),
    ],
)
def test_surname(left: str, right: str | None, expected: str | None) -> None:
    assert level("achternaam", {"achternaam": left}, {"achternaam": right}) == expected


@pytest.mark.parametrize(
    ("left", "right", "swapped"),
    [
        (("Minh", "Tran"), ("Tran", "Minh"), True),
        (("Megan", "Schipper"), ("Schiper", "Megan"), True),
        (("Megan", "Schipper"), ("Schipper", "Megna"), True),
        (("Megan", "Schipper"), ("Schiper", "Megna"), False),  # nothing left that is certain
        (("Thomas", "Thomas"), ("Thomas", "Thomas"), False),
        (("Simon", "Peters"), ("Peter", "Simons"), False),
        (("Simon", "Peters"), ("Simon", "Peters"), False),
    ],
)
def test_first_name_and_surname_in_each_others_field(
    left: tuple[str, str], right: tuple[str, str], swapped: bool
) -> None:
    records = [{"voornamen": first, "achternaam": last} for first, last in (left, right)]
    assert (level("achternaam", *records) == "verwisseld") is swapped
    assert (level("voornaam", *records) is None) is swapped


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (("J.C.", "Julia"), ("J.C.", "Julia"), "gelijk_letters"),
        (("J.", "Julia"), ("J.C.", "Julia Christine"), "gelijk"),
        (("M.", "Martijn"), ("M.", "Martjin"), "gelijk"),
        (("D.", "Daan"), ("D.", "Dan"), "tikfout"),
        (("J.M.", "Johanna Maria"), ("M.", "Maria"), "tweede"),
        (("J.", "Jan"), ("J.", "Jaap"), "anders"),
        (("J.C.", None), ("JC", None), "letters"),
        (("J.", None), (None, "Julia"), "letter"),
        (("J.", None), ("J.C.", "Julia"), "passen"),
        (("C.", None), ("J.C.", None), "een_past"),
        (("S.", None), ("Z.", "Zofie"), "letters_klank"),
        (("J.", None), ("M.", "Maria"), "letters_anders"),
        (("J.C.", None), ("J.M.", None), "letters_anders"),
        ((None, None), ("M.", "Maria"), None),
    ],
)
def test_first_name_and_initials(
    left: tuple[str | None, str | None], right: tuple[str | None, str | None], expected: str | None
) -> None:
    records = [{"voorletters": letters, "voornamen": names} for letters, names in (left, right)]
    assert level("voornaam", *records) == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("1985-03-09", "1985-03-09", "gelijk"),
        ("1985-01-01", "1985-01-01", "een_januari"),
        ("1985-00-00", "1985-03-09", "onvolledig"),
        ("1985", "1985", "onvolledig"),
        ("1985-03-00", "1985-04-09", "jaar"),
        ("1985-03-09", "1985-09-03", "verwisseld"),
        ("1985-03-09", "1985-03-19", "cijfer"),
        ("1985-03-29", "1985-03-30", "cijfer"),
        ("1985-03-09", "1985-03-28", "jaar_maand"),
        ("1985-03-09", "1985-11-09", "maand"),
        ("1985-03-09", "1986-03-09", "jaar_ernaast"),
        ("1985-03-09", "1955-03-09", "jaar_cijfer"),
        ("1985-03-09", "1985-11-23", "jaar"),
        ("1985-03-09", "1960-11-23", "anders"),
        ("1985-03-09", None, None),
    ],
)
def test_birth_date(left: str, right: str | None, expected: str | None) -> None:
    assert level("geboortedatum", {"geboortedatum": left}, {"geboortedatum": right}) == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("1234AB12a", "1234AB12a", "gelijk"),
        ("1234AB12", "1234AB12a", "toevoeging_weg"),
        ("1234AB12a", "1234AB12b", "toevoeging"),
        ("1234AB12", "1234AB21", "cijfers_verwisseld"),
        ("1234AB12", "1324AB12", "cijfers_verwisseld"),
        ("1234AB12", "1324AB21", "anders"),
        ("1234AB12", "1234AB14", "postcode"),
        ("1234AB12", "1234AC12", "anders"),
    ],
)
def test_address(left: str, right: str, expected: str) -> None:
    records = [
        {"postcode": key[:6], "huisnummer": int(key[6:8]), "sleutel_adres": key} for key in (left, right)
    ]
    assert level("adres", *records) == expected


def test_contact_and_bsn() -> None:
    assert (
        level("contact", {"email": "A.b@c.nl "}, {"email": "a.b@c.nl", "telefoon": "0612345678"}) == "email"
    )
    assert level("contact", {"telefoon": "+31612345678"}, {"telefoon": "06-12345678"}) == "telefoon"
    assert level("contact", {"telefoon": "0612345678"}, {"email": "a@b.nl"}) is None
    assert level("bsn", {"bsn": "999990019"}, {"bsn": "999990019"}) == "gelijk"
    assert level("bsn", {"bsn": "999990019"}, {"bsn": None}) is None


def test_every_level_has_a_weight_and_the_numbers_go_both_ways() -> None:
    gewichten = load_gewichten()
    for vergelijking in VERGELIJKINGEN:
        assert vergelijking.niveaus[-1].sql is None
        assert vergelijking.level_at(-1) is None
        for niveau in vergelijking.niveaus:
            assert vergelijking.level_at(vergelijking.value_of(niveau.code)) is niveau
            gewicht = gewichten.niveaus[vergelijking.code, niveau.code]
            assert 0 < gewicht.m <= 1
            assert 0 < gewicht.u <= 1
        best, worst = vergelijking.niveaus[0], vergelijking.niveaus[-1]
        assert worst.richting is Richting.TEGEN
        assert (
            gewichten.niveaus[vergelijking.code, best.code].m
            > gewichten.niveaus[vergelijking.code, best.code].u
        )


def test_the_probability_follows_from_the_weights() -> None:
    gewichten = load_gewichten()
    nothing = {v.code: -1 for v in VERGELIJKINGEN}
    assert gewichten.kans(nothing) == pytest.approx(gewichten.kans_vooraf)
    assert gewichten.kans({**nothing, "bsn": 1}) > 0.8 > gewichten.kans({**nothing, "bsn": 0})
