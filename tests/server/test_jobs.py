"""Jobs wait in the database and are done by a worker, whichever died over them."""

import asyncio
import os
import subprocess
import sys
from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.contrib.django.models import ProcrastinateJob
from tests.waiting import PATIENCE

from ligzda.kernel.jobs import WAITS
from ligzda.server.tasks import clear_jobs, clear_sessions
from ligzda.server.worker import WORKERS, take_up_stalled


def worker_until_nothing_waits() -> None:
    """A worker process of its own on this test's database."""
    database = connection.settings_dict
    url = f"postgresql:///{database['NAME']}?" + urlencode(
        {"host": database["HOST"], "user": database["USER"]}
    )
    subprocess.run(
        [sys.executable, "-m", "ligzda.cli", "manage", "procrastinate", "worker", "--one-shot"],
        env={**os.environ, "DATABASE_URL": url},
        check=True,
        capture_output=True,
        timeout=PATIENCE,
    )


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_expired_sessions_are_deleted_by_the_worker() -> None:
    now = timezone.now()
    for key, days in (("old", -1), ("new", 1)):
        Session.objects.create(
            session_key=key, session_data="", expire_date=now + timedelta(days=days)
        )
    clear_sessions.configure().defer(timestamp=0)
    worker_until_nothing_waits()
    mine = ProcrastinateJob.objects.filter(task_name=clear_sessions.name)
    assert [job.status for job in mine] == ["succeeded"]
    assert list(Session.objects.values_list("session_key", flat=True)) == ["new"]


def test_every_task_is_in_a_queue_that_a_worker_takes() -> None:
    taken = {queue for queues in WORKERS.values() for queue in queues}
    assert {task.queue for task in app.tasks.values()} <= taken


def sql(query: str, *given: int | str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(query, given)


def stalled(job: int, heartbeat: str) -> None:
    """Let a worker whose last sign of life is so old be at this job."""
    sql(
        "WITH dead AS (INSERT INTO procrastinate_workers (last_heartbeat)"
        " VALUES (now() - %s::interval) RETURNING id)"
        " UPDATE procrastinate_jobs SET status = 'doing', worker_id = dead.id FROM dead"
        " WHERE procrastinate_jobs.id = %s",
        heartbeat,
        job,
    )


def take_up() -> None:
    async def take() -> None:
        assert isinstance(app.connector, DjangoConnector)
        connector = app.connector.get_worker_connector()
        with app.replace_connector(connector) as worker:
            async with worker.open_async():
                await take_up_stalled(worker, ["default"])

    asyncio.run(take())


def status(job: int) -> tuple[str, int]:
    row = ProcrastinateJob.objects.get(pk=job)
    return row.status, row.attempts


@pytest.mark.django_db(transaction=True)
def test_a_job_whose_worker_died_is_taken_up_and_that_of_a_live_one_is_not() -> None:
    dead, live = (clear_sessions.configure(queueing_lock=str(n)).defer(timestamp=n) for n in (1, 2))
    stalled(dead, "1 minute")
    stalled(live, "1 second")
    take_up()
    assert status(dead) == ("todo", 1)
    assert status(live) == ("doing", 0)


@pytest.mark.django_db(transaction=True)
def test_a_job_that_is_asked_for_again_already_is_not_doubled() -> None:
    dead = clear_sessions.configure().defer(timestamp=1)
    stalled(dead, "1 minute")
    waiting = clear_sessions.configure().defer(timestamp=2)
    take_up()
    assert status(dead)[0] == "aborted"
    assert status(waiting) == ("todo", 0)


@pytest.mark.django_db(transaction=True)
def test_a_job_that_outlives_every_worker_is_given_up() -> None:
    deadly = clear_sessions.configure().defer(timestamp=1)
    sql("UPDATE procrastinate_jobs SET attempts = %s", len(WAITS))
    stalled(deadly, "1 minute")
    take_up()
    assert status(deadly)[0] == "failed"


@pytest.mark.django_db(transaction=True)
def test_what_is_done_is_cleared_and_what_failed_is_kept() -> None:
    ids = [clear_sessions.configure(queueing_lock=str(n)).defer(timestamp=n) for n in range(3)]
    sql("UPDATE procrastinate_jobs SET status = 'doing'")
    for job, ended in zip(ids, ("succeeded", "failed", "succeeded"), strict=True):
        sql("UPDATE procrastinate_jobs SET status = %s WHERE id = %s", ended, job)
    sql("UPDATE procrastinate_events SET at = now() - interval '8 days' WHERE job_id <> %s", ids[2])
    clear_jobs.configure().defer(timestamp=0)
    worker_until_nothing_waits()
    left = ProcrastinateJob.objects.filter(pk__in=ids).values_list("pk", flat=True)
    assert set(left) == {ids[1], ids[2]}
