"""What it costs to keep machines, when they stand still, and what is due."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Prefetch, QuerySet, Sum
from django.db.models.functions import TruncMonth
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ligzda.incubators.models import (
    Booking,
    ConditionSpan,
    Equipment,
    Incident,
    Incubator,
    Maintenance,
    MaintenancePlan,
    Manual,
)
from ligzda.kernel.calendar import month_after

_HOUR = Decimal(3600)


@dataclass(frozen=True)
class OfAMonth:
    """Something of a machine in a month, which its first day names. EUR to the cent, or hours."""

    equipment: Equipment
    month: datetime.date
    amount: Decimal


def months(first: datetime.date, last: datetime.date) -> Iterator[datetime.date]:
    """Yield the first days of the months from that of `first` to that of `last`."""
    month = first.replace(day=1)
    while month <= last:
        yield month
        month = month_after(month, 1)


def maintenance_costs(
    incubator: Incubator, first: datetime.date, last: datetime.date
) -> list[OfAMonth]:
    """Return what maintenance that was done cost of each machine in each month, EUR."""
    every = (
        Maintenance.objects.filter(
            equipment__incubator=incubator,
            done_on__gte=first.replace(day=1),
            done_on__lt=month_after(last.replace(day=1), 1),
            cost__gt=0,
        )
        .annotate(month=TruncMonth("done_on"))
        .values("equipment", "month")
        .annotate(sum=Sum("cost"))
        .order_by("equipment__name", "month")
    )
    machines = {row.pk: row for row in incubator.equipment.all()}
    return [OfAMonth(machines[row["equipment"]], row["month"], row["sum"]) for row in every]


def downtime(
    incubator: Incubator,
    first: datetime.date,
    last: datetime.date,
    now: datetime.datetime | None = None,
) -> list[OfAMonth]:
    """Return the hours that each machine was under repair in each month, by day and by night."""
    now = now or timezone.now()
    every = ConditionSpan.objects.filter(
        equipment__incubator=incubator, condition=Equipment.Condition.REPAIR
    ).select_related("equipment")
    hours: dict[tuple[str, int, datetime.date], tuple[Equipment, Decimal]] = {}
    for month in months(first, last):
        begin, end = _moment(month), min(_moment(month_after(month, 1)), now)
        for span in every:
            spent = min(span.ends or now, end) - max(span.begins, begin)
            if spent > datetime.timedelta():
                key = (span.equipment.name, span.equipment_id, month)
                _row, sum_ = hours.get(key, (span.equipment, Decimal(0)))
                hours[key] = span.equipment, sum_ + Decimal(spent.total_seconds()) / _HOUR
    return [
        OfAMonth(row, key[2], amount.quantize(Decimal("0.1")))
        for key, (row, amount) in sorted(hours.items(), key=lambda each: each[0])
    ]


def _moment(day: datetime.date) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time()))


@dataclass(frozen=True)
class Due:
    """A plan of maintenance, and when it is due next.

    `on` None: it counts hours of use alone. `left` None: it counts months alone; otherwise the
    hours of use that are left, below zero where it is late.
    """

    plan: MaintenancePlan
    last: datetime.date
    on: datetime.date | None
    left: int | None
    ahead: Maintenance | None
    today: datetime.date

    @property
    def overdue(self) -> bool:
        """Whether it should have been done by now."""
        return (self.on is not None and self.on < self.today) or (
            self.left is not None and self.left <= 0
        )

    def __str__(self) -> str:
        parts = []
        if self.on is not None:
            parts.append(date_format(self.on, "SHORT_DATE_FORMAT"))
        if self.left is not None:
            parts.append(_("after %(hours)d more hours of use") % {"hours": max(0, self.left)})
        return (
            _("%(day)s, or %(hours)s") % dict(zip(("day", "hours"), parts, strict=True))
            if len(parts) == 2
            else parts[0]
        )


def due(
    incubators: Iterable[Incubator],
    today: datetime.date | None = None,
    equipment: Equipment | None = None,
) -> list[Due]:
    """Return the plans that are in force of machines in use, the most urgent first."""
    today = today or timezone.localdate()
    plans = MaintenancePlan.objects.filter(
        equipment__incubator__in=list(incubators), equipment__retired_on=None, ended_on=None
    )
    if equipment is not None:
        plans = plans.filter(equipment=equipment)
    done = Prefetch("done", Maintenance.objects.select_related("occupation"))
    found = [_due(plan, today) for plan in plans.select_related("equipment").prefetch_related(done)]
    return sorted(found, key=lambda each: (not each.overdue, each.on or datetime.date.max))


def _due(plan: MaintenancePlan, today: datetime.date) -> Due:
    every = list(plan.done.all())
    last = max((row.done_on for row in every if row.done_on), default=plan.counts_from)
    ahead = next((row for row in every if row.done_on is None), None)
    on = month_after(last, plan.every_months) if plan.every_months else None
    left = (
        plan.every_hours - hours_of_use(plan.equipment, last, today) if plan.every_hours else None
    )
    return Due(plan, last, on, left, ahead, today)


def hours_of_use(equipment: Equipment, since: datetime.date, until: datetime.date) -> int:
    """Return the whole hours for which a machine was booked, after the first day, to the last."""
    every = Booking.objects.filter(
        stands=True,
        occupations__equipment=equipment,
        begins__gte=_moment(since + datetime.timedelta(days=1)),
        ends__lt=_moment(until + datetime.timedelta(days=1)),
    ).values_list("begins", "ends")
    spent = sum((ends - begins for begins, ends in every), datetime.timedelta())
    return int(spent.total_seconds() // 3600)


def manuals(equipment: Equipment) -> QuerySet[Manual]:
    """Return a machine's manuals without their files."""
    return equipment.manuals.defer("content")


def log_of(incubator: Incubator, equipment: Equipment | None = None) -> Sequence[Incident]:
    """Return what stands in the log of an incubator, or of a machine, the latest first."""
    found = incubator.incidents.select_related("room", "equipment", "recorded_by", "closed_by")
    if equipment is not None:
        found = found.filter(equipment=equipment)
    return list(found.prefetch_related("measures__added_by"))
