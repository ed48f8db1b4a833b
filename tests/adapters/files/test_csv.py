"""CSV in every shape a partner's program writes it."""

import codecs
import csv
import io
import random
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest

from waakvlam.domain.common.fouten import WaakvlamFout

KOP = [
    "partner",
    "soort",
    "kenmerk",
    "signaaldatum",
    "ontstaansdatum",
    "bedrag",
    "achternaam",
    "postcode",
    "huisnummer",
    "toevoeging",
]
RIJ = ["P1", "Huur", "K-1", "2026-09-25", "2026-08-01", "€ 1.234,56", "Müller, É", "1234AB", "12", "a"]


def csv_tekst(scheiding: str, aanhaling: int, einde: str, rijen: list[list[str]]) -> str:
    """Write rows as CSV."""
    uit = io.StringIO()
    csv.writer(uit, delimiter=scheiding, quoting=aanhaling, lineterminator=einde).writerows(rijen)
    return uit.getvalue()


def regels(*rijen: str) -> bytes:
    """A file with the usual heading; each row is a whole line."""
    return "\n".join([";".join(KOP), *rijen, ""]).encode()


GOED = ";".join(RIJ)


def _vormen() -> dict[str, bytes]:
    """The same two signals in every encoding, separator, quoting and line end."""
    uit = {}
    for scheiding, aanhaling, einde in product(
        ";,\t", (csv.QUOTE_ALL, csv.QUOTE_MINIMAL), ("\r\n", "\n", "\r")
    ):
        tekst = csv_tekst(scheiding, aanhaling, einde, [KOP, RIJ, [*RIJ[:2], "K-2", *RIJ[3:]]])
        naam = f"{scheiding!r} {aanhaling} {einde!r}"
        uit[f"{naam} utf-8"] = tekst.encode()
        if einde != "\r\n" or scheiding == ",":
            continue
        uit |= {
            f"{naam} utf-8 bom": codecs.BOM_UTF8 + tekst.encode(),
            f"{naam} utf-16-le bom": codecs.BOM_UTF16_LE + tekst.encode("utf-16-le"),
            f"{naam} utf-16-be bom": codecs.BOM_UTF16_BE + tekst.encode("utf-16-be"),
            f"{naam} utf-16-le": tekst.encode("utf-16-le"),
            f"{naam} utf-16-be": tekst.encode("utf-16-be"),
            f"{naam} windows-1252": tekst.encode("cp1252"),
            f"{naam} no last line end": tekst.rstrip("\r\n").encode(),
        }
    return uit


def test_every_encoding_separator_quoting_and_line_end_gives_the_same_rows(
    tmp_path: Path, lees_alle: Callable
) -> None:
    vormen = _vormen()
    paden = [tmp_path / f"{nr}.csv" for nr in range(len(vormen))]
    for pad, inhoud in zip(paden, vormen.values(), strict=True):
        pad.write_bytes(inhoud)

    anders = {
        naam: gelezen
        for naam, gelezen in zip(vormen, lees_alle(paden), strict=True)
        if gelezen.kolom("kenmerk") != ["K-1", "K-2"]
        or gelezen.kolom("bedrag") != ["1234.56"] * 2
        or gelezen.kolom("achternaam") != ["Müller, É"] * 2
        or list(gelezen.goed) != [2, 3]
    }
    assert len(vormen) == 18 + 4 * 7
    assert anders == {}


def test_headings_match_without_regard_to_case_spaces_hyphens_and_underscores(
    tmp_path: Path, lees: Callable
) -> None:
    kop = ["PARTNER", " Soort ", "ken-merk", "Signaal Datum", "ONTSTAANS_DATUM", "bedrag", "Achter\u00a0naam"]
    (tmp_path / "a.csv").write_text(";".join([*kop, *KOP[7:]]) + "\n" + GOED + "\n", encoding="utf-8")

    assert list(lees(tmp_path / "a.csv").goed) == [2]


def test_rows_are_numbered_as_a_spreadsheet_shows_them(tmp_path: Path, lees: Callable) -> None:
    met_regeleinde = GOED.replace("K-1", '"K\n2"')
    leeg = ";" * 9
    (tmp_path / "a.csv").write_bytes(
        regels(GOED, "", leeg, " ;\u00a0;" + ";" * 7, met_regeleinde, GOED, GOED + ";x", "", GOED)
    )

    gelezen = lees(tmp_path / "a.csv")

    assert list(gelezen.goed) == [2, 6, 7, 10]
    assert gelezen.goed[6]["kenmerk"] == "K\n2"
    assert gelezen.fouten == [(8, "")]


def test_blank_lines_before_the_heading_count_too(tmp_path: Path, lees: Callable) -> None:
    (tmp_path / "a.csv").write_bytes(b"\n\n" + regels(GOED))

    assert list(lees(tmp_path / "a.csv").goed) == [4]


def test_a_record_with_more_or_fewer_cells_than_the_heading_is_an_error_of_the_row(
    tmp_path: Path, lees: Callable
) -> None:
    zonder_toevoeging = ";".join(RIJ[:-1])
    (tmp_path / "a.csv").write_bytes(
        regels(
            zonder_toevoeging,  # an empty cell at the end may be missing
            ";".join(RIJ[:-2]),  # huisnummer is no empty cell
            "P1",
            GOED + ";",
            GOED + ";;;",
            GOED.replace("Müller, É", "Mül;ler"),
            GOED,
        )
    )

    gelezen = lees(tmp_path / "a.csv")

    assert list(gelezen.goed) == [2, 8]
    assert gelezen.fouten == [(3, ""), (4, ""), (5, ""), (6, ""), (7, "")]


@pytest.mark.parametrize("kolom", [naam for naam in KOP if naam != "toevoeging"])
def test_a_missing_required_column_is_named(kolom: str, tmp_path: Path, lees: Callable) -> None:
    kop = ";".join(naam for naam in KOP if naam != kolom)
    (tmp_path / "a.csv").write_text(kop + "\nx\n", encoding="utf-8")

    with pytest.raises(WaakvlamFout, match=rf"a\.csv.*{kolom}.*ontbreekt"):
        lees(tmp_path / "a.csv")


def test_an_unknown_column_is_ignored_with_a_warning(tmp_path: Path, lees: Callable) -> None:
    (tmp_path / "a.csv").write_text(f"{';'.join(KOP)};Klantsegment\n{GOED};A\n", encoding="utf-8")

    gelezen = lees(tmp_path / "a.csv")

    assert (list(gelezen.goed), gelezen.waarschuwingen) == ([2], ["Klantsegment"])


def test_the_same_column_twice_is_refused_also_when_written_differently(
    tmp_path: Path, lees: Callable
) -> None:
    (tmp_path / "a.csv").write_text(f"{';'.join(KOP)};Huis Nummer\n{GOED};13\n", encoding="utf-8")

    with pytest.raises(WaakvlamFout, match="huisnummer komt twee keer voor"):
        lees(tmp_path / "a.csv")


@pytest.mark.parametrize("inhoud", [b"", b"\n\n \r\n", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, b";;;\n;;\n"])
def test_a_file_without_anything_in_it_is_refused(inhoud: bytes, tmp_path: Path, lees: Callable) -> None:
    (tmp_path / "leeg.csv").write_bytes(inhoud)

    with pytest.raises(WaakvlamFout, match=r"leeg\.csv: het bestand is leeg"):
        lees(tmp_path / "leeg.csv")


def test_a_heading_alone_is_a_levering_without_signals(tmp_path: Path, lees: Callable) -> None:
    (tmp_path / "a.csv").write_bytes(regels())

    gelezen = lees(tmp_path / "a.csv")

    assert (gelezen.goed, gelezen.fouten) == ({}, [])


@pytest.mark.parametrize("aanhaling", [csv.QUOTE_ALL, csv.QUOTE_MINIMAL], ids=["quoted", "bare"])
def test_a_file_cut_off_anywhere_in_its_last_row_loses_nothing_in_silence(
    aanhaling: int, tmp_path: Path, lees_alle: Callable
) -> None:
    rij = [*RIJ[:6], "Muller", *RIJ[7:9], ""]
    heel = csv_tekst(";", aanhaling, "\n", [KOP, rij]).encode()
    begin = heel.index(b"\n") + 1
    compleet = len(heel) - len(b';""\n' if aanhaling == csv.QUOTE_ALL else b";\n")
    lengtes = [*range(begin + 2, len(heel) - 20, 7), *range(len(heel) - 20, len(heel))]
    paden = [tmp_path / f"{lengte}.csv" for lengte in lengtes]
    for lengte, pad in zip(lengtes, paden, strict=True):
        pad.write_bytes(heel[:lengte])

    for lengte, gelezen in zip(lengtes, lees_alle(paden), strict=True):
        # One place, always. A house number without its last digit can't be told from a whole one when it is bare.
        assert (len(gelezen.goed), len(gelezen.fouten)) in ((1, 0), (0, 1)), heel[:lengte]
        if lengte < compleet - (aanhaling == csv.QUOTE_MINIMAL):
            assert gelezen.fouten in ([(2, "")], [(2, "huisnummer")]), heel[:lengte]


def test_a_quote_that_is_never_closed_does_not_swallow_rows_in_silence(
    tmp_path: Path, lees: Callable
) -> None:
    open_aanhaling = GOED.replace(";12;a", ';12;"a')
    (tmp_path / "midden.csv").write_bytes(regels(GOED, open_aanhaling, GOED, GOED))
    (tmp_path / "eind.csv").write_bytes(regels(GOED, open_aanhaling).rstrip())
    (tmp_path / "kop.csv").write_bytes(b'"' + regels(GOED))

    with pytest.raises(WaakvlamFout, match="rij 3 is een aanhalingsteken niet gesloten"):
        lees(tmp_path / "midden.csv")
    with pytest.raises(WaakvlamFout, match="rij 1 is een aanhalingsteken niet gesloten"):
        lees(tmp_path / "kop.csv")
    afgebroken = lees(tmp_path / "eind.csv")
    assert (list(afgebroken.goed), afgebroken.fouten) == ([2], [(3, "")])


def test_a_giant_cell_is_refused_with_its_row(tmp_path: Path, lees: Callable) -> None:
    (tmp_path / "lang.csv").write_bytes(regels(GOED.replace("K-1", "K" * 501)))
    (tmp_path / "reus.csv").write_bytes(regels(GOED, GOED.replace("K-1", "K" * 200_000)))

    assert lees(tmp_path / "lang.csv").fouten == [(2, "kenmerk")]
    with pytest.raises(WaakvlamFout, match=r"rij 3 .*langer dan 100000 tekens"):
        lees(tmp_path / "reus.csv")


def test_a_nul_byte_is_an_error_of_its_cell(tmp_path: Path, lees: Callable) -> None:
    (tmp_path / "a.csv").write_bytes(
        regels(GOED.replace("K-1", "K\0"), GOED.replace("2026-09-25", "2026-09-25\0"), GOED)
    )

    gelezen = lees(tmp_path / "a.csv")

    assert (list(gelezen.goed), gelezen.fouten) == ([4], [(2, "kenmerk"), (3, "signaaldatum")])


def test_utf8_that_was_cut_inside_its_last_character_is_not_taken_for_windows_1252(
    tmp_path: Path, lees: Callable
) -> None:
    (tmp_path / "a.csv").write_bytes(regels(GOED, GOED.replace(";12;a", ";12;é")).rstrip()[:-1])
    (tmp_path / "b.csv").write_bytes(
        regels(GOED.replace("Müller, É", "M").replace("€", "")).rstrip() + b"\xe9"
    )

    with pytest.raises(WaakvlamFout, match="tekens die niet te lezen zijn"):
        lees(tmp_path / "a.csv")
    assert lees(tmp_path / "b.csv").kolom("sleutel_adres") == ["1234AB12ae"]


def test_bytes_that_windows_1252_does_not_know_are_refused(tmp_path: Path, lees: Callable) -> None:
    (tmp_path / "a.csv").write_bytes(regels(GOED).replace("ü".encode(), b"\x81"))

    with pytest.raises(WaakvlamFout, match="tekens die niet te lezen zijn"):
        lees(tmp_path / "a.csv")


GEEN_TEKST = {
    "a PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n",
    "a photo": b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01;\x00\x00\x01\x00\x01\x00\x00\xff\xdb\x00C\x00" * 20,
    "an image": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x04\x00",
    "packed": b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03" + bytes(range(256)) * 20,
    "a program": b"\x7fELF\x02\x01\x01" + b"\x00" * 9 + b"\x03\x00>\x00" * 400,
    "any bytes": random.Random(7).randbytes(5_000),
    "a web page": b"<!DOCTYPE html>\n<html><body>Niet gevonden</body></html>\n",
    "a letter": b"Geachte mevrouw,\n\nhierbij de signalen.\n",
    "one word": b"signalen",
}


@pytest.mark.parametrize("naam", GEEN_TEKST)
def test_what_is_no_table_is_told_so_and_not_which_columns_it_lacks(
    naam: str, tmp_path: Path, lees: Callable
) -> None:
    (tmp_path / "a.csv").write_bytes(GEEN_TEKST[naam])

    with pytest.raises(WaakvlamFout, match=r"a\.csv: dit is geen CSV, XLSX, ODS of JSON") as fout:
        lees(tmp_path / "a.csv")
    assert "ontbreekt" not in str(fout.value)


def test_a_table_with_other_headings_is_told_which_columns_it_lacks(tmp_path: Path, lees: Callable) -> None:
    (tmp_path / "a.csv").write_bytes("naam;straatnaam\né;x\n".encode("utf-16"))

    with pytest.raises(WaakvlamFout, match=r"a\.csv.*partner.*ontbreekt"):
        lees(tmp_path / "a.csv")
