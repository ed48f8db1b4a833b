"""The worker: does tasks until told to stop, takes up what a killed worker left, survives a lost database."""

import asyncio
import signal
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
            gevraagd = asyncio.run(
                _werk(wait=wait, concurrency=concurrency, hartslag=hartslag, verloren=verloren)
            )
        except ConnectorException:
            if not wait:
                raise
            gevraagd = False
        # procrastinate ends, in all calm, when one of its side tasks loses the database.
        if gevraagd or not wait:
            return
        logger("jobs").warning("database onbereikbaar; de werker probeert het opnieuw")
        threading.Event().wait(OPNIEUW_NA)


async def _werk(*, wait: bool, concurrency: int, hartslag: float, verloren: float) -> bool:
    """Work until it ends; gives whether somebody asked to stop (SIGTERM or SIGINT)."""
    from procrastinate.contrib.django import app as django_app

    app = django_app.with_connector(django_app.connector.get_worker_connector())
    async with app.open_async():
        await _neem_over(app, verloren)
        wacht = asyncio.create_task(_blijf_overnemen(app, hartslag, verloren))
        werk = asyncio.create_task(
            app.run_worker_async(
                wait=wait,
                concurrency=concurrency,
                delete_jobs="successful",
                fetch_job_polling_interval=hartslag,
                update_heartbeat_interval=hartslag,
                stalled_worker_timeout=verloren,
                install_signal_handlers=False,
            )
        )
        gevraagd = _stop_op_verzoek(werk)
        try:
            await werk
        except asyncio.CancelledError:
            if not gevraagd.is_set():
                raise
        finally:
            wacht.cancel()
    return gevraagd.is_set()


def _stop_op_verzoek(werk: "asyncio.Task[None]") -> asyncio.Event:
    """Let the first SIGTERM or SIGINT end the work after what it is doing, and the second at once.

    Gives an event that tells whether it came.
    """
    gevraagd = asyncio.Event()
    if threading.current_thread() is not threading.main_thread():
        return gevraagd
    loop, signalen = asyncio.get_running_loop(), (signal.SIGTERM, signal.SIGINT)

    def stop() -> None:
        for nummer in signalen:
            loop.remove_signal_handler(nummer)
        gevraagd.set()
        werk.cancel()

    for nummer in signalen:
        loop.add_signal_handler(nummer, stop)
    return gevraagd


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
