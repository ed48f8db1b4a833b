"""Things that happen to gemeenten, organisaties, users and roles; each writes one audit event.

Called from the command line by who manages the installation. A screen that calls them checks
Recht.GEBRUIKERS_BEHEREN first.
"""

from datetime import date
from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q

from waakvlam.apps.toegang.models import (
    Gebruiker,
    Gemeente,
    Organisatie,
    OrganisatieSoort,
    Rol,
    Roltoekenning,
)
from waakvlam.foundation import audit, tenancy, tijd


class ToegangError(ValueError):
    """Something asked for cannot be; the message (Dutch) says what, why and what to do."""


@transaction.atomic
def create_organisatie(*, naam: str, soort: str = OrganisatieSoort.GEMEENTE) -> Organisatie:
    """Save an organisation. Raises ToegangError when name or kind will not do."""
    organisatie = Organisatie(naam=naam.strip(), soort=soort)
    _bewaar(organisatie)
    audit.record("organisatie.aangemaakt", obj=organisatie, gegevens={"soort": str(soort)})
    return organisatie


@transaction.atomic
def create_gemeente(*, code: str, naam: str, organisatie: Organisatie) -> Gemeente:
    """Put a gemeente on the platform. Raises ToegangError for a wrong or known code or name."""
    gemeente = Gemeente(code=code, naam=naam.strip(), organisatie=organisatie)
    _bewaar(gemeente)
    with tenancy.gemeenten(gemeente.code):
        audit.record("gemeente.aangemaakt", obj=gemeente, gemeente=gemeente.code)
    return gemeente


@transaction.atomic
def create_gebruiker(
    *, email: str, naam: str, wachtwoord: str | None = None, is_demo: bool = False
) -> Gebruiker:
    """Save a user, without any role. Without password the user sets one through "wachtwoord vergeten".

    Raises ToegangError for a wrong or known address and a weak password.
    """
    gebruiker = Gebruiker(email=email.strip().lower(), naam=naam.strip(), is_demo=is_demo)
    if wachtwoord is not None:
        _sterk(wachtwoord, gebruiker)
    gebruiker.set_password(wachtwoord)
    _bewaar(gebruiker)
    audit.record("gebruiker.aangemaakt", obj=gebruiker, gegevens={"is_demo": is_demo})
    return gebruiker


@transaction.atomic
def set_actief(gebruiker: Gebruiker, *, actief: bool) -> Gebruiker:
    """Switch an account off, or on again; roles stay. Whoever is logged in is out at the next click."""
    if gebruiker.is_active != actief:
        gebruiker.is_active = actief
        gebruiker.save(update_fields=["is_active"])
        audit.record("gebruiker.aangezet" if actief else "gebruiker.uitgezet", obj=gebruiker)
    return gebruiker


@transaction.atomic
def set_wachtwoord(gebruiker: Gebruiker, wachtwoord: str) -> Gebruiker:
    """Give a user another password; every session of that user ends. Raises ToegangError for a weak one."""
    _sterk(wachtwoord, gebruiker)
    gebruiker.set_password(wachtwoord)
    gebruiker.save(update_fields=["password"])
    audit.record("gebruiker.wachtwoord_ingesteld", obj=gebruiker)
    return gebruiker


@transaction.atomic
def delete_tweede_stap(gebruiker: Gebruiker) -> int:
    """Forget the second step of a user who lost it: app, keys and recovery codes. Gives how many there were."""
    aantal, _ = Authenticator.objects.filter(user=gebruiker).delete()
    if aantal:
        audit.record("gebruiker.tweede_stap_gewist", obj=gebruiker, gegevens={"aantal": aantal})
    return aantal


@transaction.atomic
def grant_rol(
    *,
    gebruiker: Gebruiker,
    gemeente: Gemeente,
    rol: str,
    partner: str = "",
    vanaf: date | None = None,
    tot: date | None = None,
) -> Roltoekenning:
    """Give a user a role in a gemeente from a day (default today) until, not including, another.

    A user is either a worker or a partner, never both: row-level security shows a partner only its own rows.
    Raises ToegangError for that mix, for a partner role without code and for a role the user has already.
    """
    begin = vanaf or tijd.vandaag()
    # Also a role that ends some day: as long as both hold, the rights of one would open what the other may see.
    loopt = Q(tot__isnull=True) | Q(tot__gt=begin)
    anders = Roltoekenning.objects.filter(loopt, gebruiker=gebruiker)
    anders = anders if tot is None else anders.filter(vanaf__lt=tot)
    anders = anders.exclude(rol=rol) if rol == Rol.SIGNAALPARTNER else anders.filter(rol=Rol.SIGNAALPARTNER)
    if anders.exists():
        raise ToegangError(
            "Een gebruiker is medewerker of signaalpartner, niet allebei. Maak voor de andere rol een eigen gebruiker."
        )
    if (rol == Rol.SIGNAALPARTNER) != bool(partner):
        raise ToegangError("Een signaalpartner heeft een partnercode nodig; andere rollen hebben er geen.")
    if partner == tenancy.STAF:
        raise ToegangError(
            f"{partner} is geen partnercode: dat teken staat voor de medewerkers van de gemeente."
        )
    toekenning = Roltoekenning(
        gebruiker=gebruiker,
        gemeente=gemeente,
        rol=rol,
        partner=partner,
        vanaf=begin,
        tot=tot,
    )
    _bewaar(toekenning)
    with tenancy.gemeenten(toekenning.gemeente_id):
        audit.record("rol.toegekend", **_over(toekenning))
    return toekenning


@transaction.atomic
def revoke_rol(toekenning: Roltoekenning, *, tot: date | None = None) -> Roltoekenning:
    """End a role on a day (default today: it no longer holds from now on). Raises ToegangError."""
    toekenning.tot = tot or tijd.vandaag()
    _bewaar(toekenning)
    with tenancy.gemeenten(toekenning.gemeente_id):
        audit.record("rol.ingetrokken", **_over(toekenning))
    return toekenning


def _over(toekenning: Roltoekenning) -> dict[str, Any]:
    return {
        "obj": toekenning.gebruiker,
        "gemeente": toekenning.gemeente_id,
        "gegevens": {"rol": str(toekenning.rol), "partner": toekenning.partner},
    }


def _sterk(wachtwoord: str, gebruiker: Gebruiker) -> None:
    try:
        validate_password(wachtwoord, gebruiker)
    except ValidationError as fout:
        raise ToegangError(" ".join(fout.messages)) from fout


def _bewaar(obj: Organisatie | Gemeente | Gebruiker | Roltoekenning) -> None:
    try:
        obj.full_clean()
    except ValidationError as fout:
        delen = [f"{veld}: {' '.join(map(str, teksten))}" for veld, teksten in fout.message_dict.items()]
        raise ToegangError("; ".join(delen)) from fout
    obj.save()
