"""Jobs that were given up: what the administrator sees of them, and one more try."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from ligzda.kernel.errors import NotFoundError
from ligzda.kernel.jobs import LETTERS
from ligzda.network.audit import record
from ligzda.network.models import User
from ligzda.network.rules import Viewer, check_keep_network


@dataclass(frozen=True)
class FailedJob:
    """A job that was tried until its time was over."""

    id: int
    task: str
    queue: str
    arguments: dict[str, Any]
    tries: int
    failed_at: datetime.datetime


def failed_jobs(*, by: Viewer) -> list[FailedJob]:
    """Return the jobs that were given up, the newest first."""
    check_keep_network(by=by)
    rows = ProcrastinateJob.objects.filter(status="failed").annotate(
        failed_at=Max("procrastinateevent__at")
    )
    return [
        FailedJob(row.id, row.task_name, row.queue_name, row.args, row.attempts + 1, row.failed_at)
        for row in rows.order_by("-failed_at")
    ]


def letters_waiting(*, by: Viewer) -> int:
    """Return how many letters could not be sent so far and are tried again."""
    check_keep_network(by=by)
    return ProcrastinateJob.objects.filter(
        queue_name=LETTERS, status="todo", attempts__gt=0
    ).count()


@transaction.atomic
def try_again(*, by: User, job: int) -> None:
    """Put a job that was given up back into its queue."""
    check_keep_network(by=by)
    row = ProcrastinateJob.objects.select_for_update().filter(pk=job, status="failed").first()
    if row is None:
        raise NotFoundError(_("There is no failed job of this number."))
    app.job_manager.retry_job_by_id(job_id=job, retry_at=timezone.now())
    record(by=by, action="try again", about=row, after={"task": row.task_name})
