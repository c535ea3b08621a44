"""What training asks of a person."""

from django.urls import reverse
from django.utils.translation import gettext as _

from ligzda.kernel.models import in_language
from ligzda.kernel.obstacle import may
from ligzda.kernel.room import Work
from ligzda.network.models import User
from ligzda.network.roles import Permission
from ligzda.network.rules import Viewer, roles_held
from ligzda.training.mentoring.work import my_work as mentoring
from ligzda.training.models import Certificate, CourseVersion
from ligzda.training.rules import check_teach
from ligzda.training.sessions.work import my_work as sessions


def my_work(viewer: Viewer) -> list[Work]:
    """Return a trainer's pages, and a holder's certificates."""
    found = []
    if may(check_teach, by=viewer):
        drafts = CourseVersion.objects.filter(published_at__isnull=True).select_related("course")
        found += [
            Work(
                _("Draft of a course: %(title)s") % {"title": in_language(row.course, "title")},
                reverse("training:draft", args=[row.course.code]),
                began=True,
            )
            for row in drafts
        ]
        found.append(Work(_("Courses"), reverse("training:courses")))
        found.append(Work(_("Certificates issued"), reverse("training:issued")))
    if any(Permission.ASK_MENTOR in role.permissions for role, _at in roles_held(viewer)):
        found.append(Work(_("What can be learnt"), reverse("training:courses")))
    if isinstance(viewer, User) and Certificate.objects.filter(holder=viewer).exists():
        found.append(Work(_("My certificates"), reverse("training:mine")))
    return found + sessions(viewer) + mentoring(viewer)
