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
from procrastinate.contrib.django import app
from procrastinate.exceptions import ConnectorException

from ligzda.kernel.jobs import LETTERS, SIMULATIONS

WORKERS = {
    "worker": (LETTERS, "default", "builtin"),
    "simulation worker": (SIMULATIONS,),
}
"""Each worker and its queues; "builtin" is Procrastinate's own."""
AGAIN_SECONDS = 1.0
GRACE_SECONDS = 5.0
HEARTBEAT_SECONDS = 5.0

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
                await worker.run_worker_async(
                    name=name,
                    queues=list(queues),  # psycopg makes an array of lists alone
                    shutdown_graceful_timeout=GRACE_SECONDS,
                    update_heartbeat_interval=HEARTBEAT_SECONDS,
                    install_signal_handlers=False,
                )
    except (ConnectorException, psycopg.Error, OSError) as error:
        _log.warning(
            "The %s has lost the database (%s) and comes back to it", name, error.__cause__ or error
        )
