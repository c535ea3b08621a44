"""The questions that every model answers, and the three that span the cube."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Prefetch

from ligzda.blueprints import models as nouns
from ligzda.blueprints.queries.published import published
from ligzda.kernel.models import in_language


@dataclass(frozen=True)
class Level:
    """An answer to a factor's question."""

    code: str
    label: str


@dataclass(frozen=True)
class Factor:
    """A question that every model answers."""

    code: str
    name: str
    question: str
    levels: Sequence[Level]


@dataclass(frozen=True)
class SpanningFactor:
    """One of the factors A, B, C of the 2³ plan."""

    code: str
    name: str
    minus: str
    plus: str
    operational_test: str


def labels_by_factor() -> dict[str, dict[str, str]]:
    """Return each model's answer to each factor: factor code → model code → label."""
    newest = {version.model_id: version for version in published()}
    rows = nouns.VersionLevel.objects.filter(version__in=newest.values())
    found: dict[str, dict[str, str]] = {}
    for row in rows.select_related("factor", "level", "version__model"):
        found.setdefault(row.factor.code, {})[row.version.model.code] = in_language(
            row.level, "label"
        )
    return found


def factors() -> list[Factor]:
    """Return the factors in their order, each with its levels."""
    rows = nouns.Factor.objects.order_by("position").prefetch_related(
        Prefetch("levels", queryset=nouns.Level.objects.order_by("position"))
    )
    return [
        Factor(
            code=row.code,
            name=in_language(row, "name"),
            question=in_language(row, "question"),
            levels=[Level(level.code, in_language(level, "label")) for level in row.levels.all()],
        )
        for row in rows
    ]


def spanning_factors() -> list[SpanningFactor]:
    """Return A, B and C."""
    return [
        SpanningFactor(
            code=row.code,
            name=in_language(row, "name"),
            minus=in_language(row, "minus"),
            plus=in_language(row, "plus"),
            operational_test=in_language(row, "test"),
        )
        for row in nouns.SpanningFactor.objects.order_by("code")
    ]
