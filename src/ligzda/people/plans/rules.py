"""Who writes a plan, who approves it, when it is looked at again."""

import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.kernel.errors import BadDataError, WrongStateError
from ligzda.network.models import User
from ligzda.network.rules import Viewer
from ligzda.people.models import Plan, PlanStep, Stay
from ligzda.people.rules import check_approve, check_in_use
from ligzda.people.stays.rules import check_keep_stay, check_lasts

MOST_STEPS = 8
REVIEWED_EVERY = datetime.timedelta(days=90)


def check_write(*, by: Viewer, stay: Stay) -> None:
    """A plan is written while the stay lasts; a draft is changed by who wrote it.

    Else two would write it, and either could approve their own words under the other's name.
    """
    check_lasts(by=by, stay=stay)
    draft = Plan.objects.filter(stay=stay, approved_at__isnull=True).first()
    if draft is not None and isinstance(by, User) and draft.written_by_id != by.pk:
        raise WrongStateError(
            _("There is a draft by %(name)s; only they change it. Approve it, or discard it.")
            % {"name": draft.written_by.name}
        )


def check_discard(*, by: Viewer, plan: Plan) -> None:
    """A draft can be discarded by who keeps people there."""
    check_keep_stay(by=by, stay=plan.stay)
    _check_draft(plan)


def check_approve_plan(*, by: Viewer, plan: Plan) -> None:
    """A plan is approved by a second person who decides about people there."""
    check_approve(by=by, municipality=plan.municipality)
    _check_draft(plan)
    check_in_use(person=plan.person)
    if isinstance(by, User) and plan.written_by_id == by.pk:
        raise WrongStateError(_("You wrote this plan; somebody else approves it."))


def check_follow(*, by: Viewer, plan: Plan) -> None:
    """Steps are marked and reviews written of the plan that is in force, while the stay lasts."""
    check_lasts(by=by, stay=plan.stay)
    if plan.approved_at is None:
        raise WrongStateError(_("The plan is not approved yet."))
    newer = Plan.objects.filter(
        stay=plan.stay_id, number__gt=plan.number, approved_at__isnull=False
    )
    if newer.exists():
        raise WrongStateError(_("A newer version of the plan is in force."))


def check_steps(*, stay: Stay, dues: list[datetime.date]) -> None:
    """A plan has steps, and none is due before the stay."""
    if not 1 <= len(dues) <= MOST_STEPS:
        raise BadDataError(_("A plan has between one and %(most)s steps.") % {"most": MOST_STEPS})
    if min(dues) < stay.period.lower:
        raise BadDataError(_("A step is due before the first day of the stay."))


def check_day(*, day: datetime.date, since: datetime.date) -> None:
    """What was done or looked at was so since the stay began, and not in the future."""
    if day > timezone.localdate():
        raise BadDataError(_("This day is still to come."))
    if day < since:
        raise BadDataError(_("This day is before the first day of the stay."))


def check_mark(*, by: Viewer, step: PlanStep) -> None:
    """A step is marked as done in the plan that is in force."""
    check_follow(by=by, plan=step.plan)


def _check_draft(plan: Plan) -> None:
    if plan.approved_at is not None:
        raise WrongStateError(_("This version of the plan is approved already."))
