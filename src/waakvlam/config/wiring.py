"""Joins ports to adapters: the one place that knows which engine answers which question."""

from pathlib import Path

from waakvlam.adapters.engine_duckdb import verbinding
from waakvlam.adapters.engine_duckdb.engine import DuckDbEngine
from waakvlam.adapters.werkboek import Werkboek
from waakvlam.apps.berekeningen import ports as berekeningen
from waakvlam.apps.vroegsignalering import ports
from waakvlam.foundation import tijdelijk


def sluit_aan() -> None:
    """Give every port its adapter; called when Django starts."""
    ports.gebruik(DuckDbEngine())
    berekeningen.gebruik(Werkboek())


def werk_in_datamap() -> None:
    """Keep what is temporary below the data folder, and clear what killed processes left there.

    Called where a process begins that works with the database: web server, worker, command line.
    """
    from django.conf import settings

    datamap = Path(settings.WAAKVLAM_DATAMAP).resolve()
    tijdelijk.ruim_op(datamap)
    verbinding.werk_onder(datamap)
