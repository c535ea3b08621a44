"""Long computations that a page asks for: one row each, named by the hash of what was asked.

The same question is the same row and is computed once, by a job; the page shows how far it is.
"""

import json
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

from django.db import models, transaction
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from ligzda.errors import LigzdaError
from ligzda.evidence import EvidenceError
from ligzda.kernel import personal
from ligzda.languages import CODES, in_language, spoken
from ligzda.wording import wording

Progress = Callable[[int, int], None]
R = TypeVar("R", bound="Run")


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


def start(kind: type[R], key: str, question: object, *, total: int, task: str) -> R:
    """Return the row of a question; the job `task` (by name, given the key) answers a new one."""
    row, _made = kind._default_manager.get_or_create(
        key=key, defaults={"question": question, "total": total}
    )
    if row.answer is None:
        if row.problem:
            kind._default_manager.filter(pk=row.pk).update(problem="", done=0)
        # Asked again while it waits: one job in the queue is enough. Asked again after a worker
        # died over it: a new one. Savepoint: what the queue refuses must not spoil the request.
        with suppress(AlreadyEnqueued), transaction.atomic():
            app.configure_task(task, queueing_lock=f"{kind.__name__} {key}").defer(key=key)
    return row


def carry_out(kind: type[R], key: str, compute: Callable[[Any, Progress], object]) -> None:
    """Compute the answer of a row that waits, and store it or what went wrong."""
    row = kind._default_manager.get(key=key)
    if row.answer is not None:
        return

    def report(done: int, _of: int) -> None:
        kind._default_manager.filter(pk=row.pk).update(done=done)

    try:
        answer = compute(row.question, report)
    except (LigzdaError, ValueError) as error:
        kind._default_manager.filter(pk=row.pk).update(problem=_told(error))
        return
    kind._default_manager.filter(pk=row.pk).update(answer=answer, done=row.total)


def _told(error: Exception) -> str:
    """Say what went wrong; the engine's refusals in every language, for whoever reads them."""
    if not isinstance(error, EvidenceError):
        return str(error)
    return json.dumps({code: wording(code).refusal(error) for code in CODES}, ensure_ascii=False)
