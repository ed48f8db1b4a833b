"""XLSX and ODS: typed cells, the first sheet, and sheets that are meant to do harm."""

import resource
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P
from tests.adapters.files.bladen import schrijf_ods, schrijf_xlsx

from waakvlam.domain.common.fouten import WaakvlamFout

KOP = ("partner", "soort", "kenmerk", "signaaldatum", "ontstaansdatum", "maanden_achterstand", "bedrag", "achternaam",
       "postcode", "huisnummer", "crisissignaal", "geboortedatum")  # fmt: skip
RIJ: tuple[Any, ...] = (
    "P1", "Huur", "K-1", date(2026, 9, 25), date(2026, 8, 1), None, 1234.5, "Voorbeeld", "1234AB", 12, True,
    date(1985, 3, 9),
)  # fmt: skip


def met(**anders: Any) -> tuple[Any, ...]:
    """The good row with other cells."""
    return tuple(anders.get(naam, waarde) for naam, waarde in zip(KOP, RIJ, strict=True))


def xlsx(pad: Path, *rijen: tuple[Any, ...], blad: str = "Blad1") -> Path:
    """Write a sheet the way partners' programs do, with a second sheet behind it."""
    with xlsxwriter.Workbook(pad, {"default_date_format": "dd-mm-yyyy"}) as boek:
        vel = boek.add_worksheet(blad)
        for nr, rij in enumerate(rijen):
            for plek, waarde in enumerate(rij):
                if waarde is not None:
                    vel.write(nr, plek, waarde)
        boek.add_worksheet("Toelichting").write(0, 0, "niet lezen")
    return pad


def ods(pad: Path, *rijen: tuple[Any, ...]) -> Path:
    """Write the same as an OpenDocument sheet."""
    document = OpenDocumentSpreadsheet()
    vel = Table(name="Blad1")
    for rij in rijen:
        regel = TableRow()
        for waarde in rij:
            regel.addElement(_ods_cel(waarde))
        vel.addElement(regel)
    document.spreadsheet.addElement(vel)
    document.save(str(pad))
    return pad


def _ods_cel(waarde: Any) -> TableCell:
    if waarde is None:
        return TableCell()
    if isinstance(waarde, bool):
        return TableCell(valuetype="boolean", booleanvalue=str(waarde).lower())
    if isinstance(waarde, date):
        return TableCell(valuetype="date", datevalue=waarde.isoformat())
    if isinstance(waarde, int | float):
        return TableCell(valuetype="float", value=str(waarde))
    cel = TableCell(valuetype="string")
    cel.addElement(P(text=waarde))
    return cel


@pytest.fixture(params=["xlsx", "ods"])
def blad(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[..., Path]:
    """Write rows as a sheet of either kind."""
    schrijver = {"xlsx": xlsx, "ods": ods}[request.param]
    return lambda *rijen: schrijver(tmp_path / f"a.{request.param}", KOP, *rijen)


def test_typed_cells_read_as_what_they_show(blad: Callable, lees: Callable) -> None:
    gelezen = lees(
        blad(
            RIJ,
            met(bedrag=0.1 + 0.2, huisnummer=12.0, crisissignaal=False, geboortedatum=1985),
            met(bedrag=1234.005, kenmerk=7, huisnummer="12-A", signaaldatum="25-09-2026", crisissignaal=1),
            met(bedrag=1000, ontstaansdatum=None, maanden_achterstand=1.5, crisissignaal="ja"),
            met(bedrag="€ 1.234,56", maanden_achterstand=3, kenmerk="007", geboortedatum="00-00-1985"),
        )
    )

    assert gelezen.fouten == []
    assert gelezen.kolom("bedrag") == ["1234.50", "0.30", "1234.01", "1000.00", "1234.56"]
    assert gelezen.kolom("signaaldatum") == ["2026-09-25"] * 5
    assert gelezen.kolom("dagen") == ["55", "55", "55", "45", "55"]
    assert gelezen.kolom("kenmerk") == ["K-1", "K-1", "7", "K-1", "007"]
    assert gelezen.kolom("sleutel_adres") == ["1234AB12", "1234AB12", "1234AB12a", "1234AB12", "1234AB12"]
    assert gelezen.kolom("crisissignaal") == ["True", "False", "True", "True", "True"]
    assert gelezen.kolom("geboortedatum")[1:] == ["1985-00-00", "1985-03-09", "1985-03-09", "1985-00-00"]


def test_wrong_cells_are_named_with_the_row_the_sheet_shows(blad: Callable, lees: Callable) -> None:
    gelezen = lees(
        blad(
            RIJ,
            (None,) * len(KOP),
            met(bedrag=-1),
            met(signaaldatum=46290),
            met(huisnummer=0),
            met(postcode=1234),
            met(huisnummer=12.5),
            (" ", "\u00a0"),
            RIJ,
        )
    )

    assert gelezen.fouten == [(4, "bedrag"), (5, "signaaldatum"), (6, "huisnummer"), (7, "postcode")]
    assert sorted(gelezen.goed) == [2, 8, 10]


def test_a_date_cell_with_a_time_gives_its_date(tmp_path: Path, lees: Callable) -> None:
    gelezen = lees(
        xlsx(tmp_path / "a.xlsx", KOP, met(signaaldatum=datetime.fromisoformat("2026-09-25T23:59:59")))
    )

    assert gelezen.kolom("signaaldatum") == ["2026-09-25"]


def test_a_formula_counts_by_the_value_it_showed(tmp_path: Path, lees: Callable) -> None:
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as boek:
        vel = boek.add_worksheet()
        vel.write_row(0, 0, KOP)
        vel.write_row(1, 0, [*RIJ[:3], "2026-09-25", "2026-08-01"])
        vel.write_formula(1, 6, "=SUM(1000,234.5)", None, 1234.5)
        vel.write_formula(1, 7, '="Voor"&"beeld"', None, "Voorbeeld")
        vel.write_row(1, 8, ["1234AB", 12])
        vel.write_row(2, 0, [*RIJ[:3], "2026-09-25", "2026-08-01"])
        vel.write_formula(2, 6, "=1/0", None, "#DIV/0!")
        vel.write_row(2, 7, ["Voorbeeld", "1234AB", 12])

    gelezen = lees(tmp_path / "a.xlsx")

    assert (gelezen.kolom("bedrag"), gelezen.kolom("achternaam")) == (["1234.50"], ["Voorbeeld"])
    assert gelezen.fouten == [(3, "bedrag")]


def test_blank_rows_above_the_heading_count(tmp_path: Path, lees: Callable) -> None:
    gelezen = lees(xlsx(tmp_path / "a.xlsx", (), (), KOP, RIJ, met(bedrag="x")))

    assert (list(gelezen.goed), gelezen.fouten) == ([4], [(5, "bedrag")])


def test_an_old_or_protected_workbook_is_refused_and_says_what_to_do(tmp_path: Path, lees: Callable) -> None:
    (tmp_path / "oud.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2048))

    with pytest.raises(WaakvlamFout, match=r"oud\.xls.*wachtwoord.*XLSX zonder wachtwoord"):
        lees(tmp_path / "oud.xls")


def test_an_empty_sheet_is_refused(tmp_path: Path, lees: Callable) -> None:
    with pytest.raises(WaakvlamFout, match=r"a\.xlsx: het eerste blad is leeg"):
        lees(xlsx(tmp_path / "a.xlsx"))


@pytest.mark.parametrize("deel", [0.05, 0.3, 0.6, 0.9, 0.999])
def test_a_workbook_that_was_cut_off_is_refused(deel: float, blad: Callable, lees: Callable) -> None:
    pad = blad(*[RIJ] * 50)
    heel = pad.read_bytes()
    pad.write_bytes(heel[: int(len(heel) * deel)])

    with pytest.raises(WaakvlamFout, match="beschadigd"):
        lees(pad)


def test_a_damaged_member_is_refused(tmp_path: Path, lees: Callable) -> None:
    pad = xlsx(tmp_path / "a.xlsx", KOP, *[RIJ] * 50)
    with zipfile.ZipFile(pad) as archief:
        begin = archief.getinfo("xl/worksheets/sheet1.xml").header_offset
    inhoud = bytearray(pad.read_bytes())
    inhoud[begin + 60 : begin + 160] = b"\xff" * 100
    pad.write_bytes(inhoud)

    with pytest.raises(WaakvlamFout, match="beschadigd"):
        lees(pad)


def test_a_zip_that_is_no_workbook_is_refused(tmp_path: Path, lees: Callable) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archief:
        archief.writestr("foto.jpg", "x")

    with pytest.raises(WaakvlamFout, match="beschadigd"):
        lees(tmp_path / "a.xlsx")


_CEL = "<c r='{}'><v>1</v></c>"
_TEKST = '<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>'
BOMMEN: dict[str, Callable[[Path], Path]] = {
    "two cells, as far apart as a sheet allows": lambda pad: schrijf_xlsx(
        pad, f'<row r="1">{_CEL.format("A1")}</row><row r="1048576">{_CEL.format("XFD1048576")}</row>'
    ),
    "the same, in the notation every program writes": lambda pad: schrijf_xlsx(
        pad, '<row r="1"><c r="A1"><v>1</v></c></row><row r="9"><c r="XFD1048576"><v>1</v></c></row>'
    ),
    "the same, with the attributes in another order": lambda pad: schrijf_xlsx(
        pad, '<row r="1"><c r="A1"><v>1</v></c></row><row><c s="0" r="XFD1048576"><v>1</v></c></row>'
    ),
    "the same, in a sheet under another name": lambda pad: schrijf_xlsx(
        pad, f"<row>{_CEL.format('A1')}</row><row>{_CEL.format('XFD1048576')}</row>", "vellen/een.xml"
    ),
    "few columns but every row": lambda pad: schrijf_xlsx(
        pad, f"<row>{_CEL.format('A1')}</row><row>{_CEL.format('SA1048576')}</row>"
    ),
    "a few kilobytes that unpack to a hundred megabytes": lambda pad: schrijf_xlsx(
        pad, ("<row>" + "<c><v>1</v></c>" * 1000 + "</row>") * 6000
    ),
    "ods, one row of many cells repeated a million times": lambda pad: schrijf_ods(
        pad, f'<table:table-row table:number-rows-repeated="1048576">{_TEKST * 400}</table:table-row>'
    ),
    "ods, one cell repeated over every column and row": lambda pad: schrijf_ods(
        pad,
        '<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated='
        '"16384" office:value-type="float" office:value="1"/></table:table-row>',
    ),
}


@pytest.mark.parametrize("naam", BOMMEN)
def test_a_sheet_made_to_fill_the_memory_is_refused_and_the_process_lives(
    naam: str, tmp_path: Path, lees: Callable
) -> None:
    pad = BOMMEN[naam](tmp_path / "bom.xlsx")
    voor = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    with pytest.raises(
        WaakvlamFout, match=r"bom\.xlsx: (dit werkblad is te groot|het werkblad is beschadigd)"
    ):
        lees(pad)

    gegroeid_mb = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - voor) // 1024
    assert pad.stat().st_size < 1_000_000
    assert gegroeid_mb < 200
