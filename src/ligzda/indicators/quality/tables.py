"""Findings as a table: what is exported to be mended."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ligzda.indicators.quality.shown import ShownFinding
from ligzda.kernel.tables.declaration import Column, Row, Table
from ligzda.kernel.tables.types import DAY, Text, Whole

FINDINGS = Table(
    "quality",
    _("Findings"),
    _("What the checks of data quality found in the records of a municipality."),
    (
        Column("finding", _("Number"), Whole()),
        Column("check", pgettext_lazy("of data quality", "Check")),
        Column("severity", _("Severity")),
        Column("incubator", _("Incubator"), optional=True),
        Column("row", _("Row"), personal=True),
        Column("day", _("Day"), DAY, personal=True),
        Column("sentence", _("What was found"), Text(most=1000), personal=True),
        Column("owner", _("Who mends it")),
        Column("found_on", _("Found on"), DAY),
        Column("due_on", _("To be mended by"), DAY),
        Column("accepted_until", _("Accepted until"), DAY, optional=True),
    ),
)


def lines(found: Iterable[ShownFinding]) -> list[Row]:
    """Return findings as rows of the table."""
    return [
        {
            "finding": each.row.pk,
            "check": each.row.check_code,
            "severity": each.row.severity,
            "incubator": each.row.incubator,
            "row": each.row.row,
            "day": each.row.day,
            "sentence": each.sentence,
            "owner": each.check.owner,
            "found_on": each.row.found_on,
            "due_on": each.row.due_on,
            "accepted_until": each.accepted_until,
        }
        for each in found
    ]
