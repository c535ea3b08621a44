"""Long computations that a page asks for: one row each, named by the hash of what was asked.

The same question is the same row and is computed once, by a job; the page shows how far it is.
"""

import json
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from django.db import models, transaction
from django.db.models import F, Q
from django.utils.translation import get_language, gettext, ngettext, override
from django.utils.translation import gettext_lazy as _
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.exceptions import AlreadyEnqueued, JobAborted

from ligzda.kernel import personal
from ligzda.kernel.errors import WrongStateError
from ligzda.kernel.jobs import SIMULATIONS
from ligzda.languages import CODES, in_language, spoken
from ligzda.network.models import User
from ligzda.trial.confined import STOPPED, ComputationError, confined

R = TypeVar("R", bound="Run")

MOST_WAITING = 2
"""Questions of one person; the worker answers one at a time."""


class Run(models.Model):
    """A question and, when it is done, its answer.

    Derived: it can be deleted and computed again, so its history is not kept.
    """

    key = models.CharField(_("SHA-256 of the question"), max_length=64, unique=True)
    question = models.JSONField(_("question"))
    done = models.PositiveIntegerField(_("done"), default=0)
    total = models.PositiveIntegerField(_("of"))
    answer = models.JSONField(_("answer"), null=True, blank=True)
    problem = models.TextField(_("what went wrong"), blank=True)
    asked_at = models.DateTimeField(_("asked at"), auto_now_add=True)

    PersonalData = None
    impersonal = personal.names("id key question done total answer problem asked_at")

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(key__regex=r"^[0-9a-f]{64}$"), name="%(class)s_key_is_a_hash"
            ),
            models.CheckConstraint(
                condition=Q(done__lte=F("total")), name="%(class)s_done_of_total"
            ),
        ]

    def __str__(self) -> str:
        return self.key[:8]

    @property
    def refusal(self) -> str:
        """What went wrong, in the reader's language."""
        if not self.problem.startswith("{"):
            return self.problem
        return in_language(json.loads(self.problem), spoken(get_language()))

    @property
    def waits(self) -> bool:
        """Whether its job has not ended yet."""
        return self.answer is None and not self.problem


@transaction.atomic
def start(
    kind: type[R], key: str, question: object, *, total: int, task: str, by: User | None = None
) -> R:
    """Return the row of a question; the job `task` (by name, given the key) answers a new one.

    Raises WrongStateError where as many of this person's questions wait as may.
    """
    if by is not None and not kind._default_manager.filter(key=key).exists():
        _check_few_wait(by)
    row, _made = kind._default_manager.get_or_create(
        key=key, defaults={"question": question, "total": total}
    )
    if row.answer is None:
        if row.problem:
            kind._default_manager.filter(pk=row.pk).update(problem="", done=0)
        # Asked again while it waits: one job in the queue is enough. Asked again after a worker
        # died over it: a new one. Savepoint: what the queue refuses must not spoil the request.
        with suppress(AlreadyEnqueued), transaction.atomic():
            app.configure_task(task, queueing_lock=f"{kind.__name__} {key}").defer(
                key=key, by=by.pk if by else None
            )
    return row


def _check_few_wait(by: User) -> None:
    User.objects.select_for_update().get(pk=by.pk)  # who asks twice at once asks in turn
    waiting = ProcrastinateJob.objects.filter(
        queue_name=SIMULATIONS, status__in=("todo", "doing"), args__by=by.pk
    )
    if waiting.count() >= MOST_WAITING:
        raise WrongStateError(
            ngettext(
                "%(number)d question of yours waits for its answer: ask this one after it.",
                "%(number)d questions of yours wait for their answers: ask this one after them.",
                MOST_WAITING,
            )
            % {"number": MOST_WAITING}
        )


def carry_out(kind: type[R], key: str, function: str, stop: Callable[[], bool]) -> None:
    """Compute the answer of a row that waits, and store it or what went wrong.

    `function` is computed in a process of its own (trial.confined). Raises JobAborted where `stop`
    says so first.
    """
    row = kind._default_manager.get(key=key)
    if row.answer is not None:
        return

    def report(done: int, _of: int) -> None:
        kind._default_manager.filter(pk=row.pk).update(done=min(done, row.total))

    try:
        answer = confined(function, row.question, report, stop)
    except ComputationError as error:
        kind._default_manager.filter(pk=row.pk).update(problem=error.problem or _spent())
        return
    if answer is STOPPED:
        raise JobAborted
    kind._default_manager.filter(pk=row.pk).update(answer=answer, done=row.total)


def _spent() -> str:
    """Say in every language that a process was ended, for whoever reads it."""
    said = {}
    for code in CODES:
        with override(code):
            said[code] = gettext(
                "This takes more time or memory than one question may. Ask about fewer designs, "
                "fewer simulated trials, or a plan with fewer random terms."
            )
    return json.dumps(said, ensure_ascii=False)
