"""A kept calculation on paper."""

from io import BytesIO

import pytest
from django.urls import reverse
from pypdf import PdfReader

from waakvlam.foundation import tenancy
from waakvlam.foundation.audit.models import Gebeurtenis

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


def lees(antwoord) -> PdfReader:
    assert antwoord.status_code == 200
    assert antwoord.headers["Content-Type"] == "application/pdf"
    return PdfReader(BytesIO(antwoord.content))


def tekst_van(pdf: PdfReader) -> str:
    return " ".join(" ".join(blad.extract_text() for blad in pdf.pages).replace("\u00a0", " ").split())


def test_it_holds_outcome_facts_assumptions_every_step_and_the_norms(als, consulent, bewaar):
    berekening = bewaar(omschrijving="gezin, loonbeslag")
    pdf = lees(als(consulent).get(reverse("berekeningen:berekening_pdf", args=[berekening.pk])))
    tekst = tekst_van(pdf)
    for stuk in (
        "Berekening beslagvrije voet",
        "gezin, loonbeslag",
        "Peildatum 01-07-2026",
        "€ 38.000,00",
        "art. 475da lid 2 onder d Rv",
        "= 95% × € 2.027,79",
        "bijstandsnorm gehuwden",
        "De uitkomst is afgerond op centen",
        berekening.uitkomst["kern"]["normen"][:16],
    ):
        assert stuk in tekst, stuk
    assert pdf.metadata.title == "Berekening beslagvrije voet"
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"].value is True
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf.trailer["/Root"]["/Metadata"].get_data()


def test_a_label_is_never_markup(als, consulent, bewaar):
    berekening = bewaar(omschrijving='#panic("x") *vet* $')
    pdf = lees(als(consulent).get(reverse("berekeningen:berekening_pdf", args=[berekening.pk])))
    assert '#panic("x") *vet* $' in tekst_van(pdf)


def test_taking_it_along_is_recorded(als, consulent, bewaar):
    berekening = bewaar()
    als(consulent).get(reverse("berekeningen:berekening_pdf", args=[berekening.pk]))
    with tenancy.gemeenten("9901"):
        gebeurtenis = Gebeurtenis.objects.filter(actie="berekening.gedownload").latest("tijdstip")
    assert gebeurtenis.object_id == str(berekening.pk)


def test_another_gemeente_gets_404(als, consulent, bewaar, gemeente_b):
    berekening = bewaar(gemeente=gemeente_b.code)
    assert als(consulent).get(reverse("berekeningen:berekening_pdf", args=[berekening.pk])).status_code == 404
