"""A right that lapses by disuse: who holds it is told 60 and 14 days before, once, and why."""

import datetime
from unittest import mock

import pytest
from django.core import mail
from django.db import connection
from django.utils import timezone
from tests.cast import Cast
from tests.incubators.conftest import Workshop, workshop
from tests.training.conftest import issue
from tests.training.sessions import make_session

from ligzda.incubators.bookings.actions import book
from ligzda.incubators.bookings.rules import Thing
from ligzda.incubators.models import Booking, Equipment
from ligzda.incubators.rights.queries import lapses
from ligzda.kernel.calendar import month_after
from ligzda.kernel.confined import EVERYWHERE, rows_of
from ligzda.network.models import User
from ligzda.server.privileges import _ROLE, SERVING
from ligzda.training import actions
from ligzda.training.actions import disuse
from ligzda.training.models import Certificate, CourseVersion, DisuseReminder
from ligzda.training.tasks import remind_daily, send_disuse_reminder

__all__ = ["workshop"]
DAY = datetime.timedelta(days=1)


@pytest.fixture
def laser(workshop: Workshop) -> Equipment:
    """A machine that has to be learnt, and whose right lapses after six months without use."""
    Equipment.objects.filter(pk=workshop.laser.pk).update(needs_authorisation=True, idle_months=6)
    return Equipment.objects.get(pk=workshop.laser.pk)


@pytest.fixture
def right(cast: Cast, trainer: User, version: CourseVersion, laser: Equipment) -> Certificate:
    """The coordinator's, from today on."""
    actions.open_machine(by=trainer, version=version, equipment=laser)
    return issue(trainer, version, cast.ogre)


def lapse() -> datetime.date:
    return month_after(timezone.localdate(), 6)


def test_it_is_owed_60_and_14_days_before_and_each_once(cast: Cast, right: Certificate) -> None:
    assert [each.on for each in lapses(cast.ogre.pk)] == [lapse()]
    for days, owed in ((61, 0), (59, 1), (59, 0), (14, 1), (1, 0), (0, 0), (-1, 0)):
        assert disuse.remind(lapse() - days * DAY) == owed, days
    assert sorted(DisuseReminder.objects.values_list("days_before", flat=True)) == [14, 60]


def test_the_letter_names_machine_day_way_and_what_to_do(
    cast: Cast, right: Certificate, laser: Equipment, mailoutbox: list[mail.EmailMessage]
) -> None:
    session = make_session(cast.system, right.version)
    disuse.remind(lapse() - 60 * DAY)
    reminder = DisuseReminder.objects.get()
    disuse.send(reminder.pk)
    disuse.send(reminder.pk)
    [letter] = mailoutbox
    assert letter.to == [cast.ogre.email]
    for words in (
        "Lāzergriezējs", "6 mēneš", "not used for 6 months", "the right stays", "tiesības",
        f"/en/training/sessions/{session.pk}/", str(lapse().year),
    ):  # fmt: skip
        assert words in letter.body, words


def test_who_has_booked_it_meanwhile_is_not_told_and_has_a_later_day(
    cast: Cast, right: Certificate, workshop: Workshop, mailoutbox: list[mail.EmailMessage]
) -> None:
    disuse.remind(lapse() - 60 * DAY)
    wanted = workshop.wanted(workshop.at("10:00", "12:00"), Thing(equipment=workshop.laser))
    book(by=cast.ogre, incubator=workshop.incubator, wanted=wanted)
    disuse.send(DisuseReminder.objects.get().pk)
    assert mailoutbox == []
    [later] = lapses(cast.ogre.pk)
    assert later.on == month_after(workshop.monday, 6) > lapse()
    assert disuse.remind(later.on - 60 * DAY) == 1
    Booking.objects.filter(booked_by=cast.ogre).update(stands=False)
    assert [each.on for each in lapses(cast.ogre.pk)] == [lapse()]


def test_what_ends_by_its_day_first_or_is_ended_lapses_not(
    cast: Cast, trainer: User, right: Certificate, laser: Equipment
) -> None:
    Equipment.objects.filter(pk=laser.pk).update(idle_months=24)
    assert lapses(cast.ogre.pk) == []  # its certificate ends as soon, and is reminded of by itself
    Equipment.objects.filter(pk=laser.pk).update(idle_months=6)
    actions.revoke_certificate(by=trainer, certificate=right, because="Kļūda.")
    assert lapses(cast.ogre.pk) == []


def test_the_jobs_do_it_as_the_role_that_the_house_acts_as(
    right: Certificate, mailoutbox: list[mail.EmailMessage]
) -> None:
    soon = timezone.make_aware(datetime.datetime.combine(lapse() - 10 * DAY, datetime.time(7)))
    with connection.cursor() as cursor:
        cursor.execute(_ROLE.format(role=SERVING))
        cursor.execute(f"SET LOCAL ROLE {SERVING}")
    with mock.patch("django.utils.timezone.now", return_value=soon), rows_of(()):
        remind_daily(0)
        send_disuse_reminder(DisuseReminder.objects.get().pk)
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
    [letter] = mailoutbox
    assert "Lāzergriezējs" in letter.subject
    with rows_of(EVERYWHERE):
        assert DisuseReminder.objects.get().days_before == 14
