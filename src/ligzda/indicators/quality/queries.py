"""Read side of data quality: it reads what the night stored, and runs no check."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, F, Max, OuterRef, Q, QuerySet, Subquery, Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.indicators.models import Acceptance, QualityCount, QualityFinding, QualityMeasure
from ligzda.indicators.quality import rules
from ligzda.indicators.quality.checks import checks, silent_codes
from ligzda.indicators.quality.shown import ShownFinding
from ligzda.indicators.rules import check_see_network
from ligzda.kernel.confined import EVERYWHERE, HOUSE, rows_of
from ligzda.kernel.errors import NotFoundError
from ligzda.kernel.obstacle import may
from ligzda.network.models import Municipality, Unit
from ligzda.network.roles import Permission
from ligzda.network.rules import Viewer
from ligzda.people.models import Stay
from ligzda.people.rules import municipalities_where

MOST = 200
"""Findings on a page; a file holds all."""


@dataclass(frozen=True)
class BoardRow:
    """A municipality on the board: open findings by severity, how many are accepted or late."""

    municipality: Municipality
    name: str
    errors: int
    warnings: int
    information: int
    accepted: int
    late: int


def places(viewer: Viewer) -> list[Municipality]:
    """Return the municipalities whose board somebody sees."""
    rules.check_see_quality(viewer=viewer)
    if may(check_see_network, viewer=viewer):
        return list(Municipality.objects.filter(incubator__isnull=False).order_by("slug"))
    asked = (Permission.SEE_COUNTS, Permission.KEEP_PEOPLE)
    return municipalities_where(viewer, asked)


def _accepted(on: datetime.date) -> Exists:
    return Exists(Acceptance.objects.filter(finding=OuterRef("pk"), until__gte=on))


def board(viewer: Viewer) -> list[BoardRow]:
    """Return counts by municipality, of what is open and no longer tried out.

    What is open was counted by night; what was accepted since is taken off at once.
    """
    silent, here = silent_codes(timezone.localdate()), places(viewer)
    found: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    with rows_of(EVERYWHERE, HOUSE):
        kept = QualityCount.objects.filter(municipality__in=here, check_code__in=checks())
        for row in kept.exclude(check_code__in=silent):
            of = found[row.municipality_id]
            of[checks()[row.check_code].severity] += row.open
            of["late"] += row.late
        for accepted in _accepted_counts(here, silent):
            of = found[accepted["municipality"]]
            of["accepted"] += accepted["many"]
            of[accepted["finding__severity"]] -= accepted["many"]
            of["late"] -= accepted["late"]
    names = _names(here)
    return [
        BoardRow(each, names.get(each.pk, each.slug), *(of[name] for name in _COUNTED))
        for each in here
        for of in [found[each.pk]]
    ]


_COUNTED = ("error", "warning", "information", "accepted", "late")


def _names(here: list[Municipality]) -> dict[int, str]:
    """Return what municipalities are called today: by the newest unit of each, asked for once."""
    units = Unit.objects.filter(municipality__in=here).defer("geometry")
    return {
        row.municipality_id: str(row.title)
        for row in units.select_related("municipality").order_by("period__startswith")
    }


def _accepted_counts(here: list[Municipality], silent: list[str]) -> Iterable[Mapping[str, Any]]:
    """Count what is accepted today, of what the night counted: by municipality and severity."""
    today = timezone.localdate()
    rows = Acceptance.objects.filter(
        municipality__in=here, until__gte=today, finding__closed_on=None,
        finding__check_code__in=checks(),
    )  # fmt: skip
    many = Count("finding", distinct=True)
    late = Count("finding", distinct=True, filter=Q(finding__due_on__lt=F("finding__seen_on")))
    return (
        rows.exclude(finding__check_code__in=silent)
        .values("municipality", "finding__severity")
        .annotate(many=many, late=late)
        .order_by()
    )


def measures(viewer: Viewer) -> list[tuple[QualityMeasure, str]]:
    """Return how timely and complete records are, for the places whose board somebody sees, each
    with the name of its municipality.
    """
    here = places(viewer)
    names = _names(here)
    with rows_of(EVERYWHERE, HOUSE):
        rows = QualityMeasure.objects.filter(municipality__in=here)
        return [
            (row, names.get(row.municipality_id, row.incubator))
            for row in rows.order_by("incubator", "kind")
        ]


def ran_on() -> datetime.date | None:
    """Return the day on which the checks ran last."""
    with rows_of(EVERYWHERE, HOUSE):
        found = [
            QualityMeasure.objects.aggregate(day=Max("measured_on"))["day"],
            QualityCount.objects.aggregate(day=Max("counted_on"))["day"],
        ]
    return max((day for day in found if day), default=None)


def by_check(viewer: Viewer) -> dict[str, int]:
    """Return how many findings of each check are open, where somebody sees the board."""
    with rows_of(EVERYWHERE, HOUSE):
        rows = QualityCount.objects.filter(municipality__in=places(viewer))
        counted = rows.values("check_code").annotate(many=Sum("open")).order_by()
        return {row["check_code"]: row["many"] for row in counted}


def _with_acceptance(rows: QuerySet[QualityFinding], on: datetime.date) -> QuerySet[QualityFinding]:
    until = Acceptance.objects.filter(finding=OuterRef("pk"), until__gte=on).order_by("-until")
    return rows.annotate(accepted_until=Subquery(until.values("until")[:1]))


def findings(
    viewer: Viewer, municipality: Municipality, *, check: str = "", severity: str = "",
    accepted: bool = False,
) -> list[ShownFinding]:  # fmt: skip
    """Return open findings of a municipality, first those due first; or the accepted ones."""
    rules.check_see_findings(viewer=viewer, municipality=municipality)
    today = timezone.localdate()
    stand = QualityFinding.objects.filter(
        municipality=municipality, closed_on=None, check_code__in=checks()
    )
    stand = stand.filter(_accepted(today)) if accepted else stand.exclude(_accepted(today))
    rows = _with_acceptance(stand, today)
    if check:
        rows = rows.filter(check_code=check)
    else:
        rows = rows.exclude(check_code__in=silent_codes(today))
    if severity:
        rows = rows.filter(severity=severity)
    return _shown(rows)


def _shown(rows: Iterable[QualityFinding]) -> list[ShownFinding]:
    return [ShownFinding(row, getattr(row, "accepted_until", None)) for row in rows]


def finding(viewer: Viewer, pk: int) -> ShownFinding:
    """Return a finding. Raises NotFoundError for one that is not there, or not theirs."""
    rows = QualityFinding.objects.filter(pk=pk, check_code__in=checks()).select_related(
        "municipality"
    )
    row = _with_acceptance(rows, timezone.localdate()).first()
    if row is None:
        raise NotFoundError(_("There is no such finding."))
    rules.check_see_findings(viewer=viewer, municipality=row.municipality)
    return _shown([row])[0]


def person_of(found: QualityFinding) -> int | None:
    """Return the number of the person whose stay it is, where the viewer meets the stay."""
    if found.stay is None:
        return None
    return Stay.objects.filter(pk=found.stay).values_list("person_id", flat=True).first()


def waiting(
    municipality: Municipality, owners: Iterable[str]
) -> tuple[int, datetime.date | None]:  # fmt: skip
    """Return how many findings wait for roles in a municipality, and the first day of theirs."""
    today, mine = timezone.localdate(), set(owners)
    codes = [code for code, check in checks().items() if check.owner in mine]
    rows = (
        QualityFinding.objects.filter(
            municipality=municipality, closed_on=None, check_code__in=codes
        )
        .exclude(check_code__in=silent_codes(today))
        .exclude(severity="information")
        .exclude(_accepted(today))
        .order_by("due_on")
    )
    first = rows.first()
    return rows.count(), first.due_on if first else None
