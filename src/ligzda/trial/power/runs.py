"""Questions about designs, kept by their content: the same question is never simulated twice."""

from collections.abc import Callable
from dataclasses import asdict

from django.db.models import QuerySet

from ligzda.kernel.obstacle import may
from ligzda.network.models import User
from ligzda.network.rules import Viewer
from ligzda.trial import runs
from ligzda.trial.power.answers import key_of
from ligzda.trial.power.models import DesignRun
from ligzda.trial.power.questions import Question
from ligzda.trial.registry.plan_text import IN_ONE_LANGUAGE, TEMPLATE
from ligzda.trial.registry.queries import protocols
from ligzda.trial.registry.rules import check_design_trial


def start(plan: str, question: Question, *, by: User | None = None) -> DesignRun:
    """Return the row of this question; a new one is simulated by a job."""
    return runs.start(
        DesignRun,
        key_of(plan, question),
        {"plan": plan, "question": asdict(question)},
        total=question.trials * len(question.candidates),
        task="ligzda.trial.tasks.simulate_designs",
        by=by,
    )


def readable(viewer: Viewer) -> QuerySet[DesignRun]:
    """Return the questions whose plan this person may read.

    An answer hands out its plan. Evaluators read all; others what was asked of the template, or of
    a version of the protocol that is public by now: a draft may have been asked of meanwhile.
    """
    rows = DesignRun.objects.all()
    if may(check_design_trial, by=viewer):
        return rows
    known = (TEMPLATE, IN_ONE_LANGUAGE)
    return rows.filter(question__plan__in=[*known, *(row.plan for row in protocols(viewer))])


def answer(key: str, *, stop: Callable[[], bool] = lambda: False) -> None:
    """Simulate a question that waits, and store its answer or what went wrong."""
    runs.carry_out(DesignRun, key, "ligzda.trial.power.answers:answer_question", stop)
