"""What an hour of a machine costs: what is written off and its maintenance, by the hours booked.

Left out, and said so on the page: electricity, materials, the room, whoever stands by.
"""

import datetime
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import F, Sum
from django.utils import timezone

from ligzda.incubators.costs.months import month_of
from ligzda.incubators.models import Equipment, Incubator, Occupation
from ligzda.incubators.upkeep.queries import maintenance_costs
from ligzda.kernel.calendar import month_after

CENT = Decimal("0.01")
_SECONDS = Decimal(3600)


@dataclass(frozen=True)
class MachineHours:
    """A machine in some months: EUR to the cent, hours as booked, pauses not counted.

    `written_off` None: its price is not known. `maintenance`: what was done and paid.
    """

    equipment: Equipment
    written_off: Decimal | None
    maintenance: Decimal
    hours: Decimal

    @property
    def per_hour(self) -> Decimal | None:
        """EUR an hour, to the cent; None where it was not booked or its price is not known."""
        if self.written_off is None or not self.hours:
            return None
        return ((self.written_off + self.maintenance) / self.hours).quantize(CENT)


def written_off(equipment: Equipment, first: datetime.date, last: datetime.date) -> Decimal | None:
    """Return what of a price is written off in the months `first` to `last`, both included.

    Equal parts from the month after it was bought, as `places.queries.book_value` has them: what is
    left at the end of a month is rounded, so that the months add up to the price to the cent.
    A machine out of use is written off no further.
    """
    if equipment.price is None or equipment.life_months is None or equipment.bought_on is None:
        return None
    until = last if equipment.retired_on is None else min(last, month_of(equipment.retired_on))
    return max(
        Decimal(0), _left(equipment, month_after(month_of(first), -1)) - _left(equipment, until)
    )


def _left(equipment: Equipment, month: datetime.date) -> Decimal:
    """Return what is left of the price at the end of a month."""
    bought, price, life = equipment.bought_on, equipment.price, equipment.life_months
    assert bought is not None
    assert price is not None
    assert life is not None
    gone = (month.year - bought.year) * 12 + month.month - bought.month
    left = min(life, max(0, life - max(0, gone)))
    return (price * left / life).quantize(CENT)


def written_off_of(incubator: Incubator, month: datetime.date) -> Decimal:
    """Return what of all an incubator's machines is written off in a month, EUR."""
    parts = (written_off(row, month, month) for row in incubator.equipment.all())
    return sum((part or Decimal(0) for part in parts), Decimal("0.00"))


def machine_hours(
    incubator: Incubator, first: datetime.date, last: datetime.date
) -> list[MachineHours]:
    """Return each machine with what it cost in some months and the hours booked in them.

    A booking counts in the month in which it begins, and once it is over.
    """
    begins, ends = (
        timezone.make_aware(datetime.datetime.combine(day, datetime.time()))
        for day in (month_of(first), month_after(month_of(last), 1))
    )
    taken = Occupation.objects.filter(
        incubator=incubator, equipment__isnull=False, kind=Occupation.Kind.BOOKING, stands=True,
        booking__begins__gte=begins, booking__begins__lt=ends, booking__ends__lte=timezone.now(),
    )  # fmt: skip
    hours = dict(
        taken.values_list("equipment")
        .annotate(booked=Sum(F("booking__ends") - F("booking__begins")))
        .order_by()
    )
    maintained: dict[int, Decimal] = {}
    for paid in maintenance_costs(incubator, first, last):
        at = paid.equipment.pk
        maintained[at] = maintained.get(at, Decimal(0)) + paid.amount
    return [
        MachineHours(
            row,
            written_off(row, month_of(first), month_of(last)),
            maintained.get(row.pk, Decimal("0.00")),
            _hours(hours.get(row.pk)),
        )
        for row in incubator.equipment.order_by("name")
    ]


def _hours(span: datetime.timedelta | None) -> Decimal:
    seconds = 0 if span is None else int(span.total_seconds())
    return (seconds / _SECONDS).quantize(CENT)
