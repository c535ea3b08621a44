"""What a person's rights ask of those who answer for the municipality's data."""

import datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.kernel.obstacle import may
from ligzda.kernel.room import Work
from ligzda.network.rules import Viewer
from ligzda.people.rights import consents, queries, retention, rules
from ligzda.people.rules import municipalities_where

STORIES_FOR = datetime.timedelta(days=30)
"""So long it is recalled that a story is to leave the news; the law gives a month for what is asked
(GDPR Art. 12(3))."""


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
    since = timezone.now() - STORIES_FOR
    stories = consents.stories_to_take_out(here, since).order_by("withdrawn_at")
    for row in stories:
        words = _("Take the story of P-%(number)d out of the news") % {"number": row.person_id}
        address = reverse("people:consents", args=[row.person_id])
        found.append(Work(words, address, 1, kind="data_requests"))
    if may(rules.check_log_somewhere, by=viewer):
        past = sum(retention.overdue(each) for each in here)
        found.append(
            Work(_("Calendar of erasures"), reverse("people:retention"), past, kind="retention")
        )
        found.append(Work(_("Who looked at whose data"), reverse("people:readings")))
    return found
