"""What sessions ask of a person: a place that is kept for them, where to be next, whom to teach."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.kernel.models import in_language
from ligzda.kernel.room import Work
from ligzda.network.models import User
from ligzda.network.rules import Viewer
from ligzda.training.models import Enrolment
from ligzda.training.sessions import queries

MOST_LED = 3
"""A trainer's next sessions that are told; the page of sessions has all."""


def my_work(viewer: Viewer) -> list[Work]:
    """Return one's places, the sessions that one leads next, and the page of all."""
    if not isinstance(viewer, User):
        return []
    return [*_places(viewer), *_led(viewer), Work(_("Sessions"), reverse("training:sessions"))]


def _places(person: User) -> list[Work]:
    """Return what is offered and what one has taken, of sessions to come."""
    found = []
    for row in queries.own_enrolments(person):
        starts = queries.first_begin(row.session)
        if row.session.cancelled_at is not None or starts <= timezone.now():
            continue
        title = in_language(row.session.version.course, "title")
        page = reverse("training:session", args=[row.session_id])
        if row.state == Enrolment.State.OFFERED and row.offered_until is not None:
            until = timezone.localdate(row.offered_until)
            label = _("A place is kept for you: %(course)s") % {"course": title}
            found.append(Work(label, page, 1, until, kind="sessions"))
        elif row.state == Enrolment.State.ENROLLED:
            label = _("You learn: %(course)s") % {"course": title}
            found.append(Work(label, page, due=timezone.localdate(starts), kind="sessions"))
    return found


def _led(person: User) -> list[Work]:
    coming = queries.coming().filter(trainer=person)[:MOST_LED]
    return [
        Work(
            _("You teach: %(course)s") % {"course": in_language(row.version.course, "title")},
            reverse("training:session_desk", args=[row.pk]),
            due=timezone.localdate(row.begins),
            kind="sessions",
        )
        for row in coming
    ]
