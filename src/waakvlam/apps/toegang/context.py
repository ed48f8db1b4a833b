"""What every page knows of access."""

from typing import Any

from django.http import HttpRequest

from waakvlam.apps.toegang.permissions import rechten_of
from waakvlam.apps.toegang.selectors import Toegang


def toegang(request: HttpRequest) -> dict[str, Any]:
    """Give `toegang` and `rechten` (set of what the user may do somewhere) to templates."""
    user = getattr(request, "user", None)
    ingelogd = user is not None and user.is_authenticated
    return {
        "toegang": getattr(request, "toegang", Toegang()),
        "rechten": {recht.value for recht in rechten_of(user)} if ingelogd else set(),
    }
