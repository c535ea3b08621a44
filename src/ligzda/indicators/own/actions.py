"""Verbs of a municipality's drawer: add an indicator, write a value, take either away."""

import datetime
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from ligzda.indicators.models import OwnIndicator, OwnValue
from ligzda.indicators.own import rules
from ligzda.network.audit import facts, record
from ligzda.network.models import Municipality, User


@transaction.atomic
def add_own(
    *, by: User, municipality: Municipality, name: str, definition: str, unit: str
) -> OwnIndicator:
    """Put an indicator into the drawer. Raises NotAllowedError, BadDataError for a used name."""
    rules.check_keep_own(by=by, municipality=municipality)
    rules.check_name(name=name, municipality=municipality)
    row = OwnIndicator.objects.create(
        municipality=municipality,
        name=name.strip(),
        definition=definition.strip(),
        unit=unit.strip(),
        added_by=by,
        added_on=timezone.localdate(),
    )
    record(by=by, action="own_indicator.add", about=row, after=facts(row))
    return row


@transaction.atomic
def write_value(
    *, by: User, indicator: OwnIndicator, day: datetime.date, value: Decimal, note: str = ""
) -> OwnValue:
    """Write the value of a day; one that stands there is corrected."""
    rules.check_keep_own(by=by, municipality=indicator.municipality)
    rules.check_day(day=day)
    before = OwnValue.objects.select_for_update().filter(indicator=indicator, day=day).first()
    told = facts(before) if before else None
    row = before or OwnValue(indicator=indicator, day=day)
    row.value, row.note = value, note.strip()
    row.written_by, row.written_on = by, timezone.localdate()
    row.save()
    record(by=by, action="own_value.write", about=row, before=told, after=facts(row))
    return row


@transaction.atomic
def remove_value(*, by: User, value: OwnValue) -> None:
    """Take a value away."""
    rules.check_keep_own(by=by, municipality=value.indicator.municipality)
    record(by=by, action="own_value.remove", about=value, before=facts(value), after=None)
    value.delete()


@transaction.atomic
def remove_own(*, by: User, indicator: OwnIndicator) -> None:
    """Take an indicator that has no values out of the drawer."""
    rules.check_remove(by=by, indicator=indicator)
    record(
        by=by, action="own_indicator.remove", about=indicator, before=facts(indicator), after=None
    )
    indicator.delete()
