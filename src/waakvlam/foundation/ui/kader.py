"""The frame round a page: who is in, for which gemeente, and where one can go.

This layer knows no users or gemeenten. `settings.WAAKVLAM_KADER` names a function `(request) -> Kader`
of a higher layer; without it pages have a header without navigation.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.module_loading import import_string


@dataclass(frozen=True)
class NavItem:
    """One place to go; `actief` marks where the user is, `aantal` is what waits there."""

    titel: str
    url: str
    actief: bool = False
    aantal: int | None = None
    icoon: str = ""


@dataclass(frozen=True)
class GemeenteKeuze:
    """One gemeente (or "alle gemeenten", with an empty code) that the user can switch to."""

    code: str
    naam: str
    actief: bool = False


@dataclass(frozen=True)
class Kader:
    """All that the frame shows. `afmelden_url` and `wissel_url` receive a POST."""

    gemeente: str = ""
    gemeentelogo: str = ""
    gemeenten: tuple[GemeenteKeuze, ...] = ()
    wissel_url: str = ""
    navigatie: tuple[NavItem, ...] = ()
    gebruiker: str = ""
    rol: str = ""
    menu: tuple[NavItem, ...] = ()
    afmelden_url: str = ""
    omgeving: str = ""
    voet: tuple[NavItem, ...] = field(default=())


@dataclass(frozen=True)
class Thema:
    """Class name and stylesheet (static path) with the design tokens of a municipality."""

    klasse: str = "voorbeeld-theme"
    css: str = "dist/thema-voorbeeld.css"


def get_thema() -> Thema:
    """Give the theme of `settings.WAAKVLAM_THEMA`.

    A name ("zuiderstad") stands for class `zuiderstad-theme` in static file `thema/zuiderstad.css`;
    a dictionary gives `klasse` and `css` itself. Unset, or "voorbeeld": the free example theme.
    """
    gekozen = getattr(settings, "WAAKVLAM_THEMA", None)
    if not gekozen or gekozen == "voorbeeld":
        return Thema()
    if isinstance(gekozen, str):
        return Thema(f"{gekozen}-theme", f"thema/{gekozen}.css")
    return Thema(gekozen["klasse"], gekozen["css"])


def get_kader(request: HttpRequest) -> Kader:
    """Ask the function in `settings.WAAKVLAM_KADER` for the frame of this request."""
    functie = function_of_setting("WAAKVLAM_KADER")
    return functie(request) if functie else Kader()


def function_of_setting(naam: str) -> Callable[[HttpRequest], Any] | None:
    """Give the function that a setting names (dotted path, or the function itself); None when unset."""
    waarde = getattr(settings, naam, None)
    return import_string(waarde) if isinstance(waarde, str) else waarde
