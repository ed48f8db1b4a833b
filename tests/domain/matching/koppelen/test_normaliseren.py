"""Truth tables: how a name, a date, a telephone number is written, and what is compared."""

import duckdb
import pytest

from waakvlam.domain.matching.koppelen import normaliseren


def value(sql: str, *args: object) -> object:
    with duckdb.connect(":memory:") as con:
        columns = ", ".join(f"cast(? as varchar) as x{i}" for i in range(len(args)))
        return con.execute(f"select {sql} from (select {columns})", list(args)).fetchall()[0][0]


@pytest.mark.parametrize(
    ("written", "compared"),
    [
        ("D'Hondt", "dhondt"),
        ("Żywiałowska", "zywialowska"),
        ("Groß", "gross"),
        ("Yılmaz", "yilmaz"),
        ("van Dijk", "van dyk"),
        ("van Dyk", "van dyk"),
        ("VAN DĲK", "van dyk"),
        ("Mejier", "meyer"),
        ("  Özdemir ", "ozdemir"),
        ("", None),
        (None, None),
    ],
)
def test_fold(written: str | None, compared: str | None) -> None:
    assert value(normaliseren.fold("x0"), written) == compared


@pytest.mark.parametrize(
    ("tussenvoegsel", "achternaam", "parts", "prefixes"),
    [
        ("van der", "Berg", ["berg"], "van der"),
        (None, "van der Berg", ["berg"], "van der"),
        (None, "Berg, van der", ["berg"], "van der"),
        ("v.d.", "Berg", ["berg"], "v d"),
        ("in 't", "Veld", ["veld"], "in t"),
        ("de", "Vries-Jansen", ["vries", "jansen"], "de"),
        (None, "Jansen-de Vries", ["jansen", "vries"], "de"),
        (None, "Jansen de Vries", ["jansen", "vries"], "de"),
        (None, "Jansen e/v de Vries", ["jansen", "vries"], "de"),
        (None, "mevr. A. de Wit", ["wit"], "de"),
        (None, "drs. Bos", ["bos"], ""),
        (None, "Jansen h/o Bouwbedrijf Dakwerk", ["jansen"], ""),
        (None, "Schildersbedrijf J. de Boer", ["boer"], "de"),
        (None, "De", ["de"], "de"),
        (None, "Tjon á Jon", ["tjon", "jon"], ""),
    ],
)
def test_surname_parts(tussenvoegsel: str | None, achternaam: str, parts: list[str], prefixes: str) -> None:
    text = normaliseren.surname_text("x0", "x1")
    assert value(normaliseren.surname_parts(text), tussenvoegsel, achternaam) == parts
    assert value(normaliseren.prefixes(text), tussenvoegsel, achternaam) == prefixes


@pytest.mark.parametrize(
    ("written", "letters"),
    [
        ("J.C.", "jc"), ("JC", "jc"), ("j c", "jc"), ("Th.M.", "tm"), ("IJ.", "y"), ("Jan-Willem", "jw"), ("Theodorus", "t"),
        ("É.", "e"), ("", None), (None, None),
    ],
)  # fmt: skip
def test_initials(written: str | None, letters: str | None) -> None:
    assert value(normaliseren.initials("x0"), written) == letters


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("1985-03-09", (1985, 3, 9)),
        ("1985-03-00", (1985, 3, None)),
        ("1985-00-00", (1985, None, None)),
        ("1985", (1985, None, None)),
        ("0000-00-00", (None, None, None)),
        ("", (None, None, None)),
        (None, (None, None, None)),
    ],
)
def test_date_parts(written: str | None, parts: tuple[int | None, ...]) -> None:
    assert tuple(value(normaliseren.date_part("x0", i), written) for i in (1, 2, 3)) == parts


@pytest.mark.parametrize(
    ("written", "digits"),
    [
        ("06-12 34 56 78", "0612345678"), ("+31 6 12345678", "0612345678"), ("0031612345678", "0612345678"),
        ("+31 (0)20 1234567", "0201234567"), ("112", None), (None, None),
    ],
)  # fmt: skip
def test_phone(written: str | None, digits: str | None) -> None:
    assert value(normaliseren.phone("x0"), written) == digits


@pytest.mark.parametrize(
    ("one", "other"),
    [("dyk", "diek"), ("kramer", "cramer"), ("smit", "smid"), ("visser", "fisser"), ("zuidhof", "suythof")],
)
def test_names_that_sound_alike_have_one_key(one: str, other: str) -> None:
    assert value(normaliseren.sound("x0"), one) == value(normaliseren.sound("x0"), other)


def test_names_that_sound_different_have_two_keys() -> None:
    assert value(normaliseren.sound("x0"), "bakker") != value(normaliseren.sound("x0"), "bekker")
