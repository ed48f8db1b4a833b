"""What the worker does for toegang by itself."""

from importlib import import_module

from django.conf import settings
from django.db import connection
from procrastinate.contrib.django import app


@app.periodic(cron="23 * * * *")
@app.task(name="waakvlam.wis_verlopen", queueing_lock="waakvlam.wis_verlopen")
def wis_verlopen(timestamp: int) -> None:
    """Delete sessions that ended, and counts of login attempts that no longer count: they name people and addresses.

    Every hour, not once a day: procrastinate makes up for ten minutes of absence only, and a small installation does
    not run day and night.
    """
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
    tabel = connection.ops.quote_name(settings.CACHES["default"]["LOCATION"])
    with connection.cursor() as cursor:
        cursor.execute(f"delete from {tabel} where expires < now()")  # noqa: S608  a name of our own settings
