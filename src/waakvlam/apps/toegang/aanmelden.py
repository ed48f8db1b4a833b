"""Records logins, logouts and failed attempts; no address or password is kept with them."""

from typing import Any

from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver

from waakvlam.foundation import audit


@receiver(user_logged_in)
def aangemeld(user: Any, **_: Any) -> None:
    """Record a login."""
    _record("gebruiker.aangemeld", user)


@receiver(user_logged_out)
def afgemeld(user: Any, **_: Any) -> None:
    """Record a logout (also of a session without user)."""
    _record("gebruiker.afgemeld", user)


@receiver(user_login_failed)
def mislukt(**_: Any) -> None:
    """Record a failed attempt; which account was tried is not kept, the origin is."""
    _record("gebruiker.aanmelden_mislukt", None, resultaat="mislukt")


def _record(code: str, user: Any, **kwargs: Any) -> None:
    try:
        wie = audit.huidige_actor()
    except audit.GeenActorError:
        wie = audit.Actor("systeem", None, "systeem")
    nummer = user.pk if user is not None else None
    with audit.actor(audit.Actor(wie.soort, wie.id or nummer, wie.oorsprong)):
        audit.record(code, obj=user, **kwargs)
