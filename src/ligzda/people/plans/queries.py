"""Read side of plans: that in force, its versions, what waits."""

import datetime
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import Max, Q, QuerySet
from django.utils.translation import gettext as _

from ligzda.kernel.errors import NotFoundError
from ligzda.kernel.obstacle import may
from ligzda.network.models import User
from ligzda.network.rules import Viewer
from ligzda.people.keys import unlock
from ligzda.people.models import Goal, Plan, PlanReview, PlanStep, Stay
from ligzda.people.plans.rules import REVIEWED_EVERY
from ligzda.people.rules import check_see_person


@dataclass(frozen=True)
class PlanOf:
    """A version of a plan with what belongs to it, opened."""

    plan: Plan
    steps: list[PlanStep]
    reviews: list[PlanReview]

    @property
    def next_step(self) -> PlanStep | None:
        """What is to be done next: the first that is not done, by its day."""
        open_steps = [step for step in self.steps if step.done_on is None]
        return min(open_steps, key=lambda step: (step.due, step.number), default=None)


def goal_of(stay: Stay) -> Goal:
    """Return the goal that the stay's model has by factor B."""
    return Goal.ACTIVITY if stay.version.b else Goal.JOB


def plan(viewer: Viewer, pk: int) -> Plan:
    """Return a version of a plan of somebody whom the viewer may see. Raises NotFoundError."""
    found = Plan.objects.select_related(
        "person__municipality", "municipality", "stay__person", "stay__municipality",
        "stay__incubator", "stay__version__model", "written_by", "approved_by",
    )  # fmt: skip
    row = found.filter(pk=pk).first()
    if row is None or not may(check_see_person, by=viewer, person=row.person):
        raise NotFoundError(_("There is no such plan, or it is not yours to see."))
    return row


def step(viewer: Viewer, pk: int) -> PlanStep:
    """Return a step of a plan that the viewer may see. Raises NotFoundError."""
    row = PlanStep.objects.filter(pk=pk).first()
    if row is None:
        raise NotFoundError(_("There is no such step."))
    row.plan = plan(viewer, row.plan_id)
    return row


def opened(plans: Iterable[Plan]) -> list[PlanOf]:
    """Return plans with their steps and reviews, their texts at hand; four queries in all."""
    rows = list(plans)
    steps = list(PlanStep.objects.filter(plan__in=rows))
    reviews = list(PlanReview.objects.filter(plan__in=rows).select_related("by"))
    unlock([*rows, *steps, *reviews])
    return [
        PlanOf(
            row,
            [each for each in steps if each.plan_id == row.pk],
            [each for each in reviews if each.plan_id == row.pk],
        )
        for row in rows
    ]


def versions_of(stays: Collection[int]) -> list[PlanOf]:
    """Return all versions of the plans of stays, the newest first."""
    found = Plan.objects.filter(stay__in=stays).select_related("written_by", "approved_by")
    return opened(found.order_by("-stay__period__startswith", "-number"))


def in_force(stays: Collection[int]) -> dict[int, PlanOf]:
    """Return by stay the version that is in force."""
    found = Plan.objects.filter(stay__in=stays, approved_at__isnull=False)
    newest = found.order_by("stay", "-number").distinct("stay")
    return {each.plan.stay_id: each for each in opened(newest)}


def to_approve(viewer: User, municipalities: Collection[int]) -> QuerySet[Plan]:
    """Return the drafts that wait for this person: others wrote them."""
    found = Plan.objects.filter(municipality__in=municipalities, approved_at__isnull=True)
    lasting = found.filter(stay__period__endswith__isnull=True, person__erased_at__isnull=True)
    return lasting.exclude(written_by=viewer).order_by("written_at")


def without_review(municipalities: Collection[int], today: datetime.date) -> QuerySet[Stay]:
    """Return the stays whose plan nobody has looked at for 90 days, or that had none so long."""
    since = today - REVIEWED_EVERY
    lasting = Stay.objects.filter(
        municipality__in=municipalities,
        period__endswith__isnull=True,
        period__startswith__lte=since,
        person__erased_at__isnull=True,
        person__restricted_on__isnull=True,
    )
    looked = lasting.annotate(
        reviewed=Max("plans__reviews__day"), approved=Max("plans__approved_at__date")
    )
    return looked.filter(
        Q(reviewed__isnull=True) | Q(reviewed__lte=since),
        Q(approved__isnull=True) | Q(approved__lte=since),
    ).order_by("period__startswith")
