"""The main act of a day with the keyboard alone: no mouse, no address typed after the first."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect
from tests.browser.conftest import Visit
from tests.incubators.conftest import a_monday

from ligzda.incubators.models import Booking, Equipment, Maintenance
from ligzda.network.models import User
from ligzda.training.models import Attendance, Enrolment, Meeting

pytestmark = pytest.mark.django_db
MOST_STEPS = 200


def tab_to(page: Page, what: str) -> None:
    """Press Tab until what has the focus matches a selector, and is seen to have it."""
    for _step in range(MOST_STEPS):
        page.keyboard.press("Tab")
        if page.evaluate("what => document.activeElement.matches(what)", what):
            assert page.evaluate("document.activeElement.matches(':focus-visible')"), what
            return
    raise AssertionError(f"the keyboard does not reach {what} on {page.url}")


def follow(page: Page, what: str) -> None:
    """Go to a link or button, and press Enter; the page that it leads to has come."""
    tab_to(page, what)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def fill(page: Page, name: str, typed: str) -> None:
    tab_to(page, f"[name={name}]")
    page.keyboard.type(typed)


def choose(page: Page, name: str, text: str) -> None:
    """Go down a list until it says this."""
    tab_to(page, f"select[name={name}]")
    chosen = "document.activeElement.selectedOptions[0].text"
    for _step in range(MOST_STEPS):
        if text in page.evaluate(chosen):
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"{name} has no {text}")


def fill_day(page: Page, name: str, day: datetime.date) -> None:
    """Type a day; in which order its parts stand is the browser's language's to say."""
    tab_to(page, f"[name={name}]")
    for order in ("%d%m%Y", "%m%d%Y", "%Y%m%d"):
        page.keyboard.type(f"{day:{order}}")
        if page.evaluate("document.activeElement.value") == day.isoformat():
            return
        for _part in order:
            page.keyboard.press("ArrowLeft")
    raise AssertionError(f"{name} does not take {day}")


def fill_morning(page: Page, name: str, clock: str) -> None:
    """Type an hour before noon; a browser whose clock has twelve hours asks which half of a day."""
    fill(page, name, clock.replace(":", ""))
    if page.evaluate("document.activeElement.value") != clock:
        page.keyboard.type("AM")
    assert page.evaluate("document.activeElement.value") == clock, name


@pytest.fixture(scope="module")
def cookies(served: str, django_db_blocker: Any) -> dict[str, str]:
    """Sign everybody in, and keep a place for the participant.

    Before the first test, whose own transaction the server would not see.
    """
    found = {}
    with django_db_blocker.unblock():
        for who in ("instruktore.ogre", "dalibnieks.ogre", "koordinators.ogre", "pasniedzeja"):
            client = Client()
            client.force_login(User.objects.get(email=f"{who}@ligzda.example"))
            found[who] = client.cookies["sessionid"].value
        until = timezone.now() + datetime.timedelta(hours=40)
        Enrolment.objects.filter(person__email="dalibnieks.ogre@ligzda.example").update(
            state=Enrolment.State.OFFERED, offered_until=until
        )
    return found


@pytest.fixture
def at_work(cookies: dict[str, str], visit: Callable[..., Visit]) -> Callable[[str], Page]:
    """Open somebody's own page."""
    return lambda who: visit(session=cookies[who]).open(reverse("portal:my_place"))


def test_an_instructor_books_a_machine(at_work: Callable[[str], Page]) -> None:
    page = at_work("instruktore.ogre")
    day = a_monday() + datetime.timedelta(days=28)  # the demonstration books two weeks ahead
    follow(page, f"main a[href='{reverse('incubators:mine')}']")
    follow(page, f"main a[href='{reverse('incubators:book', args=['ogre'])}']")
    choose(page, "thing", "Lāzergriezējs")
    fill_day(page, "day", day)
    fill_morning(page, "begins", "10:00")
    fill_morning(page, "ends", "11:30")
    fill(page, "purpose", "Nosaukuma zīmes")
    follow(page, "main form button:not(.second)")
    expect(page.locator("main")).to_contain_text("Lāzergriezējs")
    booked = Booking.objects.get(purpose="Nosaukuma zīmes")
    assert timezone.localtime(booked.begins).date() == day
    assert booked.booked_by.email == "instruktore.ogre@ligzda.example"


def test_a_participant_takes_the_place_that_my_day_tells_of(
    at_work: Callable[[str], Page],
) -> None:
    own = Enrolment.objects.get(person__email="dalibnieks.ogre@ligzda.example")
    assert own.state == Enrolment.State.OFFERED
    page = at_work("dalibnieks.ogre")
    follow(page, f"main a[href='{reverse('training:session', args=[own.session_id])}']")
    accept = reverse("training:accept", args=[own.pk])
    follow(page, f"main form[action='{accept}'] button")
    own.refresh_from_db()
    assert own.state == Enrolment.State.ENROLLED


def test_a_coordinator_records_the_maintenance_that_my_day_tells_of(
    at_work: Callable[[str], Page],
) -> None:
    page = at_work("koordinators.ogre")
    follow(page, f"main a[href='{reverse('incubators:upkeep', args=['ogre'])}']")
    overdue = Equipment.objects.get(incubator__slug="ogre", name="Ripzāģis")
    follow(page, f"main a[href='{reverse('incubators:equipment', args=['ogre', overdue.pk])}']")
    follow(page, f"main a[href='{reverse('incubators:record_done', args=['ogre', overdue.pk])}']")
    choose(page, "plan", "Ripas")
    fill_day(page, "on", timezone.localdate())
    fill(page, "by", "Darbnīcas instruktors")
    fill(page, "what", "Ripa nomainīta")
    follow(page, "main form button:not(.second)")
    assert Maintenance.objects.get(what="Ripa nomainīta").equipment == overdue


def test_a_trainer_records_who_was_there(at_work: Callable[[str], Page]) -> None:
    page = at_work("pasniedzeja")
    there = Attendance.objects.values("enrolment")
    missing = Enrolment.objects.exclude(pk__in=there).filter(
        state=Enrolment.State.ENROLLED, session__confirmed_at__isnull=False
    )
    own = missing.order_by("pk")[0]
    meeting = Meeting.objects.filter(session=own.session).latest("begins")
    where = reverse("training:meeting", args=[meeting.pk])
    page.goto(page.url.replace(reverse("portal:my_place"), where))
    tab_to(page, f"input[name=there][value='{own.pk}']")
    page.keyboard.press("Space")
    follow(page, "main form button:not(.second)")
    assert Attendance.objects.get(enrolment=own, meeting=meeting).how == Attendance.How.HAND
