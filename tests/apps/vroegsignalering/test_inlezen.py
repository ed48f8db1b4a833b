"""A levering goes in whole or not at all, exactly as the rules say, and says what was wrong with it."""

import json
import random
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django.db import transaction
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from tests.apps.vroegsignalering.hulp import (
    BSN,
    als_csv,
    als_json,
    bewaar,
    lees_in,
    lever,
    rij,
    toestand,
)

from waakvlam.adapters.synthetic.files import render
from waakvlam.adapters.synthetic.generate import Gemeente, Settings, generate
from waakvlam.apps.personen.service import Betrokkene
from waakvlam.apps.vroegsignalering.models import Levering, Leveringsfout, Signaal
from waakvlam.foundation import audit, tenancy

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.postgres,
    pytest.mark.usefixtures("actor", "gemeente_a", "gemeente_b"),
]


def signalen() -> list[Signaal]:
    """All signals of gemeente A with their person, in order."""
    with tenancy.gemeenten("9901"):
        return list(Signaal.objects.select_related("betrokkene").order_by("levering_id", "rij"))


def fouten() -> list[tuple[int, str, str | None]]:
    """All refused cells of gemeente A: row, column, value."""
    with tenancy.gemeenten("9901"):
        return [(f.rij, f.kolom, f.waarde) for f in Leveringsfout.objects.order_by("rij", "pk")]


def test_a_signal_is_stored_as_the_rules_read_it():
    bijzonder = {"tussenvoegsel": "van der", "ontvangstdatum": "28-09-2026", "einde_levering": "1-12-2026"}
    levering = lever(
        als_csv(
            rij(
                bedrag="€ 1.234,5",
                postcode="1234 ab",
                huisnummer="012-A",
                crisissignaal="J",
                geboortedatum="00-00-1985",
                hulp_aangeboden="nee",
                **bijzonder,
            )
        )
    )

    (signaal,) = signalen()
    assert (levering.status, levering.aantal_signalen, levering.aantal_geweigerd) == ("ingelezen", 1, 0)
    assert (levering.partner, levering.foutmelding, levering.waarschuwingen) == ("P1", "", [])
    assert (signaal.partner, signaal.soort, signaal.kenmerk, signaal.rij) == ("P1", "Zorg", "K-1", 2)
    assert (signaal.bedrag, signaal.dagen, signaal.periode) == (Decimal("1234.50"), 62, "2026-09")
    assert (signaal.signaaldatum, signaal.ontstaansdatum) == (date(2026, 9, 25), date(2026, 7, 25))
    assert (signaal.ontvangstdatum, signaal.einde_levering) == (date(2026, 9, 28), date(2026, 12, 1))
    assert (signaal.crisissignaal, signaal.bezwaar, signaal.warme_overdracht) == (True, False, False)
    assert (signaal.hulp_aangeboden, signaal.persoonlijk_contact) == (False, None)
    assert signaal.sleutel_adres == "1234AB12a"
    persoon = signaal.betrokkene
    assert (persoon.naam, persoon.geboortedatum) == ("J. van der Voorbeeld", "1985-00-00")
    assert (persoon.postcode, persoon.huisnummer, persoon.huistoevoeging) == ("1234AB", 12, "a")
    assert (persoon.persoon, persoon.email, persoon.straat) == (None, None, None)


def test_every_wrong_cell_is_told_with_row_column_and_value_and_the_rest_goes_in():
    levering = lever(
        als_csv(
            rij("K-1"),
            rij("K-2", bedrag="x", postcode="12 AB"),
            rij("K-3", signaaldatum="31-02-2026"),
            rij("", bedrag="-5"),
            rij("K-5"),
        )
    )

    assert (levering.status, levering.aantal_signalen, levering.aantal_geweigerd) == ("ingelezen", 2, 3)
    assert [(s.kenmerk, s.rij) for s in signalen()] == [("K-1", 2), ("K-5", 6)]
    assert sorted(fouten(), key=str) == [
        (3, "bedrag", "x"),
        (3, "postcode", "12 AB"),
        (4, "signaaldatum", "31-02-2026"),
        (5, "bedrag", "-5"),
        (5, "kenmerk", None),
    ]


def test_a_levering_of_which_every_row_is_refused_has_fouten_and_no_signals():
    levering = lever(als_csv(rij(bedrag="x"), rij("K-2", bedrag="")))

    assert (levering.status, levering.aantal_signalen, levering.aantal_geweigerd) == ("ingelezen", 0, 2)
    assert (signalen(), len(fouten())) == ([], 2)


def test_rows_for_another_gemeente_are_refused():
    levering = lever(als_csv(rij("K-1", gemeentecode="9901"), rij("K-2", gemeentecode="9902")))

    assert (levering.aantal_signalen, levering.aantal_geweigerd) == (1, 1)
    assert [f[:2] for f in fouten()] == [(3, "gemeentecode")]
    with tenancy.gemeenten("9901", "9902"):
        assert list(Signaal.objects.values_list("gemeente", "kenmerk")) == [("9901", "K-1")]


def test_a_heading_only_is_read_and_holds_nothing():
    levering = lever(als_csv())

    assert (levering.status, levering.aantal_signalen, levering.aantal_geweigerd) == ("ingelezen", 0, 0)
    assert (signalen(), fouten()) == ([], [])


def test_unknown_columns_and_a_dropped_bsn_are_warned_of_once_with_their_number():
    rijen = [rij(f"K-{nr}", soort="Huur", bsn=BSN, kleur="rood") for nr in range(3)]

    levering = lever(als_csv(*rijen, rij("K-9", soort="Huur", kleur="")))

    assert [(w["kolom"], w["rijen"]) for w in levering.waarschuwingen] == [("bsn", 3), ("kleur", 1)]
    assert [s.betrokkene.bsn for s in signalen()] == [None] * 4


ONLEESBAAR = {
    "empty": (b"", "leeg"),
    "without a required column": (b"partner;soort\nP1;Huur\n", "kenmerk, signaaldatum"),
    "broken JSON": (b'[{"partner": "P1"', "JSON"),
    "a sheet cut off": (b"PK\x03\x04" + bytes(500), "beschadigd"),
    "an old or locked sheet": (b"\xd0\xcf\x11\xe0" + bytes(600), "wachtwoord"),
}


@pytest.mark.parametrize("soort", ONLEESBAAR)
def test_a_file_that_cannot_be_read_is_kept_says_why_and_stores_nothing(soort: str, datamap: Path):
    inhoud, verwacht = ONLEESBAAR[soort]

    levering = lever(inhoud, naam="kapot.csv")

    assert (levering.status, levering.aantal_signalen) == ("mislukt", 0)
    assert verwacht in levering.foutmelding
    assert "kapot.csv" in levering.foutmelding
    assert "/proc" not in levering.foutmelding
    assert (signalen(), fouten()) == ([], [])
    assert (datamap / "leveringen" / levering.opslag).is_file()
    with tenancy.gemeenten("9901"):
        assert audit.gebeurtenissen().filter(actie="levering.mislukt").count() == 1


def test_a_file_that_breaks_after_many_good_rows_leaves_no_signal_person_or_fout():
    goed = als_csv(*(rij(f"K-{nr}", bedrag="x" if nr % 1000 == 0 else "80") for nr in range(51_000)))

    levering = lever(goed + b'"P1";"' + b"x" * 150_000 + b'"\r\n')

    assert (levering.status, levering.aantal_signalen, levering.aantal_geweigerd) == ("mislukt", 0, 0)
    assert "rij 51002" in levering.foutmelding
    assert (signalen(), fouten()) == ([], [])
    with tenancy.gemeenten("9901"):
        assert not Betrokkene.objects.exists()


def test_reading_again_does_nothing():
    levering = lever(als_csv(rij("K-1"), rij("K-2", bedrag="x")))
    nummers = [s.pk for s in signalen()]

    opnieuw = lees_in(levering)

    assert (opnieuw.status, opnieuw.ingelezen_op) == (levering.status, levering.ingelezen_op)
    assert ([s.pk for s in signalen()], len(fouten())) == (nummers, 1)
    with tenancy.gemeenten("9901"):
        assert audit.gebeurtenissen().filter(actie="levering.ingelezen").count() == 1


def test_the_same_contents_are_one_levering_whatever_the_file_is_called(datamap: Path):
    inhoud = als_csv(rij())
    eerst, weer = lever(inhoud, naam="a.csv"), lever(inhoud, naam="b.csv")
    elders = lever(inhoud, gemeente="9902")

    assert eerst.pk == weer.pk != elders.pk
    assert len(signalen()) == 1
    assert len(list((datamap / "leveringen").rglob("*.wv"))) == 2
    with tenancy.gemeenten("9901"):
        assert Levering.objects.get().bestandsnaam == "a.csv"


def wereld(fouten: int):
    """A small invented month of one gemeente."""
    gemeenten = (Gemeente("9901", "A", 9_000),)
    return generate(Settings(seed=5, gemeenten=gemeenten, van="2026-09", tot="2026-09", error_rows=fouten))


def test_what_the_demo_partners_send_goes_in_but_for_the_rows_made_wrong():
    synthetisch = wereld(fouten=2)
    for levering in synthetisch.leveringen():
        goede = [r for r in synthetisch.signals() if r["partner"] == levering.partner]

        ingelezen = lever(levering.inhoud, naam=levering.bestandsnaam, partner=levering.partner)

        with tenancy.gemeenten("9901"):
            fout = set(ingelezen.fouten.values_list("rij", "kolom"))
            goed = sorted(ingelezen.signalen.values_list("kenmerk", "bedrag", "signaaldatum"))
        assert fout == {(f.rij, f.kolom) for f in levering.fouten}, levering.bestandsnaam
        assert [tuple(map(str, g)) for g in goed] == sorted(
            (r["kenmerk"], r["bedrag"], r["signaaldatum"]) for r in goede
        ), levering.bestandsnaam


def test_csv_xlsx_ods_and_json_give_the_same_signals():
    synthetisch = wereld(fouten=0)
    partner = synthetisch.settings.partners[0]
    goede = [(r, "") for r in synthetisch.signals() if r["partner"] == partner.code]
    standen = {}
    for soort in ("csv", "xlsx", "ods", "json"):
        dagen = "native" if soort in ("xlsx", "ods") else "iso"
        notatie = replace(partner.notation, kind=soort, dates=dagen, money="point", encoding="utf-8")

        with transaction.atomic():
            levering = lever(render(replace(partner, notation=notatie), goede), naam=f"a.{soort}")
            assert (levering.status, levering.foutmelding) == ("ingelezen", "")
            standen[soort] = [s[:-1] for s in toestand()["signalen"]]
            transaction.set_rollback(True)

    assert len(standen["csv"]) == len(goede) > 0
    assert standen == dict.fromkeys(standen, standen["csv"])


LASTIG = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=15
) | st.sampled_from(
    [
        "O'Brien",
        'a"b',
        "\\",
        "\\.",
        "x\n\\.\ny",
        "a\nb",
        "a\r\nb",
        "a\tb",
        "a;b,c",
        "👩‍👩‍👧",
        "Ĳsselmonde",
        "NULL",
        "null",
        "=1+1",
        "-123",
        "t",
        "f",
        "{x}",
        "%s",
        "\\x41",
        "'; drop table x; --",
        '""',
        "\u0085",
        "\x1c",
    ]
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(LASTIG, LASTIG, LASTIG), min_size=1, max_size=6))
@example([("\\.", "x\n\\.\ny", '"'), ("''", "\\N", "\\")])
def test_any_text_survives_the_way_from_file_to_table(rijen):
    geleverd = [
        rij(f"K{nr}", achternaam=f"A{a}Z", straat=f"A{b}Z", woonplaats=f"A{c}Z")
        for nr, (a, b, c) in enumerate(rijen)
    ]
    with transaction.atomic():
        levering = lever(als_json(*geleverd), naam="a.json")
        gelezen = [
            (s.betrokkene.achternaam, s.betrokkene.straat, s.betrokkene.woonplaats) for s in signalen()
        ]
        assert (levering.status, levering.aantal_geweigerd) == ("ingelezen", 0), fouten()
        transaction.set_rollback(True)

    assert gelezen == [(r["achternaam"], r["straat"], r["woonplaats"]) for r in geleverd]


LANG = "".join(random.Random(1).choices("abcdefghijklmnopqrstuvwxyz", k=9_000))


# `json.dumps` writes half a pair as an escape: a file may hold it, though no text can.
@pytest.mark.parametrize(
    ("kolom", "waarde"),
    [
        ("achternaam", "Voor\x00beeld"),
        ("kenmerk", "x" * 1_000),
        ("huisnummer", "12" + LANG),
        ("huisnummer", "12\x00"),
        ("huisnummer", "12\ud800"),
        ("achternaam", "Voor\ud800beeld"),
        ("partner", "\udfff"),
        ("bedrag", "1\ud8000"),
        ("toevoeging", "\ud800"),
    ],
)
def test_a_cell_that_cannot_be_kept_costs_its_row_and_not_the_levering(kolom: str, waarde: str):
    levering = lever(
        json.dumps([rij("K-1"), rij("K-2") | {kolom: waarde}, rij("K-3")]).encode(), naam="a.json"
    )

    assert ([s.kenmerk for s in signalen()], levering.aantal_geweigerd) == (["K-1", "K-3"], 1)
    assert [(nr, naam) for nr, naam, _ in fouten()] == [(2, kolom)]


def test_an_unknown_column_that_cannot_be_kept_is_warned_of():
    levering = lever(
        json.dumps([rij() | {"Kleur\ud800": "rood", "Geur\x00": "x\ud800"}]).encode(), naam="a.json"
    )

    assert (levering.status, levering.aantal_signalen) == ("ingelezen", 1)
    assert [regel["kolom"] for regel in levering.waarschuwingen] == ["Geur\ufffd", "Kleur\ufffd"]


def test_a_kept_file_that_is_gone_is_told_as_such(datamap: Path):
    levering = bewaar(als_csv(rij()))
    (datamap / "leveringen" / levering.opslag).unlink()

    na = lees_in(levering)

    assert na.status == "mislukt"
    assert "weg of beschadigd" in na.foutmelding


def test_a_partner_delivers_no_signals_of_another():
    levering = lever(als_csv(rij("K-1"), rij("K-2", partner="P2"), rij("K-3")), partner="P1")
    assert (levering.aantal_signalen, levering.aantal_geweigerd) == (2, 1)
    assert [(s.partner, s.kenmerk) for s in signalen()] == [("P1", "K-1"), ("P1", "K-3")]
    assert fouten() == [(3, "partner", "P2")]


@pytest.mark.parametrize("bsn", ["123456789", ""])
def test_a_partner_sees_no_refused_cell_of_another(bsn):
    """The gemeente hands in a file of two partners, of which the rows of one are all refused."""
    lever(als_csv(rij("K-1"), rij("K-2", partner="P2", bsn=bsn, postcode="Geheim 12")))
    with tenancy.gemeenten("9901", partner="P1"):
        assert [list(model.objects.all()) for model in (Levering, Leveringsfout)] == [[], []]
    with tenancy.gemeenten("9901"):
        assert Leveringsfout.objects.exists()


def test_a_partner_sees_what_the_gemeente_handed_in_of_that_partner_alone():
    levering = lever(als_csv(rij("K-1"), rij("K-2", postcode="Geheim 12")))
    with tenancy.gemeenten("9901", partner="P1"):
        assert Levering.objects.get() == levering
        assert Leveringsfout.objects.get().waarde == "Geheim 12"


@pytest.mark.parametrize("naam", ["😀" * 70 + ".csv", "..", ".", "", "a" * 300 + ".csv", "é" * 119 + ".csv"])
def test_a_levering_may_have_any_name(naam):
    assert lever(als_csv(rij()), naam=naam).aantal_signalen == 1


def test_of_a_mistyped_bsn_only_the_end_is_kept():
    levering = lever(als_csv(rij("K-1", bsn="123456789"), rij("K-2", bsn="12")))
    with tenancy.gemeenten("9901"):
        gevonden = [(f.rij, f.kolom, f.waarde) for f in levering.fouten.all()]
    assert gevonden == [(2, "bsn", "******789"), (3, "bsn", "12")]
