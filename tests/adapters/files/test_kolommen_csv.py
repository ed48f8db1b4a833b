"""The fast way through a CSV file gives what `csv.reader` gives, whatever is in the file."""

import csv
import io
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from waakvlam.adapters.files import kolommen_csv, tekst
from waakvlam.adapters.files.rijen import Kolommen, Rij, is_blanco
from waakvlam.domain.common.fouten import WaakvlamFout

KOP = "kenmerk;bedrag;postcode"
# What breaks readers of CSV, and a little of what does not. Whole good rows let some blocks be read as columns.
STUKJES = st.sampled_from(
    (
        *(
            "a",
            ";",
            '"',
            '""',
            "\n",
            "\r\n",
            "\r",
            " ",
            "é",
            "\x00",
            "\ufeff",
            "\xa0",
            "\x1f",
            "\x04",
            ";;",
            '";"',
        ),
        *("a;b;c\n", '"a";b;"c;d"\n', "b;;\r\n", '"é\nf";"";x""\n', " ; ;\xa0\n", "\x04einde\x04;;\n"),
    )
)


def van_csv_reader(inhoud: bytes, codering: str) -> list[Rij] | str:
    """The rows by Python's own reader alone, or the message of the refusal."""
    tekstbestand = io.TextIOWrapper(io.BytesIO(inhoud), codering, newline="")
    try:
        records = list(tekst._records(tekstbestand, ";", "bestand.csv"))
        koprij, kop = next((nr, cellen) for nr, cellen in records if cellen and not is_blanco(cellen))
        return list(tekst._rijen(((nr, c) for nr, c in records if nr > koprij), kop, 3))
    except WaakvlamFout as fout:
        return str(fout)


def gelezen(inhoud: bytes, codering: str) -> list[Rij] | str:
    """The rows as the product reads them."""
    with tempfile.TemporaryDirectory() as map_:
        pad = Path(map_) / "bestand.csv"
        pad.write_bytes(inhoud)
        try:
            return list(tekst.lees_csv(pad).rijen)
        except WaakvlamFout as fout:
            return str(fout)


@settings(max_examples=600, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    stukjes=st.lists(STUKJES, max_size=30),
    blok=st.sampled_from([1, 7, 40, 4096]),
    codering=st.sampled_from(["utf-8", "utf-8-sig", "cp1252"]),
)
@example(stukjes=['a;b;"c', "\n", 'd";e;f\n'], blok=7, codering="utf-8")
def test_columns_and_csv_reader_agree(
    stukjes: list[str], blok: int, codering: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    inhoud = f"{KOP}\n{''.join(stukjes)}"
    if codering == "cp1252":  # an é in the last cell decides that this is no UTF-8
        inhoud = inhoud.replace("\ufeff", "") + "\nz;z;é\n"
    with monkeypatch.context() as m:
        m.setattr(kolommen_csv, "BLOK", blok)
        uit = gelezen(inhoud.encode(codering), codering)

    verwacht = van_csv_reader(inhoud.encode(codering), codering)
    assert uit == verwacht


def test_a_clean_file_is_read_as_columns(tmp_path: Path) -> None:
    pad = tmp_path / "bestand.csv"
    pad.write_text(f"\n{KOP}\n" + "K-1;12,50;1234AB\n" * 3 + ";;\n" + '"K;2";1;1234AB\r\n\n', newline="")

    (deel,) = tekst.lees_csv(pad).delen

    assert isinstance(deel, Kolommen)
    assert deel.nummers.to_pylist() == [3, 4, 5, 7]
    assert deel.teksten[0].to_pylist() == ["K-1", "K-1", "K-1", "K;2"]


@pytest.mark.parametrize("rij", ["K-2;1", "K-2;1;1234AB;te veel", ""])
def test_one_odd_row_leaves_the_rest_as_it_is(tmp_path: Path, rij: str) -> None:
    pad = tmp_path / "bestand.csv"
    inhoud = "\n".join([KOP, "K-1;1;1234AB", rij, "K-3;1;1234AB", ""])
    pad.write_text(inhoud)

    assert list(tekst.lees_csv(pad).rijen) == van_csv_reader(inhoud.encode(), "utf-8")


def test_a_cell_that_is_too_long_is_still_refused(tmp_path: Path) -> None:
    inhoud = f"{KOP}\nK-1;{'1' * (kolommen_csv.MAX_CEL + 1)};1234AB\n".encode()

    assert "rij 2 is niet te lezen" in gelezen(inhoud, "utf-8")


def test_the_csv_module_still_reads_as_this_test_assumes() -> None:
    assert list(csv.reader(['5" pijp;"a""b"c'], delimiter=";")) == [['5" pijp', 'a"bc']]
