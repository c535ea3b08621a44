"""What waits in applications: to decide, to answer, offers that run."""

from django.db.models import Min
from django.urls import reverse
from django.utils.translation import gettext as _

from ligzda.kernel.obstacle import may
from ligzda.kernel.room import Work
from ligzda.network.roles import Permission
from ligzda.network.rules import Viewer
from ligzda.people.applications import queries
from ligzda.people.rules import check_keep_somewhere, municipalities_where

KIND = "applications"


def my_work(viewer: Viewer) -> list[Work]:
    """Return what waits at each municipality that somebody keeps people for."""
    if not may(check_keep_somewhere, by=viewer):
        return []
    found = []
    for here in municipalities_where(viewer, (Permission.KEEP_PEOPLE,)):
        asked = f"?municipality={here.slug}"
        page = reverse("people:applications") + asked
        for label, rows, field, url in (
            (_("Applications to decide"), queries.to_decide(here), "due_on", page),
            (_("Appeals to answer"), queries.appeals_to_answer(here), "due_on", page),
            (_("Offers that wait for an answer"), queries.offers_open(here), "answer_until",
             reverse("people:line") + asked),
        ):  # fmt: skip
            count, due = rows.count(), rows.aggregate(first=Min(field))["first"]
            if count:
                found.append(Work(label, url, count, due, KIND))
        found.append(Work(_("Applications"), page))
    return found
