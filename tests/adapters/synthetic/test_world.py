"""The world as a whole: repeatable, within the contract, and like the monitor."""

import dataclasses
import re
from collections import Counter
from datetime import date
from hashlib import sha256

import pytest

from waakvlam.adapters.synthetic.bsn import passes_elfproef
from waakvlam.adapters.synthetic.columns import (
    BOOLEAN_COLUMNS,
    CANONICAL_COLUMNS,
    DATE_COLUMNS,
    MONEY_COLUMNS,
)
from waakvlam.adapters.synthetic.generate import Gemeente, Settings, World, demo_settings, generate
from waakvlam.adapters.synthetic.periods import day_in, month_number, month_text

SMALL = Settings(5, (Gemeente("0437", "Ouder-Amstel", 6_000),), "2026-06", "2026-09")


def _hash(world: World) -> str:
    digest = sha256()
    for levering in world.leveringen():
        digest.update(levering.bestandsnaam.encode() + levering.inhoud)
    return digest.hexdigest()


def test_same_seed_same_bytes_other_seed_other_bytes() -> None:
    assert _hash(generate(SMALL)) == _hash(generate(SMALL))
    assert _hash(generate(SMALL)) != _hash(generate(dataclasses.replace(SMALL, seed=6)))


def test_the_order_of_asking_does_not_matter() -> None:
    one, other = generate(SMALL), generate(SMALL)
    list(one.truth())
    rows = list(one.signals())
    list(other.fouten())
    assert rows == list(other.signals())


def test_every_good_row_follows_the_contract(world: World) -> None:
    for row in world.signals():
        assert set(row) <= set(CANONICAL_COLUMNS)
        assert all(text == text.strip() and text for text in row.values())
        assert {"gemeentecode", "partner", "soort", "kenmerk", "signaaldatum", "bedrag", "achternaam"} <= set(
            row
        )
        assert ("ontstaansdatum" in row) != ("maanden_achterstand" in row)
        assert re.fullmatch(r"[1-9]\d{3}[A-Z]{2}", row["postcode"])
        assert re.fullmatch(r"[1-9]\d*(\D.*)?", row["huisnummer"])
        for column in BOOLEAN_COLUMNS & set(row):
            assert row[column] in ("ja", "nee")
        for column in MONEY_COLUMNS & set(row):
            assert re.fullmatch(r"\d+\.\d\d", row[column])
        _check_dates(row)
        if "bsn" in row:
            assert passes_elfproef(row["bsn"])
            assert row["bsn"].startswith(("9999", "00000"))


def _check_dates(row: dict[str, str]) -> None:
    for column in (DATE_COLUMNS - {"geboortedatum"}) & set(row):
        date.fromisoformat(row[column])
    born = row.get("geboortedatum", "")
    assert not born or born.endswith("-00") or date.fromisoformat(born)
    assert row.get("ontstaansdatum", "") <= row["signaaldatum"]
    assert row.get("herinnering_datum", "") <= row["signaaldatum"]
    assert row.get("einde_levering", "9999") > row["signaaldatum"]
    assert 19 <= int(row["signaaldatum"][-2:]) <= 25


def test_one_person_has_one_number_and_one_number_one_person(world: World) -> None:
    person = {(t.gemeentecode, t.partner, t.kenmerk): t.persoon for t in world.truth()}
    pairs = {
        (row["bsn"], person[row["gemeentecode"], row["partner"], row["kenmerk"]])
        for row in world.signals()
        if "bsn" in row
    }
    assert len(pairs) == len({bsn for bsn, _ in pairs}) == len({persoon for _, persoon in pairs})


def test_the_truth_covers_exactly_the_identities(world: World) -> None:
    truth = [(t.gemeentecode, t.partner, t.kenmerk) for t in world.truth()]
    assert len(truth) == len(set(truth))
    assert set(truth) == {(row["gemeentecode"], row["partner"], row["kenmerk"]) for row in world.signals()}


def test_the_demo_has_the_volume_of_the_source_documents(world: World) -> None:
    """177 signals a month in the source document for a region of this size; a year, two gemeenten."""
    per_month = Counter(row["signaaldatum"][:7] for row in world.signals())
    assert sorted(per_month) == [month_text(month_number("2025-10") + n) for n in range(12)]
    assert all(140 <= count <= 240 for count in per_month.values())
    assert {row["gemeentecode"] for row in world.signals()} == {"0437", "0451"}


@pytest.fixture(scope="module")
def large() -> World:
    """A gemeente large enough for shares to be steady; half a year before the months that are judged."""
    return generate(Settings(77, (Gemeente("0402", "Hilversum", 95_000),), "2025-04", "2026-03"))


def test_sectors_are_mixed_as_in_the_monitor(large: World) -> None:
    """Bron: Divosa Monitor Vroegsignalering Schulden 2023 and 2024 H1."""
    counts = Counter(arrear.contract.partner.soort for arrear in large.arrears("0402"))
    share = {soort: count / counts.total() for soort, count in counts.items()}
    assert 0.38 <= share["Zorg"] + share["CAK Zorgverzekeringen"] <= 0.46
    assert 0.20 <= share["Energie"] <= 0.26
    assert 0.17 <= share["Huur"] <= 0.23
    assert 0.10 <= share["Water"] <= 0.18
    assert 3.6 <= counts.total() / 12 / 95 <= 4.5


def test_samenloop_is_as_in_the_monitor(large: World) -> None:
    """About 50 % enkelvoudig, 11 % meervoudig, 40 % earlier in six months (Bron: Divosa Monitor 2023)."""
    months: dict[object, Counter[int]] = {}
    for arrear in large.arrears("0402"):
        address = arrear.household.address_on(day_in(arrear.month, 22))
        months.setdefault(address, Counter())[arrear.month] += 1
    single = several = earlier = total = 0
    for per_month in months.values():
        for month, count in per_month.items():
            if month < month_number("2025-10"):
                continue
            before = any(past in per_month for past in range(month - 6, month))
            total, several, earlier = total + 1, several + (count > 1), earlier + before
            single += count == 1 and not before
    assert 0.46 <= single / total <= 0.58
    assert 0.08 <= several / total <= 0.15
    assert 0.35 <= earlier / total <= 0.47


def test_stories_grow_end_and_turn_into_crisis(large: World) -> None:
    arrears = large.arrears("0402")
    endings = Counter(arrear.ending for arrear in arrears if arrear.ending)
    assert endings["betaald"] > endings["regeling"] > endings["crisis"] > 0
    energy = [arrear for arrear in arrears if arrear.contract.partner.soort == "Energie"]
    assert 0.15 <= sum(arrear.supply_ends for arrear in energy) / len(energy) <= 0.30
    assert 0.01 <= sum(arrear.crisis for arrear in arrears) / len(arrears) <= 0.06
    for flag in ("zakelijk", "rechtspersoon", "bezwaar", "warme_overdracht"):
        assert any(row.get(flag) == "ja" for row in large.signals())
    assert any("herinnering_datum" not in row for row in large.signals())


def test_a_customer_is_spelled_the_same_every_month_while_it_stays(large: World) -> None:
    forms: dict[tuple[str, str], set[tuple[str, str]]] = {}
    for row in large.signals():
        forms.setdefault((row["partner"], row["kenmerk"]), set()).add(
            (row["achternaam"], row.get("voorletters", ""))
        )
    assert all(len(form) == 1 for form in forms.values())


def test_demo_settings_cover_a_year_up_to_the_month_asked() -> None:
    settings = demo_settings("2026-02")
    assert (settings.van, settings.tot) == ("2025-03", "2026-02")
    assert [gemeente.code for gemeente in settings.gemeenten] == ["0437", "0451"]


def test_nothing_is_sent_or_received_after_the_last_day() -> None:
    last = date(2026, 9, 22)
    free, held = (
        list(generate(dataclasses.replace(SMALL, van="2026-08", laatste_dag=day)).signals())
        for day in (date.max, last)
    )
    days = ("signaaldatum", "ontvangstdatum")
    assert max(row.get(day, "") for row in free for day in days) > last.isoformat(), (
        "anders bewijst dit niets"
    )
    assert max(row.get(day, "") for row in held for day in days) == last.isoformat()
    for row in held:
        _check_dates(row)
    earlier = [row for row in free if row["signaaldatum"] < "2026-09-01"]
    assert earlier == [row for row in held if row["signaaldatum"] < "2026-09-01"], (
        "oude maanden blijven gelijk"
    )
