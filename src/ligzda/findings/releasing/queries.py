"""Read side of releases: what the public may be told of a run."""

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from django.db.models import QuerySet

from ligzda.findings.models import EvaluationRun, Release


def earlier_ledger() -> QuerySet[Release]:
    """Return what left when findings had a ledger of their own: groups had a dimension there."""
    return Release.objects.filter(line__contains='"name":"group"')


def released(run: EvaluationRun) -> Release | None:
    """Return what left of a run; None where nothing did."""
    found: Release | None = getattr(run, "release", None)
    return found


def public_result(run: EvaluationRun) -> Mapping[str, Any]:
    """Return the evaluation that anybody can compute again; {} where no cells are public."""
    row = released(run)
    return _read(row.result_sha256, row.result) if row else {}


@lru_cache(maxsize=32)
def _read(_sha: str, text: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = json.loads(text)
    return found
