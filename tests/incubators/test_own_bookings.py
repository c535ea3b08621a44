"""Who takes part books for themselves, and meets what was booked for them and nobody's name."""

import datetime
from collections.abc import Iterator
from typing import Any

import pytest
from django.utils import translation
from tests.addresses import client_of
from tests.cast import Cast
from tests.incubators.conftest import Workshop

from ligzda.incubators.bookings import actions
from ligzda.incubators.bookings.attendance import check_in
from ligzda.incubators.bookings.queries import coming, instructors_free
from ligzda.incubators.bookings.rules import Thing, check_book
from ligzda.incubators.bookings.series import Series, try_series
from ligzda.incubators.models import Booking
from ligzda.incubators.places.queries import bookable_by
from ligzda.incubators.quotas.actions import set_check_in, set_quota
from ligzda.incubators.waiting import actions as waiting
from ligzda.kernel.errors import NotAllowedError, WrongStateError
from ligzda.kernel.obstacle import may
from ligzda.network.actions import grant_role
from ligzda.network.models import Partner, User
from ligzda.network.roles import Participant


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture
def learner(cast: Cast) -> User:
    """Somebody who takes part at Ogre."""
    ogre = Partner.objects.get(municipality__slug="ogres-novads")
    grant_role(by=cast.system, user=cast.participant, role=Participant, partner=ogre)
    return cast.participant


def bench(workshop: Workshop, place: int = 1) -> Thing:
    return Thing(room=workshop.room, place=place)


def test_machines_and_benches_are_booked_for_oneself_and_no_whole_room(
    cast: Cast, workshop: Workshop, learner: User
) -> None:
    ogre, nine = workshop.incubator, workshop.at("09:00", "10:00")
    given: dict[str, Any] = {"by": learner, "incubator": ogre}
    own = actions.book(**given, wanted=workshop.wanted(nine, bench(workshop)))
    assert (own.booked_by, own.worker) == (learner, learner)
    for_another = workshop.wanted(nine, bench(workshop, 2), used_by=workshop.instructor)
    with pytest.raises(NotAllowedError, match="for yourself alone"):
        actions.book(**given, wanted=for_another)
    with pytest.raises(NotAllowedError, match="whole room"):
        waiting.ask(**given, wanted=workshop.wanted(nine))
    series = Series(
        thing=Thing(room=workshop.room),
        days=[workshop.monday],
        begins=datetime.time(9),
        ends=datetime.time(10),
        purpose="Kastes",
    )
    with pytest.raises(NotAllowedError, match="whole room"):
        try_series(**given, series=series)
    elsewhere = [row for row in bookable_by(cast.system) if row != ogre]
    assert bookable_by(learner) == [ogre]
    assert not any(may(check_book, by=learner, incubator=row) for row in elsewhere)
    staffed = actions.book(
        by=cast.ogre, incubator=ogre, wanted=workshop.wanted(nine, bench(workshop, 3))
    )
    with pytest.raises(NotAllowedError):
        actions.cancel(by=learner, booking=staffed)


def test_what_is_booked_for_somebody_is_theirs_to_see_to_come_to_and_to_cancel(
    cast: Cast, workshop: Workshop, learner: User
) -> None:
    set_check_in(by=cast.ogre, incubator=workshop.incubator, minutes=60)
    wanted = workshop.wanted(workshop.at("09:00", "11:00"), Thing(workshop.laser), used_by=learner)
    booking = actions.book(by=workshop.instructor, incubator=workshop.incubator, wanted=wanted)
    [theirs], [made] = coming(learner), coming(workshop.instructor)
    assert (theirs.other, theirs.for_other) == (workshop.instructor, False)
    assert (made.other, made.for_other) == (learner, True)
    with pytest.raises(WrongStateError, match="From"):  # too early, and theirs
        check_in(by=learner, booking=booking)
    actions.cancel(by=learner, booking=booking)
    assert not Booking.objects.get(pk=booking.pk).stands
    assert not coming(workshop.instructor)


def test_hours_count_for_who_works_in_them(cast: Cast, workshop: Workshop, learner: User) -> None:
    set_quota(by=cast.ogre, incubator=workshop.incubator, hours=3, role="participant")
    for_them = workshop.wanted(
        workshop.at("09:00", "11:00"), Thing(workshop.laser), used_by=learner
    )
    actions.book(by=workshop.instructor, incubator=workshop.incubator, wanted=for_them)
    own = workshop.wanted(workshop.at("12:00", "14:00"), bench(workshop))
    with pytest.raises(WrongStateError, match=r"1:00 are left"):
        actions.book(by=learner, incubator=workshop.incubator, wanted=own)


def test_who_waits_for_somebody_books_for_them(
    cast: Cast, workshop: Workshop, learner: User
) -> None:
    time = workshop.at("09:00", "11:00")
    taken = workshop.wanted(time, Thing(workshop.laser))
    there = actions.book(by=cast.ogre, incubator=workshop.incubator, wanted=taken)
    for_them = workshop.wanted(time, Thing(workshop.laser), used_by=learner)
    place = waiting.ask(by=workshop.instructor, incubator=workshop.incubator, wanted=for_them)
    actions.cancel(by=cast.ogre, booking=there)
    assert waiting.accept(by=workshop.instructor, waiting=place).worker == learner


def test_instructors_are_found_by_time(cast: Cast, workshop: Workshop) -> None:
    ogre, time = workshop.incubator, workshop.at("09:00", "11:00")
    assert workshop.instructor in instructors_free(ogre, time)
    saw = workshop.wanted(time, Thing(workshop.saw), instructor=workshop.instructor)
    actions.book(by=cast.ogre, incubator=ogre, wanted=saw)
    assert workshop.instructor not in instructors_free(ogre, workshop.at("10:00", "12:00"))
    assert workshop.instructor in instructors_free(ogre, workshop.at("11:00", "12:00"))


def test_their_pages_show_no_week_and_nobody_s_name(
    cast: Cast, workshop: Workshop, learner: User
) -> None:
    taken = workshop.wanted(workshop.at("09:00", "11:00"), bench(workshop, 2))
    actions.book(by=cast.ogre, incubator=workshop.incubator, wanted=taken)
    browser = client_of(learner)
    mine = browser.get("/en/incubators/bookings/").content.decode()
    assert "/en/incubators/ogre/free/" in mine
    assert "/en/incubators/ogre/week/" not in mine
    asked = {"day": f"{workshop.monday}", "begins": "09:00", "ends": "10:00"}
    free = browser.get("/en/incubators/ogre/free/", asked).content.decode()
    assert f"thing=r{workshop.room.pk}.1" in free
    assert f"thing=r{workshop.room.pk}&" not in free
    form = {**asked, "thing": f"r{workshop.room.pk}.2", "purpose": "Kastes"}
    refused = browser.post("/en/incubators/ogre/book/", form).content.decode()
    assert "The nearest free time" in refused
    assert cast.ogre.name not in mine + free + refused
    form["used_by"] = str(cast.ogre.pk)
    done = browser.post("/en/incubators/ogre/book/", {**form, "thing": f"r{workshop.room.pk}.1"})
    assert done.status_code == 302
    assert Booking.objects.get(booked_by=learner).used_by is None  # the field is not theirs
    assert browser.get("/en/incubators/ogre/week/").status_code == 403
    told = browser.get("/en/my-place/").content.decode()
    assert "What is free: " in told
