"""Reads: what a user may see, and who works here."""

from dataclasses import dataclass

from django.db.models import QuerySet

from waakvlam.apps.toegang.models import Gebruiker, Gemeente, Rol
from waakvlam.apps.toegang.permissions import Recht, gemeenten_with, rollen_op


@dataclass(frozen=True)
class Toegang:
    """What one user may see in one request.

    `gemeenten`: all of this user. `actief`: those shown now (a choice kept in the session, by default all).
    `partner`: the partner code when the user is a signaalpartner, else None.
    """

    gemeenten: tuple[Gemeente, ...] = ()
    actief: tuple[str, ...] = ()
    partner: str | None = None

    @property
    def meer_gemeenten(self) -> bool:
        """Whether there is something to choose."""
        return len(self.gemeenten) > 1


def get_toegang(user: Gebruiker, keuze: str | None = None) -> Toegang:
    """Work out what the user sees; `keuze` narrows to one gemeente and is ignored when it is not theirs.

    A partner with more than one code sees the gemeenten of the first code only: row-level security knows one
    partner at a time.
    """
    rollen = rollen_op(user)
    partners = sorted({rol.partner for rol in rollen if rol.rol == Rol.SIGNAALPARTNER})
    medewerker = [rol for rol in rollen if rol.rol != Rol.SIGNAALPARTNER]
    partner = partners[0] if partners and not medewerker else None
    zichtbaar = [rol for rol in rollen if rol.partner == partner] if partner else medewerker
    per_code = {rol.gemeente_id: rol.gemeente for rol in zichtbaar}
    alle = tuple(sorted(per_code.values(), key=lambda gemeente: (gemeente.naam, gemeente.code)))
    actief = (keuze,) if keuze in per_code else tuple(gemeente.code for gemeente in alle)
    return Toegang(alle, actief, partner)


def list_gemeenten() -> QuerySet[Gemeente]:
    """Give every gemeente on the platform."""
    return Gemeente.objects.select_related("organisatie")


def get_gemeente(code: str) -> Gemeente:
    """Give one gemeente by CBS code; raises Gemeente.DoesNotExist."""
    return Gemeente.objects.get(pk=code)


def list_gebruikers(user: Gebruiker) -> QuerySet[Gebruiker]:
    """Give the users with a role in a gemeente whose users this user manages."""
    eigen = gemeenten_with(user, Recht.GEBRUIKERS_BEHEREN)
    return Gebruiker.objects.filter(rollen__gemeente__in=eigen).distinct()
