"""The meldingen of a month and one melding: who sees what, filters, search, people apart."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.apps.vroegsignalering.web.maand import BSN, OP, SEPTEMBER, maak_maand

from waakvlam.apps.personen.models import Betrokkene
from waakvlam.apps.vroegsignalering.forms import ZoekForm
from waakvlam.apps.vroegsignalering.models import Maandrun, Melding, Signaal, Uitkomst
from waakvlam.apps.vroegsignalering.selectors import Termijn
from waakvlam.apps.vroegsignalering.selectors.personen import meer_huishoudens
from waakvlam.foundation import audit, tenancy

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]

LIJST = "/vroegsignalering/meldingen/"
NIET = "/vroegsignalering/meldingen/niet-opgepakt/"
ZOEK = "/vroegsignalering/meldingen/zoek/"
MAX_VRAGEN = 15


def vragen(gedaan) -> list[str]:
    """Queries, without the bookkeeping of savepoints."""
    return [q["sql"] for q in gedaan if "SAVEPOINT" not in q["sql"]]


def adressen(antwoord) -> list[str]:
    return [rij.adres for rij in antwoord.context["rijen"]]


@pytest.mark.parametrize(
    ("vraag", "verwacht"),
    [
        ("?maand=2026-09", 6),
        ("?opvolging=huisbezoek", 1),
        ("?alleen=meervoudig", 2),
        ("?alleen=meervoudig&alleen=opeenvolgend", 1),
        ("?alleen=crisissignaal", 1),
        ("?soort=Energie", 2),
        ("?partner=P3", 4),
        ("?partner=P3&soort=Zorg", 1),
        ("?bedrag_van=300,00&bedrag_tot=450", 1),
        ("?bedrag_van=1.000", 1),
        ("?opvolging=bestaat-niet", 6),
        ("?maand=1999-01", 6),
    ],
)
def test_filters(als, consulent, proefmaand, vraag, verwacht):
    antwoord = als(consulent).get(LIJST + vraag)
    assert antwoord.status_code == 200
    assert len(antwoord.context["rijen"]) == verwacht


def test_order_is_by_rank_and_may_be_turned(als, consulent, proefmaand):
    client = als(consulent)
    assert [rij.melding.rang for rij in client.get(LIJST).context["rijen"]] == [1, 2, 3, 4, 5, 6]
    assert adressen(client.get(LIJST + "?sorteer=bedrag"))[-1] == "Lindelaan 12"
    assert client.get(LIJST + "?sorteer=; drop table").status_code == 200


def test_filters_stay_after_a_return_and_the_month_stays_when_they_are_wiped(als, consulent, proefmaand):
    client = als(consulent)
    client.get(LIJST + "?maand=2026-09&opvolging=brief")
    terug = client.get(LIJST)
    assert (terug.status_code, terug.headers["Location"]) == (302, LIJST + "?opvolging=brief")
    van_de_melding = client.get(LIJST + "?maand=2026-09")
    assert van_de_melding.headers["Location"] == LIJST + "?opvolging=brief&maand=2026-09"
    client.get(LIJST + "?wis=1")
    assert len(client.get(LIJST).context["rijen"]) == 6


def test_an_address_is_looked_for_without_standing_in_an_address(als, consulent, proefmaand):
    client = als(consulent)
    antwoord = client.post(ZOEK, {"postcode": "1234 ab", "huisnummer": "12"})
    assert (antwoord.status_code, antwoord.headers["Location"]) == (302, LIJST)
    gevonden = client.get(LIJST)
    assert adressen(gevonden) == ["Lindelaan 12"], "nummer 120 is een ander adres"
    assert gevonden.context["zoekmaanden"] == [("2026-09", 2)]
    client.post(ZOEK, {"stop": "1"})
    assert len(client.get(LIJST).context["rijen"]) == 6


def test_a_kenmerk_is_found_where_it_ended(als, consulent, proefmaand):
    client = als(consulent)
    client.post(ZOEK, {"kenmerk": "-123", "waar": "niet_opgepakt"})
    assert client.get(LIJST).context["rijen"] == []
    assert [u.signaal.kenmerk for u in client.get(NIET).context["bladzij"]] == ["-123"]


@pytest.mark.parametrize(
    "wat",
    [{}, {"postcode": "1234AB"}, {"postcode": "0234AB", "huisnummer": "1"}, {"postcode": "1234AB", "huisnummer": "x"},
     {"postcode": "1234AB", "huisnummer": "1", "kenmerk": "K"}],
)  # fmt: skip
def test_a_half_search_says_what_is_missing(als, consulent, proefmaand, wat):
    antwoord = als(consulent).post(ZOEK, wat)
    assert antwoord.status_code == 422
    assert "Er is niet gezocht" in antwoord.text


@pytest.mark.parametrize(
    ("nummer", "sleutel"), [("12", "12"), ("012", "12"), ("12-A", "12a"), ("12 bis", "12bis"), ("1-1", "1-1")]
)
def test_a_house_number_is_read_as_in_the_address_key(nummer, sleutel):
    formulier = ZoekForm({"postcode": "1234AB", "huisnummer": nummer})
    assert formulier.is_valid()
    assert formulier.cleaned_data["huisnummer"] == sleutel


def test_a_page_of_50_asks_as_many_queries_as_a_page_of_1(als, consulent, gemeente_a):
    maak_maand(gemeente_a, los=60)
    client = als(consulent)
    client.get(LIJST)
    with CaptureQueriesContext(
        connection,
    ) as vol:
        antwoord = client.get(LIJST + "?pagina=1&partner=")
    assert len(antwoord.context["rijen"]) == 50
    with CaptureQueriesContext(connection) as een:
        client.get(LIJST + "?opvolging=huisbezoek")
    assert len(vragen(vol)) <= MAX_VRAGEN, vragen(vol)
    assert len(vragen(een)) <= MAX_VRAGEN


@pytest.mark.parametrize(
    "pad",
    [
        NIET,
        "melding",
        "/",
        "/vroegsignalering/maandrun/",
        "/vroegsignalering/afwegingskader/",
        "/vroegsignalering/leveringen/",
        "levering",
    ],
)
def test_every_page_asks_few_queries(als, teamleider, proefmaand, pad):
    pad = {
        "melding": f"{LIJST}{proefmaand.meldingen['lindelaan 12'].pk}/",
        "levering": f"/vroegsignalering/leveringen/{proefmaand.levering.pk}/",
    }.get(pad, pad)
    client = als(teamleider)
    client.get(pad)
    with CaptureQueriesContext(connection) as gedaan:
        assert client.get(pad).status_code == 200
    assert len(vragen(gedaan)) <= MAX_VRAGEN, vragen(gedaan)


def test_not_taken_up_says_why(als, consulent, proefmaand):
    antwoord = als(consulent).get(NIET)
    assert "ligt onder het drempelbedrag" in antwoord.text
    assert "Niet opgepakt: onterecht signaal" in antwoord.text


def test_one_melding_keeps_people_apart(als, consulent, proefmaand):
    antwoord = als(consulent).get(f"{LIJST}{proefmaand.meldingen['lindelaan 20'].pk}/")
    personen = antwoord.context["blad"].personen
    assert [(blok.naam, [s.kenmerk for s in blok.signalen]) for blok in personen] == [
        ("B. Verzonnen", ["H-2"]),
        ("C. Anderszins", ["Z-2"]),
    ]
    assert "Mogelijk meer huishoudens op dit adres" in antwoord.text
    assert "C. Anderszins staat mogelijk ook onder een ander adres" in antwoord.text
    assert "Proefjes" not in antwoord.text, "wie op een ander adres woont, wordt hier niet genoemd"


def test_a_phone_call_without_a_number_is_told(als, consulent, proefmaand):
    client, zegt = als(consulent), "Geen telefoonnummer bekend"
    assert zegt in client.get(f"{LIJST}{proefmaand.meldingen['lindelaan 20'].pk}/").text
    assert zegt not in client.get(f"{LIJST}{proefmaand.meldingen['lindelaan 12'].pk}/").text
    assert zegt not in client.get(f"{LIJST}{proefmaand.meldingen['los 1'].pk}/").text, (
        "een brief heeft geen nummer nodig"
    )


@pytest.mark.parametrize(
    ("een", "ander", "meer"),
    [
        ("de Vries", "de Jong", True),
        ("Vos, de", "de Jong", True),
        ("Vos, de", "Vos", False),
        ("Dijkstra", "Dijkstra-Smit", False),
        ("de", "De", False),
    ],
)
def test_a_tussenvoegsel_is_no_shared_surname(een, ander, meer):
    signalen = [
        Signaal(betrokkene=Betrokkene(achternaam=naam, persoon=nr)) for nr, naam in enumerate((een, ander), 1)
    ]
    assert meer_huishoudens(signalen) == meer


def test_one_person_in_two_spellings_is_one_block(als, consulent, proefmaand):
    antwoord = als(consulent).get(f"{LIJST}{proefmaand.meldingen['lindelaan 12'].pk}/")
    blad = antwoord.context["blad"]
    assert [(b.naam, b.andere_namen, len(b.signalen), b.bsn_bekend) for b in blad.personen] == [
        ("Anna Proefjes", ["A. Proefjes"], 2, True)
    ]
    assert not blad.meer_huishoudens
    assert blad.achterstand.rijen == [("augustus 2026", [500]), ("september 2026", [pytest.approx(1000.5)])]
    assert [signaal.kenmerk for signaal, _ in blad.eerder] == ["H-1"]
    assert "signalen van 2 partners opgepakt: P1 en P2. Vanaf 2 partners is een melding" in antwoord.text


def eerdere(proef, maanden_terug: int, **velden) -> Melding:
    """The melding of an earlier month (or a later one, when negative) on Lindelaan 12."""
    melding = proef.meldingen["lindelaan 12"]
    with tenancy.gemeenten("9901"):
        run = Maandrun.objects.create(
            gemeente_id="9901", maand=SEPTEMBER - maanden_terug, beleidsversie=proef.versie, gedraaid_op=OP,
            invoer_hash="1", aantal_signalen=1, aantal_meldingen=1, aantal_niet_opgepakt=0,
        )  # fmt: skip
        oud = Melding.objects.get(pk=melding.pk)
        oud.pk, oud.maandrun, oud.maand = None, run, run.maand
        for naam, waarde in velden.items():
            setattr(oud, naam, waarde)
        oud.save()
    return oud


def test_the_verloop_has_the_days_of_meldingen_before_and_after(als, consulent, proefmaand):
    ervoor = eerdere(
        proefmaand, 1, eerste_ontvangst=date(2026, 8, 24), uiterlijk=date(2026, 9, 7), opvolging="brief"
    )
    erna = eerdere(proefmaand, -1, eerste_ontvangst=date(2026, 10, 23), opvolging="huisbezoek")
    # Known by another key, as a person is when more was learned of who is who: their signal still leads to it.
    anders = eerdere(proefmaand, 2, sleutel="1002", eerste_ontvangst=date(2026, 7, 24), opvolging="telefoon")
    with tenancy.gemeenten("9901"):
        signaal = Signaal.objects.get(kenmerk="H-1", maand=SEPTEMBER - 1)
        Uitkomst.objects.create(
            gemeente_id="9901", signaal=signaal, maandrun=anders.maandrun, melding=anders, partner="P1",
            maand=signaal.maand, status="Nog niet opgepakt",
        )  # fmt: skip
    antwoord = als(consulent).get(f"{LIJST}{proefmaand.meldingen['lindelaan 12'].pk}/")
    verloop = [
        (m.dag.isoformat(), m.titel, m.melding and m.melding.pk) for m in antwoord.context["blad"].verloop
    ]
    assert verloop == [
        ("2026-10-23", "Latere melding: huisbezoek", erna.pk),
        ("2026-10-09", "Uiterste dag: telefoon", None),
        ("2026-09-25", "Melding gemaakt", None),
        ("2026-09-25", "Signaal Huur ontvangen", None),
        ("2026-09-25", "Signaal Energie ontvangen", None),
        ("2026-08-24", "Eerdere melding: brief", ervoor.pk),
        ("2026-07-24", "Eerdere melding: telefoon", anders.pk),
    ]
    assert ">07-09-2026</span>." in antwoord.text
    assert "het laatst in augustus 2026 van P1." in antwoord.text


def test_a_name_in_capitals_is_written_properly_and_shown_as_delivered_with_its_signal(
    als, consulent, proefmaand
):
    with tenancy.gemeenten("9901"):
        Betrokkene.objects.filter(achternaam="Verzonnen").update(achternaam="VAN DER VERZONNEN")
        Betrokkene.objects.filter(achternaam="Klein").update(achternaam="klein", voorletters="k.")
    client = als(consulent)
    assert "B. van der Verzonnen" in client.get(LIJST).text
    bladzij = client.get(f"{LIJST}{proefmaand.meldingen['lindelaan 20'].pk}/")
    assert "B. van der Verzonnen" in [blok.naam for blok in bladzij.context["blad"].personen]
    assert "met de naam B. VAN DER VERZONNEN" in bladzij.text
    niet = client.get(NIET).text
    assert "K. Klein" in niet
    assert "geleverd als k. klein" in niet


def test_the_bsn_is_never_on_the_page(als, consulent, proefmaand):
    antwoord = als(consulent).get(f"{LIJST}{proefmaand.meldingen['lindelaan 12'].pk}/")
    assert BSN not in antwoord.text
    assert "<dt>BSN</dt><dd>bekend</dd>" in antwoord.text


def test_a_look_is_written_down(als, consulent, proefmaand):
    melding = proefmaand.meldingen["lindelaan 12"]
    client = als(consulent)
    client.get(f"{LIJST}{melding.pk}/")
    client.get(LIJST)
    with tenancy.gemeenten("9901"):
        gezien = {(g.actie, g.object_id) for g in audit.gebeurtenissen() if g.actor_id == consulent.pk}
    assert {("melding.bekeken", str(melding.pk)), ("meldingen.bekeken", "")} <= gezien


def test_another_gemeente_does_not_exist(als, consulent, gemeente_b):
    ander = maak_maand(gemeente_b)
    client = als(consulent)
    assert client.get(f"{LIJST}{ander.meldingen['lindelaan 12'].pk}/").status_code == 404
    assert "nog geen meldingen" in client.get(LIJST).text


def test_a_right_in_one_gemeente_is_no_right_in_another(als, gebruiker_met, gemeente_a, gemeente_b):
    """Consulent in A and privacy officer in B: the meldingen of B stay closed, also when both are in view."""
    from waakvlam.apps.toegang import service

    eigen, ander = maak_maand(gemeente_a), maak_maand(gemeente_b)
    gebruiker = gebruiker_met("consulent", gemeente_a)
    with audit.actor(audit.Actor("opdrachtregel", None, "proef")):
        service.grant_rol(gebruiker=gebruiker, gemeente=gemeente_b, rol="privacy_officer")
    client = als(gebruiker)
    assert client.get(f"{LIJST}{eigen.meldingen['lindelaan 12'].pk}/").status_code == 200
    assert client.get(f"{LIJST}{ander.meldingen['lindelaan 12'].pk}/").status_code == 404
    assert {rij.melding.gemeente_id for rij in client.get(LIJST).context["rijen"]} == {"9901"}


def test_two_gemeenten_can_be_told_apart_and_narrowed(als, gebruiker_met, gemeente_a, gemeente_b):
    maak_maand(gemeente_a)
    maak_maand(gemeente_b, maand=SEPTEMBER)
    client = als(gebruiker_met("consulent", gemeente_a, gemeente_b))
    assert len(client.get(LIJST).context["rijen"]) == 12
    assert len(client.get(LIJST + "?gemeente=9902").context["rijen"]) == 6


@pytest.mark.parametrize(
    ("dag", "tekst", "soort"),
    [
        (date(2026, 9, 25), "5 dagen te laat", "fout"),
        (date(2026, 9, 29), "1 dag te laat", "fout"),
        (date(2026, 9, 30), "vandaag", "waarschuwing"),
        (date(2026, 10, 1), "morgen", "waarschuwing"),
        (date(2026, 10, 7), "over 7 dagen", "waarschuwing"),
        (date(2026, 10, 8), "over 8 dagen", "neutraal"),
        (None, "geen termijn", "uit"),
    ],
)
def test_a_term_in_words(dag, tekst, soort):
    termijn = Termijn(dag, date(2026, 9, 30))
    assert (termijn.tekst, termijn.soort) == (tekst, soort)


@pytest.mark.parametrize(
    "pad", ["/", LIJST, NIET, "/vroegsignalering/maandrun/", "/vroegsignalering/leveringen/", "/taken/"]
)
def test_templates_ask_nothing(als, teamleider, proefmaand, pad, monkeypatch):
    """Queries are asked in views, where a reader looks for them; the frame's `rechten` were read before."""
    from django.template.base import Template

    gevraagd = []
    echt = Template.render

    def render(self, context):
        with CaptureQueriesContext(connection) as gedaan:
            uit = echt(self, context)
        gevraagd.extend(vragen(gedaan))
        return uit

    client = als(teamleider)
    client.get(pad)
    monkeypatch.setattr(Template, "render", render)
    client.get(pad)
    assert gevraagd == []


def test_a_search_is_written_down_also_when_nothing_is_found(als, consulent, proefmaand):
    als(consulent).post(f"{LIJST}zoek/", {"postcode": "9999 ZZ", "huisnummer": "1"})
    als(consulent).post(f"{LIJST}zoek/", {"kenmerk": "bestaat niet"})
    with tenancy.gemeenten("9901"):
        gezocht = audit.gebeurtenissen().filter(actie="signalen.gezocht", actor_id=consulent.pk)
        assert sorted(g.gegevens["op"] for g in gezocht) == ["adres", "kenmerk"]


def test_a_list_writes_down_whom_it_showed(als, consulent, proefmaand):
    getoond = {rij.melding.pk for rij in als(consulent).get(LIJST).context["rijen"]}
    als(consulent).get("/")
    uitkomsten = {u.signaal_id for u in als(consulent).get(f"{LIJST}niet-opgepakt/").context["bladzij"]}
    with tenancy.gemeenten("9901"):
        gezien = list(audit.gebeurtenissen().filter(actie="meldingen.bekeken", actor_id=consulent.pk))
    assert getoond
    assert uitkomsten
    assert {nr for g in gezien for nr in g.gegevens.get("meldingen", ())} == getoond
    assert {nr for g in gezien for nr in g.gegevens.get("signalen", ())} == uitkomsten


@pytest.mark.parametrize("bedrag", ["1e999999", "-1", "NaN", "1" * 400, "\x00"])
def test_an_amount_that_is_none_filters_nothing(als, consulent, proefmaand, bedrag):
    client = als(consulent)
    alles = len(client.get(LIJST).context["rijen"])
    for veld in ("bedrag_van", "bedrag_tot"):
        assert len(client.get(LIJST, {veld: bedrag}).context["rijen"]) == alles
