"""Twelve invented recommendations, one edition and the living document, for the demonstration."""

from pathlib import Path
from typing import Any

import yaml

from ligzda.findings import queries as findings
from ligzda.findings.claims import Predicate, State, parse
from ligzda.kernel.texts import Text
from ligzda.languages import CODES
from ligzda.methodology.editions.sections import SECTIONS
from ligzda.methodology.issuing.actions import prepare_edition, publish_edition
from ligzda.methodology.living import actions as living
from ligzda.methodology.models import (
    BlockVersion,
    DocumentBlock,
    PublishedEdition,
    Recommendation,
)
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
    if not DocumentBlock.objects.exists():
        _write_document(writer, by)
    if not PublishedEdition.objects.exists():
        publish_edition(by=by, edition=prepare_edition(by=writer))
        _leave_open(writer, by)


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


def _write_document(writer: User, by: User) -> None:
    """Write the prose of editions and the method chapters as blocks, draw a claim with chart and
    table, cite, explain.
    """
    given = _living()
    for key, csl in given["sources"].items():
        living.add_source(by=writer, key=key, csl=csl)
    for term in given["terms"]:
        living.add_term(by=by, word=Text(term["word"]), meaning=Text(term["meaning"]))
    for section in SECTIONS:
        bodies: dict[str, str] = {
            code: "\n\n".join(each[code] for each in section.paragraphs) for code in CODES
        }
        heading = Text({str(code): said for code, said in section.heading.items()})
        living.add_block(by=writer, kind="prose", heading=heading, body=Text(bodies))
    for section in yaml.safe_load((DATA / "method.yaml").read_text("utf-8")):
        bodies = {code: "\n\n".join(each[code] for each in section["paragraphs"]) for code in CODES}
        living.add_block(
            by=writer, kind="prose", heading=Text(section["heading"]), body=Text(bodies)
        )
    evidence = given["evidence"]
    heading, body = Text(evidence["heading"]), Text(evidence["body"])
    living.add_block(by=by, kind="prose", heading=heading, body=body)
    public = next((row.number for row in findings.claims() if row.public), None)
    for kind in ("claim", "chart", "table") if public else ():
        living.add_block(by=writer, kind=kind, about=public)
    living.add_block(by=writer, kind="recommendation", about=1)


def _leave_open(writer: User, by: User) -> None:
    """Leave a comment, a suggestion and a block that waits to be translated."""
    given = _living()
    first = BlockVersion.objects.order_by("block__position").select_related("block").first()
    assert first is not None
    living.comment(by=by, block=first.block, text=given["comment"])
    words = given["suggestion"]
    living.suggest(
        by=by, version=first, heading=first.heading, body=Text(words["body"]), why=words["why"]
    )
    waits = given["untranslated"]
    living.add_block(
        by=writer, kind="prose", heading=Text(waits["heading"]), body=Text(waits["body"])
    )


def _living() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((DATA / "living.yaml").read_text("utf-8"))
    return found


def _about(predicate: Predicate, row: dict[str, Any]) -> bool:
    """Whether a claim says something of a model (or factor) that a recommendation speaks of."""
    about = {*predicate.models[:1], getattr(predicate, "factor", "")}
    return predicate.kind in row.get("kinds", ()) and bool(about & set(row.get("about", ())))
