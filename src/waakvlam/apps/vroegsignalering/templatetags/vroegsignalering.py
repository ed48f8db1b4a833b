"""Words of vroegsignalering in templates: `{% load vroegsignalering %}`."""

from django import template

from waakvlam.apps.personen.service import Betrokkene
from waakvlam.apps.vroegsignalering.forms import REDENEN, in_woorden
from waakvlam.apps.vroegsignalering.selectors.namen import schrijf_naam

register = template.Library()


@register.filter
def naam(wie: Betrokkene) -> str:
    """Write a name the way it is shown; `wie.naam` is as it was delivered."""
    return schrijf_naam(wie)


@register.filter
def label(code: str) -> str:
    """Write `huisbezoek` as `Huisbezoek`."""
    return in_woorden(str(code))


@register.filter
def reden(code: str) -> str:
    """Write why a signal was not taken up."""
    return REDENEN.get(code, in_woorden(str(code)))


@register.filter
def zonder_reden(toelichting: str) -> str:
    """Leave out the code that a toelichting begins with (`drempel: …`); the heading says it already."""
    _, _, tekst = str(toelichting).partition(": ")
    return in_woorden(tekst)


@register.filter
def geboren(dag: str) -> str:
    """Write JJJJ-MM-DD of which parts may be 00 (unknown) as 02-11-1985, 11-1985 or 1985."""
    jaar, _, rest = str(dag).partition("-")
    maand, _, dagnummer = rest.partition("-")
    delen = [deel for deel in (dagnummer, maand) if deel and deel != "00"]
    return "-".join([*delen, jaar]) if not (dagnummer != "00" and maand == "00") else jaar
