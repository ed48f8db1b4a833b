"""The API for machines: errors as problem+json (RFC 9457), OpenAPI 3.1, the NLGov API Design Rules.

Each context brings a router (`api.py`); `config/api.py` joins them.
"""

from waakvlam.foundation.api.bouw import maak_api, open_voor_machines
from waakvlam.foundation.api.probleem import Probleem

__all__ = ["Probleem", "maak_api", "open_voor_machines"]
