"""The worker: takes jobs from the database until it is asked to stop, however often that goes away.

Two run beside each other, so that no letter waits behind a simulation (ADR 0071). Which queue a job
is in, its task says.
"""

import asyncio
import logging
import signal
from collections.abc import Sequence
from contextlib import suppress

import psycopg
from procrastinate import App
from procrastinate.contrib.django import app
from procrastinate.exceptions import ConnectorException, UniqueViolation
from procrastinate.jobs import Status

from ligzda.kernel.jobs import LETTERS, LOADING, SIMULATIONS, WAITS

WORKERS = {
    "worker": (LETTERS, LOADING, "default", "builtin"),
    "simulation worker": (SIMULATIONS,),
}
"""Each worker and its queues; "builtin" is Procrastinate's own."""
AGAIN_SECONDS = 1.0
GRACE_SECONDS = 5.0
HEARTBEAT_SECONDS = 5.0
STALLED_SECONDS = 30.0
"""Without a sign of life for so long a worker counts as dead, and its jobs as nobody's."""
LOOK_SECONDS = 10.0

_log = logging.getLogger(__name__)


def work(name: str, queues: Sequence[str]) -> None:
    """Carry out the jobs of some queues until SIGTERM or SIGINT."""
    asyncio.run(_work(name, queues))


async def _work(name: str, queues: Sequence[str]) -> None:
    asked = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, asked.set)
    stopping = asyncio.create_task(asked.wait())
    while not asked.is_set():
        working = asyncio.create_task(_until_it_breaks(name, queues))
        await asyncio.wait({working, stopping}, return_when=asyncio.FIRST_COMPLETED)
        if asked.is_set():
            working.cancel()
        with suppress(asyncio.CancelledError):
            await working
        if not asked.is_set():
            await asyncio.wait({stopping}, timeout=AGAIN_SECONDS)


async def _until_it_breaks(name: str, queues: Sequence[str]) -> None:
    connector = app.connector.get_worker_connector()  # type: ignore[attr-defined]
    try:
        with app.replace_connector(connector) as worker:
            async with worker.open_async():
                looking = asyncio.create_task(_take_up_again(worker, queues))
                try:
                    await worker.run_worker_async(
                        name=name,
                        queues=list(queues),  # psycopg makes an array of lists alone
                        shutdown_graceful_timeout=GRACE_SECONDS,
                        update_heartbeat_interval=HEARTBEAT_SECONDS,
                        stalled_worker_timeout=STALLED_SECONDS,
                        install_signal_handlers=False,
                    )
                finally:
                    looking.cancel()
    except (ConnectorException, psycopg.Error, OSError) as error:
        _log.warning(
            "The %s has lost the database (%s) and comes back to it", name, error.__cause__ or error
        )


async def _take_up_again(worker: App, queues: Sequence[str]) -> None:
    """Every while look for jobs whose worker died over them, and let them be done again."""
    while True:
        try:
            await take_up_stalled(worker, queues)
        except ConnectorException as error:
            _log.warning("Jobs without a worker could not be looked for: %s", error)
        await asyncio.sleep(LOOK_SECONDS)


async def take_up_stalled(worker: App, queues: Sequence[str]) -> None:
    """Put jobs of these queues whose worker is dead back, to be done at once.

    One that has outlived so many workers may be what ends them: it is given up, for people to see.
    """
    manager = worker.job_manager
    for queue in queues:
        found = await manager.get_stalled_jobs(queue=queue, seconds_since_heartbeat=STALLED_SECONDS)
        for job in list(found):
            if job.attempts >= len(WAITS):
                await manager.finish_job(job, Status.FAILED, delete_job=False)
                continue
            try:
                await manager.retry_job(job)
            except UniqueViolation:  # the same is asked for already, by a job that waits
                await manager.finish_job(job, Status.ABORTED, delete_job=False)
