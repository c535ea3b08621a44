"""What a certificate opens: given with it, ended with it, reminded of before it ends."""

import datetime

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.test import Client
from django.utils import timezone, translation
from procrastinate.contrib.django.models import ProcrastinateJob
from tests.cast import Cast
from tests.incubators.conftest import Workshop, workshop
from tests.training.conftest import FACTS, issue
from tests.training.test_certificates import _published_long_ago as published_long_ago

from ligzda.incubators.models import Authorisation, Equipment
from ligzda.incubators.rights.rules import NoRightError, check_may_use
from ligzda.kernel.calendar import month_after
from ligzda.kernel.errors import NotAllowedError, WrongStateError
from ligzda.network.models import User
from ligzda.training import actions
from ligzda.training.actions import reminders
from ligzda.training.models import Certificate, CourseVersion, Reminder

__all__ = ["workshop"]
DAY = datetime.timedelta(days=1)


@pytest.fixture(autouse=True)
def _in_english() -> object:
    with translation.override("en"):
        yield


@pytest.fixture
def saw(workshop: Workshop) -> Equipment:
    Equipment.objects.filter(pk=workshop.saw.pk).update(needs_authorisation=True, idle_months=6)
    return Equipment.objects.get(pk=workshop.saw.pk)


def may(person: User, machine: Equipment) -> None:
    check_may_use(person=person, equipment=machine, at=timezone.now())


def test_a_certificate_opens_what_its_version_opens_as_long_as_it_holds(
    cast: Cast, trainer: User, version: CourseVersion, saw: Equipment
) -> None:
    actions.open_machine(by=trainer, version=version, equipment=saw)
    with pytest.raises(NoRightError, match="learnt in the course “Milling”"):
        may(cast.participant, saw)
    certificate = issue(trainer, version, cast.participant)
    may(cast.participant, saw)
    right = Authorisation.objects.get(certificate=certificate.code)
    assert (right.since, right.until) == (certificate.issued_on, certificate.valid_until)
    with pytest.raises(NoRightError, match="has no right"):
        may(cast.evaluator, saw)


def test_a_revoked_certificate_opens_nothing_from_that_moment(
    cast: Cast, trainer: User, version: CourseVersion, saw: Equipment
) -> None:
    actions.open_machine(by=trainer, version=version, equipment=saw)
    certificate = issue(trainer, version, cast.participant)
    actions.revoke_certificate(by=trainer, certificate=certificate, because="Kļūda protokolā.")
    with pytest.raises(NoRightError, match="the certificate was revoked"):
        may(cast.participant, saw)


def test_a_newer_certificate_takes_the_place_of_what_the_older_one_opened(
    cast: Cast, trainer: User, version: CourseVersion, saw: Equipment, workshop: Workshop
) -> None:
    Equipment.objects.filter(pk=workshop.laser.pk).update(needs_authorisation=True)
    laser = Equipment.objects.get(pk=workshop.laser.pk)
    actions.open_machine(by=trainer, version=version, equipment=saw)
    draft = actions.begin_version(by=trainer, course=version.course, facts_given=FACTS)
    with pytest.raises(WrongStateError, match="is a draft"):
        actions.open_machine(by=trainer, version=draft, equipment=laser)
    second = actions.publish_version(by=trainer, version=draft)
    actions.open_machine(by=trainer, version=second, equipment=laser)
    published_long_ago(version)
    issue(trainer, version, cast.participant, timezone.localdate() - 30 * DAY)
    may(cast.participant, saw)
    with pytest.raises(NoRightError):
        may(cast.participant, laser)
    issue(trainer, second, cast.participant)
    may(cast.participant, laser)
    with pytest.raises(NoRightError, match="a newer certificate took the place"):
        may(cast.participant, saw)


def test_what_a_version_opens_later_is_open_to_its_holders_and_closes_with_it(
    cast: Cast, trainer: User, certificate: Certificate, saw: Equipment
) -> None:
    opened = actions.open_machine(by=trainer, version=certificate.version, equipment=saw)
    may(cast.participant, saw)
    actions.close_machine(by=trainer, opened=opened)
    with pytest.raises(NoRightError, match="the course opens this machine no longer"):
        may(cast.participant, saw)
    actions.open_machine(by=trainer, version=certificate.version, equipment=saw)
    may(cast.participant, saw)


def test_only_trainers_say_what_a_course_opens_and_only_of_what_has_to_be_learnt(
    cast: Cast, trainer: User, version: CourseVersion, saw: Equipment, workshop: Workshop
) -> None:
    for stranger in (cast.ogre, cast.participant, cast.evaluator):
        with pytest.raises(NotAllowedError):
            actions.open_machine(by=stranger, version=version, equipment=saw)
    with pytest.raises(WrongStateError, match="open to everybody"):
        actions.open_machine(by=trainer, version=version, equipment=workshop.laser)


def test_the_sticker_says_one_word_why_and_what_next(
    cast: Cast, trainer: User, version: CourseVersion, saw: Equipment, client: Client
) -> None:
    actions.open_machine(by=trainer, version=version, equipment=saw)
    page = f"/en/incubators/machines/{saw.pk}/"
    assert client.get(f"/m/{saw.pk}")["Location"].endswith(f"/iekartas/{saw.pk}/")
    signing_in = client.get(page)
    assert signing_in.status_code == 302
    assert f"next={page}" in signing_in["Location"]
    client.force_login(cast.ogre)
    answer = client.get(page).content.decode()
    assert ">\nMay not</p>" in answer
    assert "learnt in the course “Milling”" in answer
    assert "Meistars" in answer
    issue(trainer, version, cast.ogre)
    answer = client.get(page).content.decode()
    assert ">\nMay</p>" in answer
    assert f"?thing=m{saw.pk}" in answer
    Equipment.objects.filter(pk=saw.pk).update(condition="repair")
    assert "is under repair" in client.get(page).content.decode()
    # Of another municipality's machine no word, as of one that is not there.
    client.force_login(cast.cesis)
    for number in (saw.pk, 999_999):
        answer = client.get(f"/en/incubators/machines/{number}/").content.decode()
        assert "You hold no role in the incubator of this machine" in answer
        assert saw.name not in answer


# --- reminders -----------------------------------------------------------------------------------


def ending(certificate: Certificate, days: int) -> datetime.date:
    """Return the day on which a certificate has so many days left."""
    assert certificate.valid_until is not None
    return certificate.valid_until - days * DAY


def test_each_is_owed_once_from_its_day_on(certificate: Certificate) -> None:
    assert reminders.remind(ending(certificate, 61)) == 0
    # A day that was missed is made up for; the job that runs twice owes nothing twice.
    for days, owed in ((59, 1), (59, 0), (30, 0), (14, 1), (1, 0), (0, 0), (-1, 0)):
        assert reminders.remind(ending(certificate, days)) == owed, days
    assert sorted(Reminder.objects.values_list("days_before", flat=True)) == [14, 60]
    jobs = ProcrastinateJob.objects.filter(task_name="ligzda.training.tasks.send_reminder")
    assert sorted(job.args["reminder"] for job in jobs) == sorted(
        Reminder.objects.values_list("pk", flat=True)
    )


def test_who_is_reminded_late_is_reminded_once(certificate: Certificate) -> None:
    assert reminders.remind(ending(certificate, 10)) == 1
    assert Reminder.objects.get().days_before == 14


def test_it_names_the_day_and_the_way_in_both_languages(
    certificate: Certificate, mailoutbox: list[mail.EmailMessage]
) -> None:
    reminders.remind(ending(certificate, 60))
    reminder = Reminder.objects.get()
    reminders.send(reminder.pk)
    reminders.send(reminder.pk)
    [letter] = mailoutbox
    assert letter.to == [certificate.holder.email]
    for words in ("Frēzēšana", "Milling", "https://ligzda.example/", "derīga līdz", "holds until"):
        assert words in letter.body
    assert str(letter.message()["Message-ID"]).startswith(f"<reminder-{reminder.pk}.")


def test_one_that_could_not_be_sent_is_owed_on_and_one_that_is_void_is_not_sent(
    trainer: User,
    certificate: Certificate,
    monkeypatch: pytest.MonkeyPatch,
    mailoutbox: list[mail.EmailMessage],
) -> None:
    reminders.remind(ending(certificate, 60))
    reminder = Reminder.objects.get()

    def refuse(*given: object) -> int:
        raise OSError("No space left on device")

    with monkeypatch.context() as full:
        full.setattr(EmailBackend, "send_messages", refuse)
        with pytest.raises(OSError, match="No space"):
            reminders.send(reminder.pk)
    reminder.refresh_from_db()
    assert reminder.sent_at is None
    actions.revoke_certificate(by=trainer, certificate=certificate, because="Kļūda.")
    reminders.send(reminder.pk)
    reminder.refresh_from_db()
    assert reminder.sent_at is not None
    assert mailoutbox == []
    assert reminders.remind(ending(certificate, 14)) == 0


def test_months_of_the_version_are_those_of_the_right(
    cast: Cast, trainer: User, version: CourseVersion, saw: Equipment
) -> None:
    actions.open_machine(by=trainer, version=version, equipment=saw)
    certificate = issue(trainer, version, cast.participant)
    Equipment.objects.filter(pk=saw.pk).update(idle_months=None)
    saw.refresh_from_db()
    last = month_after(certificate.issued_on, version.valid_months or 0)
    midday = timezone.make_aware(datetime.datetime.combine(last, datetime.time(12)))
    check_may_use(person=cast.participant, equipment=saw, at=midday)
    with pytest.raises(NoRightError, match="it ended on"):
        check_may_use(person=cast.participant, equipment=saw, at=midday + DAY)
