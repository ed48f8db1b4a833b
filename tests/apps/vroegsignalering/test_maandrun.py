"""The month run on the database: what `match` says of the same files, once and for good, and explainable later."""

from contextlib import suppress
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.apps.vroegsignalering.hulp import (
    BSN,
    als_csv,
    beleidstekst,
    bewaar,
    draai,
    lees_in,
    lever,
    rij,
    stel_vast,
    toestand,
)

from waakvlam.adapters.engine_duckdb.levering import Leesopdracht, lees_bestanden
from waakvlam.adapters.engine_duckdb.matchen import bereid_signalen_voor, match
from waakvlam.adapters.engine_duckdb.resultaat import maak_resultaat
from waakvlam.adapters.engine_duckdb.verbinding import open_engine
from waakvlam.apps.personen.service import Betrokkene, Twijfelpaar
from waakvlam.apps.vroegsignalering.models import Maandrun, Melding, Signaal, Uitkomst
from waakvlam.domain.common.fouten import WaakvlamFout
from waakvlam.domain.matching.beleid_lezen import lees_beleid
from waakvlam.foundation import audit, tenancy

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.postgres,
    pytest.mark.usefixtures("actor", "gemeente_a", "gemeente_b"),
]
MAANDEN = ("2026-07", "2026-08", "2026-09")

CELLEN = st.fixed_dictionaries(
    {
        "partner": st.sampled_from(["P1", "P2", "P3"]),
        "soort": st.sampled_from(["Zorg", "Huur"]),
        "kenmerk": st.sampled_from(["K-1", "K-2", "K-3"]),
        "dag": st.sampled_from(["20", "21"]),
        "dagen": st.sampled_from([10, 40, 90, 140]),
        "bedrag": st.sampled_from(["10", "80", "80", "500", "500,01"]),
        "huisnummer": st.sampled_from(["1", "2", "2-A"]),
        "crisissignaal": st.sampled_from(["", "", "", "ja"]),
        "warme_overdracht": st.sampled_from(["", "", "ja"]),
        "bezwaar": st.sampled_from(["", "", "", "ja"]),
        "rechtspersoon": st.sampled_from(["", "", "", "ja"]),
    }
)


def als_rij(maand: str, cellen: dict[str, Any]) -> dict[str, Any]:
    """A record of this month."""
    rest = {k: v for k, v in cellen.items() if k not in ("dag", "dagen")}
    jaar, mnd = map(int, maand.split("-"))
    signaaldatum = date(jaar, mnd, int(cellen["dag"]))
    begin = signaaldatum - timedelta(days=cellen["dagen"])
    return rij() | rest | {"signaaldatum": str(signaaldatum), "ontstaansdatum": str(begin), "voorletters": ""}


# A file may hold rows of several months: late ones and early ones.
BESTAND = st.lists(st.tuples(st.sampled_from(MAANDEN), CELLEN), min_size=1, max_size=9)


def volgens_match(paden: list[Path], tekst: str, periode: str) -> dict[str, Any]:
    """What `waakvlam match` says of these files."""
    jaar, mnd = map(int, periode.split("-"))
    beleid = lees_beleid(yaml.safe_load(tekst))
    with open_engine() as con:
        lees_bestanden(con, Leesopdracht(paden, gemeente="9901"))
        bereid_signalen_voor(con, beleid)
        match(con, beleid, [jaar * 12 + mnd - 1])
        gemeenten = maak_resultaat(con, beleid, jaar * 12 + mnd - 1)["gemeenten"]
    leeg = {"meldingen": [], "niet_opgepakt": []}
    return gemeenten[0] if gemeenten else leeg


def volgens_database(periode: str) -> dict[str, Any]:
    """What the month run stored, in the form of `match`."""
    jaar, mnd = map(int, periode.split("-"))
    velden = ("rang", "sleutel", "aantal", "meervoudig", "opeenvolgend", "opvolging")
    with tenancy.gemeenten("9901"):
        meldingen = [
            {veld: getattr(m, veld) for veld in velden}
            | {
                "bedrag": str(m.bedrag),
                "uiterlijk": m.uiterlijk and m.uiterlijk.isoformat(),
                "signalen": [
                    {"partner": p, "kenmerk": k}
                    for p, k in m.uitkomsten.order_by("signaal__partner", "signaal__kenmerk").values_list(
                        "signaal__partner", "signaal__kenmerk"
                    )
                ],
            }
            for m in Melding.objects.filter(maand=jaar * 12 + mnd - 1).order_by("rang")
        ]
        niet = Uitkomst.objects.filter(maand=jaar * 12 + mnd - 1, melding=None).select_related(
            "signaal__levering"
        )
        niet_opgepakt = [
            {
                "partner": u.partner,
                "kenmerk": u.signaal.kenmerk,
                "bestand": u.signaal.levering.bestandsnaam,
                "rij": u.signaal.rij,
                "status": u.status,
                "reden": u.toelichting,
            }
            for u in niet
        ]
    return {"meldingen": meldingen, "niet_opgepakt": sorted(niet_opgepakt, key=str)}


def vergelijkbaar(resultaat: dict[str, Any]) -> dict[str, Any]:
    """Without the explanation, which pages make from the stored facts."""
    meldingen = [{k: v for k, v in m.items() if k != "uitleg"} for m in resultaat["meldingen"]]
    return {
        "meldingen": meldingen,
        "niet_opgepakt": sorted((dict(n) for n in resultaat["niet_opgepakt"]), key=str),
    }


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(BESTAND, min_size=1, max_size=3, unique_by=str))
def test_months_run_in_order_give_what_match_gives_of_the_same_files(tmp_path_factory, bestanden):
    map_ = tmp_path_factory.mktemp("wereld")
    paden = []
    for nr, inhoud in enumerate(bestanden):
        paden.append(map_ / f"{nr}.csv")
        paden[-1].write_bytes(als_csv(*(als_rij(maand, cellen) for maand, cellen in inhoud)))
    with transaction.atomic():
        stel_vast()
        leveringen = [bewaar(pad.read_bytes(), naam=pad.name) for pad in paden]
        for levering in reversed(leveringen):  # read in another order than received: that must not matter
            lees_in(levering)
        for periode in MAANDEN:
            with suppress(WaakvlamFout):  # a month without signals is not run
                draai(periode)

            assert volgens_database(periode) == vergelijkbaar(volgens_match(paden, beleidstekst(), periode))
        with tenancy.gemeenten("9901"):
            assert Uitkomst.objects.count() == Signaal.objects.count()
        transaction.set_rollback(True)


def test_every_signal_has_one_outcome_also_one_that_was_replaced():
    stel_vast()
    lever(
        als_csv(
            rij("K-1", crisissignaal="ja", bedrag="10"),
            rij("K-1", signaaldatum="2026-09-26", bedrag="20"),
            rij("K-2", rechtspersoon="ja"),
            rij("K-3", bedrag="74,99"),
            rij("K-4", ontstaansdatum="2026-01-01"),
            rij("K-5", ontstaansdatum="2026-09-01"),
            rij("K-6", bezwaar="ja"),
            rij("K-7"),
        )
    )
    run, _ = draai()

    with tenancy.gemeenten("9901"):
        redenen = dict(Uitkomst.objects.values_list("signaal__rij", "reden"))
        assert (run.aantal_signalen, run.aantal_meldingen, run.aantal_niet_opgepakt) == (8, 1, 6)
        assert redenen == {
            2: "vervangen",
            3: "",
            4: "rechtspersoon",
            5: "drempel",
            6: "te_lang",
            7: "te_kort",
            8: "bezwaar",
            9: "",
        }
        assert all(Uitkomst.objects.exclude(reden="").values_list("toelichting", flat=True))
        assert Melding.objects.get().opvolging == "huisbezoek"


def test_a_month_without_signals_is_not_run():
    stel_vast()
    lever(als_csv(rij("K-1")))

    with pytest.raises(WaakvlamFout, match="geen signalen van oktober 2026 voor gemeente 9901"):
        draai("2026-10")

    with tenancy.gemeenten("9901"):
        assert not Maandrun.objects.exists()
        assert "maandrun.gedraaid" not in {g.actie for g in audit.gebeurtenissen()}


def test_later_means_received_later_also_when_the_first_levering_is_read_last():
    stel_vast()
    eerste, tweede = bewaar(als_csv(rij(bedrag="500"))), bewaar(als_csv(rij(bedrag="80")), naam="b.csv")
    lees_in(tweede)
    lees_in(eerste)
    draai()

    with tenancy.gemeenten("9901"):
        uitkomsten = dict(Uitkomst.objects.values_list("signaal__bedrag", "reden"))
    assert uitkomsten == {Decimal("500.00"): "vervangen", Decimal("80.00"): ""}


def nummers() -> dict[str, Any]:
    """Every id that a rerun must leave alone, and what it is of."""
    with tenancy.gemeenten("9901"):
        return {
            "meldingen": dict(Melding.objects.values_list("sleutel", "pk")),
            "uitkomsten": dict(Uitkomst.objects.values_list("signaal_id", "pk")),
            "runs": list(Maandrun.objects.values_list("pk", "gedraaid_op", "invoer_hash")),
        }


def test_a_rerun_changes_nothing_and_says_so():
    stel_vast()
    lever(als_csv(rij("K-1"), rij("K-2", huisnummer="13"), rij("K-3", bedrag="10")))
    _, eerst = draai()
    voor, stand = nummers(), toestand()

    _, weer = draai()

    assert (eerst, weer) == (True, False)
    assert (nummers(), toestand()) == (voor, stand)
    with tenancy.gemeenten("9901"):
        acties = list(audit.gebeurtenissen().values_list("actie", flat=True))
    assert (acties.count("maandrun.gedraaid"), acties.count("maandrun.ongewijzigd")) == (1, 1)


def test_late_signals_are_worked_in_and_untouched_meldingen_keep_their_number():
    stel_vast()
    lever(als_csv(*(rij(f"K-{nr}", huisnummer=str(nr)) for nr in range(1, 5))))
    draai()
    voor = nummers()["meldingen"]
    lever(als_csv(rij("L-1", partner="P2", huisnummer="2"), rij("L-9", huisnummer="9")), naam="b.csv")

    _, gewijzigd = draai()

    na = nummers()["meldingen"]
    assert gewijzigd
    assert {sleutel: na[sleutel] for sleutel in voor} == voor
    assert set(na) - set(voor) == {"1234AB9"}
    with tenancy.gemeenten("9901"):
        bij = Melding.objects.get(sleutel="1234AB2")
        assert (bij.rang, bij.aantal, bij.bedrag, bij.opvolging) == (1, 2, Decimal("200.00"), "huisbezoek")
        assert bij.uitkomsten.count() == 2


def test_a_melding_whose_only_signal_was_replaced_by_a_lower_one_is_gone():
    stel_vast()
    lever(als_csv(rij("K-1"), rij("K-2", huisnummer="13")))
    draai()
    lever(als_csv(rij("K-1", signaaldatum="2026-09-26", bedrag="5")), naam="b.csv")
    draai()

    assert list(nummers()["meldingen"]) == ["1234AB13"]
    with tenancy.gemeenten("9901"):
        assert sorted(Uitkomst.objects.values_list("reden", flat=True)) == ["", "drempel", "vervangen"]


def test_a_late_signal_in_an_earlier_month_reaches_the_later_month_when_that_is_run_again():
    stel_vast()
    lever(als_csv(rij("K-1")))
    draai("2026-09")
    lever(als_csv(rij("K-1", signaaldatum="2026-08-25", ontstaansdatum="2026-07-01")), naam="laat.csv")
    draai("2026-08")

    _, gewijzigd = draai("2026-09")

    with tenancy.gemeenten("9901"):
        laatste = Uitkomst.objects.get(signaal__maand=2026 * 12 + 8)
    assert (gewijzigd, laatste.reden, laatste.melding_id) == (True, "herhaald", None)


def test_a_month_uses_the_policy_then_in_force_and_an_old_month_stays_explainable():
    oud = stel_vast(vanaf="2026-01-01", naam="Oud")
    lever(
        als_csv(rij("K-1", bedrag="80"), rij("K-2", bedrag="80", signaaldatum="2026-10-20", huisnummer="13"))
    )
    draai("2026-09")
    nieuw = stel_vast(vanaf="2026-10-01", naam="Nieuw", drempelbedrag="200")

    draai("2026-10")
    _, september_gewijzigd = draai("2026-09")

    with tenancy.gemeenten("9901"):
        runs = {r.periode: r.beleidsversie_id for r in Maandrun.objects.all()}
        redenen = dict(Uitkomst.objects.values_list("signaal__kenmerk", "reden"))
    assert runs == {"2026-09": oud.pk, "2026-10": nieuw.pk}
    assert redenen == {"K-1": "", "K-2": "drempel"}
    assert september_gewijzigd is False


def test_a_new_version_for_a_month_that_was_run_is_worked_in_at_the_next_run():
    stel_vast(naam="Eerst")
    lever(als_csv(rij("K-1", bedrag="80")))
    draai()
    stel_vast(naam="Streng", drempelbedrag="200")

    _, gewijzigd = draai()

    with tenancy.gemeenten("9901"):
        assert (gewijzigd, Uitkomst.objects.get().reden, Melding.objects.count()) == (True, "drempel", 0)
        assert Maandrun.objects.get().beleidsversie.naam == "Streng"


@pytest.mark.parametrize("vastgesteld", [None, "2026-10-01"])
def test_a_month_without_a_policy_is_told_with_what_to_do_and_leaves_nothing(vastgesteld):
    if vastgesteld:
        stel_vast(vanaf=vastgesteld)
    lever(als_csv(rij()))

    with pytest.raises(WaakvlamFout, match=r"9901 geldt in 2026-09 geen afwegingskader.*beleid vaststellen"):
        draai()

    assert nummers() == {"meldingen": {}, "uitkomsten": {}, "runs": []}


def test_another_gemeente_is_neither_read_nor_changed():
    stel_vast("9901")
    stel_vast("9902")
    lever(als_csv(rij("K-1")))
    lever(als_csv(rij("K-1"), rij("K-2")), gemeente="9902")

    run, _ = draai()

    assert run.aantal_signalen == 1
    assert toestand("9902")["uitkomsten"] == []


def test_by_person_two_addresses_come_together_and_two_people_at_one_address_stay_apart():
    stel_vast(sleutel="persoon")
    een = {"achternaam": "Waterdrager", "voorletters": "A.B.", "geboortedatum": "1985-03-12"}
    ander = {"achternaam": "Zandschulp", "voorletters": "C.", "geboortedatum": "1961-11-30"}
    lever(
        als_csv(
            rij("K-1", bsn=BSN, **een),
            rij("K-2", partner="P2", bsn=BSN, postcode="9876XY", huisnummer="7", **een),
            rij("K-3", partner="P3", **ander),
        )
    )
    draai()

    with tenancy.gemeenten("9901"):
        groepen = sorted(
            sorted(m.uitkomsten.values_list("signaal__kenmerk", flat=True)) for m in Melding.objects.all()
        )
        sleutels = list(Melding.objects.values_list("sleutel", flat=True))
    assert groepen == [["K-1", "K-2"], ["K-3"]]
    assert BSN not in "".join(sleutels)
    assert draai()[1] is False


def test_running_an_older_month_again_keeps_who_is_who_and_the_doubtful_pairs_of_now():
    stel_vast()
    lever(
        als_csv(rij("K-0", signaaldatum="2026-08-25", ontstaansdatum="2026-07-01", achternaam="Windwijzer")),
        naam="8.csv",
    )
    draai("2026-08")
    een = {"voorletters": "J.", "voornamen": "Julia", "achternaam": "Kwartel", "geboortedatum": "1985-03-12"}
    ander = {
        "voorletters": "K.",
        "voornamen": "Karel",
        "achternaam": "Zandschulp",
        "geboortedatum": "1951-12-31",
    }
    lever(als_csv(rij("K-1", bsn=BSN, **een), rij("K-2", partner="P2", bsn=BSN, postcode="9876XY", **ander)))
    draai()

    def wie() -> list[tuple[Any, ...]]:
        with tenancy.gemeenten("9901"):
            paren = list(Twijfelpaar.objects.values_list("pk", "links_id", "rechts_id"))
            return [*paren, *Betrokkene.objects.order_by("pk").values_list("pk", "persoon")]

    toen = wie()
    assert len(toen) == 4
    draai("2026-08")
    assert wie() == toen
    assert draai()[1] is False
    assert wie() == toen
