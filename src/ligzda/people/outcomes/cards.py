"""What the person's page shows of outcomes: per stay, which questionnaire was answered when."""

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from ligzda.kernel.obstacle import may
from ligzda.people.models import Person
from ligzda.people.outcomes import queries
from ligzda.people.queries import stays_of
from ligzda.people.rules import check_support


def card(request: HttpRequest, person: Person) -> SafeString:
    """Show it to who records support in the municipality; others have no part in it."""
    if not may(check_support, by=request.user, municipality=person.municipality):
        return mark_safe("")
    stays = stays_of(person)
    if not stays:
        return mark_safe("")
    asked = queries.asked_of(stays)
    rows = [(stay, [one for one in asked if one.stay == stay]) for stay in stays]
    return mark_safe(
        render_to_string("people/outcomes_card.html", {"person": person, "rows": rows}, request)
    )
