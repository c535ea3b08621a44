"""Verbs of a person's rights: ask, answer, restrict, consent, hold, write down who stands by."""

import datetime
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.kernel.calendar import month_after
from ligzda.kernel.errors import BadDataError
from ligzda.network.audit import facts, record
from ligzda.network.models import Municipality, User
from ligzda.people.models import (
    Consent,
    ConsentText,
    Person,
    Representative,
    RequestKind,
    RetentionHold,
    RightsRequest,
    Standing,
)
from ligzda.people.queries import identities
from ligzda.people.rights import consents, effects, rules
from ligzda.people.rights.erasing import erase

MONTHS_TO_ANSWER = 1
"""GDPR Art. 12(3): within one month of receipt."""
_RESTRICTS = (RequestKind.RESTRICT, RequestKind.OBJECT)
"""GDPR Art. 18(1): what is objected to is not used while it is weighed, nor afterwards if it was
right to object."""


@transaction.atomic
def ask(*, by: User, person: Person, kind: str, words: str = "") -> RightsRequest:
    """Write down what a person asks about their data."""
    [made] = _ask(by=by, people=[person], kind=kind, words=words, origin="person")
    return made


@transaction.atomic
def propose_erasures(*, by: User, people: Iterable[Person]) -> list[RightsRequest]:
    """Ask for the erasure of those whose time is over; a second person carries each out."""
    return _ask(by=by, people=people, kind=RequestKind.ERASE, words="", origin="retention")


def _ask(
    *, by: User, people: Iterable[Person], kind: str, words: str, origin: str
) -> list[RightsRequest]:
    today, made = timezone.localdate(), []
    for person in people:
        rules.check_ask(by=by, person=person)
        row = RightsRequest.objects.create(
            person=person, municipality=person.municipality, kind=kind, origin=origin,
            words=words.strip(), asked_by=by, asked_on=today,
            due_on=month_after(today, MONTHS_TO_ANSWER),
        )  # fmt: skip
        record(by=by, action=f"request.{kind}", about=row, after=facts(row))
        made.append(row)
    return made


@transaction.atomic
def answer(*, by: User, request: RightsRequest, granted: bool, words: str = "") -> RightsRequest:
    """Do what was asked, or refuse it with the reason; an erasure erases the answer, too."""
    row = RightsRequest.objects.select_for_update(of=("self",)).get(pk=request.pk)
    if granted:
        rules.check_grant(by=by, request=row)
    else:
        rules.check_answer(by=by, request=row)
        if not words.strip():
            raise BadDataError(_("Write why it is refused; the person has a right to know."))
    before = facts(row)
    row.state = RightsRequest.State.GRANTED if granted else RightsRequest.State.REFUSED
    row.answered_by, row.answered_at = by, timezone.now()
    row.answer = words.strip()
    row.save()
    record(by=by, action="request.answer", about=row, before=before, after=facts(row))
    if granted and row.kind in _RESTRICTS:
        _restrict(by, row.person, timezone.localdate())
    if granted and row.kind == RequestKind.ERASE:
        erase(by=by, person=row.person)
        row.refresh_from_db()
    return row


@transaction.atomic
def lift_restriction(*, by: User, person: Person) -> Person:
    """Let a record be used again."""
    rules.check_lift(by=by, person=person)
    _restrict(by, person, None)
    person.refresh_from_db()
    return person


def _restrict(by: User, person: Person, since: datetime.date | None) -> None:
    for row in identities(person).select_for_update():
        before = facts(row)
        row.restricted_on = since
        row.save(update_fields=["restricted_on"])
        action = "person.restrict" if since else "person.lift"
        record(by=by, action=action, about=row, before=before, after=facts(row))


@transaction.atomic
def give_consent(*, by: User, person: Person, text: ConsentText) -> Consent:
    """Write down that a person said yes to a text; a yes to an earlier version ends with it."""
    rules.check_consent(by=by, person=person)
    for older in consents.given(person).filter(text__purpose=text.purpose):
        if older.text_id == text.pk:
            return older
        _withdraw(by, older)
    row = Consent.objects.create(
        person=person, municipality=person.municipality, text=text, noted_by=by
    )
    record(by=by, action="consent.give", about=row, after=facts(row))
    return row


@transaction.atomic
def withdraw_consent(*, by: User, consent: Consent) -> Consent:
    """Take a consent back, and do what its text says that this does."""
    row = Consent.objects.select_for_update(of=("self",)).get(pk=consent.pk)
    rules.check_withdraw(by=by, consent=row)
    _withdraw(by, row)
    effects.undo_what_it_allowed(by=by, person=row.person, purpose=row.text.purpose)
    return row


def _withdraw(by: User, row: Consent) -> None:
    before = facts(row)
    row.withdrawn_at, row.withdrawn_by = timezone.now(), by
    row.save()
    record(by=by, action="consent.withdraw", about=row, before=before, after=facts(row))


@transaction.atomic
def note_hold(
    *,
    by: User,
    municipality: Municipality,
    because: str,
    scope: str,
    first: datetime.date,
    until: datetime.date,
    person: Person | None = None,
) -> RetentionHold:
    """Note what must stay, from a day until before another: of one person, or of everybody."""
    rules.check_hold(by=by, municipality=municipality)
    if until <= first:
        raise BadDataError(_("The last day is before the first."))
    row = RetentionHold.objects.create(
        municipality=municipality, person=person, because=because.strip(), scope=scope,
        period=DateRange(first, until), noted_by=by,
    )  # fmt: skip
    record(by=by, action="hold.note", about=row, after=facts(row))
    return row


@transaction.atomic
def end_hold(*, by: User, hold: RetentionHold) -> RetentionHold:
    """Let go today of what was held; one that begins today or later never was."""
    row = RetentionHold.objects.select_for_update(of=("self",)).get(pk=hold.pk)
    rules.check_end_hold(by=by, hold=row)
    before, today = facts(row), timezone.localdate()
    if row.period.lower >= today:
        row.delete()
        record(by=by, action="hold.end", about=hold, before=before, after=None)
        return hold
    row.period = DateRange(row.period.lower, today)
    row.save()
    record(by=by, action="hold.end", about=row, before=before, after=facts(row))
    return row


@dataclass(frozen=True, kw_only=True)
class RepresentativeFacts:
    """Who stands by a person, as what, since when, and what they may do."""

    standing: str
    name: str
    first: datetime.date
    phone: str = ""
    email: str = ""
    basis: str = ""
    note: str = ""
    may_sign: bool = False
    may_receive: bool = False
    may_see: bool = False


@transaction.atomic
def note_representative(*, by: User, person: Person, given: RepresentativeFacts) -> Representative:
    """Write down who stands by a person from a day on."""
    rules.check_represent(by=by, person=person)
    signs = (Standing.GUARDIAN, Standing.REPRESENTATIVE)
    if given.standing in signs and not given.basis.strip():
        raise BadDataError(_("Write the number and the day of the ruling or the authorisation."))
    values = asdict(given)
    first = values.pop("first")
    row = Representative.objects.create(
        person=person, municipality=person.municipality, period=DateRange(first, None), **values
    )
    record(by=by, action="representative.note", about=row, after=facts(row))
    return row


@transaction.atomic
def end_representative(*, by: User, representative: Representative) -> Representative:
    """Note that somebody stands by a person no longer, from today."""
    row = Representative.objects.select_for_update(of=("self",)).get(pk=representative.pk)
    rules.check_represent(by=by, person=row.person)
    before, today = facts(row), timezone.localdate()
    row.period = DateRange(min(row.period.lower, today), max(today, row.period.lower))
    if row.period.lower == row.period.upper:
        row.delete()
        record(by=by, action="representative.end", about=representative, before=before, after=None)
        return representative
    row.save()
    record(by=by, action="representative.end", about=row, before=before, after=facts(row))
    return row
