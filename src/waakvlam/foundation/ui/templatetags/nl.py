"""Dutch notation in templates: `{% load nl %}`.

An absent value (None or empty) is shown, never hidden and never zero: "–" in columns of dates and figures,
"niet bekend" where a sentence needs a word (`standaard` argument of every filter).
"""

import re
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any

from django import template
from django.utils import timezone
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

_DATUM = re.compile(r"\b\d{2}-\d{2}-\d{4}\b")
ONBEKEND = "–"
VASTE_SPATIE = "\u00a0"
MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


def _is_leeg(waarde: Any) -> bool:
    return waarde is None or waarde == ""


def _als_decimal(waarde: Any) -> Decimal | None:
    """Give a finite Decimal; a float goes by its shortest text, so 0.1 stays 0.1."""
    if isinstance(waarde, bool):
        return None
    try:
        getal = Decimal(str(waarde))
    except InvalidOperation:
        return None
    return getal if getal.is_finite() else None


def _notatie(getal: Decimal, decimalen: int) -> str:
    """Round half up and write with points per thousand and a comma; a minus sign, no "-0"."""
    afgerond = getal.quantize(Decimal(1).scaleb(-decimalen), ROUND_HALF_UP)
    tekst = f"{abs(afgerond):,.{decimalen}f}".translate(str.maketrans(",.", ".,"))
    return f"-{tekst}" if afgerond < 0 else tekst


def _als_datum(waarde: Any) -> date | None:
    """Give a date; a moment is read in the Dutch time zone, a text as JJJJ-MM-DD."""
    if isinstance(waarde, datetime):
        return timezone.localtime(waarde).date() if timezone.is_aware(waarde) else waarde.date()
    if isinstance(waarde, date):
        return waarde
    try:
        return date.fromisoformat(str(waarde))
    except ValueError:
        return None


@register.filter
def datum(waarde: Any, standaard: str = ONBEKEND) -> str:
    """Write a date, moment or "JJJJ-MM-DD" as 22-11-2026."""
    if _is_leeg(waarde):
        return standaard
    dag = _als_datum(waarde)
    return f"{dag:%d-%m-%Y}" if dag else str(waarde)


@register.filter
def datumtijd(waarde: Any, standaard: str = ONBEKEND) -> str:
    """Write a moment as "22-11-2026 14:05", Dutch time."""
    if _is_leeg(waarde):
        return standaard
    if not isinstance(waarde, datetime):
        return datum(waarde, standaard)
    moment = timezone.localtime(waarde) if timezone.is_aware(waarde) else waarde
    return f"{moment:%d-%m-%Y %H:%M}"


@register.filter
def geld(waarde: Any, standaard: str = ONBEKEND) -> str:
    """Write an amount in euros as "€ 1.234,50"; the space does not break."""
    if _is_leeg(waarde):
        return standaard
    bedrag = _als_decimal(waarde)
    return str(waarde) if bedrag is None else f"€{VASTE_SPATIE}{_notatie(bedrag, 2)}"


@register.filter
def getal(waarde: Any, decimalen: int = 0) -> str:
    """Write a number as 1.234, with as many decimals as asked (rounded half up)."""
    if _is_leeg(waarde):
        return ONBEKEND
    cijfer = _als_decimal(waarde)
    return str(waarde) if cijfer is None else _notatie(cijfer, int(decimalen))


@register.filter
def procent(waarde: Any, decimalen: int = 0) -> str:
    """Write 12.5 as "13%" or, with 1 decimal, "12,5%". The value is in percents, not a fraction."""
    if _is_leeg(waarde):
        return ONBEKEND
    cijfer = _als_decimal(waarde)
    return str(waarde) if cijfer is None else f"{_notatie(cijfer, int(decimalen))}%"


@register.filter
def postcode(waarde: Any, standaard: str = ONBEKEND) -> str:
    """Write "1234ab" as "1234 AB"; anything that is no Dutch postcode stays as it is."""
    if _is_leeg(waarde):
        return standaard
    kaal = "".join(str(waarde).split()).upper()
    cijfers, letters = kaal[:4], kaal[4:]
    goed = len(kaal) == 6 and kaal.isascii() and cijfers.isdigit() and letters.isalpha()
    return f"{cijfers}{VASTE_SPATIE}{letters}" if goed else str(waarde)


@register.filter
def maand(waarde: Any, standaard: str = ONBEKEND) -> str:
    """Write "2026-09" or a date as "september 2026"."""
    if _is_leeg(waarde):
        return standaard
    if isinstance(waarde, date):
        jaar, nummer = waarde.year, waarde.month
    else:
        delen = str(waarde).split("-")
        if len(delen) < 2 or not (delen[0].isdecimal() and delen[1].isdecimal()):
            return str(waarde)
        jaar, nummer = int(delen[0]), int(delen[1])
    return f"{MAANDEN[nummer - 1]} {jaar}" if 1 <= nummer <= 12 else str(waarde)


@register.filter
def in_eenheid(waarde: Any, eenheid: str) -> str:
    """Write a figure as geld, procent or getal: the units of a chart."""
    if eenheid == "geld":
        return geld(waarde)
    if eenheid == "procent":
        cijfer = _als_decimal(waarde)
        return procent(waarde, 0 if cijfer is None or cijfer == cijfer.to_integral_value() else 1)
    return getal(waarde)


@register.filter(is_safe=True)
def heel(tekst: Any) -> SafeString:
    """Keep dates in a sentence on one line; the sentence is escaped, and stays the same to read and to copy."""
    return mark_safe(_DATUM.sub(r'<span class="wv-getal">\g<0></span>', conditional_escape(tekst)))  # noqa: S308


@register.filter
def ja_nee(waarde: Any) -> str:
    """Write True as "ja", False as "nee", None as "niet bekend"."""
    if waarde is None:
        return "niet bekend"
    return "ja" if waarde else "nee"
