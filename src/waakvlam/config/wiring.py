"""Joins ports to adapters: the one place that knows which engine answers which question."""

from waakvlam.adapters.engine_duckdb.engine import DuckDbEngine
from waakvlam.apps.vroegsignalering import ports


def sluit_aan() -> None:
    """Give every port its adapter; called when Django starts."""
    ports.gebruik(DuckDbEngine())
