"""What the room of ventures asks of a person, and what it shows on the page of one."""

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from ligzda.kernel.obstacle import may
from ligzda.kernel.room import Work
from ligzda.network.rules import Viewer
from ligzda.people.models import Person
from ligzda.people.rules import municipalities_where
from ligzda.ventures import queries, rules


def my_work(viewer: Viewer) -> list[Work]:
    """Return the page of enterprises, and the contradictions that wait."""
    here = municipalities_where(viewer, rules.KEEPERS)
    if not here:
        return []
    found = [Work(_("Enterprises"), reverse("ventures:enterprises"))]
    if waiting := sum(queries.open_findings(each) for each in here):
        found.append(
            Work(
                _("Contradictions with registers"),
                reverse("ventures:registers"),
                waiting,
                kind="contradictions",
            )
        )
    return found


def on_a_person(request: HttpRequest, person: Person) -> SafeString:
    """Show what somebody founded, to who keeps enterprises there."""
    if not may(rules.check_keep, by=request.user, municipality=person.municipality):
        return SafeString("")
    rows = queries.enterprises_of_person(person)
    return render_to_string("ventures/person_card.html", {"rows": rows, "person": person}, request)
