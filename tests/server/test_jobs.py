"""Jobs wait in the database and are done by a worker."""

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
from procrastinate.contrib.django.models import ProcrastinateJob
from tests.waiting import PATIENCE

from ligzda.server.tasks import clear_sessions
from ligzda.server.worker import WORKERS


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
    clear_sessions.defer(timestamp=0)  # type: ignore[call-arg] # hidden by app.periodic
    worker_until_nothing_waits()
    mine = ProcrastinateJob.objects.filter(task_name=clear_sessions.name)
    assert [job.status for job in mine] == ["succeeded"]
    assert list(Session.objects.values_list("session_key", flat=True)) == ["new"]


def test_every_task_is_in_a_queue_that_a_worker_takes() -> None:
    taken = {queue for queues in WORKERS.values() for queue in queues}
    assert {task.queue for task in app.tasks.values()} <= taken
