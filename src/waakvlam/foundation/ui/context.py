"""Context processor for every page."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from waakvlam.foundation.ui.kader import get_kader, get_thema


def kader(request: HttpRequest) -> dict[str, Any]:
    """Give `kader` (worked out only when a page shows it) and `thema` to templates."""
    return {"kader": SimpleLazyObject(lambda: get_kader(request)), "thema": get_thema()}
