"""Verbs of enterprises: found one, correct what it is called, say who is behind it."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.translation import gettext as _

from ligzda.kernel.errors import BadDataError
from ligzda.network.audit import facts, record
from ligzda.network.models import Municipality, User
from ligzda.people.models import Person
from ligzda.ventures import rules
from ligzda.ventures.actions.records import Event, record_event
from ligzda.ventures.models import (
    Enterprise,
    Form,
    Involvement,
    InvolvementRole,
    MilestoneKind,
    Source,
)


@dataclass(frozen=True, kw_only=True)
class Founder:
    """Somebody who is behind an enterprise from a day on."""

    person: Person
    role: str = InvolvementRole.FOUNDER
    since: datetime.date | None = None
    """The day of registration where it is not given."""


@dataclass(frozen=True, kw_only=True)
class Founding:
    """What is known of an enterprise when it is founded.

    `number` as it was typed; nothing for who is self-employed. `registered_on`: in the commercial
    register, or as self-employed with the tax office; `source` says who says so.
    """

    form: str
    name: str
    number: str = ""
    registered_on: datetime.date
    activity: str = ""
    source: str = Source.FOUNDER


@transaction.atomic
def found(
    *,
    by: User,
    municipality: Municipality,
    founding: Founding,
    founders: Sequence[Founder],
    invented: bool = False,
) -> Enterprise:
    """Write down an enterprise with its founders and the day of its registration."""
    rules.check_keep(by=by, municipality=municipality)
    if not founders:
        raise BadDataError(_("An enterprise is founded by somebody: choose who."))
    for each in founders:
        rules.check_involve(by=by, municipality=municipality, person=each.person)
    rules.check_not_to_come(founding.registered_on)
    enterprise = Enterprise(municipality=municipality, entered_by=by, invented=invented)
    _fill(enterprise, founding, founders[0].person)
    enterprise.save(force_insert=True)
    record(by=by, action="enterprise.found", about=enterprise, after=facts(enterprise))
    for each in founders:
        _involve(by, enterprise, each, founding.registered_on)
    event = Event(kind=MilestoneKind.REGISTERED, day=founding.registered_on, source=founding.source)
    record_event(by=by, enterprise=enterprise, event=event)
    return enterprise


@transaction.atomic
def change_enterprise(
    *, by: User, enterprise: Enterprise, name: str, number: str, activity: str = ""
) -> Enterprise:
    """Correct name, number or line of business; the legal form stays what it was founded as."""
    row = Enterprise.objects.select_for_update(of=("self",)).get(pk=enterprise.pk)
    rules.check_change(by=by, enterprise=row)
    before = facts(row)
    _name(row, name, number)
    row.activity = _division(activity)
    row.save()
    record(by=by, action="enterprise.change", about=row, before=before, after=facts(row))
    return row


@transaction.atomic
def involve(
    *,
    by: User,
    enterprise: Enterprise,
    person: Person,
    role: str,
    since: datetime.date,
    until: datetime.date | None = None,
) -> Involvement:
    """Say that somebody is something to an enterprise, from a day to a last day or still."""
    rules.check_change(by=by, enterprise=enterprise)
    rules.check_involve(by=by, municipality=enterprise.municipality, person=person)
    rules.check_not_to_come(since, until)
    return _involve(by, enterprise, Founder(person=person, role=role, since=since), since, until)


@transaction.atomic
def end_involvement(*, by: User, involvement: Involvement, last: datetime.date) -> Involvement:
    """Say until which day, that day included, somebody was something to an enterprise."""
    row = Involvement.objects.select_for_update(of=("self",)).get(pk=involvement.pk)
    rules.check_change(by=by, enterprise=row.enterprise)
    rules.check_not_to_come(last)
    before = facts(row)
    row.period = _period(row.period.lower, last)
    row.save(update_fields=["period"])
    record(by=by, action="enterprise.leave", about=row, before=before, after=facts(row))
    return row


def _fill(enterprise: Enterprise, founding: Founding, owner: Person) -> None:
    if founding.form not in Form.values:
        raise BadDataError(_("Choose the legal form."))
    enterprise.form = founding.form
    enterprise.activity = _division(founding.activity)
    if enterprise.is_personal:
        enterprise.person = owner
    _name(enterprise, founding.name, founding.number)


def _name(enterprise: Enterprise, name: str, number: str) -> None:
    """Put name and number where the form says: sealed, where they are a person's."""
    number = rules.check_named(form=enterprise.form, name=name, number=number)
    if enterprise.is_personal:
        enterprise.own_name, enterprise.own_number = name.strip(), number
    else:
        enterprise.name, enterprise.registration_number = name.strip(), number


def _division(text: str) -> str:
    """Return a division of NACE, or nothing. Raises BadDataError."""
    code = text.strip()
    if code and not (len(code) == 2 and code.isascii() and code.isdigit()):
        raise BadDataError(_("A NACE division has two digits: 13."))
    return code


def _involve(
    by: User,
    enterprise: Enterprise,
    who: Founder,
    registered: datetime.date,
    until: datetime.date | None = None,
) -> Involvement:
    row = Involvement.objects.create(
        person=who.person,
        municipality_id=enterprise.municipality_id,
        enterprise=enterprise,
        role=who.role,
        period=_period(who.since or registered, until),
    )
    record(by=by, action="enterprise.involve", about=row, after=facts(row))
    return row


def _period(first: datetime.date, last: datetime.date | None) -> DateRange:
    if last is not None and last < first:
        raise BadDataError(_("The last day is before the first."))
    return DateRange(first, None if last is None else last + datetime.timedelta(days=1))
