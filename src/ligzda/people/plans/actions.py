"""Verbs of an individual plan: write, approve, discard, mark a step, review."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import models, transaction
from django.db.models import Max
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.kernel.errors import BadDataError, WrongStateError
from ligzda.network.audit import facts, record
from ligzda.network.models import Undoable, User
from ligzda.network.undoing import keep_for_undo, put_back
from ligzda.people.models import Plan, PlanReview, PlanStep, Stay
from ligzda.people.plans import rules
from ligzda.people.stays.actions import locked


@dataclass(frozen=True)
class Step:
    """What is to be done, by when; done already, where an earlier version said so."""

    what: str
    due: datetime.date
    done_on: datetime.date | None = None


@transaction.atomic
def write_plan(*, by: User, stay: Stay, goal: str, aim: str, steps: Sequence[Step]) -> Plan:
    """Write the draft of a stay's next version, or change one's own draft."""
    stay = locked(stay)
    rules.check_write(by=by, stay=stay)
    rules.check_steps(stay=stay, dues=[step.due for step in steps])
    if not aim.strip() or not all(step.what.strip() for step in steps):
        raise BadDataError(_("Write the goal and each step in words."))
    plan = Plan.objects.filter(stay=stay, approved_at__isnull=True).first()
    before = None
    if plan is None:
        newest = Plan.objects.filter(stay=stay).aggregate(newest=Max("number"))["newest"] or 0
        plan = Plan(
            person_id=stay.person_id,
            municipality_id=stay.municipality_id,
            stay=stay,
            number=newest + 1,
            written_by=by,
        )
    else:
        before = facts(plan)
        PlanStep.objects.filter(plan=plan).delete()
    plan.goal, plan.aim, plan.written_at = goal, aim.strip(), timezone.now()
    plan.save()
    PlanStep.objects.bulk_create(
        PlanStep(
            person_id=stay.person_id,
            municipality_id=stay.municipality_id,
            plan=plan,
            number=number,
            what=step.what.strip(),
            due=step.due,
            done_on=step.done_on,
        )
        for number, step in enumerate(steps, 1)
    )
    dues = {"steps": [step.due.isoformat() for step in steps]}
    record(by=by, action="plan.write", about=plan, before=before, after=facts(plan) | dues)
    return plan


@transaction.atomic
def approve_plan(*, by: User, plan: Plan, seen: str) -> Plan:
    """Put a draft in force. From now on it is fixed; what changes is a new version.

    `seen`: when the draft that was looked at was written (ISO 8601); no other is approved.
    """
    plan = _locked(plan)
    rules.check_approve_plan(by=by, plan=plan)
    if plan.written_at.isoformat() != seen:
        raise WrongStateError(_("The draft was changed since you opened it. Read it again."))
    before = facts(plan)
    plan.approved_by, plan.approved_at = by, timezone.now()
    plan.save(update_fields=["approved_by", "approved_at"])
    record(by=by, action="plan.approve", about=plan, before=before, after=facts(plan))
    return plan


@transaction.atomic
def discard_plan(*, by: User, plan: Plan) -> Undoable:
    """Throw a draft away; the version in force stays. It can be undone for ten minutes."""
    plan = _locked(plan)
    rules.check_discard(by=by, plan=plan)
    rows = [plan, *PlanStep.objects.filter(plan=plan)]
    kept = keep_for_undo(by=by, act="plan.discard", rows=rows)
    record(by=by, action="plan.discard", about=plan, before=facts(plan), after=None)
    PlanStep.objects.filter(plan=plan).delete()
    plan.delete()
    return kept


@transaction.atomic
def put_draft_back(*, by: User, rows: Sequence[models.Model]) -> str:
    """Undo that a draft was thrown away; return its page."""
    plan = rows[0]
    assert isinstance(plan, Plan)
    rules.check_write(by=by, stay=plan.stay)
    put_back(by=by, act="plan.discard", rows=rows)
    return reverse("people:plan", args=[plan.pk])


@transaction.atomic
def mark_step(*, by: User, step: PlanStep, done_on: datetime.date | None) -> Undoable:
    """Say on which day a step was done; None: it is not done after all. It can be undone."""
    rules.check_mark(by=by, step=step)
    kept = keep_for_undo(by=by, act="plan.step", rows=[PlanStep.objects.get(pk=step.pk)])
    if done_on is not None:
        rules.check_day(day=done_on, since=step.plan.stay.period.lower)
    before = facts(step)
    step.done_on = done_on
    step.save(update_fields=["done_on"])
    record(by=by, action="plan.step", about=step, before=before, after=facts(step))
    return kept


@transaction.atomic
def put_step_back(*, by: User, rows: Sequence[models.Model]) -> str:
    """Undo that a step was marked; return the plan's page."""
    [step] = rows
    assert isinstance(step, PlanStep)
    rules.check_mark(by=by, step=step)
    # A plan that is in force keeps its steps but for this: no row is written as a whole.
    there = PlanStep.objects.select_for_update().get(pk=step.pk)
    before, there.done_on = facts(there), step.done_on
    there.save(update_fields=["done_on"])
    record(by=by, action="plan.step.undo", about=there, before=before, after=facts(there))
    return reverse("people:plan", args=[step.plan_id])


@transaction.atomic
def review_plan(*, by: User, plan: Plan, day: datetime.date, text: str) -> PlanReview:
    """Write down what was found when the plan was looked at with the person."""
    rules.check_follow(by=by, plan=plan)
    rules.check_day(day=day, since=plan.stay.period.lower)
    if not text.strip():
        raise BadDataError(_("Write what was found."))
    review = PlanReview(
        person_id=plan.person_id,
        municipality_id=plan.municipality_id,
        plan=plan,
        day=day,
        text=text.strip(),
        by=by,
    )
    review.save(force_insert=True)
    record(by=by, action="plan.review", about=review, after=facts(review))
    return review


def _locked(plan: Plan) -> Plan:
    return Plan.objects.select_for_update(of=("self",)).get(pk=plan.pk)
