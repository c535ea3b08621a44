"""Verbs of mentoring: offer, ask, confirm a pair, record, note, end, forget."""

import datetime
from collections.abc import Mapping, Sequence

from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.kernel.confined import EVERYWHERE, HOUSE, rows_of
from ligzda.kernel.errors import WrongStateError
from ligzda.network.audit import facts, record
from ligzda.network.models import Municipality, User
from ligzda.training.mentoring import queries, rules
from ligzda.training.mentoring.models import (
    MentorHours,
    MentoringMeeting,
    MentoringNote,
    MentoringPair,
    MentorOffer,
    MentorWish,
)

Hours = Mapping[int, tuple[datetime.time, datetime.time]]
"""Day of the week (ISO 8601) → from, to."""
A_YEAR = datetime.timedelta(days=366)
"""A leap year's: notes are kept for a year at least."""


@transaction.atomic
def offer(
    *, by: User, topics: Sequence[str], languages: Sequence[str], places: int, hours: Hours
) -> MentorOffer:
    """Say what one can help with and when; it takes the place of what was said before."""
    rules.check_offer(by=by)
    row, _made = MentorOffer.objects.update_or_create(
        user=by, defaults={"topics": topics, "languages": languages, "places": places}
    )
    row.hours.all().delete()
    MentorHours.objects.bulk_create(
        MentorHours(offer=row, weekday=weekday, begins=begins, ends=ends)
        for weekday, (begins, ends) in hours.items()
    )
    record(by=by, action="mentor.offer", about=row, after=facts(row))
    return row


@transaction.atomic
def ask(*, by: User, municipality: Municipality, topic: str, language: str) -> MentorWish:
    """Ask for a mentor."""
    rules.check_ask(by=by, municipality=municipality)
    try:
        with transaction.atomic():
            row = MentorWish.objects.create(
                participant=by, municipality=municipality, topic=topic, language=language
            )
    except IntegrityError as error:
        raise WrongStateError(_("You have asked for a mentor already.")) from error
    record(by=by, action="mentor.ask", about=row, after={"wish": row.pk})
    return row


@transaction.atomic
def take_back(*, by: User) -> None:
    """Take one's open wish back."""
    for row in MentorWish.objects.select_for_update().filter(participant=by, closed_at=None):
        row.closed_at = timezone.now()
        row.save(update_fields=["closed_at"])
        record(by=by, action="mentor.take_back", about=row, after={"wish": row.pk})


@transaction.atomic
def confirm(*, by: User, wish: MentorWish, mentor: User) -> MentoringPair:
    """Make a pair from today on, of who asked and a mentor who fits."""
    wish = MentorWish.objects.select_for_update(of=("self",)).get(pk=wish.pk)
    rules.check_confirm(by=by, wish=wish)
    User.objects.select_for_update().get(pk=mentor.pk)  # two managers, one free place
    if mentor.pk not in {each.mentor.pk for each in queries.suggestions(wish)}:
        raise WrongStateError(_("This mentor has no free place, or does not fit any more."))
    try:
        with transaction.atomic():
            pair = MentoringPair.objects.create(
                mentor=mentor,
                participant=wish.participant,
                municipality=wish.municipality,
                topic=wish.topic,
                language=wish.language,
                period=DateRange(timezone.localdate(), None),
                confirmed_by=by,
            )
    except IntegrityError as error:
        raise WrongStateError(_("These two are a pair already.")) from error
    wish.closed_at = timezone.now()
    wish.save(update_fields=["closed_at"])
    record(by=by, action="pair.confirm", about=pair, after=facts(pair))
    return pair


@transaction.atomic
def record_meeting(
    *, by: User, pair: MentoringPair, day: datetime.date, minutes: int
) -> MentoringMeeting:
    """Record that the two met; once a day."""
    rules.check_record_meeting(by=by, pair=pair, day=day)
    try:
        with transaction.atomic():
            row = MentoringMeeting.objects.create(
                pair=pair, day=day, minutes=minutes, recorded_by=by
            )
    except IntegrityError as error:
        raise WrongStateError(_("This pair has a meeting on this day already.")) from error
    record(by=by, action="pair.meet", about=row, after=facts(row))
    return row


@transaction.atomic
def note(*, by: User, pair: MentoringPair, text: str) -> MentoringNote:
    """Write down something for the pair and their manager."""
    rules.check_write_in_pair(by=by, pair=pair)
    row = MentoringNote.objects.create(pair=pair, text=text.strip(), written_by=by)
    record(by=by, action="pair.note", about=row, after=facts(row))
    return row


@transaction.atomic
def end_pair(*, by: User, pair: MentoringPair) -> MentoringPair:
    """End it today: this day is the last."""
    pair = MentoringPair.objects.select_for_update(of=("self",)).get(pk=pair.pk)
    rules.check_end_pair(by=by, pair=pair)
    before = facts(pair)
    pair.period = DateRange(pair.period.lower, timezone.localdate())
    pair.save(update_fields=["period"])
    record(by=by, action="pair.end", about=pair, before=before, after=facts(pair))
    return pair


@transaction.atomic
def delete_old_notes(*, by: User, today: datetime.date | None = None) -> int:
    """Delete the notes of pairs that ended a year ago or earlier; return how many.

    A pair that ended on the day it began has no days, so the day of the note counts. What is left
    in the audit trail is whose notes went and how many, and no word of them.
    """
    rules.check_delete_old_notes(by=by)
    long_ago = (today or timezone.localdate()) - A_YEAR
    ended = Q(pair__period__endswith__lte=long_ago) | Q(
        pair__period__isempty=True, written_at__date__lte=long_ago
    )
    with rows_of(EVERYWHERE, HOUSE):
        notes = MentoringNote.objects.filter(ended)
        counted = notes.order_by("pair").values_list("pair").annotate(count=Count("pk"))
        for number, count in list(counted):
            pair = MentoringPair.objects.get(pk=number)
            record(
                by=by, action="pair.delete_notes", about=pair, before={"notes": count}, after=None
            )
        deleted, _by_model = notes.delete()
    return deleted


def forget(user: User) -> None:
    """Delete offer, wishes, and the notes of each pair of theirs; pairs and hours stay, by number.

    Whoever erases may not read the notes, so the house does it.
    """
    with rows_of(EVERYWHERE, HOUSE):
        MentoringNote.objects.filter(Q(pair__mentor=user) | Q(pair__participant=user)).delete()
        MentorWish.objects.filter(participant=user).delete()
        MentorOffer.objects.filter(user=user).delete()
