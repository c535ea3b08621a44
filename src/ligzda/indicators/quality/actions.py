"""Verbs of data quality: run the checks, accept a finding, take that back."""

import datetime
from typing import Any

from django.db import connection, transaction
from django.db.models import Count, Q
from django.utils import timezone

from ligzda.indicators.counting import postgres
from ligzda.indicators.models import Acceptance, QualityCount, QualityFinding, QualityMeasure
from ligzda.indicators.quality import rules
from ligzda.indicators.quality.checks import Check, checks
from ligzda.indicators.quality.conditions import found
from ligzda.indicators.quality.measures import measures
from ligzda.indicators.queries import whole_tables
from ligzda.kernel.confined import EVERYWHERE, HOUSE, rows_of
from ligzda.network.audit import facts, record
from ligzda.network.models import Municipality, User

# What was closed begins anew: another first day, another day by which it is to be mended.
_STORE = """
WITH found AS ({query})
INSERT INTO indicators_qualityfinding AS there (
    check_code, version, "row", municipality_id, incubator, stay, severity, day, "values",
    found_on, seen_on, due_on
)
SELECT
    %(code)s, %(version)s, found."row", found.municipality, coalesce(found.incubator, ''),
    found.stay, %(severity)s, found.day,
    to_jsonb(found) - '{{row,municipality,incubator,stay,day}}'::text[],
    %(as_of)s, %(as_of)s, %(as_of)s::date + %(due_in)s
FROM found
ON CONFLICT (check_code, version, "row") DO UPDATE SET
    municipality_id = excluded.municipality_id,
    incubator = excluded.incubator,
    severity = excluded.severity,
    day = excluded.day,
    "values" = excluded."values",
    seen_on = excluded.seen_on,
    found_on = CASE WHEN there.closed_on IS NULL THEN there.found_on ELSE excluded.found_on END,
    due_on = CASE WHEN there.closed_on IS NULL THEN there.due_on ELSE excluded.due_on END,
    closed_on = NULL
WHERE there.seen_on <= excluded.seen_on
"""


def run_checks(*, by: User) -> None:
    """Store what every check finds today, and close what none finds any more; everywhere.

    Each check is one statement, in a transaction of its own: one that fails leaves the others.
    """
    today = timezone.localdate()
    rules.check_run(by=by)
    with rows_of(EVERYWHERE, HOUSE):
        places = list(Municipality.objects.values_list("pk", flat=True))
        asked = {"places": places, "first_day": today, "last_day": today, "as_of": today}
        for check in checks().values():
            _run(check, asked, today)
        # What a check that is no more, or an older version of it, found is found by nobody.
        newest = Q()
        for check in checks().values():
            newest |= Q(check_code=check.code, version=check.version)
        QualityFinding.objects.filter(closed_on=None, seen_on__lt=today).exclude(newest).update(
            closed_on=today
        )
        _measure(asked, today)
        _count(today)


@transaction.atomic
def _run(check: Check, asked: dict[str, Any], today: datetime.date) -> None:
    more = {
        "code": check.code,
        "version": check.version,
        "severity": check.severity,
        "due_in": check.due_in,
    }
    with whole_tables(), connection.cursor() as cursor:
        cursor.execute(_STORE.format(query=postgres(found(check.code))), asked | more)
    QualityFinding.objects.filter(
        check_code=check.code, version=check.version, closed_on=None, seen_on__lt=today
    ).update(closed_on=today)


@transaction.atomic
def _measure(asked: dict[str, Any], today: datetime.date) -> None:
    QualityMeasure.objects.all().delete()
    with whole_tables(), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO indicators_qualitymeasure (municipality_id, incubator, kind, counted, "
            "done, median_days, ninth_days, measured_on) SELECT municipality, incubator, kind, "
            f"counted, done, median_days, ninth_days, %(as_of)s FROM ({postgres(measures())}) m",
            asked,
        )


@transaction.atomic
def _count(today: datetime.date) -> None:
    """Keep for the boards how many findings are open, and how many of them late."""
    late = Count("pk", filter=Q(due_on__lt=today))
    open_ones = QualityFinding.objects.filter(closed_on=None)
    counted = open_ones.values("municipality", "check_code").annotate(open=Count("pk"), late=late)
    QualityCount.objects.all().delete()
    QualityCount.objects.bulk_create(
        QualityCount(
            municipality_id=row["municipality"],
            check_code=row["check_code"],
            open=row["open"],
            late=row["late"],
            counted_on=today,
        )
        for row in counted.order_by()
    )


@transaction.atomic
def accept(*, by: User, finding: QualityFinding, reason: str, until: datetime.date) -> Acceptance:
    """Say why a finding may stand, until a day; then it is open again."""
    finding = QualityFinding.objects.select_for_update().get(pk=finding.pk)
    rules.check_accept(by=by, finding=finding)
    rules.check_acceptance(reason=reason, until=until)
    row = Acceptance.objects.create(
        finding=finding,
        municipality_id=finding.municipality_id,
        reason=reason.strip(),
        accepted_on=timezone.localdate(),
        accepted_by=by,
        until=until,
    )
    record(by=by, action="quality.accept", about=row, after=facts(row))
    return row


@transaction.atomic
def reopen(*, by: User, finding: QualityFinding) -> None:
    """Take it back that a finding may stand: it ended yesterday, or never began."""
    finding = QualityFinding.objects.select_for_update().get(pk=finding.pk)
    rules.check_reopen(by=by, finding=finding)
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    for row in finding.acceptances.filter(until__gt=yesterday):
        before = facts(row)
        if row.accepted_on > yesterday:
            record(by=by, action="quality.reopen", about=row, before=before, after=None)
            row.delete()
            continue
        row.until = yesterday
        row.save()
        record(by=by, action="quality.reopen", about=row, before=before, after=facts(row))
