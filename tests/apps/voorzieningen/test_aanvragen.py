"""The check at the desk and what became of its rights: kept as it was, followed step by step, added up."""

import re
from datetime import date
from decimal import Decimal

import pytest

from waakvlam.apps.berekeningen.service import Berekening
from waakvlam.apps.voorzieningen import selectors
from waakvlam.apps.voorzieningen.commands.bewaar_check import bewaar_check
from waakvlam.apps.voorzieningen.commands.zet_status import AanvraagError, zet_status
from waakvlam.apps.voorzieningen.models import Aanvraag, Aanvraagstap
from waakvlam.domain.rekenen.inkomenscheck import Aanvraagstatus
from waakvlam.foundation import audit, tenancy

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]

GETYPT = {
    "peildatum": "2026-07-01",
    "leeftijd": "34",
    "huishouden-partner": "nee",
    "huishouden-kinderen-1-geboortedatum": "2020-05-01",
    "netto_inkomen": "1.200",
    "toetsingsinkomen": "18.000",
    "vermogen": "500",
    "huurwoning": "ja",
    "kale_huur": "620,50",
    "omschrijving": "gezin aan de balie",
    "gemeente": "9901",
}
FEITEN = {
    "peildatum": "2026-07-01",
    "leeftijd": "34",
    "huishouden": {"partner": False, "kinderen": ["2020-05-01"]},
    "netto_inkomen": "1200.00",
    "toetsingsinkomen": "18000.00",
}
NIEUW = "/voorzieningen/check/"
S = Aanvraagstatus


def tekst(antwoord) -> str:
    """The words of a page, without tags."""
    return " ".join(re.sub(r"<[^>]+>", " ", antwoord.content.decode()).replace("\u00a0", " ").split())


@pytest.fixture
def bewaar(consulent):
    """`bewaar(code)` keeps a check for a gemeente."""

    def maak(code="9901", **velden):
        with tenancy.gemeenten(code), audit.actor(audit.Actor("opdrachtregel", None, "opdrachtregel")):
            return bewaar_check(**{"feiten": FEITEN, "gebruiker": consulent} | velden, gemeente=code)

    return maak


@pytest.fixture
def zet(consulent):
    """`zet(aanvraag, status, na)` sets a status."""

    def maak(aanvraag, status, na, **velden):
        with tenancy.gemeenten("9901"), audit.actor(audit.Actor("opdrachtregel", None, "opdrachtregel")):
            return zet_status(
                aanvraag=aanvraag,
                status=status,
                na=na,
                gebruiker=consulent,
                datum=date(2026, 7, 2),
                **velden,
            )

    return maak


def aanvragen(code="9901") -> dict[str, Aanvraag]:
    with tenancy.gemeenten(code):
        return {aanvraag.sleutel: aanvraag for aanvraag in Aanvraag.objects.all()}


def test_it_computes_and_keeps_nothing_until_asked(als, consulent):
    antwoord = als(consulent).post(NIEUW, GETYPT | {"actie": "bereken"})
    assert antwoord.status_code == 200
    assert re.search(r"Zorgtoeslag : € \d+,\d\d per maand", tekst(antwoord))
    assert "Voorbeeldregels" in tekst(antwoord)
    with tenancy.gemeenten("9901"):
        assert not Berekening.objects.exists()


def test_kept_it_is_shown_as_it_was_and_what_is_probable_is_followed(als, consulent, acties):
    client = als(consulent)
    antwoord = client.post(NIEUW, GETYPT | {"actie": "bewaar"}, follow=True)
    pagina = tekst(antwoord)
    assert "gezin aan de balie" in pagina
    assert "Zorgtoeslag" in pagina
    assert {"zorgtoeslag", "huurtoeslag", "kindgebonden_budget", "kindpakket"} <= set(aanvragen())
    assert set(acties()) >= {"berekening.bewaard", "aanvraag.gevolgd", "inkomenscheck.bekeken"}
    with tenancy.gemeenten("9901"):
        bewaard = Berekening.objects.get()
    assert (bewaard.soort, bewaard.feiten["regelingenversie"]) == ("inkomenscheck", None)
    assert bewaard.uitkomst["gewone_taal"]


def test_berekeningen_leaves_it_to_these_pages(als, consulent, bewaar):
    check = bewaar(omschrijving="aan de balie")
    client = als(consulent)
    assert client.get(f"/berekenen/{check.pk}/").status_code == 404
    assert "aan de balie" not in tekst(client.get("/berekenen/"))
    assert "aan de balie" in tekst(client.get("/voorzieningen/"))


@pytest.mark.parametrize(
    ("anders", "fout"),
    [
        ({"netto_inkomen": "weinig"}, "Dit is geen getal"),
        ({"peildatum": ""}, "Vul dit in"),
        ({"huishouden-partner": ""}, "Kies ja of nee"),
        ({"omschrijving": "bsn 123456782"}, "Zet hier geen BSN"),
        ({"gemeente": "9902"}, "geldige keuze"),
    ],
)
def test_a_fault_keeps_nothing(als, consulent, anders, fout):
    antwoord = als(consulent).post(NIEUW, GETYPT | {"actie": "bewaar"} | anders)
    assert antwoord.status_code == 422
    assert fout in tekst(antwoord)
    assert not aanvragen()


def test_one_click_sets_the_next_status_and_the_list_shows_what_runs(als, consulent, bewaar, acties):
    bewaar(omschrijving="balie")
    client = als(consulent)
    zorg = aanvragen()["zorgtoeslag"]
    assert "nog niet aangevraagd" in tekst(client.get("/voorzieningen/"))
    client.post(f"/voorzieningen/{zorg.pk}/stap/", {"status": "aangevraagd", "na": "1"})
    pagina = tekst(client.get("/voorzieningen/?recht=zorgtoeslag"))
    assert "aangevraagd sinds" in pagina
    assert "Toegekend …" in pagina
    client.post(f"/voorzieningen/{zorg.pk}/stap/", {"status": "afgewezen", "na": "2"})
    assert "Geen aanvragen" in tekst(client.get("/voorzieningen/?recht=zorgtoeslag"))
    assert "afgewezen sinds" in tekst(client.get("/voorzieningen/?status=afgewezen"))
    assert acties().count("aanvraag.gewijzigd") == 2
    assert "aanvragen.bekeken" in acties()


def test_granted_asks_for_the_amount_and_adds_up(als, consulent, bewaar):
    bewaar()
    client = als(consulent)
    zorg = aanvragen()["zorgtoeslag"]
    pad = f"/voorzieningen/{zorg.pk}/"
    assert client.post(f"{pad}stap/", {"status": "toegekend", "na": "1"}).status_code == 404
    client.post(f"{pad}stap/", {"status": "aangevraagd", "na": "1"})
    velden = {"status": "toegekend", "datum": "2026-07-02", "per": "maand", "na": "2"}
    client.post(pad, velden | {"bedrag": "1.123,50", "notitie": "brief gezien"})
    pagina = tekst(client.get("/voorzieningen/"))
    assert "Toegekend per maand € 1.123,50" in pagina
    historie = tekst(client.get(pad))
    assert "€ 1.123,50 per maand" in historie
    assert "brief gezien" in historie
    assert consulent.naam in historie


@pytest.mark.parametrize(
    ("anders", "fout"),
    [
        ({"status": "toegekend"}, "Selecteer een geldige keuze"),
        ({"datum": "2099-01-01"}, "Deze dag moet nog komen"),
        ({"notitie": "bel 06 12345678"}, "Zet hier geen BSN"),
        ({"status": ""}, "verplicht"),
    ],
)
def test_a_fault_in_a_step_sets_nothing(als, consulent, bewaar, anders, fout):
    bewaar()
    zorg = aanvragen()["zorgtoeslag"]
    goed = {"status": "aangevraagd", "datum": "2026-07-02", "per": "maand", "na": "1"}
    antwoord = als(consulent).post(f"/voorzieningen/{zorg.pk}/", goed | anders)
    assert antwoord.status_code == 422
    assert fout in tekst(antwoord)
    with tenancy.gemeenten("9901"):
        assert zorg.stappen.count() == 1


def test_an_amount_is_asked_only_where_it_can_be_granted(als, consulent, bewaar, zet):
    bewaar()
    client = als(consulent)
    zorg = aanvragen()["zorgtoeslag"]
    pad = f"/voorzieningen/{zorg.pk}/"
    assert 'name="bedrag"' not in client.get(pad).content.decode()
    zet(zorg, S.AANGEVRAAGD, 1)
    assert 'name="bedrag"' in client.get(pad).content.decode()
    velden = {"status": "afgewezen", "datum": "2026-07-02", "per": "maand", "na": "2", "bedrag": "10"}
    assert "hoort alleen bij toegekend" in tekst(client.post(pad, velden))


def test_totals_by_period_and_an_unknown_amount_is_no_zero(bewaar, zet, consulent):
    bewaar()
    for sleutel, bedrag, per in (
        ("zorgtoeslag", Decimal("100.10"), "maand"),
        ("huurtoeslag", Decimal("200.20"), "maand"),
        ("kindpakket", Decimal(250), "jaar"),
        ("kindgebonden_budget", None, "maand"),
    ):
        aanvraag = aanvragen().get(sleutel)
        if aanvraag is None:
            continue
        zet(aanvraag, S.AANGEVRAAGD, 1)
        zet(aanvraag, S.TOEGEKEND, 2, bedrag=bedrag, per=per)
    zicht = _zicht(consulent)
    with tenancy.gemeenten("9901"):
        som = selectors.get_opbrengst(zicht)
        assert (som.per_maand, som.per_jaar, som.eenmalig) == (Decimal("100.10"), Decimal(250), Decimal(0))
        assert (som.aantal, som.zonder_bedrag) == (3, 1)
    zet(aanvragen()["zorgtoeslag"], S.BEEINDIGD, 3)
    with tenancy.gemeenten("9901"):
        assert selectors.get_opbrengst(zicht).per_maand == 0


@pytest.mark.parametrize(
    ("eerst", "dan"), [((), S.TOEGEKEND), ((), S.BEEINDIGD), ((S.AANGEVRAAGD,), S.MOGELIJK)]
)
def test_a_status_that_may_not_follow_is_refused(bewaar, zet, eerst, dan):
    bewaar()
    zorg = aanvragen()["zorgtoeslag"]
    for nummer, status in enumerate(eerst, 1):
        zet(zorg, status, nummer)
    with pytest.raises(AanvraagError, match="kan dit niet worden"):
        zet(zorg, dan, len(eerst) + 1)


def test_of_two_colleagues_the_second_is_told(als, consulent, bewaar):
    bewaar()
    client = als(consulent)
    zorg = aanvragen()["zorgtoeslag"]
    client.post(f"/voorzieningen/{zorg.pk}/stap/", {"status": "aangevraagd", "na": "1"})
    antwoord = client.post(
        f"/voorzieningen/{zorg.pk}/stap/", {"status": "niet_gewenst", "na": "1"}, follow=True
    )
    assert "Een collega heeft deze aanvraag intussen bijgewerkt" in tekst(antwoord)
    with tenancy.gemeenten("9901"):
        assert list(zorg.stappen.values_list("status", flat=True)) == ["mogelijk", "aangevraagd"]


def test_what_was_not_probable_can_be_followed_too_and_only_once(als, consulent, bewaar):
    check = bewaar()
    client = als(consulent)
    for _ in range(2):
        client.post(f"/voorzieningen/check/{check.pk}/volg/", {"sleutel": "huurtoeslag"})
    with tenancy.gemeenten("9901"):
        assert Aanvraag.objects.filter(sleutel="huurtoeslag").count() == 1
        assert Aanvraagstap.objects.filter(aanvraag__sleutel="huurtoeslag").count() == 1
    assert client.post(f"/voorzieningen/check/{check.pk}/volg/", {"sleutel": "x"}).status_code == 404


def test_another_gemeente_does_not_exist(als, consulent, bewaar, gemeente_b):
    check = bewaar("9902", omschrijving="van de buren")
    buur = aanvragen("9902")["zorgtoeslag"]
    client = als(consulent)
    for pad in (f"check/{check.pk}/", f"{buur.pk}/"):
        assert client.get(f"/voorzieningen/{pad}").status_code == 404
    stap = {"status": "aangevraagd", "na": "1"}
    assert client.post(f"/voorzieningen/{buur.pk}/stap/", stap).status_code == 404
    assert client.post(f"/voorzieningen/{buur.pk}/", stap).status_code == 404
    assert "van de buren" not in tekst(client.get("/voorzieningen/"))


def _zicht(gebruiker):
    from waakvlam.apps.toegang.service import get_toegang, zicht_van
    from waakvlam.apps.voorzieningen.permissions import CHECKEN

    return zicht_van(gebruiker, get_toegang(gebruiker), CHECKEN)
