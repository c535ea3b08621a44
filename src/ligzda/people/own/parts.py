"""What other packages of the room show on a participant's own pages.

A part is `(request, person) -> SafeString`; empty, where it has nothing to show. Where no part of a
page says anything, the page says so itself.
"""

from collections.abc import Callable, Mapping, Sequence

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from ligzda.people.models import Person, Rater
from ligzda.people.outcomes.queries import asked_of, own_stays
from ligzda.people.own.queries import helpers_of, stay_of
from ligzda.people.plans.queries import in_force

Part = Callable[[HttpRequest, Person], SafeString]


def plan(request: HttpRequest, person: Person) -> SafeString:
    """Show the goal and the steps of the plan that is in force."""
    stay = stay_of(person)
    found = in_force([stay.pk]).get(stay.pk) if stay else None
    if found is None:
        return SafeString()
    return render_to_string("people/own/part_plan.html", {"plan": found}, request)


def forms(request: HttpRequest, person: Person) -> SafeString:
    """Show which questions wait for the person."""
    stays = own_stays(request.user)
    rows = [
        one
        for one in asked_of(stays)
        if one.rater == Rater.PARTICIPANT and one.done is None and one.not_yet is None
    ]
    if not rows:
        return SafeString()
    return render_to_string("people/own/part_forms.html", {"rows": rows}, request)


def phone(request: HttpRequest, person: Person) -> SafeString:
    """Show who works with people in the person's municipality, and their addresses."""
    rows = helpers_of(person)
    if not rows:
        return SafeString()
    return render_to_string("people/own/part_phone.html", {"rows": rows}, request)


PARTS: Mapping[str, Sequence[Part]] = {"plan": (plan,), "forms": (forms,), "phone": (phone,)}


def shown(page: str, request: HttpRequest, person: Person) -> list[SafeString]:
    """Return what the parts of a page say."""
    return [said for part in PARTS.get(page, ()) if (said := part(request, person))]
