"""Who may see what of a levering, and where personal data lies: asked of the tables and the disk themselves."""

from pathlib import Path

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction
from tests.apps.vroegsignalering.hulp import (
    BSN,
    als_csv,
    bewaar,
    bewaarde_bestanden,
    draai,
    lees_in,
    lever,
    rij,
    stel_vast,
)

from waakvlam.apps.personen.service import Betrokkene
from waakvlam.apps.vroegsignalering import opslag
from waakvlam.apps.vroegsignalering.models import (
    Levering,
    Leveringsfout,
    Maandrun,
    Melding,
    Signaal,
    Uitkomst,
)
from waakvlam.foundation import pii, tenancy

NAAM = "Kwartelkoning"
ANDER_BSN = "999990020"

echt_bewaard = pytest.mark.django_db(transaction=True)
pytestmark = [pytest.mark.postgres, pytest.mark.usefixtures("actor", "gemeente_a", "gemeente_b")]


def tabellen_met(url: str, *teksten: str) -> set[str]:
    """Every table of which a cell holds one of these texts, read as text or as bytes."""
    gevonden = set()
    with psycopg.connect(url) as eigenaar:
        eigenaar.execute(
            "select set_config('waakvlam.gemeenten', '9901,9902', true), set_config('waakvlam.partner', '*', true)"
        )
        namen = eigenaar.execute("select tablename from pg_tables where schemaname = 'public'").fetchall()
        for (naam,) in namen:
            for tekst in teksten:
                # Bytes show as hexadecimal.
                vraag = f'select count(*) from "{naam}" t where strpos(t::text, %s) > 0 or strpos(t::text, %s) > 0'
                if eigenaar.execute(vraag, [tekst, tekst.encode().hex()]).fetchone()[0]:
                    gevonden.add(naam)
        eigenaar.rollback()
    return gevonden


@echt_bewaard
def test_a_bsn_lies_encrypted_in_one_table_with_its_index_and_nowhere_else(
    postgres_urls, datamap: Path, caplog, capfd
):
    stel_vast(sleutel="persoon")
    inhoud = als_csv(
        rij("K-1", bsn=BSN, achternaam=NAAM),
        rij("K-2", bsn=BSN, achternaam=NAAM, partner="P2"),
        rij("K-3", bsn="123456789", achternaam=NAAM),  # fails the elfproef: refused, and kept encrypted
        rij("K-4", bsn=ANDER_BSN, achternaam=NAAM, bedrag="x"),
        rij("K-5", bsn=ANDER_BSN, achternaam=NAAM, soort="Huur"),  # may not use a BSN
    )
    levering = lever(inhoud)
    draai()

    assert (levering.aantal_signalen, levering.aantal_geweigerd) == (3, 2)
    assert tabellen_met(postgres_urls[0], BSN, ANDER_BSN, "123456789") == set()
    assert tabellen_met(postgres_urls[0], NAAM) == {Betrokkene._meta.db_table}
    (pad,) = bewaarde_bestanden(datamap)
    versleuteld = pad.read_bytes()
    assert not any(tekst.encode() in versleuteld for tekst in (BSN, ANDER_BSN, NAAM, "K-1", "achternaam"))
    assert pad.stat().st_mode & 0o077 == 0
    assert pad.parent.stat().st_mode & 0o077 == 0
    assert NAAM not in str(pad)
    gezegd = caplog.text + "".join(capfd.readouterr())
    assert not any(tekst in gezegd for tekst in (BSN, ANDER_BSN, NAAM))
    with tenancy.gemeenten("9901"):
        met_bsn = Betrokkene.objects.filter(bsn__isnull=False)
        assert [b.bsn for b in met_bsn] == [BSN, BSN]
        assert Betrokkene.objects.filter(bsn_index=pii.hmac_index(BSN)).count() == 2
        assert not Betrokkene.objects.filter(bsn_index=pii.hmac_index(ANDER_BSN)).exists()
        with connection.cursor() as cursor:
            cursor.execute(f"select distinct bsn from {Betrokkene._meta.db_table} where bsn is not null")
            rauw = [bytes(rij_[0]) for rij_ in cursor.fetchall()]
        assert len(rauw) == 2  # one BSN, two ciphers
        assert not any(BSN.encode() in waarde for waarde in rauw)
    with opslag.open_leesbaar(levering.opslag, "a.csv") as leesbaar:
        assert leesbaar.read_bytes() == inhoud


@pytest.fixture
def van_twee_partners(db: None, actor: None, gemeente_a, gemeente_b) -> None:
    """Leveringen of P1 and P2 with a fout each, and a month run."""
    stel_vast()
    for partner in ("P1", "P2"):
        goed, fout = rij("K-1", partner=partner), rij("K-2", partner=partner, bedrag="x")
        lees_in(bewaar(als_csv(goed, fout), naam=f"{partner}.csv", partner=partner))
    draai()


def partners(model) -> set[str]:
    return set(model.objects.values_list("partner", flat=True))


@pytest.mark.usefixtures("van_twee_partners")
@pytest.mark.parametrize("model", [Levering, Leveringsfout, Signaal, Uitkomst, Betrokkene])
def test_a_partner_sees_its_own_rows_only(model):
    with tenancy.gemeenten("9901"):
        assert partners(model) == {"P1", "P2"}
    gezien = {}
    for partner in ("P1", "P2", "P3"):
        with tenancy.gemeenten("9901", partner=partner):
            gezien[partner] = partners(model)
    assert gezien["P1"] <= {"P1"}
    assert gezien["P2"] <= {"P2"}
    assert gezien["P3"] == set()
    if model in (Levering, Leveringsfout, Signaal):
        assert (gezien["P1"], gezien["P2"]) == ({"P1"}, {"P2"})


@pytest.mark.usefixtures("van_twee_partners")
@pytest.mark.parametrize("model", [Melding, Maandrun])
def test_a_partner_sees_no_melding_and_no_month_run(model):
    with tenancy.gemeenten("9901"):
        assert model.objects.exists()
    with tenancy.gemeenten("9901", partner="P1"):
        assert not model.objects.exists()


@pytest.mark.usefixtures("van_twee_partners")
@pytest.mark.parametrize("model", [Levering, Leveringsfout, Signaal, Melding, Uitkomst, Maandrun, Betrokkene])
def test_another_gemeente_sees_nothing_and_a_forgotten_filter_raises(model):
    with tenancy.gemeenten("9902"):
        assert not model.objects.exists()
    with pytest.raises(DatabaseError) as fout, transaction.atomic():
        list(model.objects.all())
    assert tenancy.is_geen_gemeente(fout.value)


@pytest.mark.django_db
def test_a_partner_cannot_deliver_in_the_name_of_another():
    stel_vast()
    lever(als_csv(rij("K-1", partner="P2")), naam="echt.csv", partner="P2")
    vals = als_csv(rij("K-9"), rij("K-1", partner="P2", bedrag="1", signaaldatum="2026-09-26"))

    levering = lever(vals, naam="vals.csv", partner="P1")

    with tenancy.gemeenten("9901", partner="P1"):
        fout = Leveringsfout.objects.get()
        assert (fout.rij, fout.kolom, fout.waarde) == (3, "partner", "P2")
    assert (levering.aantal_signalen, levering.aantal_geweigerd) == (1, 1)
    with tenancy.gemeenten("9901"):
        assert sorted(Signaal.objects.values_list("partner", "kenmerk")) == [("P1", "K-9"), ("P2", "K-1")]
