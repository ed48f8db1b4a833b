"""The API of this installation: the routers of all contexts together."""

from waakvlam.apps.berekeningen.api import router as berekeningen
from waakvlam.foundation.api import maak_api, open_voor_machines

api = maak_api()
api.add_router("/berekeningen", berekeningen)
urls = open_voor_machines(api)
