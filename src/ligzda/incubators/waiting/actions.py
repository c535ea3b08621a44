"""Verbs of the waiting list: ask for a time that is taken, take what is offered, give up."""

from collections.abc import Sequence

from django.db import models, transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from ligzda.incubators.bookings import rules as bookings
from ligzda.incubators.bookings.actions import book
from ligzda.incubators.bookings.rules import Time
from ligzda.incubators.bookings.taking import (
    Wanted,
    check_may_book,
    check_used_by,
    check_wanted,
    nearest_to,
)
from ligzda.incubators.models import Booking, Incubator, Waiting
from ligzda.incubators.waiting import offering, rules
from ligzda.kernel.errors import WrongStateError
from ligzda.network.audit import facts, record
from ligzda.network.models import Undoable, User
from ligzda.network.undoing import keep_for_undo, put_back


@transaction.atomic
def ask(*, by: User, incubator: Incubator, wanted: Wanted) -> Waiting:
    """Wait for a time that is taken. Raises WrongStateError where it is free."""
    check_may_book(by, incubator, wanted)
    check_wanted(incubator, wanted)
    check_used_by(by, incubator, wanted)
    offering.turn(incubator.pk)
    if nearest_to(wanted) == wanted.time:
        raise WrongStateError(_("This time is free: book it."))
    if Waiting.objects.filter(asked_by=by, closed="").count() >= rules.MOST:
        raise WrongStateError(
            _("You wait for %(most)s times already. Give one of them up first.")
            % {"most": rules.MOST}
        )
    row = Waiting.objects.create(
        incubator=incubator,
        equipment=wanted.thing.equipment,
        room=wanted.thing.room,
        place=wanted.thing.place,
        instructor=wanted.instructor,
        begins=wanted.time.begins,
        ends=wanted.time.ends,
        purpose=wanted.purpose,
        asked_by=by,
        used_by=wanted.used_by,
    )
    record(by=by, action="waiting.ask", about=row, after=facts(row))
    return row


@transaction.atomic
def accept(*, by: User, waiting: Waiting) -> Booking:
    """Book what is offered; refused as any booking is, where something stands in the way by now."""
    offering.turn(waiting.incubator_id)
    row = _read(waiting)
    rules.check_answer_offer(by=by, waiting=row)
    offering.close(by=by, row=row, how=Waiting.Closed.TAKEN)
    return book(by=by, incubator=row.incubator, wanted=offering.wanted_of(row))


@transaction.atomic
def withdraw(*, by: User, waiting: Waiting) -> Undoable:
    """Wait no longer; what was offered goes to the next. For ten minutes the place comes back."""
    offering.turn(waiting.incubator_id)
    row = _read(waiting)
    rules.check_withdraw(by=by, waiting=row)
    kept = keep_for_undo(by=by, act="waiting.withdraw", rows=[row])
    offering.close(by=by, row=row, how=Waiting.Closed.WITHDRAWN)
    freed = Time(row.begins, row.ends)
    offering.offer_freed(by=by, incubator=row.incubator, freed=freed)
    return kept


@transaction.atomic
def wait_again(*, by: User, rows: Sequence[models.Model]) -> str:
    """Undo a withdrawal: the place in the list comes back, what was offered does not."""
    [row] = rows
    assert isinstance(row, Waiting)
    bookings.check_book(by=by, incubator=row.incubator)
    row.offered_at = row.offered_until = row.told_at = None
    put_back(by=by, act="waiting.withdraw", rows=rows)
    return reverse("incubators:mine")


def _read(waiting: Waiting) -> Waiting:
    """Return the row as it is, now that its turn is ours."""
    rows = Waiting.objects.select_related(
        "incubator__municipality", "equipment", "room", "instructor", "used_by"
    )
    return rows.get(pk=waiting.pk)
