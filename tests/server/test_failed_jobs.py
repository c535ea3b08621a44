"""Jobs that were given up: the administrator sees them, and has them tried again."""

import pytest
from django.db import connection
from procrastinate.contrib.django.models import ProcrastinateJob
from tests.cast import Cast

from ligzda.kernel.errors import NotAllowedError, NotFoundError
from ligzda.server import jobs
from ligzda.server.tasks import clear_sessions


@pytest.fixture(autouse=True)
def _empty_queue(cast: Cast) -> None:
    ProcrastinateJob.objects.all()._raw_delete("default")


def test_the_administrator_sees_what_was_given_up_and_has_it_tried_again(cast: Cast) -> None:
    job = clear_sessions.configure().defer(timestamp=1)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'doing'")
        cursor.execute("UPDATE procrastinate_jobs SET status = 'failed'")
    [seen] = jobs.failed_jobs(by=cast.administrator)
    assert (seen.id, seen.task, seen.tries) == (job, clear_sessions.name, 1)
    jobs.try_again(by=cast.administrator, job=job)
    row = ProcrastinateJob.objects.get(pk=job)
    assert (row.status, row.attempts) == ("todo", 1)
    assert jobs.failed_jobs(by=cast.administrator) == []
    with pytest.raises(NotFoundError):
        jobs.try_again(by=cast.administrator, job=job)


def test_nobody_else_sees_it(cast: Cast) -> None:
    with pytest.raises(NotAllowedError):
        jobs.failed_jobs(by=cast.participant)
    with pytest.raises(NotAllowedError):
        jobs.try_again(by=cast.participant, job=1)
