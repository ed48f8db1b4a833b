"""The files partners send, read back cell by cell."""

import csv
import io
import json
from collections import Counter
from datetime import date

from python_calamine import CalamineWorkbook

from waakvlam.adapters.synthetic.columns import CANONICAL_COLUMNS
from waakvlam.adapters.synthetic.files import Levering
from waakvlam.adapters.synthetic.generate import Gemeente, Settings, World, generate
from waakvlam.adapters.synthetic.partners import BY_CODE

YES = {"ja": "ja", "J": "ja", "true": "ja", "1": "ja"}


def _records(levering: Levering) -> dict[int, dict[str, object]]:
    """Row number as a spreadsheet shows it to cells by column; JSON counts its first object as 1."""
    notation = BY_CODE[levering.partner].notation
    if notation.kind == "json":
        return dict(enumerate(json.loads(levering.inhoud), start=1))
    if notation.kind == "csv":
        text = levering.inhoud.decode(notation.encoding)
        table = list(csv.reader(io.StringIO(text, newline=""), delimiter=notation.separator))
    else:
        table = CalamineWorkbook.from_filelike(io.BytesIO(levering.inhoud)).get_sheet_by_index(0).to_python()
    header = [str(name).lower().replace(" ", "_").replace("-", "_") for name in table[0]]
    assert set(header) <= set(CANONICAL_COLUMNS)
    return {number: dict(zip(header, cells, strict=True)) for number, cells in enumerate(table[1:], start=2)}


def _canonical(column: str, cell: object) -> str:
    """Undo the notations of the invented partners; written apart from the code that makes them."""
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float):
        return f"{cell:.2f}"
    text = str(cell).strip()
    if column == "bedrag":
        text = text.removeprefix("€ ")
        return text.replace(".", "").replace(",", ".") if "," in text else text
    if column == "signaaldatum":
        for sign in "/.":
            text = text.replace(sign, "-")
        if text.isdecimal():
            return f"{text[:4]}-{text[4:6]}-{text[6:]}"
        parts = text.split("-")
        return text if len(parts[0]) == 4 else f"{parts[2]}-{int(parts[1]):02d}-{int(parts[0]):02d}"
    if column == "postcode":
        return text.replace(" ", "").upper()
    return YES.get(text, "") if column == "crisissignaal" else text


def test_every_partner_delivers_every_kind_of_file(leveringen: list[Levering]) -> None:
    assert {levering.partner for levering in leveringen} == set(BY_CODE)
    assert {levering.bestandsnaam.rsplit(".")[-1] for levering in leveringen} == {
        "csv",
        "xlsx",
        "ods",
        "json",
    }
    assert len({levering.bestandsnaam for levering in leveringen}) == len(leveringen)
    assert len(leveringen) > 200


def test_the_good_rows_of_a_file_are_the_signals(world: World, leveringen: list[Levering]) -> None:
    columns = (
        "gemeentecode",
        "kenmerk",
        "signaaldatum",
        "bedrag",
        "achternaam",
        "postcode",
        "huisnummer",
        "crisissignaal",
    )
    sent: Counter[tuple[str, ...]] = Counter()
    for levering in leveringen:
        wrong = {fout.rij for fout in levering.fouten}
        records = _records(levering)
        assert len(records) == levering.rijen
        for number, record in records.items():
            if number not in wrong:
                sent[tuple(_canonical(column, record.get(column, "")) for column in columns)] += 1
    assert sent == Counter(tuple(row.get(column, "") for column in columns) for row in world.signals())


def test_each_wrong_cell_stands_where_it_is_said_to_stand(world: World, leveringen: list[Levering]) -> None:
    fouten = list(world.fouten())
    assert len(fouten) == sum(len(levering.fouten) for levering in leveringen)
    assert len({fout.kolom for fout in fouten}) >= 8
    for levering in leveringen:
        records = _records(levering)
        assert len(levering.fouten) == len({fout.rij for fout in levering.fouten})
        for fout in levering.fouten:
            assert str(records[fout.rij].get(fout.kolom, "")) == fout.waarde


def test_as_many_rows_are_wrong_as_was_asked(world: World) -> None:
    """The demo has a few wrong rows a month; a world may also ask for a fixed number per levering."""
    good = sum(1 for _ in world.signals())
    assert 0.02 <= sum(1 for _ in world.fouten()) / good <= 0.06
    asked = generate(
        Settings(5, (Gemeente("0437", "Ouder-Amstel", 6_000),), "2026-08", "2026-09", error_rows=4)
    )
    assert all(len(levering.fouten) == 4 for levering in asked.leveringen())


def test_wrong_rows_take_no_part_in_any_identity(world: World, leveringen: list[Levering]) -> None:
    identities = {(truth.gemeentecode, truth.partner, truth.kenmerk) for truth in world.truth()}
    for levering in leveringen:
        records = _records(levering)
        for fout in levering.fouten:
            kenmerk = str(records[fout.rij].get("kenmerk", ""))
            assert (levering.gemeentecode, levering.partner, kenmerk) not in identities
