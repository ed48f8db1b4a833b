"""Settings from the environment: what starts, what refuses, and what it says."""

import base64
import stat

import pytest

from waakvlam.config import omgeving

SLEUTEL = base64.b64encode(b"s" * 32).decode()
PRODUCTIE = {
    "DATABASE_URL": "postgresql://app:w@db/waakvlam",
    "WAAKVLAM_GEHEIM": "g" * 50,
    "WAAKVLAM_PII_SLEUTELS": f"k1:{SLEUTEL}",
}
NAMEN = (
    *PRODUCTIE,
    "DATABASE_OWNER_URL",
    "WAAKVLAM_DEMO",
    "WAAKVLAM_DEBUG",
    "WAAKVLAM_DATAMAP",
    "WAAKVLAM_HOSTS",
    "WAAKVLAM_HTTPS",
    "WAAKVLAM_INGEBED",
    "WAAKVLAM_SESSIE_MINUTEN",
)


@pytest.fixture(autouse=True)
def _leeg(monkeypatch, tmp_path):
    for naam in NAMEN:
        monkeypatch.delenv(naam, raising=False)
    monkeypatch.setenv("WAAKVLAM_DATAMAP", str(tmp_path / "data"))


@pytest.fixture
def zet(monkeypatch):
    def zet(**waarden):
        for naam, waarde in waarden.items():
            monkeypatch.setenv(naam, waarde)

    return zet


def test_production_starts_with_its_own_keys(zet):
    zet(**PRODUCTIE)
    assert omgeving.laad().productie


@pytest.mark.parametrize(
    ("naam", "waarde", "melding"),
    [
        ("WAAKVLAM_GEHEIM", "", "WAAKVLAM_GEHEIM ontbreekt"),
        ("WAAKVLAM_GEHEIM", "kort", "WAAKVLAM_GEHEIM ontbreekt of is te kort"),
        ("WAAKVLAM_GEHEIM", "demo-" + "x" * 50, "demogeheim"),
        ("WAAKVLAM_PII_SLEUTELS", "", "WAAKVLAM_PII_SLEUTELS ontbreekt"),
        ("WAAKVLAM_PII_SLEUTELS", f"demo:{SLEUTEL}", "demosleutel"),
        ("WAAKVLAM_PII_SLEUTELS", f"k1:{SLEUTEL},demo-1:{SLEUTEL}", "demosleutel"),
        ("WAAKVLAM_HTTPS", "0", "WAAKVLAM_HTTPS staat uit"),
        ("WAAKVLAM_HOSTS", "waakvlam.voorbeeld.test, *", "WAAKVLAM_HOSTS is"),
    ],
)
def test_production_refuses_what_is_unsafe(zet, naam, waarde, melding):
    zet(**PRODUCTIE | {naam: waarde})
    with pytest.raises(omgeving.ConfiguratieError, match=melding) as fout:
        omgeving.laad()
    assert SLEUTEL not in str(fout.value)


def test_the_embedded_database_serves_this_computer_without_https(zet):
    zet(**PRODUCTIE | {"WAAKVLAM_HTTPS": "0", "WAAKVLAM_INGEBED": "1"})
    assert omgeving.laad().productie


def test_a_demo_may_use_demo_keys(zet):
    zet(**PRODUCTIE | {"WAAKVLAM_PII_SLEUTELS": f"demo:{SLEUTEL}", "WAAKVLAM_DEMO": "1"})
    assert not omgeving.laad().productie


def test_without_database_nothing_is_asked_or_written(tmp_path):
    geladen = omgeving.laad()
    assert len(geladen.geheim) >= 40
    assert not (tmp_path / "data").exists()


def test_embedded_secrets_are_made_once_and_for_the_owner_only(zet, tmp_path):
    map_ = tmp_path / "data"
    een = omgeving.maak_geheimen(map_, demo=False)
    assert omgeving.maak_geheimen(map_, demo=False) == een
    assert stat.S_IMODE((map_ / omgeving.GEHEIMEN).stat().st_mode) == 0o600
    assert stat.S_IMODE(map_.stat().st_mode) == 0o700
    zet(DATABASE_URL="postgresql://app@/waakvlam?host=%2Frun")
    assert omgeving.laad().geheim == een["geheim"]


def test_secrets_of_a_demo_do_not_start_production(zet, tmp_path):
    omgeving.maak_geheimen(tmp_path / "data", demo=True)
    zet(DATABASE_URL="postgresql://app@/waakvlam?host=%2Frun")
    with pytest.raises(omgeving.ConfiguratieError, match="demo"):
        omgeving.laad()


def test_damaged_secrets_are_said_to_be(zet, tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / omgeving.GEHEIMEN).write_text("{")
    zet(DATABASE_URL="postgresql://app@/waakvlam")
    with pytest.raises(omgeving.ConfiguratieError, match="beschadigd"):
        omgeving.laad()


def test_a_wrong_value_names_its_setting(zet):
    zet(WAAKVLAM_SESSIE_MINUTEN="lang")
    with pytest.raises(omgeving.ConfiguratieError, match="sessie_minuten"):
        omgeving.laad()


@pytest.mark.parametrize(
    ("url", "verwacht"),
    [
        ("postgresql://a:b%40c@h:5433/n", ("n", "a", "b@c", "h", "5433")),
        ("postgresql://a@/n?host=%2Frun%2Fpg&port=5433", ("n", "a", "", "/run/pg", "5433")),
        ("postgres://a@[::1]/n", ("n", "a", "", "::1", "")),
    ],
)
def test_an_address_is_taken_apart(url, verwacht):
    d = omgeving.database(url)
    assert (d["NAME"], d["USER"], d["PASSWORD"], d["HOST"], d["PORT"]) == verwacht


def test_another_database_is_refused():
    with pytest.raises(omgeving.ConfiguratieError, match="PostgreSQL"):
        omgeving.database("sqlite:///x")


def test_every_setting_is_described_in_dutch():
    for naam, _, uitleg in omgeving.beschrijving():
        assert naam.isupper()
        assert uitleg.endswith(".")
