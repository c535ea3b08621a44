"""What is optional: its texts, who said yes to them, and what taking it back does."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import QuerySet

from ligzda.network.models import User
from ligzda.people.models import Consent, ConsentPurpose, ConsentText, Person
from ligzda.people.queries import identities

Effect = Callable[[User, Person], None]

EFFECTS: dict[str, tuple[Effect, ...]] = {}
"""Purpose → what taking the consent back does at once, beside that `consented` says no."""


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


def undo_what_it_allowed(*, by: User, person: Person, purpose: str) -> None:
    """Do at once what the text says that taking it back does."""
    for effect in EFFECTS.get(purpose, ()):
        effect(by, person)
