"""The engine's SQL against plain Python on thousands of small, nasty months."""

import os
from collections.abc import Iterator
from dataclasses import fields
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.domain.matching.orakel import Rij, voorspel
from tests.domain.matching.proef import proefmotor, reken_maanden_uit, reken_uit

from waakvlam.domain.matching.beleid import Als

STIL = settings(
    deadline=None,
    max_examples=int(os.environ.get("WAAKVLAM_VOORBEELDEN", "150")),
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    database=None,
)
EERSTE_DAG = date(2026, 2, 1)  # February: the shortest month is among them
APRIL, MEI = 2026 * 12 + 3, 2026 * 12 + 4
SOORTEN = ("Huur", "Zorg", "Water")
PARTNERS = ("P1", "p1", "P2")
BEDRAGEN = tuple(map(Decimal, ("74.99", "75", "75.01", "100", "100", "100", "1000")))
GEBOREN = (None, "1985-00-00", "1999-05-00", "1999-05-31", "1999-06-01", "2000-02-29", "1999-04-30")


@pytest.fixture(scope="module")
def motor() -> Iterator[duckdb.DuckDBPyConnection]:
    with proefmotor() as con:
        yield con


@st.composite
def gevallen(draw: st.DrawFn) -> tuple[list[Rij], dict[str, Any]]:
    """Rows with a policy: about half the arrears lie on a bound of the policy's own windows, or a day beside it."""
    beleid = draw(beleiden())
    return draw(rijen(beleid.get("venster", {}))), beleid


def _dagen(venster: dict[str, int]) -> st.SearchStrategy[int]:
    randen = [rand + erbij for rand in venster.values() for erbij in (-1, 0, 1) if rand + erbij >= 0]
    return st.sampled_from((*randen, 0, 31, 100))


@st.composite
def rijen(draw: st.DrawFn, vensters: dict[str, dict[str, int]]) -> list[Rij]:
    """Four to eighteen rows in four months, few partners, kenmerken and addresses: much falls together."""
    vlag = st.sampled_from((False,) * 9 + (True,))
    uit = []
    for nummer in range(draw(st.integers(4, 18))):
        signaal = EERSTE_DAG + timedelta(days=draw(st.integers(0, 119)))
        soort = draw(st.sampled_from(SOORTEN))
        uit.append(
            Rij(
                bestand=draw(st.sampled_from((1, 2))),
                rij=nummer + 2,
                gemeente=draw(st.sampled_from(("9901",) * 5 + ("9902",))),
                partner=draw(st.sampled_from(("P1", "P1", *PARTNERS))),
                kenmerk=draw(st.sampled_from(("K", "K", "K", "07"))),
                soort=soort,
                signaaldatum=signaal,
                ontstaansdatum=signaal - timedelta(days=draw(_dagen(vensters.get(soort, {})))),
                bedrag=draw(st.sampled_from(BEDRAGEN)),
                sleutel=draw(st.sampled_from(("1234AB1", "1234AB1", "1234AB1-1", "1234AB11"))),
                ontvangstdatum=draw(st.sampled_from((None, None, signaal + timedelta(days=40), signaal))),
                geboortedatum=draw(st.sampled_from(GEBOREN)),
                crisissignaal=draw(vlag),
                warme_overdracht=draw(vlag),
                einde_levering=draw(vlag),
                bezwaar=draw(vlag),
                rechtspersoon=draw(vlag),
                zakelijk=draw(vlag),
            )
        )
    return uit


def _blok(**velden: st.SearchStrategy) -> st.SearchStrategy:
    """A block in which every key may be left out."""
    return st.fixed_dictionaries({}, optional=velden)


ALS_VELDEN: dict[str, st.SearchStrategy] = {
    "crisissignaal": st.booleans(),
    "warme_overdracht": st.booleans(),
    "einde_levering": st.booleans(),
    "meervoudig": st.booleans(),
    "opeenvolgend": st.booleans(),
    "soort": st.lists(st.sampled_from(SOORTEN), min_size=1, max_size=2, unique=True),
    "partner": st.lists(st.sampled_from(PARTNERS), min_size=1, max_size=2, unique=True),
    "bedrag_vanaf": st.sampled_from((75, 100, 174.99)),
    "bedrag_tot": st.sampled_from((75.01, 100, 1000)),
    "aantal_vanaf": st.integers(1, 3),
    "leeftijd_vanaf": st.sampled_from((26, 27)),
    "leeftijd_tot": st.sampled_from((26, 27)),
}
ALS = _blok(**ALS_VELDEN)
TERMIJN = st.sampled_from(({}, {"binnen_dagen": 14}, {"binnen_dagen": 0}, {"binnen_werkdagen": 3}))
QUOTUM = st.sampled_from(({}, {"quotum": 1, "anders": "telefoon"}, {"quotum": 0, "anders": "brief"}))


VENSTER = _blok(dagen_min=st.sampled_from((0, 30)), dagen_max=st.sampled_from((30, 100)))
MEERVOUDIG: dict[str, st.SearchStrategy] = {
    "sleutel": st.sampled_from(("adres", "persoon")),
    "telt": st.sampled_from(("partners", "soorten", "signalen")),
    "minimaal": st.integers(1, 3),
}
# More often there than not, and mostly over more than one month: what looks back meets something seldom enough.
TERUGBLIK: dict[str, st.SearchStrategy] = {
    "venster": st.dictionaries(st.sampled_from(SOORTEN), VENSTER, max_size=3),
    "meervoudig": st.fixed_dictionaries({"maanden": st.sampled_from((2, 3, 4, 1))}, optional=MEERVOUDIG)
    | _blok(**MEERVOUDIG),
    "herhaald": st.fixed_dictionaries({"maanden": st.sampled_from((2, 3, 1))}) | st.sampled_from((None, {})),
}


@st.composite
def beleiden(draw: st.DrawFn) -> dict[str, Any]:
    """Any policy the contract allows."""
    regels = []
    for nummer in range(draw(st.integers(0, 3))):
        als = draw(ALS.filter(bool))
        regels.append({"als": als, "dan": f"regel {nummer}"} | draw(TERMIJN) | draw(QUOTUM))
    regels.append({"dan": "laatste"} | draw(TERMIJN) | draw(QUOTUM))
    blokken = _blok(
        drempelbedrag=st.sampled_from((0, 75, 99.99)),
        particulier=st.booleans(),
        opeenvolgend=_blok(maanden=st.integers(1, 3)),
        volgorde=st.lists(
            st.sampled_from(("aantal", "bedrag", "dagen")), min_size=1, max_size=3, unique=True
        ),
    )
    vast = {"naam": "Proef", "gemeente": "9901", "geldig_vanaf": date(2026, 1, 1), "opvolging": regels}
    return (
        vast
        | draw(blokken)
        | {naam: blok for naam in TERUGBLIK if (blok := draw(TERUGBLIK[naam])) is not None}
    )


def _vergelijkbaar(resultaat: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The engine's JSON in the shape of the oracle."""
    bestanden = {"a.csv": 1, "b.csv": 2}
    return {
        g["gemeente"]: {
            "meldingen": [
                {
                    **{k: m[k] for k in ("rang", "sleutel", "aantal", "meervoudig", "opeenvolgend")},
                    **{k: m[k] for k in ("opvolging", "uiterlijk", "bedrag")},
                    "signalen": [(s["partner"], s["kenmerk"]) for s in m["signalen"]],
                }
                for m in g["meldingen"]
            ],
            "niet_opgepakt": sorted(
                (
                    n["partner"],
                    n["kenmerk"],
                    bestanden[n["bestand"]],
                    n["rij"],
                    n["status"],
                    n["reden"].replace("vervangen door", "vervangen: ").split(":")[0],
                )
                for n in g["niet_opgepakt"]
            ),
        }
        for g in resultaat["gemeenten"]
    }


def _verwacht(rijen: list[Rij], beleid: dict[str, Any], maand: int) -> dict[str, dict[str, Any]]:
    uit = voorspel(rijen, beleid, maand)
    for gemeente in uit.values():
        for melding in gemeente["meldingen"]:
            melding["bedrag"] = f"{melding['bedrag']:.2f}"
            del melding["dagen"], melding["ontstaan"]
    return uit


def test_random_policies_ask_every_condition_there_is() -> None:
    assert set(ALS_VELDEN) == {veld.name for veld in fields(Als)}


@STIL
@given(geval=gevallen(), maanden=st.sampled_from(([MEI], [APRIL, MEI], [APRIL])))
def test_sql_and_plain_python_give_the_same_month(
    motor: duckdb.DuckDBPyConnection, geval: tuple[list[Rij], dict[str, Any]], maanden: list[int]
) -> None:
    """Also when two months are matched at once: each is then as if it were matched alone."""
    rijen, beleid = geval
    for maand, resultaat in zip(maanden, reken_maanden_uit(motor, rijen, beleid, maanden), strict=True):
        assert _vergelijkbaar(resultaat) == _verwacht(rijen, beleid, maand)
        _heeft_elke_rij_een_plek(resultaat, rijen, maand)


def _heeft_elke_rij_een_plek(resultaat: dict[str, Any], rijen: list[Rij], maand: int) -> None:
    """Every row of the month has exactly one place, and no row of another month has one."""
    namen = {1: "a.csv", 2: "b.csv"}
    niet = [(n["bestand"], n["rij"]) for g in resultaat["gemeenten"] for n in g["niet_opgepakt"]]
    van_maand = [(namen[r.bestand], r.rij) for r in rijen if r.maand == maand]
    wel = [s for g in resultaat["gemeenten"] for m in g["meldingen"] for s in m["signalen"]]
    assert len(set(niet)) == len(niet)
    assert set(niet) <= set(van_maand)
    assert len(niet) + len(wel) == len(van_maand)


@settings(STIL, max_examples=30)
@given(geval=gevallen(), willekeur=st.randoms(use_true_random=False))
def test_the_order_in_which_rows_are_stored_changes_nothing(
    motor: duckdb.DuckDBPyConnection, geval: tuple[list[Rij], dict[str, Any]], willekeur: Any
) -> None:
    rijen, beleid = geval
    eerst = reken_uit(motor, rijen, beleid, MEI)
    gehusseld = list(rijen)
    willekeur.shuffle(gehusseld)

    assert reken_uit(motor, gehusseld, beleid, MEI) == eerst
