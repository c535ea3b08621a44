"""Verbs of a stay: it begins with a contract, is interrupted, and ends with state and reason."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

from django.db import models, transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.incubators.models import Incubator
from ligzda.kernel.errors import BadDataError, WrongStateError
from ligzda.network.audit import facts, record
from ligzda.network.models import Undoable, User
from ligzda.network.undoing import keep_for_undo, put_back
from ligzda.people.models import (
    Absence,
    Education,
    EntrySnapshot,
    Household,
    Person,
    Stay,
)
from ligzda.people.stays import rules

DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class EntryFacts:
    """What is asked at entry and nowhere else; age and gender come from the record."""

    labour_status: str
    months_unemployed: int | None = None
    education: str = Education.UNKNOWN
    household: str = Household.UNKNOWN
    collected: str = EntrySnapshot.Collected.NOT
    disability: str = ""
    target_group: str = ""


@transaction.atomic
def begin_stay(
    *,
    by: User,
    person: Person,
    contract_on: datetime.date,
    begins_on: datetime.date,
    planned_end: datetime.date | None,
    entry: EntryFacts,
) -> Stay:
    """Begin a stay by a signed contract, and take down what is true on its first day.

    In the incubator of the person's municipality, under the model that it runs on that day.
    """
    person = Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    rules.check_begin(by=by, person=person)
    rules.check_days_of_entry(contract_on=contract_on, begins_on=begins_on)
    if entry.collected == EntrySnapshot.Collected.CONSENT:
        rules.check_features(person=person)
    incubator = rules.incubator_of(person.municipality)
    stay = opened(
        person, incubator, contract_on=contract_on, begins_on=begins_on, planned_end=planned_end
    )
    stay.save(force_insert=True)
    snapshot = taken_down(stay, person, entry)
    snapshot.save(force_insert=True)
    record(by=by, action="stay.begin", about=stay, after=facts(stay) | {"entry": facts(snapshot)})
    return stay


def opened(
    person: Person,
    incubator: Incubator,
    *,
    contract_on: datetime.date,
    begins_on: datetime.date,
    planned_end: datetime.date | None,
) -> Stay:
    """Return a stay that is not kept yet. Raises a refusal where the incubator takes nobody."""
    version = rules.check_incubator_takes(incubator=incubator, on=begins_on)
    if planned_end is not None and planned_end < begins_on:
        raise BadDataError(_("The planned last day is before the first."))
    return Stay(
        person=person,
        municipality_id=incubator.municipality_id,
        incubator=incubator,
        version=version,
        period=DateRange(begins_on, None),
        contract_on=contract_on,
        planned_end=planned_end,
    )


def taken_down(stay: Stay, person: Person, entry: EntryFacts) -> EntrySnapshot:
    """Return what is true on the first day of a stay, not kept yet."""
    given = asdict(entry)
    if entry.collected == EntrySnapshot.Collected.NOT:
        given |= {"disability": "", "target_group": ""}
    if entry.labour_status != "unemployed":
        given["months_unemployed"] = None
    return EntrySnapshot(
        stay=stay,
        person=person,
        municipality_id=stay.municipality_id,
        age=_age(person.born, stay.period.lower) if person.born else None,
        gender=person.gender,
        **given,
    )


@transaction.atomic
def end_stay(
    *, by: User, stay: Stay, last_day: datetime.date, state: str, reason: str, note: str = ""
) -> Stay:
    """End a stay on a day, with the state in which the person leaves and why.

    An absence that lasts ends with it; one that would begin later stands in the way.
    """
    stay = locked(stay)
    rules.check_lasts(by=by, stay=stay)
    rules.check_last_day(stay=stay, last_day=last_day)
    return closed(by=by, stay=stay, last_day=last_day, state=state, reason=reason, note=note)


def closed(
    *, by: User, stay: Stay, last_day: datetime.date, state: str, reason: str, note: str = ""
) -> Stay:
    """End a stay of which it was checked that it may end."""
    before = facts(stay)
    after = last_day + DAY
    for absence in Absence.objects.filter(
        stay=stay, period__startswith__lt=after, period__contains=after
    ):
        was = facts(absence)
        absence.period = DateRange(absence.period.lower, after)
        absence.save(update_fields=["period"])
        record(by=by, action="absence.end", about=absence, before=was, after=facts(absence))
    stay.period = DateRange(stay.period.lower, after)
    stay.exit_state, stay.exit_reason, stay.exit_note = state, reason, note
    stay.save(update_fields=["period", "exit_state", "exit_reason", "exit_note"])
    record(by=by, action="stay.end", about=stay, before=before, after=facts(stay))
    return stay


@transaction.atomic
def add_absence(
    *, by: User, stay: Stay, first: datetime.date, last: datetime.date | None, kind: str
) -> Absence:
    """Write down that somebody is away; `last` None: nobody knows yet until when."""
    stay = locked(stay)
    rules.check_keep_stay(by=by, stay=stay)
    period = _days(first, last)
    if last is None and stay.period.upper is not None:
        raise BadDataError(_("This stay has ended. Say until when the person was away."))
    absence = Absence.objects.create(
        person_id=stay.person_id,
        municipality_id=stay.municipality_id,
        stay=stay,
        period=period,
        kind=kind,
    )
    record(by=by, action="absence.add", about=absence, after=facts(absence))
    return absence


@transaction.atomic
def end_absence(*, by: User, absence: Absence, last: datetime.date) -> Absence:
    """Write down the last day on which somebody was away."""
    stay = locked(absence.stay)
    rules.check_keep_stay(by=by, stay=stay)
    before = facts(absence)
    absence.period = _days(absence.period.lower, last)
    absence.save(update_fields=["period"])
    record(by=by, action="absence.end", about=absence, before=before, after=facts(absence))
    return absence


@transaction.atomic
def remove_absence(*, by: User, absence: Absence) -> Undoable:
    """Take back an absence that was not one; whoever did can undo it for ten minutes."""
    stay = locked(absence.stay)
    rules.check_keep_stay(by=by, stay=stay)
    kept = keep_for_undo(by=by, act="absence.remove", rows=[absence])
    record(by=by, action="absence.remove", about=absence, before=facts(absence), after=None)
    absence.delete()
    return kept


@transaction.atomic
def put_absence_back(*, by: User, rows: Sequence[models.Model]) -> str:
    """Undo that an absence was taken back; return the page of the stay's absences."""
    [row] = rows
    assert isinstance(row, Absence)
    rules.check_keep_stay(by=by, stay=locked(row.stay))
    put_back(by=by, act="absence.remove", rows=rows)
    return reverse("people:absences", args=[row.stay_id])


@transaction.atomic
def add_absences(
    *, by: User, stays: Iterable[Stay], first: datetime.date, last: datetime.date | None, kind: str
) -> Undoable:
    """Write down that several are away in the same days, all of them or none."""
    made = [
        add_absence(by=by, stay=each, first=first, last=last, kind=kind)
        for each in sorted(stays, key=lambda row: row.pk)
    ]
    if not made:
        raise BadDataError(_("Nobody is ticked."))
    return keep_for_undo(by=by, act="absences.add", rows=made)


@transaction.atomic
def take_absences_out(*, by: User, rows: Sequence[models.Model]) -> str:
    """Undo that several were away; refused where one of the absences was changed meanwhile."""
    first = None
    for row in rows:
        assert isinstance(row, Absence)
        there = Absence.objects.filter(pk=row.pk, period=row.period, kind=row.kind).first()
        if there is None:
            raise WrongStateError(_("One of the absences was changed meanwhile."))
        stay = locked(there.stay)
        rules.check_keep_stay(by=by, stay=stay)
        record(by=by, action="absence.remove", about=there, before=facts(there), after=None)
        there.delete()
        first = first or stay
    assert first is not None
    return reverse("people:here", args=[first.incubator.slug])


def locked(stay: Stay) -> Stay:
    """Return the stay as it is now, for this transaction alone."""
    return Stay.objects.select_for_update(of=("self",)).get(pk=stay.pk)


def _age(born: datetime.date, on: datetime.date) -> int:
    """Return the age in whole years on a day; whoever was born on 29 February has it on 1 March."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def _days(first: datetime.date, last: datetime.date | None) -> DateRange:
    if last is not None and last < first:
        raise BadDataError(_("The last day is before the first."))
    if first > timezone.localdate() + rules.AHEAD:
        raise BadDataError(_("An absence is written down at most a month ahead."))
    return DateRange(first, last + DAY if last else None)
