"""The frame round every page, as far as access knows it: who is in, and for which gemeente."""

from collections.abc import Sequence

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from waakvlam.apps.toegang.permissions import rollen_op
from waakvlam.apps.toegang.selectors import Toegang
from waakvlam.foundation.ui.kader import GemeenteKeuze, Kader, NavItem


def kader(request: HttpRequest, navigatie: Sequence[NavItem] = ()) -> Kader:
    """Give the frame; a higher layer wraps this to add its navigation (settings.WAAKVLAM_KADER)."""
    omgeving = "Proefomgeving: alle gegevens zijn verzonnen" if settings.DEMO else ""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return Kader(omgeving=omgeving)
    toegang = getattr(request, "toegang", Toegang())
    return Kader(
        gemeente=_naam(toegang),
        gemeenten=_keuzes(toegang),
        wissel_url=reverse("toegang:gemeente_kiezen"),
        navigatie=tuple(navigatie),
        gebruiker=user.naam,
        rol=", ".join(dict.fromkeys(rol.get_rol_display() for rol in rollen_op(user))),
        menu=(
            NavItem("Wachtwoord wijzigen", reverse("account_change_password")),
            NavItem("Extra beveiliging", reverse("mfa_index")),
        ),
        afmelden_url=reverse("account_logout"),
        omgeving=omgeving,
    )


def _naam(toegang: Toegang) -> str:
    if not toegang.gemeenten:
        return ""
    if len(toegang.actief) == 1:
        return next(gemeente.naam for gemeente in toegang.gemeenten if gemeente.code == toegang.actief[0])
    return "Alle gemeenten"


def _keuzes(toegang: Toegang) -> tuple[GemeenteKeuze, ...]:
    if not toegang.meer_gemeenten:
        return ()
    alle = GemeenteKeuze("", "Alle gemeenten", len(toegang.actief) > 1)
    return (alle, *(GemeenteKeuze(g.code, g.naam, toegang.actief == (g.code,)) for g in toegang.gemeenten))
