"""What the room of people asks of a person."""

from django.urls import reverse
from django.utils.translation import gettext as _

from ligzda.kernel.obstacle import may
from ligzda.kernel.room import Work
from ligzda.network.roles import Permission
from ligzda.network.rules import Viewer
from ligzda.people.applications.work import my_work as applications
from ligzda.people.followups.work import my_work as follow_ups
from ligzda.people.models import PossibleDouble
from ligzda.people.outcomes.work import my_work as own_questions
from ligzda.people.own.queries import record_of
from ligzda.people.rights.work import my_work as rights
from ligzda.people.rules import check_people, municipalities_where
from ligzda.people.stays import work as stays


def my_work(viewer: Viewer) -> list[Work]:
    """Return the pages of who works with people."""
    if record_of(viewer) is not None:
        return [Work(_("My pages"), reverse("people:own_home")), *own_questions(viewer)]
    if not may(check_people, by=viewer):
        return []
    found = [Work(_("People"), reverse("people:people"))]
    keeping = municipalities_where(viewer, {Permission.KEEP_PEOPLE})
    waiting = PossibleDouble.objects.filter(
        municipality__in=keeping, state=PossibleDouble.State.OPEN
    ).count()
    if waiting:
        found.append(
            Work(_("Possible doubles"), reverse("people:doubles"), waiting, kind="doubles")
        )
    found += applications(viewer) + stays.waiting(viewer)
    return found + follow_ups(viewer) + rights(viewer)
