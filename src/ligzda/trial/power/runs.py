"""Questions about designs, kept by their content: the same question is never simulated twice."""

from collections.abc import Callable
from dataclasses import asdict

from ligzda.network.models import User
from ligzda.trial import runs
from ligzda.trial.power.answers import key_of
from ligzda.trial.power.models import DesignRun
from ligzda.trial.power.questions import Question


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


def answer(key: str, *, stop: Callable[[], bool] = lambda: False) -> None:
    """Simulate a question that waits, and store its answer or what went wrong."""
    runs.carry_out(DesignRun, key, "ligzda.trial.power.answers:answer_question", stop)
