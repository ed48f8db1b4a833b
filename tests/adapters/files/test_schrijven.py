"""CSV that goes out holds no formulas, and a kenmerk stays what it was."""

import pytest

from waakvlam.adapters.files.schrijven import schrijf_csv, veilige_cel


@pytest.mark.parametrize(
    ("kenmerk", "geschreven"),
    [
        ("-123", "-123"),
        ("- 123-4", "- 123-4"),
        ("+31 6 0000", "+31 6 0000"),
        ("K-123", "K-123"),
        ("0012", "0012"),
        ("", ""),
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("-2+3+cmd|' /C x'!A0", "'-2+3+cmd|' /C x'!A0"),
        ("+A1", "'+A1"),
        ("@SUM(1)", "'@SUM(1)"),
        ("\t=1", "'\t=1"),
        (12, 12),
        (None, None),
    ],
)
def test_only_what_a_spreadsheet_would_run_gets_an_apostrophe(kenmerk: object, geschreven: object) -> None:
    assert veilige_cel(kenmerk) == geschreven


def test_a_file_is_written_with_semicolons_and_line_feeds(tmp_path) -> None:
    pad = tmp_path / "uit.csv"
    schrijf_csv(pad, ("partner", "kenmerk"), [("P1", "-123"), ("P;2", "=1")])
    assert pad.read_bytes() == b'partner;kenmerk\nP1;-123\n"P;2";\'=1\n'
