"""Where all chance of the synthetic data comes from: repeatable, and free of clock and hash order."""

import random
from collections.abc import Sequence
from itertools import accumulate
from typing import Generic, TypeVar

import polars as pl

T = TypeVar("T")

_GAMMA, _MIX_1, _MIX_2 = 0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB
_MASK = (1 << 64) - 1


def generator(*key: object) -> random.Random:
    """A generator of its own for this key; Python hashes a text seed with SHA-512, so it is stable."""
    return random.Random("|".join(str(part) for part in key))  # noqa: S311  synthetic data, no secrets


class Weighted(Generic[T]):
    """A list to draw from with fixed weights."""

    def __init__(self, values: Sequence[T], weights: Sequence[float]) -> None:
        self.values = tuple(values)
        self.cumulative = tuple(accumulate(weights))

    @classmethod
    def by_rank(cls, values: Sequence[T], offset: float = 6.0) -> "Weighted[T]":
        """Earlier values more often (Zipf with an offset), as with names."""
        return cls(values, [1.0 / (rank + offset) for rank in range(len(values))])

    def draw(self, rng: random.Random) -> T:
        """One value."""
        return rng.choices(self.values, cum_weights=self.cumulative)[0]


def chance(rng: random.Random, probability: float) -> bool:
    """True with the given probability; always uses exactly one number, so later draws do not shift."""
    return rng.random() < probability


def counter_draw(counter: pl.Expr, *key: object) -> pl.Expr:
    """Column of repeatable random u64 numbers: SplitMix64 of an integer column and a key.

    Written with wrapping arithmetic only, so that it does not depend on the version of the library.
    """
    start = generator(*key).getrandbits(64)
    mixed = counter.cast(pl.UInt64) * pl.lit(_GAMMA, pl.UInt64) + pl.lit(start & _MASK, pl.UInt64)
    mixed = (mixed ^ (mixed // pl.lit(1 << 30, pl.UInt64))) * pl.lit(_MIX_1, pl.UInt64)
    mixed = (mixed ^ (mixed // pl.lit(1 << 27, pl.UInt64))) * pl.lit(_MIX_2, pl.UInt64)
    return mixed ^ (mixed // pl.lit(1 << 31, pl.UInt64))
