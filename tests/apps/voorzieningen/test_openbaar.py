"""The public inkomenscheck: what a resident reads, and that nothing of it stays."""

import re
from datetime import date

import pytest
from django.test import Client
from tests.apps.voorzieningen.conftest import ANTWOORDEN

from waakvlam.apps.berekeningen.service import vul
from waakvlam.apps.voorzieningen.formulieren.openbaar import OPZET, lees_antwoorden, lees_leeftijden
from waakvlam.apps.voorzieningen.models import Regelingenversie
from waakvlam.domain.rekenen.invoer import Invoerfout
from waakvlam.foundation import tenancy, tijd

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]

PAD = "/inkomenscheck/9901/"
VANDAAG = date(2026, 9, 15)


def tekst(antwoord) -> str:
    """The words of a page, without tags."""
    return " ".join(re.sub(r"<[^>]+>", " ", antwoord.content.decode()).replace("\u00a0", " ").split())


def groepen(pagina: str) -> tuple[str, str, str]:
    """What stands under the three headings of the result."""
    rest = pagina.split("Waarschijnlijk wel", 1)[1].split("Hulp nodig?")[0]
    wel, _, rest = rest.partition("Nog niet te zeggen")
    onbekend, _, niet = rest.partition("Waarschijnlijk niet")
    return wel, onbekend, niet


@pytest.mark.parametrize(
    ("typt", "leeftijden"),
    [
        ("", []),
        ("3", [3]),
        ("3, 8, 15", [3, 8, 15]),
        ("3 en 8", [3, 8]),
        ("3;8 / 15", [3, 8, 15]),
        ("3 jaar en 8 jaar", [3, 8]),
        ("0", [0]),
        ("vier", None),
        ("3,5 maanden", None),
        ("-3", None),
    ],
)
def test_ages_are_read_as_people_write_them(typt, leeftijden):
    assert lees_leeftijden(typt) == leeftijden


@pytest.mark.parametrize(
    ("getypt", "partner", "kinderen"),
    [
        ({}, None, ()),
        ({"_partner": "ja"}, None, ()),
        ({"_partner": "nee", "_kinderen": "nee"}, False, ()),
        ({"_partner": "ja", "_leeftijden": "0"}, True, (date(2026, 3, 1),)),
        ({"_partner": "nee", "_kinderen": "ja", "_leeftijden": "3"}, False, (date(2023, 3, 1),)),
        ({"_kinderen": "nee"}, None, ()),
    ],
)
def test_a_household_is_known_only_when_both_questions_are_answered(getypt, partner, kinderen):
    invoer = lees_antwoorden(vul(OPZET, getypt), VANDAAG)
    assert (invoer.partner, invoer.kinderen) == (partner, kinderen)


@pytest.mark.parametrize(
    ("getypt", "veld", "fout"),
    [
        ({"_leeftijden": "vier"}, "_leeftijden", "in cijfers"),
        ({"_kinderen": "nee", "_leeftijden": "4"}, "_leeftijden", "geen kinderen"),
        ({"_kinderen": "ja"}, "_leeftijden", "Kies dan niets"),
        ({"_leeftijden": "18"}, "_leeftijden", "onder de 18"),
        ({"_medebewoners": "veel"}, "_medebewoners", "heel getal"),
        ({"_medebewoners": "21"}, "_medebewoners", "heel getal"),
        ({"leeftijd": "200"}, "leeftijd", "heel getal"),
        ({"netto_inkomen": "weinig"}, "netto_inkomen", "geen getal"),
    ],
)
def test_a_fault_says_what_to_do_at_its_question(getypt, veld, fout):
    with pytest.raises(Invoerfout) as gevangen:
        lees_antwoorden(vul(OPZET, getypt), VANDAAG)
    assert [(deel.veld, fout in deel.fout) for deel in gevangen.value.fouten] == [(veld, True)]


def test_housemates_share_the_costs():
    invoer = lees_antwoorden(vul(OPZET, {"_medebewoners": "2"}), VANDAAG)
    assert [(m.commercieel, m.student) for m in invoer.medebewoners] == [(False, False)] * 2


def test_one_gemeente_needs_no_choice_and_two_do(client, gemeente_a, request):
    assert client.get("/inkomenscheck/").headers["Location"] == PAD
    request.getfixturevalue("gemeente_b")
    pagina = tekst(client.get("/inkomenscheck/"))
    assert "Verzonnendam" in pagina
    assert "Bedenkhoven" in pagina


@pytest.mark.usefixtures("gemeente_a")
@pytest.mark.parametrize("code", ["9999", "x", "%00", "9901'"])
def test_a_gemeente_that_is_not_there_does_not_exist(client, code):
    assert client.get(f"/inkomenscheck/{code}/").status_code == 404
    assert client.post(f"/inkomenscheck/{code}/", ANTWOORDEN).status_code == 404


@pytest.mark.usefixtures("gemeente_a")
def test_an_installation_can_leave_it_out(client, settings):
    settings.WAAKVLAM_INKOMENSCHECK_OPENBAAR = False
    assert [client.get(pad).status_code for pad in ("/inkomenscheck/", PAD)] == [404, 404]


@pytest.mark.usefixtures("gemeente_a")
def test_the_form_says_why_it_asks_and_that_nothing_is_kept(client):
    antwoord = client.get(PAD)
    assert antwoord.status_code == 200
    pagina = tekst(antwoord)
    assert "Wij bewaren uw antwoorden niet" in pagina
    assert "Elke vraag mag u overslaan" in pagina
    assert "Dit is een voorbeeld" in pagina
    assert "niet verplicht" not in pagina
    for veld in OPZET.velden():
        assert veld.label in pagina
        assert veld.waarom


@pytest.mark.usefixtures("gemeente_a")
def test_nothing_answered_is_no_fault_and_nothing_can_be_said(client):
    antwoord = client.post(PAD, {})
    assert antwoord.status_code == 200
    wel, onbekend, niet = groepen(tekst(antwoord))
    assert "vinden wij niets" in wel
    for naam in ("Zorgtoeslag", "Huurtoeslag", "Bijstand", "Kwijtschelding", "Kindpakket"):
        assert naam in onbekend
    assert niet == ""
    assert "per maand. Krijgt u" not in tekst(antwoord)


@pytest.mark.usefixtures("gemeente_a")
def test_three_groups_with_amount_papers_link_and_reason(client, monkeypatch):
    monkeypatch.setattr(tijd, "vandaag", lambda: VANDAAG)
    antwoord = client.post(PAD, ANTWOORDEN | {"kale_huur": "", "student": "on", "leeftijd": "24"})
    wel, onbekend, niet = groepen(tekst(antwoord))
    assert re.search(r"Zorgtoeslag € \d+,\d\d per maand", wel)
    assert "Kindpakket" in wel
    assert "uw DigiD" in wel
    assert "Huurtoeslag" in onbekend
    assert "uw huur per maand" in onbekend
    assert "Met studiefinanciering is er tot 27 jaar geen bijstand." in niet
    assert 'href="https://www.toeslagen.nl"' in antwoord.content.decode()
    assert "Wij bewaren haar niet" in tekst(antwoord)


@pytest.mark.usefixtures("gemeente_a")
def test_a_fault_stands_at_its_question_and_what_was_typed_stays(client):
    antwoord = client.post(PAD, ANTWOORDEN | {"netto_inkomen": "weinig", "_leeftijden": "drie"})
    assert antwoord.status_code == 422
    pagina = antwoord.content.decode()
    assert 'href="#id_netto_inkomen"' in pagina
    assert 'href="#id__leeftijden"' in pagina
    assert 'value="weinig"' in pagina
    assert "Schrijf bijvoorbeeld 1.234,56." in tekst(antwoord)


def test_the_newest_schemes_of_that_gemeente_are_used_and_no_others(
    client, gemeente_a, gemeente_b, consulent
):
    for code, naam in (("9901", "oude pas"), ("9901", "zwempas"), ("9902", "buurpas")):
        inhoud = {
            "kwijtschelding_norm_percentage": 100,
            "regelingen": [
                {"naam": naam, "omschrijving": "x", "norm_percentage": "120", "vermogensgrens": "geen"}
            ],
        }
        with tenancy.gemeenten(code):
            Regelingenversie.objects.create(
                gemeente_id=code, inhoud=inhoud, gebruiker=consulent, moment=tijd.nu()
            )
    pagina = tekst(client.post(PAD, ANTWOORDEN))
    assert "Zwempas" in pagina
    assert "Oude pas" not in pagina
    assert "Buurpas" not in pagina
    assert "Dit is een voorbeeld" not in pagina


@pytest.mark.usefixtures("gemeente_a")
def test_nothing_is_kept_logged_or_recorded(acties, caplog):
    client = Client(enforce_csrf_checks=True)
    assert client.post(PAD, ANTWOORDEN).status_code == 403
    client.get(PAD)
    geheim = client.cookies["csrftoken"].value
    voor = acties()
    caplog.clear()
    with caplog.at_level("DEBUG"):
        antwoord = client.post(PAD, ANTWOORDEN | {"csrfmiddlewaretoken": geheim})
    assert antwoord.status_code == 200
    assert set(client.cookies) == {"csrftoken"}
    assert antwoord.headers["Cache-Control"] == "no-store, private"
    assert acties() == voor
    eigen = [regel.getMessage() for regel in caplog.records if not regel.name.startswith("django.db")]
    assert not [regel for regel in eigen if "18000" in regel or "1200" in regel or "620" in regel]


@pytest.mark.usefixtures("gemeente_a")
def test_no_statement_to_the_database_holds_an_answer(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(20) as vragen:
        assert client.post(PAD, ANTWOORDEN).status_code == 200
    opdrachten = " ".join(vraag["sql"] for vraag in vragen.captured_queries).lower()
    assert "insert" not in opdrachten
    assert "update" not in opdrachten
    assert "18000" not in opdrachten


def test_who_is_logged_in_sees_the_same_page_and_only_that_gemeente(als, consulent, gemeente_b):
    antwoord = als(consulent).post("/inkomenscheck/9902/", ANTWOORDEN)
    assert antwoord.status_code == 200
    assert "Bedenkhoven" in tekst(antwoord)
