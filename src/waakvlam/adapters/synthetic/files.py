"""Writes rows the way one partner's file looks, with the wrong rows among them."""

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal

import xlsxwriter

from waakvlam.adapters.synthetic.columns import (
    BOOLEAN_COLUMNS,
    CANONICAL_COLUMNS,
    DATE_COLUMNS,
    MONEY_COLUMNS,
)
from waakvlam.adapters.synthetic.errors import broken_rows
from waakvlam.adapters.synthetic.ods import ods_bytes
from waakvlam.adapters.synthetic.partners import Notation, Partner

Cell = str | date | Decimal
_CAK_ONLY = {"oorspronkelijk_bedrag", "zorgverzekeraar", "bewindvoerder"}
_EXTENSIONS = {"csv": "csv", "xlsx": "xlsx", "ods": "ods", "json": "json"}
_CREATED = datetime(2000, 1, 1, tzinfo=UTC)  # fixed, so that equal rows give equal bytes


@dataclass(frozen=True)
class Fout:
    """One cell that must be refused. `rij` as a spreadsheet shows it (header = 1); in JSON the first object is 1."""

    bestand: str
    rij: int
    kolom: str
    waarde: str


@dataclass(frozen=True)
class Levering:
    """One file of one partner for one gemeente and month. `rijen` counts all records, wrong ones too."""

    partner: str
    soort: str
    gemeentecode: str
    maand: str
    bestandsnaam: str
    inhoud: bytes
    rijen: int
    fouten: tuple[Fout, ...]


def build_levering(
    seed: int, partner: Partner, code: str, month: str, rows: list[dict[str, str]], error_rows: int
) -> Levering:
    """The file with `error_rows` wrong rows put in between."""
    kind = partner.notation.kind
    name = f"{code}_{partner.code}_{month}.{_EXTENSIONS[kind]}"
    records: list[tuple[dict[str, str], str]] = [(row, "") for row in rows]
    for shift, (place, row, column) in enumerate(
        broken_rows(seed, partner, f"{code}{month}", rows, error_rows)
    ):
        records.insert(place + shift, (row, column))
    first = 1 if kind == "json" else 2
    fouten = tuple(
        Fout(name, first + index, column, row[column])
        for index, (row, column) in enumerate(records)
        if column
    )
    content = render(partner, records)
    return Levering(partner.code, partner.soort, code, month, name, content, len(records), fouten)


def columns_of(partner: Partner) -> tuple[str, ...]:
    """The columns this partner has in its file."""
    left_out = set() if partner.soort.startswith("CAK") else set(_CAK_ONLY)
    if not partner.habits.bsn:
        left_out.add("bsn")
    if partner.notation.kind != "json":
        left_out.add("ontvangstdatum")
    return tuple(column for column in CANONICAL_COLUMNS if column not in left_out)


def render(partner: Partner, records: Sequence[tuple[dict[str, str], str]]) -> bytes:
    """All records in the partner's notation; a wrong cell is written as it is."""
    notation, columns = partner.notation, columns_of(partner)
    if notation.kind == "json":
        objects = [{column: row[column] for column in columns if row.get(column)} for row, _ in records]
        return (json.dumps(objects, ensure_ascii=False, indent=0) + "\n").encode()
    table: list[list[Cell]] = [[heading(notation, column) for column in columns]]
    for row, wrong in records:
        table.append(
            [row.get(c, "") if c == wrong else write_cell(notation, c, row.get(c, "")) for c in columns]
        )
    if notation.kind == "xlsx":
        return _xlsx(table)
    return ods_bytes(table) if notation.kind == "ods" else _csv(notation, table)


def heading(notation: Notation, column: str) -> str:
    """The column name as this partner writes it; only case, spaces and dashes differ."""
    if notation.headings == "upper":
        return column.upper()
    if notation.headings == "title":
        return column.replace("_", " ").capitalize()
    return column.replace("_", "-") if notation.headings == "dash" else column


def write_cell(notation: Notation, column: str, text: str) -> Cell:
    """One canonical text in the partner's notation."""
    if column in BOOLEAN_COLUMNS:
        empty = (
            notation.booleans[1]
            if notation.names_no and column in ("crisissignaal", "bezwaar", "zakelijk")
            else ""
        )
        return {"ja": notation.booleans[0], "nee": notation.booleans[1]}.get(text, empty)
    if not text:
        return ""
    if column in DATE_COLUMNS:
        return _date(notation.dates, text)
    if column in MONEY_COLUMNS:
        return _money(notation.money, text)
    if column == "maanden_achterstand":
        return text if notation.money in ("point", "native") else text.replace(".", ",")
    if column == "postcode":
        spaced = f"{text[:4]} {text[4:]}"
        return {"tight": text, "spaced": spaced, "lower": spaced.lower()}[notation.postcode]
    return text


def _date(notation: str, text: str) -> Cell:
    year, month, day = text.split("-")
    if "00" in (month, day):  # unknown parts exist in two notations only
        return text if notation in ("iso", "compact", "native") else f"{day}-{month}-{year}"
    if notation == "native":
        return date(int(year), int(month), int(day))
    return {
        "iso": text,
        "dutch": f"{day}-{month}-{year}",
        "slashes": f"{day}/{month}/{year}",
        "dots": f"{int(day)}.{int(month)}.{year}",
        "compact": year + month + day,
    }[notation]


def _money(notation: str, text: str) -> Cell:
    if notation == "native":
        return Decimal(text)
    euros, cents = text.split(".")
    grouped = f"{int(euros):,}".replace(",", ".")
    return {
        "point": text,
        "comma": f"{euros},{cents}",
        "dutch": f"{grouped},{cents}",
        "euro": f"€ {grouped},{cents}",
    }[notation]


def _csv(notation: Notation, table: list[list[Cell]]) -> bytes:
    buffer = io.StringIO(newline="")
    quoting = csv.QUOTE_ALL if notation.quoted else csv.QUOTE_MINIMAL
    csv.writer(buffer, delimiter=notation.separator, quoting=quoting, lineterminator="\r\n").writerows(table)
    if notation.encoding == "utf-16":
        return b"\xff\xfe" + buffer.getvalue().encode("utf-16-le")  # a fixed byte order on every machine
    return buffer.getvalue().encode(notation.encoding)


def _xlsx(table: list[list[Cell]]) -> bytes:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False}) as book:
        book.set_properties({"created": _CREATED.replace(tzinfo=None)})
        sheet = book.add_worksheet("Signalen")
        dates = book.add_format({"num_format": "dd-mm-yyyy"})
        for line, cells in enumerate(table):
            for column, cell in enumerate(cells):
                if isinstance(cell, date):
                    sheet.write_datetime(line, column, datetime(cell.year, cell.month, cell.day), dates)  # noqa: DTZ001
                elif isinstance(cell, Decimal):
                    sheet.write_number(line, column, float(cell))
                elif cell:
                    sheet.write_string(line, column, cell)
    return buffer.getvalue()
