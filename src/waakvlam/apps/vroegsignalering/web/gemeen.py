"""What the views share."""

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest

from waakvlam.apps.toegang.permissions import Recht
from waakvlam.apps.vroegsignalering.selectors import Zicht, zicht_van

PER_PAGINA = 50
INLEZEN_TAAK = "levering.verwerken"
MAANDRUN_TAAK = "maandrun.draaien"


def zicht(request: HttpRequest, recht: Recht) -> Zicht:
    """Give what this request may see for a right."""
    return zicht_van(request.user, request.toegang, recht)


def pagina(request: HttpRequest, rijen: QuerySet, per: int = PER_PAGINA) -> Page:
    """Read the page that was asked for, here and not in the template; a wrong number gives the nearest."""
    bladzij = Paginator(rijen, per).get_page(request.GET.get("pagina"))
    bladzij.object_list = list(bladzij.object_list)
    return bladzij


def telling(aantal: int, een: str, meer: str) -> str:
    """Say how many were found."""
    return f"1 {een} gevonden" if aantal == 1 else f"{aantal:,} {meer} gevonden".replace(",", ".")
