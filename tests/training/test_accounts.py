"""What the demonstration's accounts have to do in training and incubators; what "my day" says."""

import datetime

import pytest
from django.db import connection, models
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.cast import Cast

from ligzda.incubators.models import Booking, Equipment, Incubator, Occupation
from ligzda.kernel.confined import EVERYWHERE, HOUSE, rows_of
from ligzda.kernel.room import Work, named, rooms
from ligzda.network.load import system_member
from ligzda.network.models import Membership, User
from ligzda.network.my_day import day_of
from ligzda.server.privileges import _ROLE, SERVING
from ligzda.training.models import (
    Certificate,
    Enrolment,
    MentoringMeeting,
    MentoringNote,
    MentoringPair,
    MentorOffer,
    MentorWish,
    Session,
)
from ligzda.training.sessions.actions import call_off
from ligzda.training.sessions.work import my_work

pytestmark = pytest.mark.django_db
GIVEN: list[type[models.Model]] = [
    Booking, Certificate, Enrolment, Membership, MentorOffer, MentoringPair, MentorWish, Session
]  # fmt: skip


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
        ("mentore", "Mēnesi nav ierakstīta neviena tikšanās"),
        ("vaditaja.ogre", "gaida mentoru"),
        ("instruktore.ogre", "rezervācijas"),
        ("koordinators.ogre", "rezervācijas"),
        ("koordinators.cesis", "rezervācijas"),
        ("jurists.varam", "apgalvojumi"),
        ("recenzente.lm", "apgalvojumi"),
        ("vaditajs.tikls", "līgums"),
        ("administrators", "līgums"),
    ],
)
def test_an_account_of_the_demonstration_has_something_to_do(
    cast: Cast, name: str, told: str
) -> None:
    day = day_of(person(name))
    assert any(told in row.label for row in [*day.due, *day.waits])


def test_what_was_given_is_given_once(cast: Cast) -> None:
    def there() -> list[int]:
        return [model._default_manager.count() for model in GIVEN]

    before = there()
    for room in rooms():
        if room.accounts:
            named(room.accounts)(by=system_member())
    assert there() == before


def test_what_is_given_is_given_by_the_role_that_the_house_acts_as(cast: Cast) -> None:
    """A worker owns no table; what it writes it must be let write."""
    with rows_of(EVERYWHERE, HOUSE):
        MentorWish.objects.all().delete()
        MentoringNote.objects.all().delete()
        MentoringMeeting.objects.all().delete()
        MentoringPair.objects.all().delete()
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
    wishes = {wish.participant for wish in MentorWish.objects.all()}
    assert wishes == {person("dalibnieks.ogre"), person("dalibniece.cesis")}
    assert Booking.objects.filter(booked_by=person("instruktore.ogre")).exists()
    assert MentoringPair.objects.get().mentor == person("mentore")


@pytest.mark.parametrize(
    ("name", "machine", "told"),
    [
        ("instruktore.ogre", "Lāzergriezējs", [">\nDrīkst</p>"]),
        ("dalibnieks.ogre", "Rūpnieciskā šujmašīna", [">\nDrīkst</p>"]),
        ("vaditaja.ogre", "Lāzergriezējs", [">\nNedrīkst</p>", "kursā", "nākamā nodarbība"]),
        (
            "koordinators.cesis",
            "Lentzāģis",
            [">\nNedrīkst</p>", "beidzās", "kursā", "nākamā nodarbība"],
        ),
    ],
)
def test_a_sticker_says_who_may_who_may_not_and_the_session_that_would_open_it(
    cast: Cast, client: Client, name: str, machine: str, told: list[str]
) -> None:
    who = person(name)
    place = Membership.objects.get(user=who).partner.municipality_id
    row = Equipment.objects.get(name=machine, incubator__municipality=place)
    client.force_login(who)
    page = client.get(reverse("incubators:may_use", args=[row.pk])).content.decode()
    for words in told:
        assert words in page, words


def test_an_incubator_has_hours_a_week_and_asks_who_comes_to_say_so(cast: Cast) -> None:
    cesis = Incubator.objects.get(slug="cesis")
    assert cesis.check_in_minutes == 15
    assert dict(cesis.quotas.values_list("role", "hours")) == {"instructor": 20, "": 12}


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
