"""What the demonstration's accounts have to do in training and incubators; what "my day" says."""

import datetime

import pytest
from django.db import connection
from django.utils import timezone
from tests.cast import Cast

from ligzda.incubators.models import Booking, Occupation
from ligzda.kernel.confined import EVERYWHERE, HOUSE, rows_of
from ligzda.kernel.room import Work, named, rooms
from ligzda.network.load import system_member
from ligzda.network.models import User
from ligzda.network.my_day import day_of
from ligzda.server.privileges import _ROLE, SERVING
from ligzda.training.mentoring.models import MentorWish
from ligzda.training.models import Enrolment, Session
from ligzda.training.sessions.actions import call_off
from ligzda.training.sessions.work import my_work

pytestmark = pytest.mark.django_db


def person(name: str) -> User:
    return User.objects.get(email=f"{name}@ligzda.example")


def of_sessions(name: str) -> list[Work]:
    """Return what sessions ask of somebody, without the page of all."""
    return [row for row in my_work(person(name)) if row.kind]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("pasniedzeja", "Jūs vadāt"),
        ("dalibnieks.ogre", "Jūs mācāties"),
        ("mentore", "mentor"),
        ("vaditaja.ogre", "gaida mentoru"),
        ("instruktore.ogre", "rezervācijas"),
    ],
)
def test_an_account_of_the_demonstration_has_something_to_do(
    cast: Cast, name: str, told: str
) -> None:
    day = day_of(person(name))
    assert any(told in row.label for row in [*day.due, *day.waits])


def test_what_was_given_is_given_once(cast: Cast) -> None:
    def there() -> list[int]:
        return [model.objects.count() for model in (Booking, MentorWish, Enrolment, Session)]

    before = there()
    for room in rooms():
        if room.accounts:
            named(room.accounts)(by=system_member())
    assert there() == before


def test_what_is_given_is_given_by_the_role_that_the_house_acts_as(cast: Cast) -> None:
    """A worker owns no table; what it writes it must be let write."""
    with rows_of(EVERYWHERE, HOUSE):
        MentorWish.objects.all().delete()
    Occupation.objects.filter(booking__booked_by__is_demo=True).delete()
    Booking.objects.filter(booked_by__is_demo=True).delete()
    with connection.cursor() as cursor:
        cursor.execute(_ROLE.format(role=SERVING))
        cursor.execute(f"SET LOCAL ROLE {SERVING}")
    with rows_of(EVERYWHERE):
        for room in rooms():
            if room.accounts:
                named(room.accounts)(by=system_member())
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
    assert MentorWish.objects.get().participant == person("dalibnieks.ogre")
    assert Booking.objects.filter(booked_by=person("instruktore.ogre")).exists()


def test_a_place_is_told_while_it_can_be_taken_or_is_to_come(cast: Cast) -> None:
    [learns] = of_sessions("dalibnieks.ogre")
    row = Enrolment.objects.get(person=person("dalibnieks.ogre"))
    first = row.session.meetings.earliest("begins")
    assert learns.due == timezone.localdate(first.begins)
    until = timezone.now() + datetime.timedelta(hours=30)
    Enrolment.objects.filter(pk=row.pk).update(state=Enrolment.State.OFFERED, offered_until=until)
    [kept] = of_sessions("dalibnieks.ogre")
    assert "glabā vietu" in kept.label
    assert (kept.waiting, kept.due) == (1, timezone.localdate(until))
    Enrolment.objects.filter(pk=row.pk).update(
        state=Enrolment.State.WITHDRAWN, place=None, offered_until=None
    )
    assert of_sessions("dalibnieks.ogre") == []


def test_a_session_that_is_off_asks_nothing_of_anybody(cast: Cast) -> None:
    session = Session.objects.get(trainer=person("pasniedzeja"))
    call_off(by=person("pasniedzeja"), session=session, because="Salūza iekārta.")
    assert of_sessions("pasniedzeja") == of_sessions("dalibnieks.ogre") == []
