"""What a person's rights ask of those who answer for the municipality's data."""

from django.urls import reverse
from django.utils.translation import gettext as _

from ligzda.kernel.obstacle import may
from ligzda.kernel.room import Work
from ligzda.network.rules import Viewer
from ligzda.people.rights import queries, retention, rules
from ligzda.people.rules import municipalities_where


def my_work(viewer: Viewer) -> list[Work]:
    """Return the requests that wait, and the records that are kept past their time."""
    if not may(rules.check_rights_somewhere, by=viewer):
        return []
    here = municipalities_where(viewer, rules.ANSWERS)
    rows = queries.open_requests(here)
    first = min((row.due_on for row in rows), default=None)
    found = [
        Work(
            _("Requests about data"), reverse("people:rights"), len(rows), due=first,
            kind="data_requests",
        )
    ]  # fmt: skip
    if may(rules.check_log_somewhere, by=viewer):
        past = sum(retention.overdue(each) for each in here)
        found.append(
            Work(_("Calendar of erasures"), reverse("people:retention"), past, kind="retention")
        )
        found.append(Work(_("Who looked at whose data"), reverse("people:readings")))
    return found
