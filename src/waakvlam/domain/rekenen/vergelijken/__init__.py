"""Two results of one calculation side by side: what differs, and through which fact, norm or rule.

>>> from waakvlam.domain.rekenen.soorten import get_rekensoort
>>> from datetime import date
>>> voet = get_rekensoort("beslagvrije-voet")
>>> wat_als = reken_wat_als(
...     lambda gegevens: voet.reken(gegevens, date(2026, 7, 1)),
...     {"peildatum": "2026-01-01", "leefsituatie": "alleenstaande", "belastbaar_jaarinkomen": "25000"},
...     {"peildatum": "2026-07-01"},
... )
>>> str(wat_als.verschil.verschil)
'17.06'
"""

from waakvlam.domain.rekenen.vergelijken.scenario import Scenario, get_scenarios
from waakvlam.domain.rekenen.vergelijken.verschil import (
    Normwijziging,
    Rekenverschil,
    Stapverschil,
    vergelijk_uitkomsten,
)
from waakvlam.domain.rekenen.vergelijken.wat_als import Effect, WatAls, reken_wat_als

__all__ = [
    "Effect",
    "Normwijziging",
    "Rekenverschil",
    "Scenario",
    "Stapverschil",
    "WatAls",
    "get_scenarios",
    "reken_wat_als",
    "vergelijk_uitkomsten",
]
