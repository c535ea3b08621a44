"""The waiting list: the first is asked first, then the next, and nobody comes between."""

import datetime
import re
from typing import Any

import pytest
from django.core import mail
from django.db import transaction
from django.utils import timezone, translation
from tests.cast import Cast
from tests.incubators.conftest import Workshop

from ligzda.incubators.bookings import actions as bookings
from ligzda.incubators.bookings.rules import Thing
from ligzda.incubators.bookings.taking import TakenError
from ligzda.incubators.erasing import erase
from ligzda.incubators.models import Booking, Occupation, Waiting
from ligzda.incubators.quotas.actions import set_quota
from ligzda.incubators.waiting import actions, letters, offering, queries, rules
from ligzda.kernel.errors import NotAllowedError, RefusedError, WrongStateError
from ligzda.network.actions import grant_role, invite_user
from ligzda.network.models import Partner, User
from ligzda.network.roles import Instructor
from ligzda.network.undoing import take_for_undo

HOUR = datetime.timedelta(hours=1)


@pytest.fixture(autouse=True)
def _in_english() -> object:
    with translation.override("en"):
        yield


@pytest.fixture
def taken(cast: Cast, workshop: Workshop) -> Booking:
    """A booking of the coordinator's, Monday 10–12."""
    wanted = workshop.wanted(workshop.at("10:00", "12:00"))
    return bookings.book(by=cast.ogre, incubator=workshop.incubator, wanted=wanted)


@pytest.fixture
def second(cast: Cast) -> User:
    """Another instructor."""
    user = invite_user(by=cast.system, email="otrs@ligzda.example", name="Otrs meistars")
    partner = Partner.objects.get(municipality__slug="ogres-novads")
    grant_role(by=cast.system, user=user, role=Instructor, partner=partner)
    return user


def ask(by: User, workshop: Workshop, begins: str = "10:00", ends: str = "12:00") -> Waiting:
    wanted = workshop.wanted(workshop.at(begins, ends))
    return actions.ask(by=by, incubator=workshop.incubator, wanted=wanted)


def read(row: Waiting) -> Waiting:
    return Waiting.objects.get(pk=row.pk)


def test_it_works(cast: Cast, workshop: Workshop, taken: Booking, second: User) -> None:
    first, later = ask(workshop.instructor, workshop), ask(second, workshop)
    [place] = queries.places_of(second)
    assert (place.number, place.offered_until) == (2, None)
    bookings.cancel(by=cast.ogre, booking=taken)
    assert read(first).offered
    assert not read(later).offered
    # It is kept: neither the coordinator nor the second can have it.
    wanted = workshop.wanted(workshop.at("11:00", "12:00"))
    with pytest.raises(TakenError):
        bookings.book(by=cast.ogre, incubator=workshop.incubator, wanted=wanted)
    with pytest.raises(WrongStateError, match="not free yet"):
        actions.accept(by=second, waiting=later)
    booking = actions.accept(by=workshop.instructor, waiting=first)
    assert (booking.booked_by, booking.begins) == (workshop.instructor, taken.begins)
    assert read(first).closed == "taken"
    assert not Occupation.objects.filter(kind="offer").exists()


def test_who_does_not_answer_is_passed_over_for_the_next(
    cast: Cast, workshop: Workshop, taken: Booking, second: User
) -> None:
    first, later = ask(workshop.instructor, workshop), ask(second, workshop)
    bookings.cancel(by=cast.ogre, booking=taken)
    until = read(first).offered_until
    assert until is not None
    assert until <= timezone.now() + rules.HOLDS
    offering.lapse(by=cast.system, now=until - HOUR / 60)
    assert read(first).offered
    offering.lapse(by=cast.system, now=until)
    assert read(first).closed == "lapsed"
    assert read(later).offered
    with pytest.raises(WrongStateError, match="no longer"):
        actions.accept(by=workshop.instructor, waiting=first)


def test_who_gives_up_makes_room_for_the_next_and_can_come_back_behind_no_offer(
    cast: Cast, workshop: Workshop, taken: Booking, second: User
) -> None:
    first, later = ask(workshop.instructor, workshop), ask(second, workshop)
    bookings.cancel(by=cast.ogre, booking=taken)
    kept = actions.withdraw(by=workshop.instructor, waiting=first)
    assert read(later).offered
    _act, rows = take_for_undo(by=workshop.instructor, number=kept.pk)
    actions.wait_again(by=workshop.instructor, rows=rows)
    assert (read(first).closed, read(first).offered_at) == ("", None)


def test_what_moves_away_is_offered_too_and_a_part_of_it_is_enough(
    cast: Cast, workshop: Workshop, taken: Booking
) -> None:
    part, all_of_it = (
        ask(workshop.instructor, workshop, *hours)
        for hours in (("10:00", "11:00"), ("10:00", "12:30"))
    )
    bookings.move(by=cast.ogre, booking=taken, time=workshop.at("11:00", "13:00"))
    assert read(part).offered
    assert not read(all_of_it).offered


def test_a_time_that_is_free_is_booked_and_not_waited_for(
    cast: Cast, workshop: Workshop, taken: Booking
) -> None:
    with pytest.raises(WrongStateError, match="free: book it"):
        ask(workshop.instructor, workshop, "13:00", "14:00")
    ask(workshop.instructor, workshop)
    for by in (cast.cesis, cast.participant):
        with pytest.raises(NotAllowedError):
            ask(by, workshop)


def test_nobody_answers_or_gives_up_for_another(
    cast: Cast, workshop: Workshop, taken: Booking, second: User
) -> None:
    row = ask(workshop.instructor, workshop)
    for by in (second, cast.ogre, cast.stranger):
        with pytest.raises(NotAllowedError):
            actions.accept(by=by, waiting=row)  # type: ignore[arg-type] # nobody who is signed in
        with pytest.raises(NotAllowedError):
            actions.withdraw(by=by, waiting=row)  # type: ignore[arg-type]


def test_who_may_not_book_any_more_is_passed_over_with_the_reason(
    cast: Cast, workshop: Workshop, taken: Booking, second: User
) -> None:
    first, later = ask(workshop.instructor, workshop), ask(second, workshop)
    set_quota(by=cast.ogre, incubator=workshop.incubator, hours=1, person=workshop.instructor)
    bookings.cancel(by=cast.ogre, booking=taken)
    assert read(first).closed == "refused"
    assert "1:00" in read(first).closed_why
    assert read(later).offered


def test_what_begins_soon_is_offered_to_nobody() -> None:
    now = timezone.now()
    assert rules.offered_until(now + 44 * HOUR / 60, now) is None
    assert rules.offered_until(now + HOUR, now) == now + HOUR / 2
    assert rules.offered_until(now + 100 * HOUR, now) == now + rules.HOLDS


def test_a_cancellation_cannot_come_back_into_a_time_that_is_kept(
    cast: Cast, workshop: Workshop, taken: Booking
) -> None:
    ask(workshop.instructor, workshop)
    kept = bookings.cancel(by=cast.ogre, booking=taken)
    _act, rows = take_for_undo(by=cast.ogre, number=kept.pk)
    with pytest.raises(RefusedError, match="in its place"):
        bookings.uncancel(by=cast.ogre, rows=rows)


def test_the_letter_names_the_time_and_the_deadline_and_goes_once(
    cast: Cast, workshop: Workshop, taken: Booking
) -> None:
    row = ask(workshop.instructor, workshop)
    bookings.cancel(by=cast.ogre, booking=taken)
    for _twice in "12":
        letters.send(row.pk)
    [letter] = mail.outbox
    assert letter.to == [workshop.instructor.email]
    assert "Darbnīca" in str(letter.body)
    assert re.search(r"10:00–12:00.*\n.*\d\d:\d\d", str(letter.body), re.DOTALL)
    actions.withdraw(by=workshop.instructor, waiting=row)
    Waiting.objects.filter(pk=row.pk).update(told_at=None)
    letters.send(row.pk)
    assert len(mail.outbox) == 1


def test_what_was_not_free_in_time_is_closed(
    cast: Cast, workshop: Workshop, taken: Booking
) -> None:
    row = ask(workshop.instructor, workshop)
    offering.lapse(by=cast.system, now=taken.begins)
    assert read(row).closed == "over"


def test_a_dangerous_machine_is_waited_for_with_its_instructor(
    cast: Cast, workshop: Workshop
) -> None:
    time, saw = workshop.at("10:00", "12:00"), Thing(equipment=workshop.saw)
    beside: dict[str, Any] = {"instructor": workshop.instructor}
    wanted = workshop.wanted(time, saw, **beside)
    booking = bookings.book(by=cast.ogre, incubator=workshop.incubator, wanted=wanted)
    row = actions.ask(by=workshop.instructor, incubator=workshop.incubator, wanted=wanted)
    bookings.cancel(by=cast.ogre, booking=booking)
    kept = Occupation.objects.filter(waiting=row)
    assert {(each.equipment, each.instructor) for each in kept} == {
        (workshop.saw, None),
        (None, workshop.instructor),
    }


def test_who_is_erased_waits_for_nothing(cast: Cast, workshop: Workshop, taken: Booking) -> None:
    row = ask(workshop.instructor, workshop)
    with transaction.atomic():
        erase(workshop.instructor)
    assert read(row).closed == "withdrawn"
