"""What is optional: its texts, and who said yes to them. What a no does: effects.py."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet

from ligzda.network.models import Municipality
from ligzda.people.models import Consent, ConsentPurpose, ConsentText, Person
from ligzda.people.queries import identities


@dataclass(frozen=True)
class Choice:
    """One optional thing: its newest text, and the yes to it where there is one.

    `given.text` may be an earlier version: what was said yes to holds until it is taken back.
    """

    text: ConsentText
    given: Consent | None


def newest_texts() -> list[ConsentText]:
    """Return the newest text of each purpose, in the purposes' order."""
    rows = ConsentText.objects.order_by("purpose", "-number").distinct("purpose")
    found = {row.purpose: row for row in rows}
    return [found[purpose] for purpose in ConsentPurpose.values if purpose in found]


def given(person: Person) -> QuerySet[Consent]:
    """Return what a person has said yes to and not taken back."""
    found = Consent.objects.filter(person__in=identities(person), withdrawn_at__isnull=True)
    return found.select_related("text", "person__municipality")


def consented(person: Person, purpose: str) -> bool:
    """Whether a person has said yes to what is done for a purpose, and has not taken it back."""
    return given(person).filter(text__purpose=purpose).exists()


def choices(person: Person) -> list[Choice]:
    """Return every optional thing, and how a person has chosen."""
    yes = {row.text.purpose: row for row in given(person)}
    return [Choice(text, yes.get(text.purpose)) for text in newest_texts()]


def refused(person: Person, purpose: str) -> bool:
    """Whether a person has said yes once, and has taken it back."""
    said = Consent.objects.filter(person__in=identities(person), text__purpose=purpose)
    return said.exists() and not consented(person, purpose)


def stories_to_take_out(
    municipalities: Sequence[Municipality], since: datetime.datetime
) -> QuerySet[Consent]:
    """Return whose picture and story are to leave the news: their yes was taken back since then."""
    again = Consent.objects.filter(
        person=OuterRef("person"), text__purpose=ConsentPurpose.STORY, withdrawn_at__isnull=True
    )
    return Consent.objects.filter(
        ~Exists(again),
        municipality__in=municipalities,
        text__purpose=ConsentPurpose.STORY,
        withdrawn_at__gte=since,
    )
