"""What each role may do, as a table, and the two questions asked of it."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from functools import wraps
from typing import Any

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse

from waakvlam.apps.toegang.models import Gebruiker, Rol, Roltoekenning
from waakvlam.foundation import tijd


class Recht(StrEnum):
    """Something a role may do; the value is stable (it stands in the audit log)."""

    LEVERINGEN_ZIEN = "leveringen_zien"
    LEVERING_INLEZEN = "levering_inlezen"
    MELDINGEN_ZIEN = "meldingen_zien"
    MAANDRUN_STARTEN = "maandrun_starten"
    BELEID_ZIEN = "beleid_zien"
    BELEID_WIJZIGEN = "beleid_wijzigen"
    TAKEN_ZIEN = "taken_zien"
    BEREKENEN = "berekenen"
    REGELINGEN_ZIEN = "regelingen_zien"
    REGELINGEN_WIJZIGEN = "regelingen_wijzigen"
    AUDIT_ZIEN = "audit_zien"
    GEBRUIKERS_BEHEREN = "gebruikers_beheren"


RECHTEN: dict[str, frozenset[Recht]] = {
    Rol.CONSULENT: frozenset(
        {Recht.MELDINGEN_ZIEN, Recht.BELEID_ZIEN, Recht.BEREKENEN, Recht.REGELINGEN_ZIEN}
    ),
    Rol.TEAMLEIDER: frozenset(
        {
            Recht.LEVERINGEN_ZIEN,
            Recht.LEVERING_INLEZEN,
            Recht.MELDINGEN_ZIEN,
            Recht.MAANDRUN_STARTEN,
            Recht.BELEID_ZIEN,
            Recht.TAKEN_ZIEN,
            Recht.BEREKENEN,
            Recht.REGELINGEN_ZIEN,
            Recht.REGELINGEN_WIJZIGEN,
        }
    ),
    Rol.FUNCTIONEEL_BEHEERDER: frozenset(
        {
            Recht.LEVERINGEN_ZIEN,
            Recht.LEVERING_INLEZEN,
            Recht.MAANDRUN_STARTEN,
            Recht.BELEID_ZIEN,
            Recht.BELEID_WIJZIGEN,
            Recht.TAKEN_ZIEN,
            Recht.GEBRUIKERS_BEHEREN,
            Recht.REGELINGEN_ZIEN,
            Recht.REGELINGEN_WIJZIGEN,
        }
    ),
    Rol.PRIVACY_OFFICER: frozenset({Recht.AUDIT_ZIEN, Recht.BELEID_ZIEN, Recht.TAKEN_ZIEN}),
    Rol.SIGNAALPARTNER: frozenset({Recht.LEVERINGEN_ZIEN, Recht.LEVERING_INLEZEN}),
}


def rollen_op(user: Gebruiker, dag: date | None = None) -> list[Roltoekenning]:
    """Give the roles of a user that hold on a day (default today); none for someone who is not active.

    Read once per user object: a request asks many times.
    """
    if not user.is_authenticated or not user.is_active:
        return []
    if dag is None and (bewaard := getattr(user, "_rollen_vandaag", None)) is not None:
        return bewaard
    op = dag or tijd.vandaag()
    vraag = Roltoekenning.objects.filter(Q(tot__isnull=True) | Q(tot__gt=op), gebruiker=user, vanaf__lte=op)
    rollen = list(vraag.select_related("gemeente"))
    if dag is None:
        user._rollen_vandaag = rollen
    return rollen


def has(user: Gebruiker, recht: Recht, gemeente: str | Any) -> bool:
    """Tell whether the user may do this for the gemeente (a code or a Gemeente)."""
    return str(getattr(gemeente, "pk", gemeente)) in gemeenten_with(user, recht)


def gemeenten_with(user: Gebruiker, recht: Recht) -> set[str]:
    """Give the codes of the gemeenten for which the user may do this."""
    return {rol.gemeente_id for rol in rollen_op(user) if recht in RECHTEN[rol.rol]}


def rechten_of(user: Gebruiker) -> set[Recht]:
    """Give everything the user may do somewhere (for menus; check `has` before acting)."""
    return {recht for rol in rollen_op(user) for recht in RECHTEN[rol.rol]}


View = Callable[..., HttpResponse]


def vereist(recht: Recht) -> Callable[[View], View]:
    """Close a view to who may not do this in any gemeente now chosen: 404, so that it does not even exist."""

    def decorate(view: View) -> View:
        @wraps(view)
        def gesloten(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            gekozen = set(request.toegang.actief)
            if not gekozen & gemeenten_with(request.user, recht):
                raise Http404
            return view(request, *args, **kwargs)

        gesloten.recht = recht
        return gesloten

    return decorate
