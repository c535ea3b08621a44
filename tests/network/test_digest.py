"""The letter of a day: once, in the person's language, about what they want, until it goes."""

import datetime
import re
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob
from tests.cast import Cast, _loaded, cast

from ligzda.kernel.room import rooms
from ligzda.network import actions, digest
from ligzda.network.models import Digest, NoticeChoice, Partner, User
from ligzda.network.my_day import work_of
from ligzda.network.roles import MinistryLawyer, RegisteredReader
from ligzda.network.tasks import owe_digests

__all__ = ["_loaded", "cast"]
pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 11, 27)


def _person(cast: Cast, role: type, partner: str, name: str) -> User:
    user = actions.invite_user(by=cast.system, email=f"{name}@letters.example", name=name)
    at = Partner.objects.get(slug=partner)
    actions.grant_role(by=cast.system, user=user, role=role, partner=at)
    return user


@pytest.fixture
def lawyer(cast: Cast) -> User:
    """Statements wait for them."""
    return _person(cast, MinistryLawyer, "varam", "juriste")


def owed(user: User) -> list[Digest]:
    return list(Digest.objects.filter(user=user))


def _jobs() -> int:
    return ProcrastinateJob.objects.filter(task_name=digest.SEND).count()


def test_only_for_whom_something_waits_is_owed_and_once(cast: Cast, lawyer: User) -> None:
    reader = _person(cast, RegisteredReader, "varam", "lasitajs")
    assert digest.owe_digests(DAY) >= 1
    jobs = _jobs()
    assert digest.owe_digests(DAY) == 0, "the job was ended and began again"
    assert _jobs() == jobs
    assert [row.day for row in owed(lawyer)] == [DAY]
    assert owed(reader) == []
    assert not Digest.objects.filter(user__is_demo=True).exists()
    digest.owe_digests(DAY + datetime.timedelta(days=1))
    assert [(row.day - DAY).days for row in owed(lawyer)] == [0, 1]


def test_the_job_owes_the_day_of_latvia(cast: Cast, lawyer: User) -> None:
    late = datetime.datetime(2026, 11, 26, 22, 30, tzinfo=datetime.UTC)
    owe_digests(timestamp=int(late.timestamp()))
    assert [row.day for row in owed(lawyer)] == [DAY]


def test_it_goes_once_and_after_a_crash_again_under_the_same_name(
    lawyer: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    digest.owe_digests(DAY)
    [row] = owed(lawyer)

    def die(*_args: Any, **_more: Any) -> None:
        raise SystemExit

    with monkeypatch.context() as patch:
        patch.setattr(Digest, "save", die)
        with pytest.raises(SystemExit):
            digest.send_digest(row.pk)
    digest.send_digest(row.pk)
    digest.send_digest(row.pk)
    names = [letter.extra_headers["Message-ID"] for letter in mail.outbox]
    assert len(names) == 2, "killed between sending and noting: again, and then no more"
    assert len(set(names)) == 1
    assert owed(lawyer)[0].sent_at is not None


def test_it_speaks_the_language_of_who_reads_it(lawyer: User) -> None:
    for language, words in (("lv", "jūs gaida"), ("en", "this waits for you")):
        actions.choose_notices(by=lawyer, letters=True, off=[], language=language)
        row = Digest.objects.create(user=lawyer, day=DAY.replace(day=1 + len(mail.outbox)))
        digest.send_digest(row.pk)
        letter = mail.outbox[-1]
        assert words in letter.body
        assert reverse("network:statements") in letter.body or "/en/to-be-checked/" in letter.body
        assert letter.to == [lawyer.email]


def test_a_kind_that_is_off_is_not_told_and_nothing_else_means_no_letter(lawyer: User) -> None:
    actions.choose_notices(by=lawyer, letters=True, off=["statements", "amendments"], language="lv")
    digest.owe_digests(DAY)
    assert owed(lawyer) == []
    actions.choose_notices(by=lawyer, letters=True, off=["bookings"], language="lv")
    digest.owe_digests(DAY)
    [row] = owed(lawyer)
    actions.stop_letters(by=lawyer)  # between owing and sending
    digest.send_digest(row.pk)
    assert mail.outbox == []
    assert owed(lawyer)[0].sent_at is not None


def test_each_kind_of_work_is_one_that_can_be_switched_off(cast: Cast, lawyer: User) -> None:
    known = {kind for room in rooms() for kind in room.notices}
    told = {
        row.kind
        for user in (cast.ogre, cast.evaluator, cast.administrator, lawyer)
        for row in work_of(user)
    }
    assert told - {""} <= known
    assert "statements" in told


def test_the_page_switches_kinds(client: Client, lawyer: User) -> None:
    assert client.get(reverse("network:notices")).status_code == 302
    client.force_login(lawyer)
    html = client.get(reverse("network:notices")).content.decode()
    assert reverse("network:statements") in html, "what it would say today"
    sent = {"letters": "on", "language": "en", "kinds": ["comments", "trial"]}
    assert client.post(reverse("network:notices"), sent).status_code == 302
    choice = NoticeChoice.objects.get(user=lawyer)
    assert (choice.letters, choice.language) == (True, "en")
    assert "statements" in choice.off
    assert not {"comments", "trial"} & set(choice.off)
    assert client.post(reverse("network:notices"), {"language": "xx"}).status_code == 200


def test_one_click_ends_the_letters_without_signing_in(lawyer: User) -> None:
    row = Digest.objects.create(user=lawyer, day=DAY)
    digest.send_digest(row.pk)
    [letter] = mail.outbox
    found = re.search(r"<(http[^>]+)>", letter.extra_headers["List-Unsubscribe"])
    assert found
    assert found[1] in letter.body
    path = "/" + found[1].split("/", 3)[3]
    browser = Client(enforce_csrf_checks=True)
    assert browser.get(path).status_code == 200
    assert digest.choice_of(lawyer).letters, "a scanner only opens addresses"
    assert browser.post(path, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert not digest.choice_of(lawyer).letters
    assert browser.post(path[:-3] + "x/").status_code == 404
    digest.owe_digests(DAY + datetime.timedelta(days=1))
    assert len(owed(lawyer)) == 1
