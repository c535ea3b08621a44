"""The network loads in the worker, step by step; terminal and pages say how far it is.

`ligzda run` asks for the steps before it forks, so that the processes of the web server know by
inheritance which jobs to look at, and look at none once these are done (ADR 0009).
"""

from dataclasses import dataclass

from django.db import DatabaseError, transaction
from procrastinate.contrib.django.models import ProcrastinateJob

from ligzda.server.load import demonstrations, steps
from ligzda.server.tasks import load_room_demonstration, load_step

# Before any other job that waits.
PRIORITY = 100


@dataclass(frozen=True)
class Loading:
    """How far the load of this start is."""

    done: int
    of: int
    failed: bool


@dataclass
class _Asked:
    jobs: tuple[int, ...] = ()
    first: bool = False


_asked = _Asked()


@transaction.atomic
def ask() -> None:
    """Ask the worker for every step of the load.

    Each start asks anew, whatever became of the jobs of one that was killed: a step adds only what
    is missing.
    """
    of_this_kind = ProcrastinateJob.objects.filter(task_name=load_step.name)
    before = of_this_kind.filter(status="succeeded").values_list("args__step", flat=True)
    _asked.first = not set(steps()) <= set(before)
    _asked.jobs = tuple(load_step.configure(priority=PRIORITY).defer(step=step) for step in steps())
    # Later than the steps, and not waited for: nothing else stands on it.
    for room in demonstrations():
        load_room_demonstration.configure(priority=PRIORITY - 1).defer(room=room)


def state() -> Loading | None:
    """Return how far it is; None where nothing was asked for, or all of it is done."""
    if not _asked.jobs:
        return None
    statuses = ProcrastinateJob.objects.filter(id__in=_asked.jobs).values_list("status", flat=True)
    open_ones = [status for status in statuses if status != "succeeded"]
    if not open_ones:
        _asked.jobs = ()
        return None
    failed = not {"todo", "doing"} & set(open_ones)
    return Loading(len(_asked.jobs) - len(open_ones), len(_asked.jobs), failed)


def shown() -> Loading | None:
    """Return what pages say of it: nothing unless this is the first load.

    Nothing either where the database does not answer: the page that says so has this frame too.
    """
    try:
        return state() if _asked.first else None
    except DatabaseError:
        return None
