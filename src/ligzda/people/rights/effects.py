"""What taking a consent back does at once, beside that `consents.consented` says no from then on.

Of `features` (health and origin) nothing is done at once: what is counted has no name already, and
nobody asks again, because a first day takes it down only where there is a yes (stays.rules). Of
`story` somebody has to take it out of the news: it waits among their work (rights.work).
"""

from collections.abc import Callable

from django.utils import timezone

from ligzda.network.models import User
from ligzda.people.followups.actions import forget
from ligzda.people.models import ConsentPurpose, Person, PersonLetter, TracingContact
from ligzda.people.queries import identities

Effect = Callable[[User, Person], None]


def forget_contacts(by: User, person: Person) -> None:
    """Forget whom the person named: nobody can call them any more."""
    theirs = TracingContact.objects.filter(
        person__in=identities(person), withdrawn_on__isnull=True
    ).select_related("person__municipality")
    for contact in theirs:
        forget(by=by, contact=contact)


def drop_reminders(by: User, person: Person) -> None:
    """Owe no reminder any more; the job of one that was owed finds nothing to send."""
    PersonLetter.objects.filter(
        person__in=identities(person), kind=PersonLetter.Kind.REMINDER, sent_at=None
    ).update(sent_at=timezone.now())


EFFECTS: dict[str, tuple[Effect, ...]] = {
    ConsentPurpose.TRACING: (forget_contacts,),
    ConsentPurpose.MESSAGES: (drop_reminders,),
}


def undo_what_it_allowed(*, by: User, person: Person, purpose: str) -> None:
    """Do at once what the text says that taking it back does."""
    for effect in EFFECTS.get(purpose, ()):
        effect(by, person)
