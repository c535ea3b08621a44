"""Questions about designs, kept by their content: the same question is never simulated twice."""

from contextlib import suppress
from dataclasses import asdict

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from ligzda.evidence import EvidenceError, parse_plan
from ligzda.trial.power.answers import key_of, question_from
from ligzda.trial.power.models import DesignRun
from ligzda.trial.power.simulation import Question, ask, plain

TASK = "ligzda.trial.tasks.simulate_designs"


def start(plan: str, question: Question) -> DesignRun:
    """Return the row of this question; a new one is simulated by a job."""
    key = key_of(plan, question)
    row, _made = DesignRun.objects.get_or_create(
        key=key,
        defaults={
            "question": {"plan": plan, "question": asdict(question)},
            "total": question.trials * len(question.candidates),
        },
    )
    if row.answer is None:
        if row.problem:
            DesignRun.objects.filter(pk=row.pk).update(problem="", done=0)
        # Asked again while it waits: one job in the queue is enough. Asked again after a worker
        # died over it: a new one. Savepoint: what the queue refuses must not spoil the request.
        with suppress(AlreadyEnqueued), transaction.atomic():
            app.configure_task(TASK, queueing_lock=f"design {key}").defer(key=key)
    return row


def answer(key: str) -> None:
    """Simulate a question that waits, and store its answer or what went wrong."""
    row = DesignRun.objects.get(key=key)
    if row.answer is not None:
        return
    question = question_from(row.question["question"])

    def report(done: int, _of: int) -> None:
        DesignRun.objects.filter(pk=row.pk).update(done=done)

    try:
        found = plain(ask(parse_plan(row.question["plan"]), question, report))
    except (EvidenceError, ValueError) as error:
        DesignRun.objects.filter(pk=row.pk).update(problem=str(error))
        return
    DesignRun.objects.filter(pk=row.pk).update(answer=found, done=row.total)
