"""What other packages of the room show on a participant's own pages.

A part is `(request, person) -> SafeString`; empty, where it has nothing to show. Where no part of a
page says anything, the page says so itself.
"""

from collections.abc import Callable, Mapping, Sequence

from django.http import HttpRequest
from django.utils.safestring import SafeString

from ligzda.people.models import Person

Part = Callable[[HttpRequest, Person], SafeString]

PARTS: Mapping[str, Sequence[Part]] = {"plan": (), "forms": (), "phone": ()}


def shown(page: str, request: HttpRequest, person: Person) -> list[SafeString]:
    """Return what the parts of a page say."""
    return [said for part in PARTS.get(page, ()) if (said := part(request, person))]
