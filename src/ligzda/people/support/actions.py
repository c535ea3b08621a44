"""Verbs of the log of support: one row, a group session, a spreadsheet, taking back."""

import datetime
import uuid
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db import models, transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ligzda.incubators.models import Incubator
from ligzda.kernel.errors import BadDataError, WrongStateError
from ligzda.kernel.tables.preview import Preview, State
from ligzda.network.audit import facts, record
from ligzda.network.models import Municipality, Undoable, User
from ligzda.network.undoing import keep_for_undo, put_back
from ligzda.people.models import Absence, Delivery, Mode, Person, Stay
from ligzda.people.rules import check_in_use
from ligzda.people.stays.queries import staying
from ligzda.people.support import rules
from ligzda.people.support.queries import by_key


@dataclass(frozen=True, kw_only=True)
class Given:
    """What was given; `minutes` 0 and `no_show`, where nobody came for it."""

    service: str
    day: datetime.date
    minutes: int
    mode: str
    planned: bool = True
    no_show: bool = False
    note: str = ""


@transaction.atomic
def record_support(*, by: User, person: Person, given: Given) -> Delivery:
    """Write down what was given to somebody."""
    rules.check_give(by=by, person=person)
    rules.check_facts(service=given.service, day=given.day)
    stay = Stay.objects.filter(person=person, period__contains=given.day).first()
    delivery = delivery_of(by, rules.check_of_stay(stay=stay), given)
    delivery.save(force_insert=True)
    record(by=by, action="support.record", about=delivery, after=facts(delivery))
    return delivery


@transaction.atomic
def record_session(
    *,
    by: User,
    incubator: Incubator,
    group: uuid.UUID,
    service: str,
    day: datetime.date,
    minutes: int,
    came: Collection[int],
    write_no_shows: bool,
    mode: str = Mode.GROUP,
) -> Undoable:
    """Write the log of a group session: a row for each stay in `came`, minutes once for all.

    `write_no_shows`: whoever stays there that day, was not away and did not come, was expected.
    The same `group` is written once: a form that is sent twice adds nothing.
    """
    rules.check_log(by=by, municipality=incubator.municipality)
    rules.check_facts(service=service, day=day)
    if Delivery.objects.filter(group=group).exists():
        raise WrongStateError(_("This session is written down already."))
    stays = {row.pk: row for row in staying(incubator, day).select_related("person")}
    if strangers := set(came) - set(stays):
        raise BadDataError(
            ngettext(
                "%(count)s of those ticked does not stay here on this day.",
                "%(count)s of those ticked do not stay here on this day.",
                len(strangers),
            )
            % {"count": len(strangers)}
        )
    if not came:
        raise BadDataError(_("Nobody is ticked. Tick those who came."))
    away = set(
        Absence.objects.filter(stay__in=stays, period__contains=day).values_list(
            "stay_id", flat=True
        )
    )
    found = []
    for number, stay in stays.items():
        there = number in came
        if not there and (not write_no_shows or number in away):
            continue
        check_in_use(person=stay.person)
        given = Given(
            service=service,
            day=day,
            minutes=minutes if there else 0,
            mode=mode,
            no_show=not there,
        )
        found.append(delivery_of(by, stay, given, group=group))
    Delivery.objects.bulk_create(found)
    for delivery in found:
        record(by=by, action="support.record", about=delivery, after=facts(delivery))
    return keep_for_undo(by=by, act="support.session", rows=found)


@transaction.atomic
def take_session_out(*, by: User, rows: Sequence[models.Model]) -> str:
    """Undo that a session was written down; refused where one of its rows changed meanwhile."""
    slug = ""
    for row in rows:
        assert isinstance(row, Delivery)
        there = (
            Delivery.objects.select_for_update(of=("self",))
            .filter(pk=row.pk, service=row.service, minutes=row.minutes, mode=row.mode)
            .select_related("municipality", "stay__incubator")
            .first()
        )
        if there is None:
            raise WrongStateError(_("One of the rows of the session was changed meanwhile."))
        rules.check_correct(by=by, delivery=there)
        record(by=by, action="support.take_back", about=there, before=facts(there), after=None)
        there.delete()
        slug = there.stay.incubator.slug
    return reverse("people:support", args=[slug])


@transaction.atomic
def take_back(*, by: User, delivery: Delivery) -> Undoable:
    """Take back a row that is wrong; whoever did can undo it for ten minutes."""
    rules.check_correct(by=by, delivery=delivery)
    kept = keep_for_undo(by=by, act="support.take_back", rows=[delivery])
    record(by=by, action="support.take_back", about=delivery, before=facts(delivery), after=None)
    delivery.delete()
    return kept


@transaction.atomic
def put_row_back(*, by: User, rows: Sequence[models.Model]) -> str:
    """Undo that a row was taken back; return the person's page."""
    [row] = rows
    assert isinstance(row, Delivery)
    rules.check_correct(by=by, delivery=row)
    put_back(by=by, act="support.take_back", rows=rows)
    return reverse("people:person", args=[row.person_id])


@transaction.atomic
def import_support(*, by: User, municipality: Municipality, preview: Preview) -> int:
    """Take in a spreadsheet of support, all of it or nothing. Return how many rows changed."""
    rules.check_log(by=by, municipality=municipality)
    changed = [row for row in preview.taken() if row.state is not State.SAME]
    numbers = {row.values["person"] for row in changed}
    people = {
        str(each): each
        for each in Person.objects.select_for_update(of=("self",)).filter(
            municipality=municipality, pk__in=[int(number[2:]) for number in numbers]
        )
    }
    there = by_key(municipality, [row.key for row in changed])
    for row in changed:
        values = row.values
        person = people.get(values["person"])
        if person is None:
            raise BadDataError(_("There is no such person in your municipality."))
        check_in_use(person=person)
        given = Given(
            service=values["service"],
            day=values["day"],
            minutes=values["minutes"],
            mode=values["mode"],
            planned=values["planned"],
            no_show=values["no_show"],
        )
        rules.check_facts(service=given.service, day=given.day)
        stay = Stay.objects.filter(
            person=person, municipality=municipality, period__contains=given.day
        ).first()
        made = delivery_of(by, rules.check_of_stay(stay=stay), given, reference=row.key)
        old = there.get(row.key)
        before = facts(old) if old else None
        if old is not None:
            made.pk, made.sealed_as, made.given_by_id = old.pk, old.sealed_as, old.given_by_id
            made.note, made.group, made.reference = old.note, old.group, old.reference
        made.save(force_insert=old is None, force_update=old is not None)
        action = "support.record" if old is None else "support.change"
        record(by=by, action=action, about=made, before=before, after=facts(made))
    return len(changed)


def delivery_of(
    by: User,
    stay: Stay,
    given: Given,
    *,
    group: uuid.UUID | None = None,
    reference: str = "",
) -> Delivery:
    """Return what was given as a row that is not kept yet. Raises BadDataError."""
    if given.no_show != (given.minutes == 0):
        raise BadDataError(
            _("Who did not come has no minutes; for everybody else write how many there were.")
        )
    return Delivery(
        person_id=stay.person_id,
        municipality_id=stay.municipality_id,
        stay=stay,
        service=given.service,
        day=given.day,
        minutes=given.minutes,
        mode=given.mode,
        planned=given.planned,
        no_show=given.no_show,
        note=given.note.strip(),
        given_by=by,
        group=group,
        reference=reference,
    )
