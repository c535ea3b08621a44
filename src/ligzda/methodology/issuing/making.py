"""An edition of what stands in the database today: claims, their evaluations, recommendations."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from ligzda.findings import queries as findings
from ligzda.findings.claims import OutcomeRef, Registry, parse
from ligzda.findings.claims_register.registry import registry as names
from ligzda.kernel.texts import Text
from ligzda.languages import CODES, Language
from ligzda.methodology.editions.assembling import GivenClaim, GivenRun, assemble
from ligzda.methodology.editions.contents import (
    Edition,
    Judged,
    NamedOutcome,
    PublishedRecommendation,
    Rendered,
    Section,
    Vocabulary,
)
from ligzda.methodology.editions.recomputing import recomputed
from ligzda.methodology.editions.sections import SECTIONS, TITLE
from ligzda.methodology.issuing.chapters import annexes, chapters
from ligzda.methodology.living.queries import parts
from ligzda.methodology.recommendations.queries import RecommendationRow


@dataclass(frozen=True)
class Made:
    """An edition and the files beside it."""

    edition: Edition
    files: Mapping[str, bytes]


def make(
    number: int,
    day: datetime.date,
    previous: str,
    recommendations: Sequence[RecommendationRow],
    *,
    invented: bool,
) -> Made:
    """Make an edition; evaluates what may be public once more."""
    rows = [row for row in findings.claims() if row.verdict]
    known = names()
    runs = {row.run.number: row.run for row in rows if row.run}
    outcomes = _outcomes(rows, known)
    by_run = {row.run.number: _outcome_of(row.predicate) for row in rows if row.run}
    given = [_run(run, by_run[number], known) for number, run in sorted(runs.items())]
    claims = [_claim(row, known) for row in rows]
    made = assemble(claims, given, known)
    edition = Edition(
        number=number,
        date=day,
        title=TITLE,
        invented=invented,
        sections=_sections(),
        recommendations=tuple(map(_recommendation, recommendations)),
        claims=made.claims,
        runs=made.runs,
        vocabulary=Vocabulary(outcomes, dict(known.runs), known.currency),
        previous=previous,
        chapters=chapters(claims),
        annexes=annexes(rows),
    )
    return Made(edition, made.files)


def _sections() -> tuple[Section, ...]:
    """Return the living document; as long as it has no block, the prose that ships with Ligzda."""
    written = tuple(Section(part.heading, part.paragraphs) for part in parts())
    return written or SECTIONS


def _outcome_of(predicate: str) -> OutcomeRef:
    found: OutcomeRef = getattr(parse(predicate), "outcome")  # noqa: B009 - every kind has one
    return found


def _outcomes(rows: Sequence[findings.ClaimRow], known: Registry) -> tuple[NamedOutcome, ...]:
    named = {_outcome_of(row.predicate).code for row in rows}
    return tuple(
        NamedOutcome(
            row.code, row.version, row.unit, _direction(row.better),
            said(Text(row.name)), row.evaluated_as,
        )
        for code, row in sorted(known.outcomes.items()) if code in named
    )  # fmt: skip


def _direction(better: str) -> Literal["higher", "lower"]:
    return "lower" if better == "lower" else "higher"


def _run(run: findings.RunRow, outcome: OutcomeRef, known: Registry) -> GivenRun:
    return GivenRun(
        run.number,
        outcome.code,
        known.outcomes[outcome.code].unit,
        run.moment,
        run.cells_csv.encode(),
        run.plan_text.encode(),
        run.engine_version,
        run.seed,
        run.evaluation,
    )


def _claim(row: findings.ClaimRow, known: Registry) -> GivenClaim:
    evaluation: Mapping[str, Any] | None = row.run.evaluation if row.run else None
    found = recomputed(row.predicate, evaluation, known)
    shown = {code: Rendered(row.sentences[code], "", "") for code in CODES}
    if found and all(str(found.sentences[code]) == row.sentences[code] for code in CODES):
        shown = found.sentences
    return GivenClaim(
        row.number, row.predicate, str(row.state), row.verdict, shown,
        row.run.number if row.run else None,
    )  # fmt: skip


def _recommendation(one: RecommendationRow) -> PublishedRecommendation:
    row = one.row
    strength: Literal["strong", "conditional"] = (
        "strong" if row.strength == row.Strength.STRONG else "conditional"
    )
    return PublishedRecommendation(
        row.number, row.version, strength, said(row.title), said(row.for_whom),
        said(row.justification), said(row.how), said(row.gaps), said(row.change), row.monitoring,
        tuple(Judged(said(each.name), said(each.judgement), said(each.text))
              for each in one.criteria),
        tuple(claim.number for claim in one.claims if claim.verdict),
    )  # fmt: skip


def said(text: Text) -> dict[Language, str]:
    """Return a text by language, as an edition has it."""
    return {code: text[code] for code in CODES}
