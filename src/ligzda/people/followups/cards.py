"""What the person's page shows of follow-ups."""

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from ligzda.kernel.obstacle import may
from ligzda.people.followups.queries import contacts_of, follow_ups
from ligzda.people.models import Person
from ligzda.people.queries import stays_of
from ligzda.people.rules import check_keep_people


def card(request: HttpRequest, person: Person) -> SafeString:
    """Show them to who looks after them."""
    if not may(check_keep_people, by=request.user, municipality=person.municipality):
        return mark_safe("")
    stays = stays_of(person)
    context = {"person": person, "rows": follow_ups(stays), "contacts": contacts_of(person)}
    return mark_safe(render_to_string("people/follow_ups_card.html", context, request))
