"""Answers about designs, kept in files by the hash of what was asked. No Django."""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from ligzda.evidence import ENGINE_VERSION, parse_plan
from ligzda.kernel.files import kept
from ligzda.kernel.hashing import sha256
from ligzda.trial.power.questions import Candidate, Question
from ligzda.trial.power.simulation import ask, plain


def key_of(plan: str, question: Question) -> str:
    """Return the SHA-256 of the question: plan, candidates, truth, trials, seed, engine."""
    text = json.dumps(
        {"plan": plan, "question": asdict(question), "engine": ENGINE_VERSION}, sort_keys=True
    )
    return sha256(text)


def question_from(found: Mapping[str, Any]) -> Question:
    """Return a question from JSON."""
    candidates = tuple(Candidate(**row) for row in found["candidates"])
    return Question(**{**found, "candidates": candidates})


def answer_question(
    found: Mapping[str, Any], progress: Callable[[int, int], None]
) -> list[dict[str, Any]]:
    """Answer {plan, question}, as it is kept. Raises EvidenceError, ValueError."""
    return plain(ask(parse_plan(found["plan"]), question_from(found["question"]), progress))


def answer_file(
    plan_file: Path, question: Question, folder: Path, progress: Callable[[int, int], None]
) -> list[dict[str, Any]]:
    """Answer for a plan in a file, without a database; answers are kept in a folder by content.

    Raises EvidenceError where the plan cannot be read or simulated.
    """
    text = plan_file.read_text("utf-8")
    file = folder / f"{key_of(text, question)}.json"

    def answer() -> bytes:
        plan = parse_plan(text, name=plan_file.name)
        return json.dumps(plain(ask(plan, question, progress)), allow_nan=False).encode()

    found: list[dict[str, Any]] = json.loads(kept(file, answer))
    return found
