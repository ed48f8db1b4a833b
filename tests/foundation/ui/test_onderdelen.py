"""Components: what they must say to eye and ear, and that data never becomes markup."""

import re

import pytest
from django import forms
from django.core.paginator import Paginator
from django.http import QueryDict

from waakvlam.foundation.ui.galerij import FilterFormulier, Formulier
from waakvlam.foundation.ui.grafiek import Grafiek, Reeks
from waakvlam.foundation.ui.iconen import PADEN
from waakvlam.foundation.ui.templatetags import ui
from waakvlam.foundation.ui.voortgang import Voortgang

KWAAD = '<script>alert("x")</script>'


@pytest.mark.parametrize(
    "bron",
    [
        "<c-knop>{{ kwaad }}</c-knop>",
        '<c-link-knop href="{{ kwaad }}">x</c-link-knop>',
        '<c-link-knop :href="kwaad">x</c-link-knop>',
        '<c-knop title="{{ kwaad }}">x</c-knop>',
        '<c-knop :title="kwaad">x</c-knop>',
        "<c-status>{{ kwaad }}</c-status>",
        '<c-alert titel="{{ kwaad }}">{{ kwaad }}</c-alert>',
        '<c-alert :titel="kwaad">x</c-alert>',
        '<c-paginakop titel="{{ kwaad }}" intro="{{ kwaad }}" />',
        '<c-paginakop :titel="kwaad" />',
        '<c-kerncijfer label="{{ kwaad }}" waarde="{{ kwaad }}" uitleg="{{ kwaad }}" />',
        '<c-leeg titel="{{ kwaad }}">{{ kwaad }}</c-leeg>',
        '<c-gegeven label="{{ kwaad }}">{{ kwaad }}</c-gegeven>',
        '<c-moment titel="{{ kwaad }}" wie="{{ kwaad }}">{{ kwaad }}</c-moment>',
        '<c-tabel bijschrift="{{ kwaad }}"><tr><td>{{ kwaad }}</td></tr></c-tabel>',
        '<c-lijst telling="{{ kwaad }}">x</c-lijst>',
        '<c-kruimelpad :stappen="paren" hier="{{ kwaad }}" />',
        '<c-beschrijvingslijst :rijen="paren" />',
        '<c-grafiek :grafiek="grafiek" titel="{{ kwaad }}" />',
        '<c-voortgang :voortgang="voortgang" />',
    ],
)
def test_gegevens_worden_geen_opmaak(teken, bron):
    grafiek = Grafiek([KWAAD], [Reeks(KWAAD, [1])])
    html = teken(
        bron,
        kwaad=KWAAD,
        paren=[(KWAAD, KWAAD)],
        grafiek=grafiek,
        voortgang=Voortgang(KWAAD, "bezig", toelichting=KWAAD),
    )
    assert "<script>alert" not in html
    assert 'alert("x")' not in html


def test_ampersand_wordt_een_keer_vertaald(teken):
    html = teken('<c-paginakop titel="{{ naam }}" />', naam="Van Dam & Zn")
    assert "<h1>Van Dam &amp; Zn</h1>" in html


@pytest.mark.parametrize("soort", ["neutraal", "succes", "waarschuwing", "fout", "bezig", "wacht", "uit"])
def test_status_is_nooit_alleen_kleur(teken, soort):
    html = teken(f'<c-status soort="{soort}">Tekst</c-status>')
    assert "<svg" in html
    assert "Tekst" in html


@pytest.mark.parametrize(
    ("soort", "woord"),
    [("info", "Ter informatie"), ("gelukt", "Gelukt"), ("waarschuwing", "Let op"), ("fout", "Fout")],
)
def test_alert_noemt_zijn_soort(teken, soort, woord):
    assert f'aria-label="{woord}"' in teken(f'<c-alert soort="{soort}">Tekst</c-alert>')


@pytest.mark.parametrize(
    ("url", "standaard", "aflopend", "aria", "naar"),
    [
        ("/", "", False, "", "?sorteer=bedrag"),
        ("/", "", True, "", "?sorteer=-bedrag"),
        ("/?sorteer=bedrag", "", False, "ascending", "?sorteer=-bedrag"),
        ("/?sorteer=-bedrag", "", False, "descending", "?sorteer=bedrag"),
        ("/?sorteer=-bedrag", "", True, "descending", "?sorteer=bedrag"),
        ("/", "-bedrag", True, "descending", "?sorteer=bedrag"),
        ("/?sorteer=naam", "-bedrag", True, "", "?sorteer=-bedrag"),
        ("/?status=open&pagina=4", "", False, "", "?status=open&sorteer=bedrag"),
    ],
)
def test_sorteerlink(rf, url, standaard, aflopend, aria, naar):
    stand = ui.sorteer_stand({"request": rf.get(url)}, "bedrag", aflopend, standaard)
    assert (stand["aria"], stand["url"]) == (aria, naar)


def test_bladeren_houdt_de_filters(teken):
    pagina = Paginator(range(100), 10).page(2)
    html = teken('<c-paginering :pagina="pagina" wat="meldingen" />', "/?status=open", pagina=pagina)
    assert 'href="?status=open&amp;pagina=3"' in html
    assert "11 tot en met 20 van 100 meldingen" in html
    assert 'aria-current="page"' in html


def test_een_enkele_pagina_heeft_geen_bladeren(teken):
    assert "<nav" not in teken('<c-paginering :pagina="pagina" />', pagina=Paginator(range(3), 10).page(1))


def test_veld_koppelt_uitleg_en_fout_aan_de_invoer(teken):
    formulier = Formulier({})
    html = teken('<c-veld :veld="f.kenmerk" />', f=formulier)
    assert 'aria-describedby="id_kenmerk_helptext id_kenmerk_error"' in html
    assert 'aria-invalid="true"' in html
    assert 'id="id_kenmerk_error"' in html
    assert 'id="id_kenmerk_helptext"' in html


def test_keuzes_staan_in_een_groep_met_naam(teken):
    html = teken('<c-veld :veld="f.dagdeel" />', f=Formulier({}))
    assert "<fieldset" in html
    assert re.search(r"<legend[^>]*>Dagdeel", html)
    assert "Kies een dagdeel." in html


def test_foutenlijst_wijst_naar_bestaande_velden(teken):
    html = teken(
        '<c-formulier-fouten :formulier="f" />{% for v in f %}<c-veld :veld="v" />{% endfor %}',
        f=Formulier({}),
    )
    doelen = re.findall(r'<li><a href="#([^"]+)"', html)
    assert len(doelen) == 5
    for doel in doelen:
        assert html.count(f'id="{doel}"') == 1


def test_formulierfout_zonder_veld_en_zonder_fout(teken):
    class Leeg(forms.Form):
        def clean(self):
            raise forms.ValidationError("De periode is al afgesloten.")

    assert "De periode is al afgesloten." in teken('<c-formulier-fouten :formulier="f" />', f=Leeg({}))
    assert "<div" not in teken('<c-formulier-fouten :formulier="f" />', f=Formulier())


@pytest.mark.parametrize(
    ("vraag", "verwacht"),
    [
        ("", "Filters"),
        ("opvolging=&zoek=", "Filters"),
        ("opvolging=telefoon&status=open&zoek=<K-1>", "Filters: Opvolging Telefoon · Status Open · Zoek op kenmerk &lt;K-1&gt;"),
        ("opvolging=bestaat-niet&status=klaar", "Filters: Status Afgerond"),
    ],
)  # fmt: skip
def test_filterbalk_zegt_wat_er_is_gekozen(teken, vraag, verwacht):
    html = teken('<c-filterbalk :formulier="f" doel="lijst" />', f=FilterFormulier(QueryDict(vraag)))
    assert f'<span id="lijst-actief">{verwacht}</span>' in html
    assert 'hx-select-oob="#lijst-actief"' in html


def test_filterbalk_werkt_ook_zonder_script(teken):
    html = teken('<c-filterbalk :formulier="f" doel="lijst" />', "/meldingen?sorteer=-bedrag", f=Formulier())
    assert 'method="get"' in html
    assert 'hx-get="/meldingen"' in html
    assert 'hx-target="#lijst"' in html
    assert 'name="sorteer" value="-bedrag"' in html
    assert 'href="?wis=1"' in html


def test_grafiek_heeft_altijd_een_tabel(teken):
    grafiek = Grafiek(("april", "mei"), [Reeks("Zorg", (1200, None))])
    html = teken('<c-grafiek :grafiek="g" id="g1" titel="Signalen" />', g=grafiek)
    assert "<table" in html
    assert ">1.200<" in html
    assert ">–<" in html
    assert 'id="g1-cijfers" type="application/json"' in html


def test_lege_grafiek_zegt_wat_er_is(teken):
    assert "nog geen cijfers" in teken('<c-grafiek :grafiek="g" titel="Signalen" />', g=Grafiek((), ()))


def test_grafiek_weigert_een_scheve_reeks():
    with pytest.raises(ValueError, match="1 waarden bij 2 namen"):
        Grafiek(("a", "b"), [Reeks("x", [1])])


@pytest.mark.parametrize(
    ("voortgang", "procent", "zin", "omroep"),
    [
        (
            Voortgang("T", "wacht"),
            None,
            "Staat in de rij. Dit begint vanzelf.",
            "T: Staat in de rij. Dit begint vanzelf.",
        ),
        (Voortgang("T", "bezig", 30, 100), 30, "Bezig: 30%.", "T: bezig, 25% klaar."),
        (Voortgang("T", "bezig", 100, 100), 99, "Bezig: 99%.", "T: bezig, 75% klaar."),
        (Voortgang("T", "bezig"), None, "Bezig.", "T: Bezig."),
        (Voortgang("T", "klaar", 5, 100), 100, "Klaar.", "T: Klaar."),
        (Voortgang("T", "mislukt", 5, 100), 5, "Niet gelukt.", "T: Niet gelukt."),
    ],
)
def test_voortgang_in_woorden(voortgang, procent, zin, omroep):
    assert (voortgang.procent, voortgang.zin, voortgang.omroep) == (procent, zin, omroep)


@pytest.mark.parametrize(
    ("stand", "vraagt"), [("wacht", True), ("bezig", True), ("klaar", False), ("mislukt", False)]
)
def test_voortgang_vraagt_door_tot_het_klaar_is(teken, stand, vraagt):
    html = teken('<c-voortgang :voortgang="v" url="/taak/1" />', v=Voortgang("T", stand))
    assert ('hx-trigger="every 2s"' in html) is vraagt


def test_iconen_zijn_paden():
    for naam, pad in PADEN.items():
        assert re.fullmatch(r"[MmLlHhVvAaCcSsZz0-9 .,-]+", pad), naam


def test_doorgegeven_attributen_blijven_tussen_hun_aanhalingstekens(teken):
    html = teken(
        '<c-knop :title="kwaad" data-naam="{{ naam }}" disabled hx-vals=\'{"a": 1}\'>x</c-knop>',
        kwaad=f"{KWAAD}' onclick='x",
        naam="Van Dam & Zn",
    )
    assert "' onclick='x\"" in html
    assert html.count('"') % 2 == 0
    assert 'data-naam="Van Dam &amp; Zn"' in html
    assert " disabled" in html
    assert 'hx-vals="{&quot;a&quot;: 1}"' in html
