"""Verbs of offers: offer a place, say why others were passed over, answer, let lapse."""

import datetime
from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.kernel.errors import BadDataError
from ligzda.kernel.turns import take_turn
from ligzda.network.audit import facts, record
from ligzda.network.models import User
from ligzda.people.applications import rules
from ligzda.people.applications.line import ahead_of
from ligzda.people.applications.waiting_models import PlaceOffer, Skip, WaitingPlace
from ligzda.people.letters.actions import Kind, owe

Answer = PlaceOffer.Answer
PERSONAL_ANSWERS = (Answer.TAKEN, Answer.LATER, Answer.LEFT)
"""What whoever got the offer can say."""


def to_be_explained(waiting: WaitingPlace) -> list[WaitingPlace]:
    """Return who stands before somebody and has no open offer: each is told why not they."""
    offered = PlaceOffer.objects.filter(answer="").values("waiting")
    rows = ahead_of(waiting).exclude(pk__in=offered)
    return list(rows.select_related("person", "municipality", "application"))


@transaction.atomic
def offer(
    *,
    by: User,
    waiting: WaitingPlace,
    begins_on: datetime.date,
    answer_until: datetime.date,
    skips: Mapping[int, str] | None = None,
) -> PlaceOffer:
    """Offer a place. `skips`: number of each place that is passed over → why."""
    take_turn(f"line.{waiting.incubator_id}")
    waiting = _fresh(waiting)
    rules.check_offer(by=by, waiting=waiting)
    today = timezone.localdate()
    if answer_until <= today:
        raise BadDataError(_("Leave at least a day for the answer."))
    if begins_on < today:
        raise BadDataError(_("The place is free from a day in the past."))
    passed, reasons = to_be_explained(waiting), skips or {}
    silent = [row for row in passed if not reasons.get(row.pk, "").strip()]
    if silent:
        named = ", ".join(str(row.application) for row in silent)
        raise BadDataError(
            _("Say why these are passed over, who stand before: %(who)s.") % {"who": named}
        )
    row = PlaceOffer(
        waiting=waiting,
        person=waiting.person,
        municipality=waiting.municipality,
        begins_on=begins_on,
        offered_on=today,
        answer_until=answer_until,
        offered_by=by,
    )
    row.save()
    record(by=by, action="place.offer", about=row, after=facts(row))
    owe(row, Kind.OFFER)
    for each in passed:
        skip = Skip(
            offer=row,
            waiting=each,
            person=each.person,
            municipality=each.municipality,
            reason=reasons[each.pk].strip(),
            by=by,
        )
        skip.save()
        record(by=by, action="place.pass_over", about=skip, after=facts(skip))
    return row


@transaction.atomic
def answer(*, by: User, offer: PlaceOffer, said: str) -> PlaceOffer:
    """Take an offer, put it off, or leave the line."""
    offer = _locked(offer)
    rules.check_answer(by=by, offer=offer)
    if said not in PERSONAL_ANSWERS:
        raise BadDataError(_("Take the place, put it off, or stop waiting."))
    return _close(by, offer, said)


@transaction.atomic
def recall(*, by: User, offer: PlaceOffer) -> PlaceOffer:
    """Take back an offer; the person keeps their place in the line."""
    offer = _locked(offer)
    rules.check_recall(by=by, offer=offer)
    return _close(by, offer, Answer.RECALLED)


@transaction.atomic
def leave(*, by: User, waiting: WaitingPlace) -> WaitingPlace:
    """Stop waiting."""
    take_turn(f"line.{waiting.incubator_id}")
    waiting = _fresh(waiting)
    rules.check_leave(by=by, waiting=waiting)
    for each in PlaceOffer.objects.filter(waiting=waiting, answer=""):
        late = timezone.localdate() > each.answer_until
        _close(by, each, Answer.LAPSED if late else Answer.LEFT)
    waiting = _fresh(waiting)
    if not waiting.closed:
        _end(by, waiting, WaitingPlace.Closed.LEFT)
    return waiting


def lapse(*, by: User) -> int:
    """Close the offers whose last day is over; return how many."""
    over = PlaceOffer.objects.filter(answer="", answer_until__lt=timezone.localdate())
    rows = list(over.select_related("waiting").order_by("pk"))
    for row in rows:
        with transaction.atomic():
            fresh = _locked(row)
            if not fresh.answer:  # not answered or taken back a moment ago
                _close(by, fresh, Answer.LAPSED)
    return len(rows)


def _fresh(waiting: WaitingPlace) -> WaitingPlace:
    rows = WaitingPlace.objects.select_related("person", "municipality", "incubator")
    return rows.get(pk=waiting.pk)


def _locked(offer: PlaceOffer) -> PlaceOffer:
    take_turn(f"line.{offer.waiting.incubator_id}")
    rows = PlaceOffer.objects.select_related("person", "municipality", "waiting__incubator")
    return rows.get(pk=offer.pk)


def _close(by: User, row: PlaceOffer, how: str) -> PlaceOffer:
    before = facts(row)
    row.answer, row.answered_on = how, timezone.localdate()
    row.save(update_fields=["answer", "answered_on"])
    record(by=by, action=f"place.{how}", about=row, before=before, after=facts(row))
    if how == Answer.TAKEN:
        _end(by, row.waiting, WaitingPlace.Closed.TAKEN)
    elif how == Answer.LEFT:
        _end(by, row.waiting, WaitingPlace.Closed.LEFT)
    elif how in (Answer.LATER, Answer.LAPSED):
        before = facts(row.waiting)
        row.waiting.lined_up_at = timezone.now()
        row.waiting.save(update_fields=["lined_up_at"])
        record(by=by, action="waiting.to_the_end", about=row.waiting, before=before,
               after=facts(row.waiting))  # fmt: skip
    return row


def _end(by: User, waiting: WaitingPlace, how: str) -> None:
    before = facts(waiting)
    waiting.closed, waiting.closed_on = how, timezone.localdate()
    waiting.save(update_fields=["closed", "closed_on"])
    record(by=by, action=f"waiting.{how}", about=waiting, before=before, after=facts(waiting))
