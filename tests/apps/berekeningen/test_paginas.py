"""The pages as a consulent gets them, without JavaScript and with htmx."""

import re
import time

import pytest
from tests.apps.berekeningen.conftest import GETYPT

from waakvlam.apps.berekeningen.models import Berekening
from waakvlam.domain.rekenen.normen import laad_normen
from waakvlam.foundation import audit, tenancy

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]

VOET = "/berekenen/beslagvrije-voet/"
HTMX = {"HTTP_HX_REQUEST": "true"}


def tekst(antwoord) -> str:
    """The words of a page, without tags."""
    return " ".join(re.sub(r"<[^>]+>", " ", antwoord.content.decode()).replace("\u00a0", " ").split())


def acties(code="9901") -> list[str]:
    with tenancy.gemeenten(code):
        return list(audit.gebeurtenissen().values_list("actie", flat=True))


def test_the_overview_names_the_calculators_and_says_when_nothing_is_kept(als, consulent):
    pagina = tekst(als(consulent).get("/berekenen/"))
    assert "Beslagvrije voet" in pagina
    assert "Nog geen berekeningen bewaard" in pagina
    assert "berekeningen.bekeken" not in acties()


def test_the_overview_lists_what_the_gemeente_kept_and_the_look_is_recorded(
    als, teamleider, bewaar, consulent, gemeente_b
):
    bewaar(omschrijving="gezin, loonbeslag")
    bewaar(gemeente="9902", omschrijving="van de buren")
    pagina = tekst(als(teamleider).get("/berekenen/"))
    assert "gezin, loonbeslag" in pagina
    assert consulent.naam in pagina
    assert "van de buren" not in pagina
    assert "berekeningen.bekeken" in acties()


def test_an_empty_form_says_what_is_needed_without_calling_it_wrong(als, consulent):
    antwoord = als(consulent).get(VOET)
    assert antwoord.status_code == 200
    pagina = tekst(antwoord)
    assert "Nog nodig" in pagina
    assert "Leefsituatie : Vul dit in" in pagina
    assert "dingen kloppen niet" not in pagina


def test_what_is_typed_the_dutch_way_is_computed_without_javascript(als, consulent):
    antwoord = als(consulent).post(VOET, GETYPT | {"actie": "bereken"})
    assert antwoord.status_code == 200
    pagina = tekst(antwoord)
    assert "€ 1.540,12 per maand" in pagina
    assert "De deurwaarder houdt te weinig vrij: € 340,12" in pagina
    assert "In de wet staat geen regel voor afronden." in pagina


def test_faults_stand_at_their_field_and_are_listed(als, consulent):
    antwoord = als(consulent).post(VOET, GETYPT | {"belastbaar_jaarinkomen": "veel", "actie": "bereken"})
    assert antwoord.status_code == 422
    assert "Nog niet berekend: 1 ding klopt niet" in tekst(antwoord)
    assert 'href="#id_belastbaar_jaarinkomen"' in antwoord.content.decode()
    assert "Dit is geen getal. Schrijf bijvoorbeeld 1.234,56." in tekst(antwoord)
    assert 'value="veel"' in antwoord.content.decode()


def test_a_question_appears_only_when_it_applies(als, consulent):
    client = als(consulent)
    alleen = client.post(VOET, {"leefsituatie": "alleenstaande", "inkomen_partner_per_maand": "600"})
    assert "inkomen_partner_per_maand" not in alleen.content.decode().replace(
        'id="vak-inkomen_partner_per_maand"', ""
    )
    samen = client.post(VOET, {"leefsituatie": "gehuwd_zonder_kinderen"})
    assert 'name="inkomen_partner_per_maand"' in samen.content.decode()


def test_while_typing_only_the_result_and_what_appears_or_goes_is_sent(als, consulent):
    client = als(consulent)
    eerst = client.post(VOET, GETYPT, **HTMX).content.decode()
    assert "€\u00a01.540,12" in eerst
    assert 'id="vak-inkomen_partner_per_maand" hx-swap-oob="true"' in eerst
    assert "<html" not in eerst
    assert "id_belastbaar_jaarinkomen" not in eerst
    getoond = GETYPT | {"getoond": ["inkomen_partner_per_maand", "woonkosten", "opgelegd-datum"]}
    assert "hx-swap-oob" not in client.post(VOET, getoond, **HTMX).content.decode()


def test_typing_is_answered_fast(als, consulent):
    client = als(consulent)
    client.post(VOET, GETYPT, **HTMX)
    tijden = []
    for _ in range(9):
        begin = time.process_time()
        client.post(VOET, GETYPT, **HTMX)
        tijden.append(time.process_time() - begin)
    assert sorted(tijden)[4] < 0.05


def test_a_norm_that_is_not_known_is_asked_with_its_source(als, consulent):
    client = als(consulent)
    getypt = {
        "peildatum": "2026-07-01",
        "leefsituatie": "alleenstaande",
        "belastbaar_jaarinkomen": "20000",
        "_woonsituatie": "buiten",
    }
    live = client.post(VOET, getypt, **HTMX).content.decode()
    assert "is niet bekend in dit programma" in live
    assert 'id="eigen-normen" hx-swap-oob="true"' in live
    assert 'name="eigen_normen-1-waarde"' in live
    eigen = getypt | {"eigen_normen-1-norm": "rv_woonlandfactor", "eigen_normen-1-waarde": "0,5"}
    zonder_bron = client.post(VOET, eigen | {"actie": "bereken"})
    assert zonder_bron.status_code == 422
    assert 'href="#id_eigen_normen-1-bron"' in zonder_bron.content.decode()
    goed = client.post(VOET, eigen | {"eigen_normen-1-bron": "Stcrt. 2026, 1", "actie": "bereken"})
    assert goed.status_code == 200
    assert "zelf ingevuld" in tekst(goed)


def test_a_date_after_the_norms_says_until_when_they_reach(als, consulent):
    pagina = tekst(als(consulent).post(VOET, GETYPT | {"peildatum": "2099-01-01"}))
    assert f"reiken tot en met {laad_normen().laatste:%d-%m-%Y}" in pagina


def test_it_is_kept_shown_as_it_was_and_computed_again_from_there(als, consulent):
    client = als(consulent)
    antwoord = client.post(
        VOET, GETYPT | {"actie": "bewaar", "omschrijving": "gezin", "gemeente": "9901"}, follow=True
    )
    pagina = tekst(antwoord)
    assert "gezin" in pagina
    for deel in (
        "€ 1.540,12 per maand",
        "art. 475da",
        "Gebruikte normen",
        "officieel bedrag",
        "Aannames",
        "€ 38.000,00",
    ):
        assert deel in pagina, deel
    assert "berekening.bekeken" in acties()
    with tenancy.gemeenten("9901"):
        oud = Berekening.objects.get()
    verder = client.get(f"{VOET}?van={oud.pk}").content.decode()
    assert 'value="38.000,00"' in verder
    client.post(
        VOET,
        GETYPT | {"belastbaar_jaarinkomen": "40000", "van": oud.pk, "actie": "bewaar", "gemeente": "9901"},
    )
    with tenancy.gemeenten("9901"):
        nieuw = Berekening.objects.exclude(pk=oud.pk).get()
        assert nieuw.vorige_id == oud.pk
        assert Berekening.objects.get(pk=oud.pk).feiten["belastbaar_jaarinkomen"] == "38000.00"


@pytest.mark.parametrize("omschrijving", ["123456782", "meneer 1234 56 782", "06-12345678"])
def test_a_label_that_looks_like_a_number_of_a_person_is_refused(als, consulent, omschrijving):
    antwoord = als(consulent).post(
        VOET, GETYPT | {"actie": "bewaar", "omschrijving": omschrijving, "gemeente": "9901"}
    )
    assert antwoord.status_code == 422
    assert "Zet hier geen BSN" in tekst(antwoord)
    with tenancy.gemeenten("9901"):
        assert not Berekening.objects.exists()


def test_it_is_kept_for_a_gemeente_of_the_user_only(als, gebruiker_met, gemeente_a, gemeente_b):
    client = als(gebruiker_met("consulent", gemeente_a))
    antwoord = client.post(VOET, GETYPT | {"actie": "bewaar", "gemeente": "9902"})
    assert antwoord.status_code == 422
    with tenancy.gemeenten("9901", "9902"):
        assert not Berekening.objects.exists()


@pytest.mark.parametrize("pad", ["", "wat-als/", "brief/", "brief.txt", "berekening.json"])
def test_another_gemeente_and_another_role_get_404(
    als, bewaar, gebruiker_met, gemeente_b, privacy_officer, pad
):
    adres = f"/berekenen/{bewaar().pk}/{pad}"
    client = als(gebruiker_met("consulent", gemeente_b))
    assert client.get(adres).status_code == 404
    assert client.get(f"{VOET}?van={adres.split('/')[2]}").status_code == 404
    assert als(privacy_officer).get(adres).status_code == 404


def test_what_if_puts_both_results_beside_each_other(als, consulent, bewaar):
    client, pk = als(consulent), bewaar().pk
    zelfde = tekst(client.get(f"/berekenen/{pk}/wat-als/"))
    assert "De uitkomst blijft gelijk" in zelfde
    anders = tekst(
        client.post(f"/berekenen/{pk}/wat-als/", GETYPT | {"inkomen_partner_per_maand": "100"}, **HTMX)
    )
    assert "€ 500,00 per maand hoger" in anders
    assert "+ € 500,00" in anders
    assert "Inkomen van de partner zonder beslag, per maand (€) + € 500,00" in anders
    assert "maakt geen verschil" not in anders
    with tenancy.gemeenten("9901"):
        assert Berekening.objects.count() == 1


def test_looking_by_way_of_another_form_is_recorded_once_per_look(als, consulent, bewaar):
    client, pk = als(consulent), bewaar().pk
    for _ in range(3):
        client.post(f"/berekenen/{pk}/wat-als/", GETYPT, **HTMX)
        client.post(VOET, GETYPT | {"van": pk}, **HTMX)
    assert acties().count("berekening.bekeken") == 1
    client.get(f"/berekenen/{pk}/wat-als/")
    client.get(f"{VOET}?van={pk}")
    assert acties().count("berekening.bekeken") == 3


def test_the_letter_asks_without_blame_and_holds_facts_and_articles(als, consulent, bewaar):
    client, pk = als(consulent), bewaar().pk
    pagina = tekst(client.get(f"/berekenen/{pk}/brief/"))
    brief = client.get(f"/berekenen/{pk}/brief.txt")
    inhoud = brief.content.decode()
    assert brief["Content-Disposition"] == f'attachment; filename="brief-berekening-{pk}.txt"'
    for deel in (
        "€ 1.200,00",
        "€ 1.540,12",
        "€ 340,12",
        "01-03-2025",
        "art. 475d lid 3 onder b",
        "[naam inwoner]",
    ):
        assert deel in inhoud, deel
        assert deel in pagina, deel
    assert "ouder dan twaalf maanden" in inhoud
    for woord in ("schuldenaar", "fout", "wanbetaler", "ten onrechte"):
        assert woord not in inhoud
    assert "berekening.gedownload" in acties()


def test_there_is_no_letter_when_there_is_nothing_to_ask(als, consulent, bewaar):
    feiten = {"peildatum": "2026-07-01", "leefsituatie": "alleenstaande", "belastbaar_jaarinkomen": "28000"}
    client = als(consulent)
    for opgelegd in ({}, {"opgelegd": {"bedrag": "9999"}}):
        pk = bewaar(feiten=feiten | opgelegd).pk
        assert client.get(f"/berekenen/{pk}/brief/").status_code == 404
        assert client.get(f"/berekenen/{pk}/brief.txt").status_code == 404
        assert "Brief aan de deurwaarder" not in tekst(client.get(f"/berekenen/{pk}/"))


def test_facts_and_result_can_be_taken_along_as_a_file(als, consulent, bewaar):
    antwoord = als(consulent).get(f"/berekenen/{bewaar().pk}/berekening.json")
    inhoud = antwoord.json()
    assert inhoud["feiten"]["belastbaar_jaarinkomen"] == "38000.00"
    assert inhoud["berekening"]["uitkomst"] == "1540.12"
