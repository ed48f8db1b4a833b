"""The only clock: ask the time here, then pass it into the domain."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

NEDERLAND = ZoneInfo("Europe/Amsterdam")


def nu() -> datetime:
    """Give this moment, aware of its time zone."""
    return datetime.now(UTC)


def vandaag() -> date:
    """Give today's date in the Netherlands."""
    return nu().astimezone(NEDERLAND).date()
