"""Verbs of the trial. Each checks the rule, changes rows and writes the audit event at once."""

import datetime
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.blueprints.models import ModelVersion
from ligzda.incubators.models import Incubator
from ligzda.network.audit import facts, record
from ligzda.network.errors import BadDataError
from ligzda.network.models import User
from ligzda.trial import draw as public_draw
from ligzda.trial import fidelity, rules
from ligzda.trial.assignment import Problem, assign
from ligzda.trial.fields import fields
from ligzda.trial.models import (
    Course,
    Deviation,
    Draw,
    FidelityAssessment,
    FidelityItem,
    FlowEvent,
    ProtocolArm,
    ProtocolVersion,
)
from ligzda.trial.problems import bounds, from_plain, plain


@transaction.atomic
def begin_version(
    *, by: User, content: Mapping[str, str], plan: str, models: Sequence[ModelVersion]
) -> ProtocolVersion:
    """Begin the protocol: version 1.0 as a draft."""
    rules.check_begin_version(by=by)
    version = ProtocolVersion.objects.create(
        major=1, minor=0, content=dict(content), plan=plan, created_by=by
    )
    _set_arms(version, models)
    record(by=by, action="protocol.begin", about=version, after=facts(version))
    return version


@transaction.atomic
def begin_next(*, by: User, after: ProtocolVersion, major: bool, changed: str) -> ProtocolVersion:
    """Begin the next version as a copy: major where outcomes, plan or models change."""
    rules.check_begin_version(by=by)
    if not changed.strip():
        raise BadDataError(_("Say what changes, and why."))
    version = ProtocolVersion.objects.create(
        major=after.major + 1 if major else after.major,
        minor=0 if major else after.minor + 1,
        content=after.content,
        plan=after.plan,
        changed=changed,
        created_by=by,
    )
    _set_arms(version, [arm.version for arm in after.arms.select_related("version")])
    record(by=by, action="protocol.begin", about=version, after=facts(version))
    return version


@transaction.atomic
def edit_version(
    *,
    by: User,
    version: ProtocolVersion,
    content: Mapping[str, str],
    plan: str,
    models: Sequence[ModelVersion] | None = None,
) -> ProtocolVersion:
    """Change a draft. Unfinished is allowed; a plan that is there must be readable."""
    version = ProtocolVersion.objects.select_for_update().get(pk=version.pk)
    rules.check_edit_protocol(by=by, version=version)
    if plan.strip():
        rules.check_plan(plan)
    before = facts(version)
    known = {field.key for field in fields()}
    version.content = {
        key: value.strip() for key, value in content.items() if key in known and value.strip()
    }
    version.plan = plan.replace("\r\n", "\n")
    version.save(update_fields=["content", "plan"])
    if models is not None:
        _set_arms(version, models)
    record(by=by, action="protocol.edit", about=version, before=before, after=facts(version))
    return version


def _set_arms(version: ProtocolVersion, models: Sequence[ModelVersion]) -> None:
    version.arms.all().delete()
    ProtocolArm.objects.bulk_create(ProtocolArm(protocol=version, version=row) for row in models)


def canonical(version: ProtocolVersion) -> str:
    """Return the text that is frozen: content, plan and model versions as sorted JSON."""
    arms = version.arms.select_related("version__model")
    return json.dumps(
        {
            "version": str(version),
            "content": version.content,
            "plan": version.plan,
            "models": {arm.version.model.code: arm.version.number for arm in arms},
        },
        sort_keys=True,
        ensure_ascii=False,
        indent=1,
    )


@transaction.atomic
def register(*, by: User, version: ProtocolVersion) -> ProtocolVersion:
    """Freeze a complete draft and hash it; from then on the database refuses any change."""
    version = ProtocolVersion.objects.select_for_update().get(pk=version.pk)
    rules.check_register(by=by, version=version)
    before = facts(version)
    version.canonical = canonical(version)
    version.sha256 = hashlib.sha256(version.canonical.encode()).hexdigest()
    version.registered_at, version.registered_by = timezone.now(), by
    version.save()
    record(by=by, action="protocol.register", about=version, before=before, after=facts(version))
    return version


@dataclass(frozen=True)
class Secret:
    """What only the person who commits the draw keeps. It is stored nowhere."""

    seed: int
    salt: str
    draw: Draw


@transaction.atomic
def commit_draw(*, by: User, protocol: ProtocolVersion, problem: Problem) -> Secret:
    """Publish the hash of a fresh seed for this problem; raise where it has no solution.

    Raises UnsatisfiableError. The seed comes back to the caller and is stored nowhere.
    """
    protocol = ProtocolVersion.objects.select_for_update().get(pk=protocol.pk)
    rules.check_commit_draw(by=by, protocol=protocol)
    assign(problem, 0)
    seed, salt = public_draw.fresh_seed()
    hashed = public_draw.problem_hash(problem)
    draw = Draw.objects.create(
        protocol=protocol,
        problem=plain(problem),
        problem_hash=hashed,
        commitment=public_draw.commitment(seed, salt, hashed),
        committed_by=by,
    )
    record(by=by, action="draw.commit", about=draw, after=facts(draw))
    return Secret(seed, salt, draw)


@transaction.atomic
def reveal_draw(
    *, by: User, draw: Draw, seed: int, salt: str, public_value: str, public_source: str
) -> Draw:
    """Hold the draw: check the seed against its hash, add the public number, assign.

    Raises SeedMismatchError; then nothing is written.
    """
    draw = Draw.objects.select_for_update().get(pk=draw.pk)
    rules.check_reveal_draw(by=by, draw=draw)
    if not public_value.strip() or not public_source.strip():
        raise BadDataError(_("Write the public number, where it comes from, and who saw it."))
    public_draw.check(draw.commitment, seed, salt.strip(), draw.problem_hash)
    before = facts(draw)
    draw.seed, draw.salt = seed, salt.strip()
    draw.public_value, draw.public_source = public_value.strip(), public_source.strip()
    draw.revealed_at, draw.revealed_by = timezone.now(), by
    draw.save()
    problem = from_plain(draw.problem)
    drawn = assign(problem, public_draw.seed_of(seed, draw.salt, draw.public_value))
    incubators = {row.slug: row for row in Incubator.objects.all()}
    arms = {
        arm.version.model.code: arm for arm in draw.protocol.arms.select_related("version__model")
    }
    Course.objects.bulk_create(
        Course(draw=draw, incubator=incubators[site], arm=arms[code], during=DateRange(begin, end))
        for site, course in drawn.courses.items()
        for code, begin, end in stretches(problem.periods, course)
    )
    after = facts(draw) | {"courses": {site: list(c) for site, c in drawn.courses.items()}}
    record(by=by, action="draw.reveal", about=draw, before=before, after=after)
    return draw


def stretches(
    periods: Sequence[str], course: Sequence[str]
) -> list[tuple[str, datetime.date, datetime.date]]:
    """Join periods in which the model stays the same: (model, first day, day after the last)."""
    found: list[tuple[str, datetime.date, datetime.date]] = []
    for period, code in zip(periods, course, strict=True):
        begin, end = bounds(period)
        if found and found[-1][0] == code:
            found[-1] = (code, found[-1][1], end)
        else:
            found.append((code, begin, end))
    return found


@dataclass(frozen=True, kw_only=True)
class DeviationFacts:
    """What is said about a deviation."""

    item: str
    planned: str
    actual: str
    reason: str
    happened_on: datetime.date
    seen: str
    bias: str
    sensitivity: str = ""
    claims: str = ""


@transaction.atomic
def record_deviation(
    *, by: User, protocol: ProtocolVersion, facts_given: DeviationFacts
) -> Deviation:
    """Record what was done otherwise than registered."""
    rules.check_record_deviation(by=by, protocol=protocol)
    deviation = Deviation.objects.create(protocol=protocol, recorded_by=by, **vars(facts_given))
    record(by=by, action="deviation.record", about=deviation, after=facts(deviation))
    return deviation


@transaction.atomic
def approve_deviation(*, by: User, deviation: Deviation) -> Deviation:
    """Agree to a deviation that somebody else recorded."""
    deviation = Deviation.objects.select_for_update().get(pk=deviation.pk)
    rules.check_approve_deviation(by=by, deviation=deviation)
    before = facts(deviation)
    deviation.approved_at, deviation.approved_by = timezone.now(), by
    deviation.save(update_fields=["approved_at", "approved_by"])
    record(
        by=by, action="deviation.approve", about=deviation, before=before, after=facts(deviation)
    )
    return deviation


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
    try:
        fidelity.score(
            {name: fidelity.Part(float(p), float(a)) for name, (p, a) in given.parts.items()},
            {name: int(actual) for name, (_p, actual) in given.moderators.items()},
        )
    except ValueError as error:
        raise BadDataError(str(error)) from None
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
    FidelityItem.objects.bulk_create(
        FidelityItem(assessment=assessment, item=item, planned=planned, actual=actual)
        for item, (planned, actual) in {**given.parts, **given.moderators}.items()
    )
    after = facts(assessment) | {
        item: [planned, actual]
        for item, (planned, actual) in {**given.parts, **given.moderators}.items()
    }
    record(by=by, action="fidelity.assess", about=assessment, after=after)
    return assessment


@transaction.atomic
def record_flow(
    *, by: User, incubator: Incubator, stage: str, reason: str, happened_on: datetime.date
) -> FlowEvent:
    """Record where an incubator left the flow, and why."""
    rules.check_record_running(by=by, incubator=incubator)
    if not reason.strip():
        raise BadDataError(_("Give the reason."))
    assigned = Course.objects.filter(incubator=incubator).exists()
    if (stage == FlowEvent.Stage.EXCLUDED) == assigned:
        raise BadDataError(
            _("This incubator has a model assigned; it was not excluded before allocation.")
            if assigned
            else _("This incubator has no model assigned yet; it can only be excluded.")
        )
    if FlowEvent.objects.filter(incubator=incubator, stage=stage).exists():
        raise BadDataError(_("This is already recorded for this incubator."))
    event = FlowEvent.objects.create(
        incubator=incubator,
        stage=stage,
        reason=reason.strip(),
        happened_on=happened_on,
        recorded_by=by,
    )
    record(by=by, action="flow.record", about=event, after=facts(event))
    return event
