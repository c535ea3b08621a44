"""What a person's page shows of their applications."""

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from ligzda.kernel.obstacle import may, obstacle
from ligzda.people.applications import queries, rules
from ligzda.people.person_models import Person
from ligzda.people.rules import check_keep_people


def applications_card(request: HttpRequest, person: Person) -> SafeString:
    """List the applications of a person, and lead to a new one."""
    here = person.municipality
    if not may(check_keep_people, by=request.user, municipality=here):
        return SafeString("")
    rows = queries.applications_of_person(person)
    context = {
        "person": person,
        "rows": [(row, queries.place_of(row), queries.taken(row)) for row in rows],
        "applying": obstacle(rules.check_may_apply, person=person),
    }
    return render_to_string("people/_applications.html", context, request)
