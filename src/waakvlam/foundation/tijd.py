"""The only clock: ask the time here, then pass it into the domain."""

from datetime import date, datetime

from django.utils import timezone


def nu() -> datetime:
    """Give this moment, aware of its time zone."""
    return timezone.now()


def vandaag() -> date:
    """Give today's date in the Netherlands."""
    return timezone.localdate()
