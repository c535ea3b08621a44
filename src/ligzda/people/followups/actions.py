"""Verbs of follow-ups: note an attempt, give up and try again, name whom to ask, withdraw them."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.kernel.errors import BadDataError, WrongStateError
from ligzda.network.audit import facts, record
from ligzda.network.models import Undoable, User
from ligzda.network.undoing import keep_for_undo
from ligzda.people.followups import rules
from ligzda.people.followups.models import ContactAttempt, LostFollowUp, TracingContact, Wave
from ligzda.people.person_models import Person
from ligzda.people.stays.models import Stay


@dataclass(frozen=True, kw_only=True)
class AttemptFacts:
    """How somebody was looked for, and what came of it."""

    on: datetime.date
    channel: str
    outcome: str
    next_try: datetime.date | None = None
    note: str = ""


@transaction.atomic
def note_attempt(*, by: User, stay: Stay, wave: Wave, given: AttemptFacts) -> ContactAttempt:
    """Note that somebody was looked for."""
    rules.check_attempt(by=by, stay=stay, wave=wave, on=given.on)
    row = ContactAttempt.objects.create(
        person_id=stay.person_id,
        municipality_id=stay.municipality_id,
        stay=stay,
        wave=wave,
        on=given.on,
        channel=given.channel,
        outcome=given.outcome,
        next_try=given.next_try,
        note=given.note.strip(),
        by=by,
    )
    record(by=by, action="follow_up.attempt", about=row, after=facts(row))
    return row


@transaction.atomic
def note_attempts(*, by: User, asked: Iterable[tuple[Stay, Wave]], given: AttemptFacts) -> Undoable:
    """Note the same attempt for several follow-ups, as when all got one message: all or none."""
    made = [note_attempt(by=by, stay=stay, wave=wave, given=given) for stay, wave in asked]
    if not made:
        raise BadDataError(_("Nobody is ticked."))
    return keep_for_undo(by=by, act="attempts.note", rows=made)


@transaction.atomic
def take_attempts_out(*, by: User, rows: Sequence[models.Model]) -> str:
    """Undo that the same attempt was noted for several."""
    for row in rows:
        assert isinstance(row, ContactAttempt)
        rules.check_keep_follow_ups(by=by, stay=row.stay)
        record(by=by, action="follow_up.attempt.undo", about=row, before=facts(row), after=None)
    ContactAttempt.objects.filter(pk__in=[row.pk for row in rows]).delete()
    return reverse("people:follow_ups")


@transaction.atomic
def give_up(*, by: User, stay: Stay, wave: Wave, reason: str) -> LostFollowUp:
    """Say that nobody tries any more, and why."""
    rules.check_give_up(by=by, stay=stay, wave=wave)
    row = LostFollowUp.objects.create(
        person_id=stay.person_id,
        municipality_id=stay.municipality_id,
        stay=stay,
        wave=wave,
        reason=reason,
        on=timezone.localdate(),
        by=by,
    )
    record(by=by, action="follow_up.give_up", about=row, after=facts(row))
    return row


@transaction.atomic
def try_again(*, by: User, lost: LostFollowUp) -> None:
    """Take it back that nobody tries any more."""
    rules.check_keep_follow_ups(by=by, stay=lost.stay)
    record(by=by, action="follow_up.try_again", about=lost, before=facts(lost), after=None)
    lost.delete()


@transaction.atomic
def name_contact(
    *, by: User, person: Person, name: str, reach_by: str, relation: str = ""
) -> TracingContact:
    """Write down whom the person names; at most three at a time."""
    # Two that are named at once each need a place of their own.
    person = Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    rules.check_name_contact(by=by, person=person)
    rules.check_contact(name=name, reach_by=reach_by)
    there = TracingContact.objects.filter(person=person, withdrawn_on__isnull=True)
    taken = set(there.values_list("place", flat=True))
    free = [place for place in range(1, TracingContact.MOST + 1) if place not in taken]
    if not free:
        raise WrongStateError(
            _("There are three contacts already. Withdraw one before you name another.")
        )
    row = TracingContact.objects.create(
        person=person,
        municipality_id=person.municipality_id,
        place=free[0],
        name=name.strip(),
        reach_by=reach_by.strip(),
        relation=relation.strip(),
        named_on=timezone.localdate(),
    )
    record(by=by, action="tracing_contact.name", about=row, after=facts(row))
    return row


@transaction.atomic
def withdraw_contact(*, by: User, contact: TracingContact) -> None:
    """Forget whom the person named; that somebody was named stays."""
    contact = TracingContact.objects.select_for_update(of=("self",)).get(pk=contact.pk)
    rules.check_withdraw_contact(by=by, contact=contact)
    forget(by=by, contact=contact)


def forget(*, by: User, contact: TracingContact) -> None:
    """Forget a contact of whom it was checked that they may be withdrawn."""
    contact.name = contact.reach_by = contact.relation = ""
    contact.withdrawn_on = timezone.localdate()
    contact.save()
    record(by=by, action="tracing_contact.withdraw", about=contact, after=facts(contact))
