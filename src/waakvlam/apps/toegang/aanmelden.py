"""Records logins, logouts and failed attempts; no address or password is kept with them."""

from contextlib import AbstractContextManager
from typing import Any

from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver

from waakvlam.foundation import audit


@receiver(user_logged_in)
def aangemeld(user: Any, **_: Any) -> None:
    """Record a login."""
    with _als(user):
        audit.record("gebruiker.aangemeld", obj=user)


@receiver(user_logged_out)
def afgemeld(user: Any, **_: Any) -> None:
    """Record a logout (also of a session without user)."""
    with _als(user):
        audit.record("gebruiker.afgemeld", obj=user)


@receiver(user_login_failed)
def mislukt(**_: Any) -> None:
    """Record a failed attempt; which account was tried is not kept, the origin is."""
    with _als(None):
        audit.record("gebruiker.aanmelden_mislukt", resultaat="mislukt")


def _als(user: Any) -> AbstractContextManager[audit.Actor]:
    """Who logs in acts, though the request began without a user."""
    try:
        wie = audit.huidige_actor()
    except audit.GeenActorError:
        wie = audit.Actor("systeem", None, "systeem")
    nummer = user.pk if user is not None else None
    return audit.actor(audit.Actor(wie.soort, wie.id or nummer, wie.oorsprong))
