"""Pages of bookings, as somebody goes through them."""

import datetime
import re

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.cache import cache
from django.test import Client
from django.utils import timezone, translation
from tests.addresses import client_of, people
from tests.cast import Cast
from tests.incubators.conftest import Workshop

from ligzda.incubators.bookings import actions, attendance
from ligzda.incubators.bookings.forms import FindForm
from ligzda.incubators.bookings.rules import Thing
from ligzda.incubators.models import Booking, Incubator, Quota, Waiting
from ligzda.incubators.places.queries import incubators_of
from ligzda.incubators.places.rules import check_see_places
from ligzda.incubators.quotas.actions import set_check_in
from ligzda.incubators.work import my_work
from ligzda.kernel.obstacle import may

MINE = "/en/incubators/bookings/"


@pytest.fixture(autouse=True)
def _in_english() -> object:
    with translation.override("en"):
        yield


@pytest.fixture
def instructor(workshop: Workshop) -> Client:
    return client_of(workshop.instructor)


def text(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def test_who_finds_a_time_taken_waits_for_it_is_offered_it_and_books_it(
    cast: Cast, workshop: Workshop, instructor: Client
) -> None:
    time = workshop.at("10:00", "12:00")
    taken = actions.book(by=cast.ogre, incubator=workshop.incubator, wanted=workshop.wanted(time))
    form = {
        "thing": f"r{workshop.room.pk}",
        "day": f"{workshop.monday}",
        "begins": "10:00",
        "ends": "12:00",
        "purpose": "Kastes",
    }
    page = instructor.post("/en/incubators/ogre/book/", form).content.decode()
    assert "The nearest free time" in page
    assert 'name="wait"' in page
    answer = instructor.post("/en/incubators/ogre/book/", {**form, "wait": "1"})
    assert answer["Location"] == MINE
    assert "place 1 in the list" in text(instructor, MINE)
    actions.cancel(by=cast.ogre, booking=taken)
    assert my_work(workshop.instructor)[0].waiting == 1
    assert "kept for you until" in text(instructor, MINE)
    row = Waiting.objects.get(asked_by=workshop.instructor)
    instructor.post(f"{MINE}waiting/{row.pk}/book/")
    assert Booking.objects.get(booked_by=workshop.instructor).begins == time.begins


def test_i_am_here_is_a_button_around_the_begin(
    cast: Cast, workshop: Workshop, instructor: Client
) -> None:
    set_check_in(by=cast.ogre, incubator=workshop.incubator, minutes=15)
    wanted = workshop.wanted(workshop.at("10:00", "12:00"))
    row = actions.book(by=workshop.instructor, incubator=workshop.incubator, wanted=wanted)
    assert "I am here" not in text(instructor, MINE)
    now = timezone.now()
    hour = datetime.timedelta(hours=1)
    Booking.objects.filter(pk=row.pk).update(begins=now, ends=now + hour)
    assert "I am here" in text(instructor, MINE)
    instructor.post(f"{MINE}{row.pk}/here/")
    assert Booking.objects.get(pk=row.pk).checked_in_at is not None
    assert "you are here" in text(instructor, MINE)


def test_the_week_says_when_bookings_were_looked_after_and_warns_when_not(
    workshop: Workshop, instructor: Client
) -> None:
    cache.clear()
    week = f"/en/incubators/ogre/week/?day={workshop.monday}"
    assert "have not been looked after" in text(instructor, week)
    attendance.note_run()
    assert "every minute; last at" in text(instructor, week)
    cache.set(
        attendance._LAST,
        (timezone.now() - attendance.LATE * 2).isoformat(),
        attendance._KEPT_SECONDS,
    )
    assert "Bookings were last looked after on" in text(instructor, week)


def test_an_english_week_has_english_dates(workshop: Workshop, instructor: Client) -> None:
    day = workshop.monday
    english = text(instructor, f"/en/incubators/ogre/week/?day={day}")
    assert f"Monday {day.day} {day:%b}" in english
    latvian = text(instructor, f"/inkubatori/ogre/nedela/?day={day}")
    assert f"irmdiena {day:%d.%m.}" in latvian
    with translation.override("en"):
        assert str(workshop.at("10:00", "12:00")) == f"Monday, {day.day} {day:%b %Y} 10:00–12:00"


def test_the_keeper_sets_the_rules_and_an_instructor_does_not_see_them(
    cast: Cast, workshop: Workshop, instructor: Client
) -> None:
    rules, keeper = "/en/incubators/ogre/rules/", client_of(cast.ogre)
    assert instructor.get(rules).status_code == 403
    keeper.post(rules, {"what": "quota", "who": "instructor", "hours": "12"})
    keeper.post(rules, {"what": "check_in", "minutes": "15"})
    quota = Quota.objects.get(incubator=workshop.incubator)
    workshop.incubator.refresh_from_db()
    assert (quota.role, quota.hours, workshop.incubator.check_in_minutes) == ("instructor", 12, 15)
    assert "12:00 of your 12:00 hours are left" in text(instructor, MINE)
    page = keeper.post(rules, {"what": "quota", "who": "", "hours": "200"}).content.decode()
    assert "168" in page
    keeper.post(f"{rules}{quota.pk}/remove/")
    assert not Quota.objects.filter(incubator=workshop.incubator).exists()


def test_a_calendar_s_address_is_shown_once(workshop: Workshop, instructor: Client) -> None:
    page = instructor.post(f"{MINE}calendars/", {"incubator": "ogre"}).content.decode()
    [path] = re.findall(r"/en/incubators/bookings/calendars/[\w-]+\.ics", page)
    assert Client().get(path).status_code == 200
    assert path not in instructor.get(f"{MINE}calendars/").content.decode()


@pytest.mark.parametrize(
    ("day", "which", "error"),
    [
        ("2026-03-29", "", "there is no 03:30: the clocks go forward"),
        ("2026-10-25", "", "there is 03:30 twice"),
        ("2026-10-25", "second", ""),
    ],
)
def test_the_night_the_clocks_change_is_asked_about_in_the_form(
    day: str, which: str, error: str
) -> None:
    form = FindForm({"day": day, "begins": "03:30", "ends": "05:00", "which": which})
    assert form.is_valid() is (not error)
    assert error in str(form.errors.get("begins", ""))
    assert ("which" in form.fields) is day.endswith("10-25")


def test_a_bench_and_a_machine_are_waited_for_by_what_they_are(
    cast: Cast, workshop: Workshop
) -> None:
    """Who waits for bench 2 is not ahead of who waits for bench 3, but of who wants the room."""
    from ligzda.incubators.waiting.actions import ask
    from ligzda.incubators.waiting.queries import ahead

    time, room = workshop.at("10:00", "12:00"), workshop.room
    wanted = [workshop.wanted(time, Thing(room=room, place=place)) for place in (2, 3, None)]
    for each in wanted[:2]:
        actions.book(by=cast.ogre, incubator=workshop.incubator, wanted=each)
    rows = [ask(by=workshop.instructor, incubator=workshop.incubator, wanted=e) for e in wanted]
    assert [ahead(row) for row in rows] == [0, 0, 2]


def test_the_list_of_incubators_is_what_the_rule_lets(cast: Cast, workshop: Workshop) -> None:
    every = Incubator.objects.all()
    for viewer in (*people().values(), workshop.instructor, cast.system, AnonymousUser()):
        let = {row.pk for row in every if may(check_see_places, viewer=viewer, incubator=row)}
        assert {row.pk for row in incubators_of(viewer)} == let
