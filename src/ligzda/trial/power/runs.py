"""Questions about designs, kept by their content: the same question is never simulated twice."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from ligzda.evidence import parse_plan
from ligzda.trial import runs
from ligzda.trial.power.answers import key_of, question_from
from ligzda.trial.power.models import DesignRun
from ligzda.trial.power.questions import Question
from ligzda.trial.power.simulation import ask, plain


def start(plan: str, question: Question) -> DesignRun:
    """Return the row of this question; a new one is simulated by a job."""
    return runs.start(
        DesignRun,
        key_of(plan, question),
        {"plan": plan, "question": asdict(question)},
        total=question.trials * len(question.candidates),
        task="ligzda.trial.tasks.simulate_designs",
    )


def answer(key: str) -> None:
    """Simulate a question that waits, and store its answer or what went wrong."""
    runs.carry_out(DesignRun, key, _simulate)


def _simulate(question: Mapping[str, Any], progress: runs.Progress) -> object:
    asked = question_from(question["question"])
    return plain(ask(parse_plan(question["plan"]), asked, progress))
