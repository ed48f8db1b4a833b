"""JSON: a list of objects, whatever a program may put in it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from waakvlam.domain.common.fouten import WaakvlamFout

GOED: dict[str, Any] = {
    "partner": "P1",
    "soort": "Huur",
    "kenmerk": "K-1",
    "signaaldatum": "2026-09-25",
    "ontstaansdatum": "2026-08-01",
    "bedrag": 100,
    "achternaam": "Voorbeeld",
    "postcode": "1234AB",
    "huisnummer": 12,
}


def schrijf(pad: Path, *objecten: str | dict[str, Any]) -> Path:
    """Write a list; text is put in as it is."""
    delen = [o if isinstance(o, str) else json.dumps(o) for o in objecten]
    pad.write_text("[" + ",\n".join(delen) + "]", encoding="utf-8")
    return pad


def test_numbers_true_false_and_null_read_as_what_they_are(tmp_path: Path, lees: Callable) -> None:
    gelezen = lees(
        schrijf(
            tmp_path / "a.json",
            GOED | {"bedrag": 1234.5, "crisissignaal": True, "bezwaar": None},
            GOED | {"bedrag": "1.234,56", "crisissignaal": False, "toevoeging": 2},
            GOED | {"bedrag": 0, "crisissignaal": 1, "kenmerk": 7},
            GOED | {"bedrag": 12.0, "ontstaansdatum": None, "maanden_achterstand": 1.5},
            json.dumps(GOED).replace("100", "1.2e3"),
        )
    )

    assert gelezen.fouten == []
    assert gelezen.kolom("bedrag") == ["1234.50", "1234.56", "0.00", "12.00", "1200.00"]
    assert gelezen.kolom("crisissignaal") == ["True", "False", "True", "False", "False"]
    assert gelezen.kolom("bezwaar") == ["False"] * 5
    assert gelezen.kolom("kenmerk")[2] == "7"
    assert gelezen.kolom("sleutel_adres")[:2] == ["1234AB12", "1234AB12-2"]
    assert gelezen.kolom("dagen")[3] == "45"


def test_a_number_that_is_no_amount_is_refused_and_never_taken_for_thousands(
    tmp_path: Path, lees: Callable
) -> None:
    waarden = (
        "12.345",
        "1.234",
        "0.001",
        "-1",
        "1e999999999",
        "1e-999999999",
        "1e15",
        "true",
        "1E400",
        "9" * 60,
    )

    gelezen = lees(
        schrijf(tmp_path / "a.json", *(json.dumps(GOED).replace("100", waarde) for waarde in waarden))
    )

    assert gelezen.fouten == [(nr, "bedrag") for nr in range(1, len(waarden) + 1)]


def test_the_first_object_is_row_one_and_blank_objects_are_skipped(tmp_path: Path, lees: Callable) -> None:
    gelezen = lees(
        schrijf(tmp_path / "a.json", GOED, {}, {"partner": None, "soort": ""}, GOED, GOED | {"bedrag": ""})
    )

    assert (list(gelezen.goed), gelezen.fouten) == ([1, 4], [(5, "bedrag")])


@pytest.mark.parametrize(
    "vreemd",
    [
        "1",
        '"tekst"',
        "null",
        "[]",
        json.dumps(GOED | {"straat": {"naam": "Laan"}}),
        json.dumps(GOED | {"telefoon": ["1", "2"]}),
        json.dumps(GOED | {"Huis_Nummer": 13}),
    ],
)
def test_an_item_of_another_shape_is_an_error_of_its_row(vreemd: str, tmp_path: Path, lees: Callable) -> None:
    gelezen = lees(schrijf(tmp_path / "a.json", GOED, vreemd, GOED))

    assert (list(gelezen.goed), gelezen.fouten) == ([1, 3], [(2, "")])


def test_a_key_that_stands_twice_in_one_object_is_an_error_of_its_row(tmp_path: Path, lees: Callable) -> None:
    dubbel = json.dumps(GOED).replace('"bedrag": 100', '"bedrag": 100, "bedrag": 900')

    gelezen = lees(schrijf(tmp_path / "a.json", GOED, dubbel))

    assert (list(gelezen.goed), gelezen.fouten) == ([1], [(2, "")])


@pytest.mark.parametrize(
    "inhoud",
    [
        "[{]",
        '[{"partner": "P1"}',
        '{"partner": "P1"}',
        json.dumps([GOED]).replace("100", "NaN"),
        json.dumps([GOED]).replace("100", "Infinity"),
        "[" * 100_000,
        json.dumps([GOED]) + " en nog iets",
        "[" + "{'partner': 1}" + "]",
    ],
)  # fmt: skip
def test_what_is_no_json_list_is_refused_with_the_file_named(
    inhoud: str, tmp_path: Path, lees: Callable
) -> None:
    (tmp_path / "stuk.json").write_text(inhoud, encoding="utf-8")

    with pytest.raises(WaakvlamFout, match=r"stuk\.json"):
        lees(tmp_path / "stuk.json")


@pytest.mark.parametrize("codering", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_json_is_read_in_every_encoding(codering: str, tmp_path: Path, lees: Callable) -> None:
    (tmp_path / "a.json").write_bytes(
        json.dumps([GOED | {"achternaam": "Éé"}], ensure_ascii=False).encode(codering)
    )

    assert lees(tmp_path / "a.json").kolom("achternaam") == ["Éé"]


def test_a_missing_required_column_is_named_and_an_unknown_one_warned_about(
    tmp_path: Path, lees: Callable
) -> None:
    zonder = {naam: waarde for naam, waarde in GOED.items() if naam != "bedrag"}

    with pytest.raises(WaakvlamFout, match="bedrag ontbreekt"):
        lees(schrijf(tmp_path / "a.json", zonder))
    assert lees(schrijf(tmp_path / "b.json", GOED | {"Segment": 1})).waarschuwingen == ["Segment"]


def test_an_empty_list_is_a_levering_without_signals(tmp_path: Path, lees: Callable) -> None:
    assert lees(schrijf(tmp_path / "a.json")).goed == {}


def test_a_key_that_only_some_objects_have_is_an_empty_cell_in_the_others(
    tmp_path: Path, lees: Callable
) -> None:
    zonder = {naam: waarde for naam, waarde in GOED.items() if naam != "bedrag"}

    gelezen = lees(schrijf(tmp_path / "a.json", zonder, GOED | {"email": "a@voorbeeld.test"}))

    assert (gelezen.kolom("email"), gelezen.fouten) == (["a@voorbeeld.test"], [(1, "bedrag")])
