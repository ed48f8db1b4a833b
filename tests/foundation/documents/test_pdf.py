"""Documents on paper: tagged, in our own letters, and data is never read as markup."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from waakvlam.foundation.documents import DocumentFout, maak_pdf
from waakvlam.foundation.documents import pdf as module

MOMENT = datetime(2026, 11, 22, 12, tzinfo=UTC)
INHOUD = """#import "/foundation/documents/huisstijl.typ": document-stijl, gegevens
#show: document-stijl.with(titel: gegevens.titel, voet: "voet")
= #gegevens.titel
#gegevens.tekst
"""


@pytest.fixture
def sjabloon(tmp_path, monkeypatch) -> Path:
    """A template in a root of its own, beside our house style."""
    stijl = tmp_path / "foundation" / "documents"
    stijl.mkdir(parents=True)
    bron = module.WORTEL / "foundation" / "documents" / "huisstijl.typ"
    (stijl / "huisstijl.typ").write_bytes(bron.read_bytes())
    monkeypatch.setattr(module, "WORTEL", tmp_path)
    pad = tmp_path / "proef.typ"
    pad.write_text(INHOUD, encoding="utf-8")
    return pad


def lees(pdf: bytes) -> PdfReader:
    return PdfReader(BytesIO(pdf))


def test_a_document_is_tagged_with_title_and_language(sjabloon):
    wortel = lees(maak_pdf(sjabloon, {"titel": "Proef", "tekst": "Hallo"}, MOMENT)).trailer["/Root"]
    assert wortel["/MarkInfo"]["/Marked"].value is True
    assert "/StructTreeRoot" in wortel
    assert wortel["/Lang"] == "nl-NL"
    assert wortel["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert b"<pdfuaid:part>1</pdfuaid:part>" in wortel["/Metadata"].get_data()


def test_data_is_never_markup(sjabloon):
    tekst = "#let x = 1 *vet* $a$ \\ [haak] \" ' @verwijzing <label> // commentaar"
    pdf = lees(maak_pdf(sjabloon, {"titel": "#panic()", "tekst": tekst}, MOMENT))
    gelezen = " ".join(pdf.pages[0].extract_text().split())
    assert "#panic()" in gelezen
    assert "#let x = 1 *vet* $a$ \\ [haak]" in gelezen
    assert "// commentaar" in gelezen


def test_a_document_uses_our_letters_only(sjabloon):
    pdf = lees(maak_pdf(sjabloon, {"titel": "Ĳsbrand", "tekst": "ë ï ç ł ș ñ € −"}, MOMENT))
    letters = {str(f.get_object()["/BaseFont"]) for p in pdf.pages for f in p["/Resources"]["/Font"].values()}
    assert letters
    assert all("NotoSans" in naam for naam in letters)


def test_a_letter_that_we_cannot_print_stops_the_document(sjabloon):
    with pytest.raises(DocumentFout, match="niet kunnen afdrukken"):
        maak_pdf(sjabloon, {"titel": "Proef", "tekst": "漢字"}, MOMENT)


def test_the_message_of_a_broken_document_holds_no_data(sjabloon):
    sjabloon.write_text(INHOUD + "#gegevens.bestaatniet", encoding="utf-8")
    with pytest.raises(DocumentFout) as fout:
        maak_pdf(sjabloon, {"titel": "Geheim", "tekst": "Jansen"}, MOMENT)
    assert "Jansen" not in str(fout.value)
    assert "Geheim" not in str(fout.value)
