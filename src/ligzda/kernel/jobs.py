"""Queues of jobs, and what becomes of a job that fails (ADR 0071).

A task says which queue it is in. What is in none of these is housekeeping: short, and in the queue
that Procrastinate calls "default".
"""

from procrastinate import BaseRetryStrategy, RetryDecision
from procrastinate.exceptions import JobAborted
from procrastinate.jobs import Job

LETTERS = "letters"
SIMULATIONS = "simulations"
LOADING = "loading"
"""The steps of the network: which were done, the next start asks, so they are not cleared."""

MINUTE, HOUR = 60, 3600
WAITS = (5, 30, 2 * MINUTE, 10 * MINUTE, HOUR, 4 * HOUR, *(12 * HOUR,) * 8)
"""Seconds before each further try: more than four days in all, as mail is (RFC 5321, 4.5.4.1)."""


class UntilItSucceeds(BaseRetryStrategy):
    """Try again, later each time; given up after WAITS it stays for the administrator to see."""

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision | None:
        """Return when to try again."""
        if job.attempts >= len(WAITS):
            return None
        return RetryDecision(retry_in={"seconds": WAITS[job.attempts]})


class WhenStopped(BaseRetryStrategy):
    """Try again at once where the worker was asked to stop; any other failure tells of itself."""

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision | None:
        """Return when to try again."""
        if not isinstance(exception, JobAborted) or job.attempts >= len(WAITS):
            return None
        return RetryDecision(retry_in={"seconds": 0})
