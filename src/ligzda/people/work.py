"""What the room of people asks of a person."""

from django.urls import reverse
from django.utils.translation import gettext as _

from ligzda.kernel.obstacle import may
from ligzda.kernel.room import Work
from ligzda.network.rules import Viewer
from ligzda.people.applications.work import my_work as applications
from ligzda.people.own.queries import record_of
from ligzda.people.rights.work import my_work as rights
from ligzda.people.rules import check_people


def my_work(viewer: Viewer) -> list[Work]:
    """Return the pages of who works with people."""
    if record_of(viewer) is not None:
        return [Work(_("My pages"), reverse("people:own_home"))]
    if not may(check_people, by=viewer):
        return []
    here = [Work(_("People"), reverse("people:people"))]
    return [*here, *applications(viewer), *rights(viewer)]
