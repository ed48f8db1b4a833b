"""What the views for workers share."""

from django.http import Http404, HttpRequest

from waakvlam.apps.toegang.permissions import Recht
from waakvlam.apps.toegang.service import Gemeente, Zicht, zicht_van


def zicht(request: HttpRequest, recht: Recht) -> Zicht:
    """Give what this request may see for a right."""
    return zicht_van(request.user, request.toegang, recht)


def gemeente_in(zicht: Zicht, code: str) -> Gemeente:
    """Give a gemeente in view; raises Http404."""
    for gemeente in zicht.gemeenten:
        if gemeente.code == code:
            return gemeente
    raise Http404
