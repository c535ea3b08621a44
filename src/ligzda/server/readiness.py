"""Is the house fit to serve? The database answers, workers live, no job waits long, disk is left.

Whoever watches asks /ready; /health only says that the process answers. Jobs that were given up are
counted and do not make the house unfit: to serve no page would not bring a letter to anybody.
"""

import shutil
from dataclasses import dataclass

from django.db import DatabaseError, connection

from ligzda.kernel.jobs import SIMULATIONS
from ligzda.network import audit_chain
from ligzda.server.database import data_folder
from ligzda.server.worker import HEARTBEAT_SECONDS, WORKERS

LONGEST_WAIT_SECONDS = 300
LEAST_FREE_MB = 200

_WORKERS = """
SELECT count(*) FROM procrastinate_workers
WHERE last_heartbeat > now() - make_interval(secs => %s)
"""

# A question about designs may wait for others before it; a letter or the nightly work may not.
_OLDEST = """
SELECT coalesce(max(extract(epoch FROM now() - coalesce(job.scheduled_at, event.at))), 0)::float
FROM procrastinate_jobs AS job
JOIN procrastinate_events AS event ON event.job_id = job.id AND event.type = 'deferred'
WHERE job.status = 'todo' AND job.queue_name <> %s
  AND (job.scheduled_at IS NULL OR job.scheduled_at <= now())
"""

_FAILED = "SELECT count(*) FROM procrastinate_jobs WHERE status = 'failed'"


@dataclass(frozen=True)
class Readiness:
    """What is known of the house; numbers of the database are None where it does not answer."""

    workers: int | None
    """Those that have given a sign within three of their heartbeats."""
    oldest_job_seconds: float | None
    failed_jobs: int | None
    free_mb: int
    audit_events: int | None = None
    audit_head: str | None = None
    """The hash of the audit trail's last link, for whoever keeps it (ADR 0078)."""

    @property
    def unfit(self) -> tuple[str, ...]:
        """What keeps the house from serving as it should."""
        if self.workers is None or self.oldest_job_seconds is None:
            found = ["database"]
        else:
            found = ["workers"] * (self.workers < len(WORKERS))
            found += ["jobs"] * (self.oldest_job_seconds > LONGEST_WAIT_SECONDS)
        return (*found, *["disk"] * (self.free_mb < LEAST_FREE_MB))


def readiness() -> Readiness:
    """Look now."""
    free = shutil.disk_usage(data_folder()).free // 10**6
    try:
        with connection.cursor() as cursor:
            workers, oldest, failed = (
                cursor.execute(query, given).fetchone()[0]
                for query, given in (
                    (_WORKERS, [3 * HEARTBEAT_SECONDS]),
                    (_OLDEST, [SIMULATIONS]),
                    (_FAILED, []),
                )
            )
        chain = audit_chain.head()
    except DatabaseError:
        return Readiness(None, None, None, free)
    return Readiness(workers, oldest, failed, free, chain.events, chain.head)
