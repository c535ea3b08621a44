"""Twelve invented recommendations and one edition, for the demonstration."""

from pathlib import Path
from typing import Any

import yaml

from ligzda.findings import queries as findings
from ligzda.findings.claims import Predicate, State, parse
from ligzda.kernel.texts import Text
from ligzda.methodology.issuing.actions import prepare_edition, publish_edition
from ligzda.methodology.models import PublishedEdition, Recommendation
from ligzda.methodology.recommendations.actions import (
    RecommendationFacts,
    publish_recommendation,
    write_recommendation,
)
from ligzda.network.models import User

DATA = Path(__file__).resolve().parent / "data"
MOST = 4
"""Claims that a recommendation names."""


def load(*, by: User) -> None:
    """Add recommendations and an edition where there are none; change nothing that is there."""
    writer = User.objects.filter(email="izvertetajs.rtu@ligzda.example").first()
    if writer is None:
        return
    if not Recommendation.objects.exists():
        _recommend(writer, by)
    if not PublishedEdition.objects.exists():
        publish_edition(by=by, edition=prepare_edition(by=writer))


def _recommend(writer: User, by: User) -> None:
    rows: list[dict[str, Any]] = yaml.safe_load((DATA / "recommendations.yaml").read_text("utf-8"))
    # Claims that carry a recommendation, and those that carried it until they turned.
    claims = [
        (row.number, parse(row.predicate))
        for row in findings.claims()
        if row.state in (State.SUPPORTED, State.NO_LONGER)
    ]
    for row in rows:
        given = RecommendationFacts(
            strength=row["strength"],
            title=Text(row["title"]),
            for_whom=Text(row["for_whom"]),
            justification=Text(row["justification"]),
            how=Text(row["how"]),
            gaps=Text(row.get("gaps", {})),
            change=Text(row.get("change", {})),
            monitoring=row.get("monitoring", ""),
            criteria={
                code: (judged["judgement"], Text(judged))
                for code, judged in row["criteria"].items()
            },
            claims=[number for number, predicate in claims if _about(predicate, row)][:MOST],
        )
        written = write_recommendation(by=writer, facts_given=given, invented=True)
        publish_recommendation(by=by, recommendation=written)


def _about(predicate: Predicate, row: dict[str, Any]) -> bool:
    """Whether a claim says something of a model (or factor) that a recommendation speaks of."""
    about = {*predicate.models[:1], getattr(predicate, "factor", "")}
    return predicate.kind in row.get("kinds", ()) and bool(about & set(row.get("about", ())))
