"""All addresses. A context adds its own from the moment it has a `urls.py`."""

from importlib.util import find_spec

from django.urls import URLPattern, URLResolver, include, path

from waakvlam.config.api import urls as api_urls
from waakvlam.config.views import bestaat_niet, gezond
from waakvlam.foundation.ui.views import galerij


def _pagina(voorvoegsel: str, module: str) -> list[URLPattern | URLResolver]:
    return [path(voorvoegsel, include(module))] if find_spec(module) else []


urlpatterns = [
    path("gezond", gezond, name="gezond"),
    # A user's address is who the user is: only a functioneel beheerder changes it.
    path("account/email/", bestaat_niet, name="account_email"),
    path("account/", include("allauth.account.urls")),
    path("account/2fa/", include("allauth.mfa.urls")),
    path("api/v1/", api_urls),
    path("onderdelen", galerij, name="onderdelen"),
    path("toegang/", include("waakvlam.apps.toegang.urls")),
    *_pagina("vroegsignalering/", "waakvlam.apps.vroegsignalering.urls"),
    *_pagina("berekenen/", "waakvlam.apps.berekeningen.urls"),
    *_pagina("", "waakvlam.apps.voorzieningen.urls"),
    *_pagina("", "waakvlam.portal.urls"),
]
