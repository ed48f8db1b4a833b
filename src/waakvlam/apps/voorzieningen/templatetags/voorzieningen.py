"""Words and colours of aanvragen in templates: `{% load voorzieningen %}`."""

from django import template

from waakvlam.apps.voorzieningen.models import STATUSSEN, Per
from waakvlam.domain.rekenen.inkomenscheck import Aanvraagstatus

register = template.Library()

KLEUREN = {
    Aanvraagstatus.MOGELIJK.value: "wacht",
    Aanvraagstatus.AANGEVRAAGD.value: "bezig",
    Aanvraagstatus.TOEGEKEND.value: "succes",
    Aanvraagstatus.AFGEWEZEN.value: "fout",
}


@register.filter
def statusnaam(status: str) -> str:
    """Give the words for a status."""
    return dict(STATUSSEN)[status]


@register.filter
def statuskleur(status: str) -> str:
    """Give the kind of badge for a status."""
    return KLEUREN.get(status, "uit")


@register.filter
def pernaam(per: str) -> str:
    """Say for how long an amount is."""
    return dict(Per.choices).get(per, "")
