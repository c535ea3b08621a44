"""What training asks of a person."""

from django.urls import reverse
from django.utils.translation import gettext as _

from ligzda.kernel.obstacle import may
from ligzda.kernel.room import Work
from ligzda.network.models import User
from ligzda.network.rules import Viewer
from ligzda.training.models import Certificate, CourseVersion
from ligzda.training.rules import check_teach


def my_work(viewer: Viewer) -> list[Work]:
    """Return a trainer's pages, and a holder's certificates."""
    found = []
    if may(check_teach, by=viewer):
        drafts = CourseVersion.objects.filter(published_at__isnull=True).count()
        found.append(Work(_("Courses: drafts to publish"), reverse("training:courses"), drafts))
        found.append(Work(_("Certificates issued"), reverse("training:issued")))
    if isinstance(viewer, User) and Certificate.objects.filter(holder=viewer).exists():
        found.append(Work(_("My certificates"), reverse("training:mine")))
    return found
