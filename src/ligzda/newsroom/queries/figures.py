"""A year in figures: what a report on moderation says (Regulation (EU) 2022/2065, Art. 15)."""

import datetime
from dataclasses import dataclass
from statistics import median

from django.db.models import Count, F, QuerySet
from django.utils import timezone

from ligzda.newsroom.models import Appeal, Ban, Notice, Report, Transition
from ligzda.newsroom.states import DECISIONS, RESTRICTIONS, Ground, State, Step


@dataclass(frozen=True)
class Figures:
    """Counts of one calendar year. Refused submissions leave no trace, so are not counted."""

    year: int
    submitted: int
    held: int
    decisions: dict[str, int]
    restrictions: dict[str, int]
    detected_by_machine: int
    decided_by_machine: int
    undone: int
    reports: int
    notices: int
    notices_led_to_removal: int
    notice_hours_median: float | None
    appeals: int
    appeals_restored: int
    appeal_hours_median: float | None
    bans: int
    objections: int
    bans_lifted: int


def years() -> list[int]:
    """Return the years there is anything to say about, newest first."""
    found = Transition.objects.datetimes("at", "year", order="DESC")
    return [moment.year for moment in found] or [timezone.localdate().year]


def figures(year: int) -> Figures:
    """Return the figures of a year, counted from the steps themselves."""
    zone = timezone.get_current_timezone()
    start = datetime.datetime(year, 1, 1, tzinfo=zone)
    end = datetime.datetime(year + 1, 1, 1, tzinfo=zone)
    steps = Transition.objects.filter(at__gte=start, at__lt=end)
    by_step = dict(steps.values_list("step").annotate(Count("pk")).order_by("step"))
    standing = steps.filter(step__in=RESTRICTIONS, undone_by__isnull=True)
    by_ground = dict(standing.values_list("ground").annotate(Count("pk")).order_by("ground"))
    notices = Notice.objects.filter(at__gte=start, at__lt=end)
    appeals = Appeal.objects.filter(at__gte=start, at__lt=end)
    return Figures(
        year=year,
        submitted=by_step.get(Step.SUBMIT, 0),
        held=steps.filter(step=Step.SUBMIT, after=State.HELD).count(),
        decisions={str(step.label): by_step.get(step, 0) for step in DECISIONS},
        restrictions={str(ground.label): by_ground.get(ground, 0) for ground in Ground},
        detected_by_machine=standing.filter(detected_by_machine=True).count(),
        decided_by_machine=standing.filter(who=Transition.Who.MACHINE).count(),
        undone=by_step.get(Step.UNDO, 0),
        reports=Report.objects.filter(at__gte=start, at__lt=end).count(),
        notices=notices.count(),
        notices_led_to_removal=notices.filter(outcome=Notice.Outcome.REMOVED).count(),
        notice_hours_median=_hours(notices),
        appeals=appeals.count(),
        appeals_restored=steps.filter(step=Step.RESTORE, undone_by__isnull=True).count(),
        appeal_hours_median=_hours(appeals),
        bans=Ban.objects.filter(begins__gte=start, begins__lt=end).count(),
        objections=Ban.objects.filter(objected_at__gte=start, objected_at__lt=end).count(),
        bans_lifted=Ban.objects.filter(lifted_at__gte=start, lifted_at__lt=end).count(),
    )


def _hours(rows: QuerySet[Notice] | QuerySet[Appeal]) -> float | None:
    taken = rows.exclude(decided_at=None).annotate(taken=F("decided_at") - F("at"))
    seconds = [each.total_seconds() for each in taken.values_list("taken", flat=True)]
    return round(median(seconds) / 3600, 1) if seconds else None
