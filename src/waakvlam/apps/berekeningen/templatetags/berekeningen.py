"""Words and links of calculations in templates: `{% load berekeningen %}`."""

import re
from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from waakvlam.apps.berekeningen.formulieren.scherm import Formulierscherm
from waakvlam.apps.berekeningen.models import Berekening
from waakvlam.domain.rekenen.leesbaar import schrijf
from waakvlam.domain.rekenen.soorten import SOORTEN
from waakvlam.foundation.ui.templatetags.ui import is_groep

register = template.Library()

WETTEN = {
    "Rv": "BWBR0001827",
    "Pw": "BWBR0015703",
    "Wht": "BWBR0008659",
    "WKB": "BWBR0022751",
    "Wzt": "BWBR0018451",
    "Awir": "BWBR0018472",
    "Fw": "BWBR0001860",
    "URI": "BWBR0004766",
    "AOW": "BWBR0002221",
}
"""The number of each law on wetten.overheid.nl."""
_ARTIKEL = re.compile(r"art\. (\d+[a-z]*)\b[^;]*?\b(" + "|".join(WETTEN) + r")\b")
STATUSSEN = {
    "officieel": "officieel bedrag",
    "afgeleid": "afgeleid van officiële bedragen",
    "aanname": "aanname",
    "eigen": "zelf ingevuld",
}


@register.filter
def soortnaam(soort: str) -> str:
    """Give the name of a calculation on screen."""
    return next((deel.titel for deel in SOORTEN if deel.naam == soort), soort)


@register.filter
def noem(berekening: Berekening) -> str:
    """Give what a kept calculation is called: its label, or its kind with its number."""
    return berekening.omschrijving or f"{soortnaam(berekening.soort)} {berekening.pk}"


@register.filter
def normwaarde(norm: Mapping[str, Any]) -> str:
    """Write the value of a norm with its unit."""
    return schrijf(norm["waarde"], norm["eenheid"])


@register.filter
def normstatus(status: str) -> str:
    """Say how sure a norm is."""
    return STATUSSEN.get(status, status)


@register.simple_tag
def wetslink(bron: str) -> SafeString:
    """Write a source, with a link to the article where it names one of a law we know."""
    treffer = _ARTIKEL.search(bron)
    if not treffer:
        return format_html("{}", bron)
    return format_html(
        '<a href="https://wetten.overheid.nl/jci1.3:c:{}&amp;artikel={}" rel="noreferrer">{}</a>',
        WETTEN[treffer[2]],
        treffer[1],
        bron,
    )


@register.simple_tag
def vindplaats(plek: str) -> SafeString:
    """Write where an amount was read, as a link when it is an address."""
    if plek.startswith("https://") and " " not in plek:
        return format_html('<a href="{}" rel="noreferrer">vindplaats</a>', plek)
    return format_html("{}", plek)


@register.filter
def veld_id(naam: str, scherm: Formulierscherm) -> str:
    """Give the id of the input of a field, for a link to it."""
    veld = scherm.formulier[naam] if naam in scherm.formulier.fields else None
    return f"{veld.auto_id}_0" if veld and is_groep(veld) else f"id_{naam}"


@register.filter
def veld_label(naam: str, scherm: Formulierscherm) -> str:
    """Give the label of a field."""
    return str(scherm.formulier[naam].label) if naam in scherm.formulier.fields else "Dit veld"
