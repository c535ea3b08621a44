"""Read side of the findings: which evaluations there are, and what is ready of each."""

from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import get_language

from ligzda.findings import evaluation_store
from ligzda.findings.claims_register.queries import (
    ClaimRow,
    RunRow,
    TurnRow,
    claim,
    claims,
)
from ligzda.findings.evaluation_store import StoredEvaluation
from ligzda.findings.example_studies import EXAMPLES, Example
from ligzda.languages import spoken

__all__ = [
    "ClaimRow",
    "EvaluationFile",
    "EvaluationRow",
    "RunRow",
    "TurnRow",
    "claim",
    "claims",
    "evaluation",
    "evaluation_file",
    "evaluations",
]


@dataclass(frozen=True)
class EvaluationRow:
    """A study, and its evaluation in the active language; None while it is being computed."""

    study: Example
    stored: StoredEvaluation | None


@dataclass(frozen=True)
class EvaluationFile:
    """A file of an evaluation: where it is, and its media type."""

    path: Path
    media_type: str


def evaluations() -> list[EvaluationRow]:
    """Return every evaluation, examples for now, in the active language."""
    return [_row(study) for study in EXAMPLES]


def evaluation(slug: str) -> EvaluationRow | None:
    """Return one evaluation in the active language; None where there is none of that name."""
    return next((_row(study) for study in EXAMPLES if study.slug == slug), None)


def evaluation_file(slug: str, name: str) -> EvaluationFile | None:
    """Return a file of an evaluation in the active language; None where it is not there (yet)."""
    row = evaluation(slug)
    if row is None or row.stored is None or name not in evaluation_store.FILES:
        return None
    return EvaluationFile(row.stored.folder / name, evaluation_store.FILES[name])


def _row(study: Example) -> EvaluationRow:
    return EvaluationRow(study, evaluation_store.stored(study, spoken(get_language())))
