"""Whether somebody belongs to a target group, by the list of the day on which they applied."""

import datetime
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from ligzda.kernel.dates import plain_date
from ligzda.people.applications.group_models import TargetGroup


@dataclass(frozen=True)
class Eligibility:
    """Whether somebody is eligible, by which groups, and every reason as a sentence."""

    eligible: bool
    groups: Sequence[TargetGroup]
    reasons: Sequence[str]

    @property
    def why(self) -> str:
        """The reasons in one paragraph."""
        return " ".join(self.reasons)


def listed_on(day: datetime.date) -> QuerySet[TargetGroup]:
    """Return the groups that are on the list of a day."""
    return TargetGroup.objects.filter(
        Q(valid_to__isnull=True) | Q(valid_to__gte=day), valid_from__lte=day
    )


def age_on(day: datetime.date, born: datetime.date) -> int:
    """Return an age in whole years; who is born on 29 February is older from 1 March."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def eligibility(
    codes: Collection[str], born: datetime.date | None, day: datetime.date
) -> Eligibility:
    """Hold what somebody says of themselves against the list of a day."""
    every = TargetGroup.objects.filter(code__in=codes)
    today = {row.code: row for row in listed_on(day).filter(code__in=codes)}
    met, reasons = [], []
    for code in codes:
        row = today.get(code)
        refused = _not_listed(code, every, day) if row is None else _of_age(row, born, day)
        if row is not None and not refused:
            met.append(row)
            given = {"group": row.name, "source": row.source, "day": plain_date(day)}
            reasons.append(
                _("“%(group)s” is on the list that was in force on %(day)s (%(source)s).") % given
            )
        else:
            reasons.append(refused)
    if not codes:
        reasons.append(
            _("No target group was named of the list that was in force on %(day)s.")
            % {"day": plain_date(day)}
        )
    return Eligibility(bool(met), met, reasons)


def _not_listed(code: str, every: QuerySet[TargetGroup], day: datetime.date) -> str:
    """Say when a group was on a list, or will be."""
    rows = [row for row in every if row.code == code]
    later = [row for row in rows if row.valid_from > day]
    earlier = [row for row in rows if row.valid_to is not None and row.valid_to < day]
    given = {"group": rows[0].name if rows else code, "day": plain_date(day)}
    if later:
        begins = min(row.valid_from for row in later)
        return _("“%(group)s” was not on the list on %(day)s: it is there from %(begins)s.") % {
            **given,
            "begins": plain_date(begins),
        }
    if earlier:
        ended = max(row.valid_to for row in earlier if row.valid_to)
        return _(
            "“%(group)s” was not on the list any more on %(day)s: it was there until %(ended)s."
        ) % {**given, "ended": plain_date(ended)}
    return _("“%(group)s” was not on the list on %(day)s.") % given


def _of_age(row: TargetGroup, born: datetime.date | None, day: datetime.date) -> str:
    """Return why somebody's age does not fit, or nothing."""
    if row.age_from is None and row.age_below is None:
        return ""
    given = {"group": row.name, "day": plain_date(day)}
    if born is None:
        return _("“%(group)s” depends on the age, and the date of birth is not known.") % given
    given["age"] = age = age_on(day, born)
    if row.age_from is not None and age < row.age_from:
        return _(
            "“%(group)s” is for people of %(from)d years or more; on %(day)s the age was %(age)d."
        ) % {**given, "from": row.age_from}
    if row.age_below is not None and age >= row.age_below:
        return _(
            "“%(group)s” is for people younger than %(below)d years; on %(day)s the age was "
            "%(age)d."
        ) % {**given, "below": row.age_below}
    return ""
