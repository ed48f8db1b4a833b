"""The judge counts pairs, and names in what the two records of a pair differ."""

import pytest

from waakvlam.adapters.linkage.judge import judge, kinds_of

A, B, C = ("g", "p", "1"), ("g", "p", "2"), ("g", "q", "3")
RECORD = {
    "achternaam": "Jansen", "tussenvoegsel": None, "voornamen": "Jan", "geboortedatum": "1985-03-09",
    "sleutel_adres": "1234AB5", "postcode": "1234AB", "huisnummer": 5,
}  # fmt: skip


def test_pairs_are_counted() -> None:
    score = judge({A: 1, B: 1, C: 1}, {A: "x", B: "x", C: "y"})
    assert (score.right, score.wrong, score.missed) == (1, 2, 0)
    assert score.precision == pytest.approx(1 / 3)
    assert score.recall == 1


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({}, "gelijk"),
        ({"voornamen": None}, "alleen voorletters"),
        ({"voornamen": "Jna"}, "voornaam anders"),
        ({"achternaam": "Janssen"}, "achternaam anders gespeld"),
        ({"achternaam": "Jansen-Bos"}, "naam van de partner"),
        ({"tussenvoegsel": "van"}, "tussenvoegsel"),
        ({"achternaam": "van Jansen"}, "tussenvoegsel in de naam"),
        ({"geboortedatum": None}, "geen geboortedatum"),
        ({"geboortedatum": "1985-00-00"}, "geboortedatum onvolledig"),
        ({"geboortedatum": "1985-09-03"}, "dag en maand verwisseld"),
        ({"geboortedatum": "1985-03-10"}, "geboortedatum anders"),
        ({"sleutel_adres": "1234AB5a"}, "toevoeging anders"),
        ({"sleutel_adres": "1234AC5", "postcode": "1234AC"}, "ander adres"),
    ],
)
def test_kinds(change: dict[str, str | None], kind: str) -> None:
    assert list(kinds_of(RECORD, {**RECORD, **change})) == [kind]
