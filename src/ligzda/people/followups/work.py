"""The follow-ups that wait for who looks after them, without a name: it goes into a letter."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.kernel.room import Work
from ligzda.network.roles import Permission
from ligzda.network.rules import Viewer
from ligzda.network.templatetags.places import place_name
from ligzda.people.followups.queries import follow_ups_of
from ligzda.people.followups.windows import State
from ligzda.people.rules import municipalities_where


def my_work(viewer: Viewer) -> list[Work]:
    """Return the list of each municipality's follow-ups: how many are due, and by when.

    One whose next try was set to a later day does not wait today.
    """
    today = timezone.localdate()
    found = []
    for here in municipalities_where(viewer, (Permission.KEEP_PEOPLE,)):
        due = [row for row in follow_ups_of(here) if row.state in (State.OPEN, State.LATE)]
        waiting = [row for row in due if row.next_try is None or row.next_try <= today]
        found.append(
            Work(
                _("Follow-ups: %(municipality)s") % {"municipality": place_name(here)},
                f"{reverse('people:follow_ups')}?municipality={here.slug}",
                len(waiting),
                due=min((row.window.on_time_until for row in waiting), default=None),
                kind="follow_ups",
            )
        )
    return found
