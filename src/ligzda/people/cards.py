"""What a person's page shows: a card for each package of the room, in the order of their way.

A card is `(request, person) -> SafeString`; empty, where it has nothing to show to this viewer.
"""

from collections.abc import Callable

from django.http import HttpRequest
from django.utils.safestring import SafeString

from ligzda.people.applications.cards import applications_card
from ligzda.people.followups.cards import card as follow_ups
from ligzda.people.models import Person
from ligzda.people.outcomes.cards import card as outcomes
from ligzda.people.own.views import card as account
from ligzda.people.rights.views import card as rights
from ligzda.people.stays.cards import plan_card, stays_card, support_card

Card = Callable[[HttpRequest, Person], SafeString]

CARDS: tuple[Card, ...] = (
    applications_card,
    stays_card,
    plan_card,
    support_card,
    follow_ups,
    outcomes,
    rights,
    account,
)
