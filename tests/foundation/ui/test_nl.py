"""Dutch notation, as tables of what a reader must see."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from waakvlam.foundation.ui.templatetags import nl


@pytest.mark.parametrize(
    ("waarde", "tekst"),
    [
        (date(2026, 11, 22), "22-11-2026"),
        (date(2026, 1, 2), "02-01-2026"),
        ("2026-09-05", "05-09-2026"),
        (datetime(2026, 12, 31, 23, 30, tzinfo=UTC), "01-01-2027"),
        (None, "–"),
        ("", "–"),
        ("geen datum", "geen datum"),
    ],
)
def test_datum(waarde, tekst):
    assert nl.datum(waarde) == tekst


@pytest.mark.parametrize(
    ("waarde", "tekst"),
    [
        (datetime(2026, 11, 22, 13, 5, tzinfo=UTC), "22-11-2026 14:05"),
        (datetime(2026, 7, 1, 22, 30, tzinfo=UTC), "02-07-2026 00:30"),
        (date(2026, 11, 22), "22-11-2026"),
        (None, "–"),
    ],
)
def test_datumtijd(waarde, tekst):
    assert nl.datumtijd(waarde) == tekst


@pytest.mark.parametrize(
    ("waarde", "tekst"),
    [
        (Decimal("1234.5"), "€\u00a01.234,50"),
        (Decimal("1234567.895"), "€\u00a01.234.567,90"),
        (Decimal("0.005"), "€\u00a00,01"),
        (Decimal("-12"), "€\u00a0-12,00"),
        (Decimal("-0.001"), "€\u00a00,00"),
        (0, "€\u00a00,00"),
        (0.1, "€\u00a00,10"),
        ("88.02", "€\u00a088,02"),
        (None, "–"),
        ("veel", "veel"),
        (Decimal("NaN"), "NaN"),
        (float("inf"), "inf"),
        (True, "True"),
    ],
)
def test_geld(waarde, tekst):
    assert nl.geld(waarde) == tekst


@pytest.mark.parametrize(
    ("waarde", "decimalen", "tekst"),
    [
        (1234, 0, "1.234"),
        (1_000_000, 0, "1.000.000"),
        (Decimal("2.345"), 2, "2,35"),
        (Decimal("0.5"), 0, "1"),
        (0, 0, "0"),
        (-7, 0, "-7"),
        (None, 0, "–"),
    ],
)
def test_getal(waarde, decimalen, tekst):
    assert nl.getal(waarde, decimalen) == tekst


@pytest.mark.parametrize(
    ("waarde", "decimalen", "tekst"),
    [(12.5, 0, "13%"), (12.5, 1, "12,5%"), (0, 0, "0%"), (100, 0, "100%"), (None, 0, "–")],
)
def test_procent(waarde, decimalen, tekst):
    assert nl.procent(waarde, decimalen) == tekst


@pytest.mark.parametrize(
    ("waarde", "tekst"),
    [
        ("1234AB", "1234\u00a0AB"),
        ("1234 ab", "1234\u00a0AB"),
        (" 1234  AB ", "1234\u00a0AB"),
        ("12345", "12345"),
        ("B-2000", "B-2000"),
        ("١٢٣٤AB", "١٢٣٤AB"),
        (None, "–"),
        ("", "–"),
    ],
)
def test_postcode(waarde, tekst):
    assert nl.postcode(waarde) == tekst


@pytest.mark.parametrize(
    ("waarde", "tekst"),
    [
        ("2026-09", "september 2026"),
        ("2026-09-30", "september 2026"),
        (date(2026, 1, 31), "januari 2026"),
        ("2026-13", "2026-13"),
        ("2026-00", "2026-00"),
        ("later", "later"),
        (None, "–"),
    ],
)
def test_maand(waarde, tekst):
    assert nl.maand(waarde) == tekst


@pytest.mark.parametrize(("waarde", "tekst"), [(True, "ja"), (False, "nee"), (None, "niet bekend")])
def test_ja_nee(waarde, tekst):
    assert nl.ja_nee(waarde) == tekst


@pytest.mark.parametrize(
    ("waarde", "eenheid", "tekst"),
    [
        (3, "getal", "3"),
        (3, "geld", "€\u00a03,00"),
        (3, "procent", "3%"),
        (2.5, "procent", "2,5%"),
        (None, "geld", "–"),
    ],
)
def test_in_eenheid(waarde, eenheid, tekst):
    assert nl.in_eenheid(waarde, eenheid) == tekst


def test_een_sjabloon_kiest_zelf_het_woord_voor_onbekend():
    assert nl.datum(None, "niet bekend") == "niet bekend"


@pytest.mark.parametrize(
    ("tekst", "html"),
    [
        (
            "Uiterlijk 05-12-2026, na 21-11-2026.",
            'Uiterlijk <span class="wv-getal">05-12-2026</span>, na <span class="wv-getal">21-11-2026</span>.',
        ),
        ("<b>01-02-2026</b>", '&lt;b&gt;<span class="wv-getal">01-02-2026</span>&lt;/b&gt;'),
        ("Kenmerk 1-2-2026 en 123-45-67890", "Kenmerk 1-2-2026 en 123-45-67890"),
    ],
)
def test_een_datum_blijft_op_een_regel(tekst, html):
    assert nl.heel(tekst) == html
