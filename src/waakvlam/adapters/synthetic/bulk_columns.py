"""The columns of bulk signals as expressions over customer and household number."""

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from waakvlam.adapters.synthetic.addresses import DWELLINGS_PER_STREET, POSTCODE_AREAS, POSTCODE_PAIRS
from waakvlam.adapters.synthetic.naming import lists
from waakvlam.adapters.synthetic.partners import PARTNERS
from waakvlam.adapters.synthetic.periods import month_text
from waakvlam.adapters.synthetic.randomness import counter_draw

PERSONS_IN_POOL = 3_000
_SOORT_SHARE = {"Zorg": 0.39, "Energie": 0.24, "Huur": 0.205, "Water": 0.137, "CAK Zorgverzekeringen": 0.028}
_MONTHLY_CENTS = {
    "Huur": 65_000,
    "Energie": 17_000,
    "Water": 3_500,
    "Zorg": 15_500,
    "CAK Zorgverzekeringen": 18_000,
}
_SCALE = 1 << 20  # weights and chances are compared as integers of this size


@dataclass(frozen=True)
class Frames:
    """What all slices share. `dwellings` is the number of addresses per gemeente."""

    seed: int
    codes: tuple[str, ...]
    pool: pl.DataFrame | None
    numbers: list[str]
    customers: int
    dwellings: int


def _pick(values: Sequence[str], index: pl.Expr) -> pl.Expr:
    return pl.lit(pl.Series(values, dtype=pl.String)).gather(index)


def _partner_table() -> list[int]:
    """A thousand places filled with partner numbers by share, so that a draw is one look-up."""
    table: list[int] = []
    for number, partner in enumerate(PARTNERS):
        table += [number] * round(1000 * _SOORT_SHARE[partner.soort] * partner.share)
    return table


def add_columns(frames: Frames, rows: pl.DataFrame, month: int, columns: Sequence[str]) -> pl.DataFrame:
    """The chosen columns as text, in their order; `month` is the running number of the month of sending."""
    table = _partner_table()
    base = rows.with_columns(
        partner_nr=pl.lit(pl.Series(table, dtype=pl.UInt32)).gather(
            _draw(frames, "klant", "partner", len(table))
        ),
        gemeente_nr=_draw(frames, "huishouden", "gemeente", len(frames.codes)),
        woning=_draw(frames, "huishouden", "woning", frames.dwellings),
        persoon_nr=_draw(frames, "huishouden", "persoon", PERSONS_IN_POOL),
        stap=(pl.lit(month, pl.Int64) - pl.col("begin")),
    ).with_columns(straat_nr=pl.col("woning") // DWELLINGS_PER_STREET)
    expressions = {**_identity(frames), **_dates(frames, month), **_address(frames), **_facts(frames)}
    expressions |= _names(frames)
    return base.select(expressions[column].alias(column) for column in columns)


def _draw(frames: Frames, counter: str, name: str, size: int) -> pl.Expr:
    return counter_draw(pl.col(counter), frames.seed, name) % pl.lit(size, pl.UInt64)


def _chance(frames: Frames, name: str, probability: float, yes: str = "ja", no: str | None = None) -> pl.Expr:
    hit = _draw(frames, "klant", name, _SCALE) < pl.lit(int(probability * _SCALE), pl.UInt64)
    return pl.when(hit).then(pl.lit(yes)).otherwise(pl.lit(no, pl.String))


def _identity(frames: Frames) -> dict[str, pl.Expr]:
    partner = pl.col("partner_nr")
    short = _pick([p.code[:3] + "-" for p in PARTNERS], partner)
    with_bsn = _pick(["ja" if p.habits.bsn else "" for p in PARTNERS], partner) == "ja"
    step = max(1, -(-frames.customers * 2 // len(frames.numbers)))
    numbered = (
        with_bsn & (pl.col("huishouden") % step == 0) & (pl.col("huishouden") // step < len(frames.numbers))
    )
    place = (pl.col("huishouden") // step).clip(0, len(frames.numbers) - 1)
    return {
        "gemeentecode": _pick(frames.codes, pl.col("gemeente_nr")),
        "partner": _pick([p.code for p in PARTNERS], partner),
        "soort": _pick([p.soort for p in PARTNERS], partner),
        "kenmerk": short + pl.col("klant").cast(pl.String).str.zfill(9),
        "bsn": pl.when(numbered).then(_pick(frames.numbers, place)),
    }


def _is_cak() -> pl.Expr:
    return _pick(["ja" if p.soort.startswith("CAK") else "" for p in PARTNERS], pl.col("partner_nr")) == "ja"


def _dates(frames: Frames, month: int) -> dict[str, pl.Expr]:
    """Sent on the 20th–25th; due one to four months before the arrear was first reported, CAK six to eleven more."""
    back = 1 + (_draw(frames, "klant", "terug", 16) // 5).cast(pl.Int64)
    since = (
        pl.col("begin")
        - back
        - pl.when(_is_cak()).then(5 + _draw(frames, "klant", "cak", 6).cast(pl.Int64)).otherwise(0)
    )
    oldest = month - 24
    months = [month_text(number) + "-" for number in range(oldest, month + 1)]
    days = ["01", "01", "01", "05", "12", "15"]
    sent = _pick(
        [f"{month_text(month)}-{day}" for day in range(20, 26)], _draw(frames, "partner_nr", f"dag{month}", 6)
    )
    reminder = pl.lit(month_text(month) + "-") + _pick(
        [f"{day:02d}" for day in range(1, 18)], _draw(frames, "klant", "herinnering", 17)
    )
    supply = _is_energy() & (_draw(frames, "klant", "eind", 100) < 15)
    ends = pl.lit(month_text(month + 2) + "-") + _pick(
        [f"{day:02d}" for day in range(1, 21)], _draw(frames, "klant", "einddag", 20)
    )
    return {
        "signaaldatum": sent,
        "ontstaansdatum": _pick(months, since - oldest)
        + _pick(days, _draw(frames, "klant", "dag", len(days))),
        "herinnering_datum": pl.when(_draw(frames, "klant", "incasso", 100) < 82).then(reminder),
        "einde_levering": pl.when(supply).then(ends),
    }


def _is_energy() -> pl.Expr:
    return _pick(["ja" if p.soort == "Energie" else "" for p in PARTNERS], pl.col("partner_nr")) == "ja"


def _address(frames: Frames) -> dict[str, pl.Expr]:
    """A function of gemeente and dwelling alone, so that one dwelling is always written alike."""
    dwelling, gemeente = pl.col("woning").cast(pl.Int64), pl.col("gemeente_nr")
    half = dwelling // (DWELLINGS_PER_STREET // 2)
    pairs = len(POSTCODE_PAIRS)
    lap, within = half // (POSTCODE_AREAS * pairs), half % (POSTCODE_AREAS * pairs)
    start = pl.lit(pl.Series([int(code) * POSTCODE_AREAS for code in frames.codes], dtype=pl.Int64)).gather(
        gemeente
    )
    digits = 1000 + (start + within // pairs) % 9000
    streets = lists()["streets"]
    names = [stem + ending for stem in streets["stems"].split() for ending in streets["endings"].split()]
    place = counter_draw(pl.col("straat_nr") * 4096 + gemeente, frames.seed, "straat") % pl.lit(
        len(names), pl.UInt64
    )
    kind = counter_draw(pl.col("straat_nr") * 4096 + gemeente, frames.seed, "huizen") % pl.lit(10, pl.UInt64)
    number = dwelling % DWELLINGS_PER_STREET
    lettered, storeys = kind < 2, kind == 2
    house = (
        pl.when(lettered).then(number // 3).when(storeys).then(number // 4).otherwise(number) + 1 + lap * 100
    )
    return {
        "postcode": digits.cast(pl.String) + _pick(POSTCODE_PAIRS, within % pairs),
        "huisnummer": house.cast(pl.String),
        "huisletter": pl.when(lettered).then(_pick(["", "A", "B"], number % 3)).replace("", None),
        "toevoeging": pl.when(storeys).then(_pick(["H", "1", "2", "3"], number % 4)),
        "straat": _pick(names, place),
        "woonplaats": pl.lit("Plaats ") + _pick(frames.codes, gemeente),
    }


def _facts(frames: Frames) -> dict[str, pl.Expr]:
    """Amount (grows by a term a month for most customers) and the yes/no columns."""
    monthly = pl.lit(pl.Series([_MONTHLY_CENTS[p.soort] for p in PARTNERS], dtype=pl.Int64)).gather(
        pl.col("partner_nr")
    )
    percent = 70 + _draw(frames, "klant", "bedrag", 181).cast(pl.Int64)
    grows = (_draw(frames, "klant", "groei", 10) < 7).cast(pl.Int64)
    owed = pl.when(_is_cak()).then(8).otherwise(1)
    cents = monthly * percent * owed // 100 + monthly * pl.col("stap") * grows
    business = _draw(frames, "klant", "zakelijk", 1000)
    chances = {"crisissignaal": 0.03, "warme_overdracht": 0.025, "bezwaar": 0.006}
    steps = ("persoonlijk_contact", "gewezen_op_schuldhulp", "hulp_aangeboden")
    return {
        "bedrag": (cents // 100).cast(pl.String) + "." + (cents % 100).cast(pl.String).str.zfill(2),
        "zakelijk": pl.when(business < 30).then(pl.lit("ja")),
        "rechtspersoon": pl.when(business < 8).then(pl.lit("ja")),
        **{column: _chance(frames, column, probability) for column, probability in chances.items()},
        **{column: _chance(frames, column, 0.8) for column in steps},
    }


def _names(frames: Frames) -> dict[str, pl.Expr]:
    if frames.pool is None:
        return {}
    place = pl.col("persoon_nr") * len(PARTNERS) + pl.col("partner_nr")
    return {column: pl.lit(frames.pool[column]).gather(place) for column in frames.pool.columns}
