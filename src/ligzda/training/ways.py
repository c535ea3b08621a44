"""Where something is learnt next: what refusals and reminders say of it."""

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ligzda.kernel.models import in_language
from ligzda.kernel.room import Way
from ligzda.training.models import Course, OpenedMachine
from ligzda.training.sessions.queries import next_sessions


def machine_right(machine: int) -> Way | None:
    """Return what gives the right to a machine: the course whose version opens it, the newest."""
    opened = OpenedMachine.objects.filter(equipment=machine).select_related("version__course")
    row = opened.order_by("-version__published_at", "-pk").first()
    return way_to(row.version.course) if row else None


def way_to(course: Course) -> Way:
    """Return where a course is taught next, as a sentence and an address."""
    for row in next_sessions(course)[:1]:
        words = _("It is learnt in the course “%(course)s”; the next session: %(when)s, %(place)s.")
        given = {
            "course": in_language(course, "title"),
            "when": date_format(timezone.localtime(row.begins), "d.m.Y H:i"),
            "place": row.place or _("online"),
        }
        return Way(words % given, reverse("training:session", args=[row.number]))
    number = (
        course.versions.filter(published_at__isnull=False)
        .order_by("number")
        .values_list("number", flat=True)
        .last()
    )
    words = _("It is learnt in the course “%(course)s”; no session is announced yet.") % {
        "course": in_language(course, "title")
    }
    if number is None:
        return Way(words, reverse("training:courses"))
    return Way(words, reverse("training:version", args=[course.code, number]))
