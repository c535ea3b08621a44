"""Verbs while the trial runs: fidelity, adaptations, flow."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from ligzda.blueprints.models import ModelVersion
from ligzda.incubators.models import Incubator
from ligzda.kernel.errors import BadDataError
from ligzda.network.audit import facts, record
from ligzda.network.models import User
from ligzda.trial.assignment.models import Course
from ligzda.trial.registry.rules import check_not_ahead
from ligzda.trial.running import fidelity, rules
from ligzda.trial.running.labels import not_scored
from ligzda.trial.running.models import (
    Adaptation,
    FidelityAssessment,
    FidelityItem,
    FlowEvent,
)


@dataclass(frozen=True, kw_only=True)
class FidelityFacts:
    """One assessment: parts planned and done in one unit, moderators planned and judged, 1 to 5."""

    quarter: datetime.date
    source: str
    assessed_on: datetime.date
    parts: Mapping[str, tuple[Decimal, Decimal]]
    moderators: Mapping[str, tuple[Decimal | None, Decimal]]
    note: str = ""


@transaction.atomic
def assess_fidelity(
    *, by: User, incubator: Incubator, facts_given: FidelityFacts
) -> FidelityAssessment:
    """Record how an incubator ran its model in a quarter, once.

    Raises BadDataError for a quarter in which no model was assigned, or one already assessed.
    """
    rules.check_record_running(by=by, incubator=incubator)
    given = facts_given
    _check_fidelity(given)
    if not Course.objects.filter(incubator=incubator, during__contains=given.quarter).exists():
        raise BadDataError(_("No model was assigned to this incubator in this quarter."))
    if FidelityAssessment.objects.filter(incubator=incubator, quarter=given.quarter).exists():
        raise BadDataError(_("This quarter is already assessed for this incubator."))
    assessment = FidelityAssessment.objects.create(
        incubator=incubator,
        quarter=given.quarter,
        source=given.source,
        note=given.note,
        assessed_on=given.assessed_on,
        assessor=by,
    )
    _write_items(assessment, given)
    record(by=by, action="fidelity.assess", about=assessment, after=_assessed(assessment))
    return assessment


@transaction.atomic
def correct_fidelity(
    *, by: User, assessment: FidelityAssessment, facts_given: FidelityFacts
) -> FidelityAssessment:
    """Correct an assessment: its incubator and quarter stay, the audit trail keeps what it was."""
    assessment = FidelityAssessment.objects.select_for_update().get(pk=assessment.pk)
    rules.check_record_running(by=by, incubator=assessment.incubator)
    given = facts_given
    if given.quarter != assessment.quarter:
        raise BadDataError(_("A correction is about the same quarter."))
    _check_fidelity(given)
    before = _assessed(assessment)
    assessment.source, assessment.note = given.source, given.note
    assessment.assessed_on, assessment.assessor = given.assessed_on, by
    assessment.save()
    assessment.items.all().delete()
    _write_items(assessment, given)
    after = _assessed(assessment)
    record(by=by, action="fidelity.correct", about=assessment, before=before, after=after)
    return assessment


def _check_fidelity(given: FidelityFacts) -> None:
    try:
        fidelity.score(
            {name: fidelity.Part(float(p), float(a)) for name, (p, a) in given.parts.items()},
            {name: int(actual) for name, (_p, actual) in given.moderators.items()},
        )
    except fidelity.NotScoredError as error:
        raise BadDataError(not_scored(error)) from None
    check_not_ahead(given.assessed_on)
    if given.assessed_on < given.quarter:
        raise BadDataError(_("A quarter cannot be assessed before it has begun."))


def _write_items(assessment: FidelityAssessment, given: FidelityFacts) -> None:
    FidelityItem.objects.bulk_create(
        FidelityItem(assessment=assessment, item=item, planned=planned, actual=actual)
        for item, (planned, actual) in {**given.parts, **given.moderators}.items()
    )


def _assessed(assessment: FidelityAssessment) -> dict[str, object]:
    rows = assessment.items.order_by("item")
    return facts(assessment) | {row.item: [row.planned, row.actual] for row in rows}


@dataclass(frozen=True, kw_only=True)
class AdaptationFacts:
    """What is said about an adaptation."""

    item: str
    kind: str
    text: str
    reason: str
    since: datetime.date


@transaction.atomic
def record_adaptation(
    *, by: User, incubator: Incubator, version: ModelVersion, facts_given: AdaptationFacts
) -> Adaptation:
    """Record how an incubator does what its model describes. Later words take earlier ones' place.

    Raises BadDataError where the draw did not give the incubator this version of the model.
    """
    rules.check_record_adaptation(by=by, incubator=incubator, version=version)
    if facts_given.kind == Adaptation.Kind.MODIFIED:
        check_not_ahead(facts_given.since)
    if not facts_given.text.strip() or not facts_given.reason.strip():
        raise BadDataError(_("Say how it is done here, and why."))
    adaptation = Adaptation.objects.create(
        incubator=incubator, version=version, recorded_by=by, **vars(facts_given)
    )
    record(by=by, action="adaptation.record", about=adaptation, after=facts(adaptation))
    return adaptation


@transaction.atomic
def record_flow(
    *, by: User, incubator: Incubator, stage: str, reason: str, happened_on: datetime.date
) -> FlowEvent:
    """Record where an incubator left the flow, and why."""
    rules.check_record_running(by=by, incubator=incubator)
    if not reason.strip():
        raise BadDataError(_("Give the reason."))
    check_not_ahead(happened_on)
    rules.check_flow(incubator=incubator, stage=stage, happened_on=happened_on)
    event = FlowEvent.objects.create(
        incubator=incubator,
        stage=stage,
        reason=reason.strip(),
        happened_on=happened_on,
        recorded_by=by,
    )
    record(by=by, action="flow.record", about=event, after=facts(event))
    return event


@transaction.atomic
def take_back_flow(*, by: User, event: FlowEvent) -> None:
    """Take back what was recorded by mistake."""
    event = FlowEvent.objects.select_for_update().select_related("incubator").get(pk=event.pk)
    rules.check_take_back_flow(by=by, event=event)
    record(by=by, action="flow.take_back", about=event, before=facts(event), after=None)
    event.delete()
