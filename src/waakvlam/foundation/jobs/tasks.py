"""The one procrastinate task there is; it does whatever the Taak says."""

from django.db import InterfaceError, OperationalError
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from waakvlam.foundation.jobs.uitvoering import voer_uit

OPNIEUW = RetryStrategy(
    max_attempts=20, wait=2, linear_wait=3, retry_exceptions={OperationalError, InterfaceError}
)


@app.task(name="waakvlam.voer_uit", retry=OPNIEUW)
def voer_uit_taak(taak_id: int, gemeente: str) -> None:
    """Do a task by its id."""
    voer_uit(taak_id, gemeente)
