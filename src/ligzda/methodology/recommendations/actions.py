"""Verbs of recommendations: write a version, publish it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from ligzda.findings.models import Claim
from ligzda.kernel.errors import NotFoundError
from ligzda.kernel.texts import Text, no_text
from ligzda.methodology import rules
from ligzda.methodology.models import Criterion, Recommendation, RestsOn
from ligzda.network.audit import facts, record
from ligzda.network.models import User


@dataclass(frozen=True)
class RecommendationFacts:
    """What is written of a recommendation. `criteria`: code → judgement and reason."""

    strength: str
    title: Text
    for_whom: Text
    justification: Text
    how: Text
    gaps: Text = field(default_factory=no_text)
    change: Text = field(default_factory=no_text)
    monitoring: str = ""
    criteria: Mapping[str, tuple[str, Text]] = field(default_factory=dict)
    claims: Sequence[int] = ()


@transaction.atomic
def write_recommendation(
    *,
    by: User,
    facts_given: RecommendationFacts,
    number: int | None = None,
    invented: bool = False,
) -> Recommendation:
    """Write a new recommendation, or the next version of one; a draft that is there goes.

    Raises NotAllowedError, NotFoundError, BadDataError.
    """
    rules.check_write(by=by)
    given = facts_given
    claims = {row.number: row for row in Claim.objects.filter(approved_at__isnull=False)}
    judged = {code: judgement for code, (judgement, _text) in given.criteria.items()}
    rules.check_facts(
        criteria=judged, claims=given.claims, known=claims, monitoring=given.monitoring
    )
    rows = Recommendation.objects.select_for_update()
    if number is None:
        number = 1 + (Recommendation.objects.aggregate(most=Max("number"))["most"] or 0)
    elif not rows.filter(number=number).exists():
        raise NotFoundError()
    rows.filter(number=number, published_at__isnull=True).delete()
    before = rows.filter(number=number).order_by("version").last()
    row = Recommendation.objects.create(
        number=number,
        version=1 + (before.version if before else 0),
        strength=given.strength,
        title=given.title,
        for_whom=given.for_whom,
        justification=given.justification,
        how=given.how,
        gaps=given.gaps,
        change=given.change,
        monitoring=given.monitoring.strip(),
        invented=invented,
        written_at=timezone.now(),
        written_by=by,
    )
    Criterion.objects.bulk_create(
        Criterion(version=row, code=code, judgement=judgement, text=text)
        for code, (judgement, text) in given.criteria.items()
    )
    RestsOn.objects.bulk_create(
        RestsOn(version=row, claim=claims[each]) for each in sorted(set(given.claims))
    )
    told = facts(row) | {"criteria": judged, "claims": sorted(set(given.claims))}
    record(by=by, action="recommendation.write", about=row, after=told)
    return row


@transaction.atomic
def publish_recommendation(*, by: User, recommendation: Recommendation) -> Recommendation:
    """Publish a version that another person wrote. Raises NotAllowedError, WrongStateError."""
    row = Recommendation.objects.select_for_update().get(pk=recommendation.pk)
    rules.check_publish(by=by, recommendation=row)
    row.published_at, row.published_by = timezone.now(), by
    row.save(update_fields=["published_at", "published_by"])
    record(by=by, action="recommendation.publish", about=row, after=facts(row))
    return row
