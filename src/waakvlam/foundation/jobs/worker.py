"""The worker: does tasks until told to stop, takes up what a killed worker left, survives a lost database."""

import asyncio
import threading
from typing import TYPE_CHECKING

from django.db import connection

from waakvlam.foundation.log import logger

if TYPE_CHECKING:
    from procrastinate import App

HARTSLAG = 5.0
VERLOREN = 20.0
"""A worker without heartbeat for so many seconds is gone."""
OPNIEUW_NA = 3.0


def run_worker(
    *, wait: bool = True, concurrency: int = 1, hartslag: float = HARTSLAG, verloren: float = VERLOREN
) -> None:
    """Work until SIGTERM or SIGINT, or with wait=False until nothing is left to do.

    May run in a thread (then the process ends it). A lost database is waited for. `hartslag` and `verloren`:
    seconds between signs of life, and without one until a worker counts as gone. With wait=False a database that
    is not there raises OperationalError at once: the pool would try for half a minute.
    """
    from procrastinate.exceptions import ConnectorException

    if not wait:
        connection.ensure_connection()
    while True:
        try:
            asyncio.run(_werk(wait=wait, concurrency=concurrency, hartslag=hartslag, verloren=verloren))
        except ConnectorException:
            if not wait:
                raise
            logger("jobs").warning("database onbereikbaar; de werker probeert het opnieuw")
            threading.Event().wait(OPNIEUW_NA)
        else:
            return


async def _werk(*, wait: bool, concurrency: int, hartslag: float, verloren: float) -> None:
    from procrastinate.contrib.django import app as django_app

    app = django_app.with_connector(django_app.connector.get_worker_connector())
    async with app.open_async():
        await _neem_over(app, verloren)
        wacht = asyncio.create_task(_blijf_overnemen(app, hartslag, verloren))
        try:
            await app.run_worker_async(
                wait=wait,
                concurrency=concurrency,
                delete_jobs="successful",
                fetch_job_polling_interval=hartslag,
                update_heartbeat_interval=hartslag,
                stalled_worker_timeout=verloren,
                install_signal_handlers=threading.current_thread() is threading.main_thread(),
            )
        finally:
            wacht.cancel()


async def _blijf_overnemen(app: "App", hartslag: float, verloren: float) -> None:
    """Look for left jobs as long as the worker lives; errors are the worker's to notice."""
    from procrastinate.exceptions import ConnectorException

    while True:
        await asyncio.sleep(hartslag)
        try:
            await _neem_over(app, verloren)
        except ConnectorException:
            continue


async def _neem_over(app: "App", verloren: float) -> None:
    """Put jobs of workers that are gone back in the queue."""
    for job in await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=verloren):
        logger("jobs").warning("taak van een gestopte werker opnieuw in de rij (job %s)", job.id)
        await app.job_manager.retry_job(job)
