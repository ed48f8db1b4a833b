"""The schemes of a gemeente: who may change them, that every version stays, and faults at their field."""

import re

import pytest
from django.db import DatabaseError, transaction

from waakvlam.apps.voorzieningen import selectors
from waakvlam.apps.voorzieningen.formulieren.regelingen import OPZET, lees_inhoud, vul_met
from waakvlam.apps.voorzieningen.models import Regelingenversie
from waakvlam.domain.rekenen.inkomenscheck import Vermogensregel, laad_voorbeeld, lees_gemeenteregels
from waakvlam.foundation import tenancy

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]

PAD = "/regelingen/wijzig/9901/"
GETYPT = {
    "actie": "bewaar",
    "na": "",
    "kwijtschelding_norm_percentage": "90",
    "regelingen-1-naam": "zwempas",
    "regelingen-1-omschrijving": "Dit is een pas om te zwemmen.",
    "regelingen-1-norm_percentage": "112,5",
    "regelingen-1-vermogensgrens": "eigen",
    "regelingen-1-vermogen_alleenstaande": "5.000",
    "regelingen-1-vermogen_samen": "€ 10.000",
    "regelingen-1-voor_wie-kinderen": "on",
    "regelingen-1-voor_wie-leeftijd_vanaf": "18",
    "regelingen-1-bedrag": "25",
    "regelingen-1-bedrag_per": "per kind per jaar",
    "regelingen-1-documenten": "loonstrook; ; bankafschrift",
    "regelingen-1-link": "https://www.gemeente.example/zwempas",
}


def tekst(antwoord) -> str:
    """The words of a page, without tags."""
    return " ".join(re.sub(r"<[^>]+>", " ", antwoord.content.decode()).replace("\u00a0", " ").split())


def geldend(code="9901"):
    with tenancy.gemeenten(code):
        return selectors.get_regels(code)


def test_the_example_goes_through_the_form_unchanged():
    voorbeeld = laad_voorbeeld()
    terug = lees_gemeenteregels(lees_inhoud(vul_met(voorbeeld)))
    assert terug.regelingen == voorbeeld.regelingen
    assert terug.kwijtschelding_norm_percentage == voorbeeld.kwijtschelding_norm_percentage
    assert not terug.voorbeeld


@pytest.mark.parametrize("rol", ["teamleider", "functioneel_beheerder"])
def test_who_may_sets_them_and_they_are_in_force_at_once(als, acties, request, rol):
    client = als(request.getfixturevalue(rol))
    assert client.post(PAD, GETYPT).headers["Location"] == "/regelingen/"
    regels = geldend()
    [pas] = regels.regelingen
    assert (regels.voorbeeld, regels.kwijtschelding_norm_percentage) == (False, 90)
    assert (str(pas.norm_percentage), pas.vermogensgrens) == ("112.5", Vermogensregel.EIGEN)
    assert (str(pas.vermogen_alleenstaande), str(pas.vermogen_samen)) == ("5000.00", "10000.00")
    assert (pas.kinderen, pas.leeftijd_vanaf, pas.leeftijd_tot) == (True, 18, None)
    assert pas.documenten == ("loonstrook", "bankafschrift")
    assert acties()[0] == "regelingen.vastgesteld"
    pagina = tekst(client.get("/regelingen/"))
    assert "Zwempas" in pagina
    assert "112,5%" in pagina
    assert "tot € 5.000,00, samen € 10.000,00" in pagina
    assert "geldt nu" in pagina


def test_a_consulent_reads_and_does_not_change(als, consulent):
    client = als(consulent)
    pagina = tekst(client.get("/regelingen/"))
    assert "Nog een voorbeeld" in pagina
    assert "Wijzig" not in pagina
    assert client.get(PAD).status_code == 404
    assert client.post(PAD, GETYPT).status_code == 404
    assert geldend().voorbeeld


def test_another_gemeente_does_not_exist(als, teamleider, gemeente_b):
    client = als(teamleider)
    assert client.get("/regelingen/wijzig/9902/").status_code == 404
    assert client.post("/regelingen/wijzig/9902/", GETYPT).status_code == 404
    assert geldend("9902").voorbeeld


def test_every_version_stays_and_can_be_read(als, teamleider, functioneel_beheerder):
    client = als(teamleider)
    client.post(PAD, GETYPT)
    with tenancy.gemeenten("9901"):
        oud = Regelingenversie.objects.get()
    client.force_login(functioneel_beheerder)
    client.post(PAD, GETYPT | {"na": str(oud.pk), "regelingen-1-naam": "sportpas"})
    pagina = tekst(client.get(f"/regelingen/versie/{oud.pk}/"))
    assert "Zwempas" in pagina
    assert "geldt niet meer" in pagina
    lijst = tekst(client.get("/regelingen/"))
    assert "Sportpas" in lijst
    assert "Zwempas" not in lijst
    assert teamleider.naam in lijst


def test_a_version_is_never_changed(als, teamleider):
    als(teamleider).post(PAD, GETYPT)
    with tenancy.gemeenten("9901"):
        versie = Regelingenversie.objects.get()
        for doe in (lambda: versie.save(), lambda: versie.delete()):
            with pytest.raises(DatabaseError), transaction.atomic():
                doe()


def test_a_colleague_who_was_first_is_not_overwritten(als, teamleider):
    client = als(teamleider)
    client.post(PAD, GETYPT)
    antwoord = client.post(PAD, GETYPT | {"regelingen-1-naam": "sportpas"})
    assert antwoord.status_code == 422
    assert "er is intussen een nieuwe versie" in tekst(antwoord)
    assert 'value="sportpas"' in antwoord.content.decode()
    assert geldend().regelingen[0].naam == "zwempas"


@pytest.mark.parametrize(
    ("veld", "typt", "fout"),
    [
        ("naam", "", "Vul dit in"),
        ("naam", "Huurtoeslag", "Zo heet al een landelijke regeling"),
        ("naam", "x" * 81, "hoogstens 80 tekens"),
        ("omschrijving", "", "Vul dit in"),
        ("norm_percentage", "veel", "Dit is geen getal"),
        ("norm_percentage", "301", "Kies een percentage van 50 tot en met 300"),
        ("vermogen_samen", "", "de vermogensgrens 'eigen bedragen'"),
        ("voor_wie-leeftijd_tot", "18", "hoger dan 'Vanaf leeftijd'"),
        ("bedrag_per", "", "Zeg waarvoor het bedrag is"),
        ("link", "http://x", "Een link begint met https://"),
    ],
)
def test_a_fault_stands_at_its_field_and_nothing_is_kept(als, teamleider, veld, typt, fout):
    antwoord = als(teamleider).post(PAD, GETYPT | {f"regelingen-1-{veld}": typt})
    assert antwoord.status_code == 422
    pagina = antwoord.content.decode()
    assert f'href="#id_regelingen-1-{veld}"' in pagina
    assert fout in tekst(antwoord).replace("&#x27;", "'")
    assert geldend().voorbeeld


def test_rows_come_and_go(als, teamleider):
    client = als(teamleider)
    erbij = client.post(PAD, GETYPT | {"actie": "", "voeg_toe": "regelingen"})
    assert erbij.status_code == 200
    assert 'name="regelingen-2-naam"' in erbij.content.decode()
    weg = client.post(PAD, GETYPT | {"actie": "", "haal_weg": "regelingen-1"})
    assert "zwempas" not in weg.content.decode()
    assert geldend().voorbeeld


def test_no_schemes_at_all_is_a_choice_too(als, teamleider):
    als(teamleider).post(PAD, {"actie": "bewaar", "na": "", "kwijtschelding_norm_percentage": "100"})
    assert (geldend().regelingen, geldend().voorbeeld) == ((), False)


def test_every_field_of_a_scheme_is_on_the_form():
    [rijen] = OPZET.rijen()
    velden = {veld.pad.removeprefix("voor_wie.") for veld in rijen.velden}
    assert velden == set(laad_voorbeeld().regelingen[0].__slots__)
