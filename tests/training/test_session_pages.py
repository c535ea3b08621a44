"""Pages of sessions: who sees what on them, and what they do."""

import pytest
from django.test import Client
from django.urls import reverse
from tests.cast import Cast
from tests.training.sessions import HOUR, facts, make_trainer, meeting_of
from tests.training.test_passing import answers, later, place, published

from ligzda.network.models import User
from ligzda.training import actions as training
from ligzda.training.models import Attendance, Certificate, CourseVersion, Enrolment, Session
from ligzda.training.passing.code import code_of
from ligzda.training.sessions.actions import Where, hold_session

__all__ = ["place"]
pytestmark = pytest.mark.usefixtures("nobody_enrolled")


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def page(client: Client, name: str, *given: object) -> str:
    answer = client.get(reverse(f"training:{name}", args=given))
    assert answer.status_code == 200, (name, answer.status_code)
    return answer.content.decode()


def test_a_way_from_enrolling_to_the_certificate(cast: Cast, place: Enrolment) -> None:
    """By the pages alone: the code, the test, the hand, the checklist, the issue."""
    session, meeting = place.session, meeting_of(place.session)
    person = client_of(place.person)
    with later(meeting.begins + HOUR):
        leader = client_of(session.trainer)
        code = code_of(meeting)
        shown = page(leader, "meeting_code", meeting.pk)
        assert code in shown
        assert "<svg" in shown
        assert cast.participant.name in page(person, "here", meeting.pk)
        person.post(reverse("training:here", args=[meeting.pk]), {"code": code})
        assert Attendance.objects.get().how == Attendance.How.CODE
        assert "Jautājums 1" in page(person, "test", place.pk)
        sent = {f"q{key}": list(chosen) for key, chosen in answers(session, 4).items()}
        one = dict(list(sent.items())[:3])
        missing = person.post(reverse("training:test", args=[place.pk]), one)
        assert "vēl nav atbildēts" in missing.content.decode()
        person.post(reverse("training:test", args=[place.pk]), sent)
        items = [item.pk for item in session.version.checklist.all()]
        assert "Rāda 2" in page(leader, "checklist", place.pk)
        leader.post(reverse("training:checklist", args=[place.pk]), {"seen": items})
        assert "izsniegt" in page(leader, "session_desk", session.pk).lower()
        issue = reverse("training:session_issue", args=[session.pk])
        assert cast.participant.name in leader.post(issue).content.decode()
        assert not Certificate.objects.filter(holder=cast.participant).exists()
        leader.post(issue, {"confirmed": "1"})
        assert Certificate.objects.filter(holder=cast.participant).count() == 1
        assert "apliecība" in page(person, "learning")


def test_the_link_of_a_meeting_online_is_for_who_has_a_place(
    cast: Cast, version: CourseVersion
) -> None:
    link = "https://example.org/slepena"
    where = Where(trainer=make_trainer(), link=link)
    session = hold_session(by=cast.system, version=version, facts_given=facts(), where=where)
    person = client_of(cast.participant)
    assert link not in page(person, "session", session.pk) + page(person, "sessions")
    person.post(reverse("training:enrol", args=[session.pk]))
    assert link in page(person, "session", session.pk)
    assert link not in page(client_of(cast.ogre), "session", session.pk)
    person.post(reverse("training:withdraw", args=[Enrolment.objects.get().pk]))
    assert link not in page(person, "session", session.pk)


def test_a_session_is_announced_and_what_is_wrong_stands_at_its_field(
    trainer: User, version: CourseVersion
) -> None:
    client, address = client_of(trainer), reverse("training:session_new", args=["frezesana"])
    given = {
        "language": "lv", "on": "2031-02-03", "begins": "10:00", "ends": "12:00",
        "more": "04.02.2031 10:00–12:00", "trainer": trainer.pk, "place": "Ogre", "least": "2",
        "most": "5", "decides_on": "2031-02-01",
    }  # fmt: skip
    for changes, sentence in (
        ({"ends": "09:00"}, "Beigām jābūt pēc sākuma"),
        ({"more": "rīt"}, "nav nodarbība"),
        ({"most": "1"}, "nav mazāks"),
        ({"place": ""}, "Izvēlieties vienu"),
        ({"decides_on": "2031-02-04"}, "pirms pirmās nodarbības"),
    ):
        refused = client.post(address, given | changes).content.decode()
        assert sentence in refused, changes
        assert 'value="10:00"' in refused, "what was typed is gone"
    assert not Session.objects.filter(version__course__code="frezesana").exists()
    assert client.post(address, given).status_code == 302
    assert Session.objects.get(version__course__code="frezesana").meetings.count() == 2
    assert "2031" in page(client, "version", "frezesana", 1)


def test_a_draft_says_all_and_is_published_whole(trainer: User, version: CourseVersion) -> None:
    client = client_of(trainer)
    course = training.enter_course(by=trainer, code="siets", title_lv="Siets", title_en="Sieve")
    given = {
        "criteria_lv": "Prot.", "criteria_en": "Can.", "hours": "4", "languages": ["lv", "uk"],
        "requires": ["frezesana"], "checklist_lv": "Rāda\nStāsta", "checklist_en": "Shows",
        "pass_percent": "75", "retake_hours": "48", "contents_lv": "https://example.org/m",
        "contents_en": "One",
    }  # fmt: skip
    address = reverse("training:draft", args=["siets"])
    assert "katrai jāsaka tas pats" in client.post(address, given).content.decode()
    client.post(address, given | {"checklist_en": "Shows\nTells"})
    draft = course.versions.get()
    assert [str(each.course) for each in draft.prerequisites.all()] == ["Frēzēšana"]
    questions = reverse("training:questions", args=["siets"])
    asked = {"text_lv": "Kas?", "text_en": "What?", "answers_lv": "Jā\nNē", "answers_en": "Yes\nNo"}
    assert "Pirms pareizās" in client.post(questions, asked).content.decode()
    client.post(questions, asked | {"answers_lv": "*Jā\nNē"})
    assert "Kas?" in page(client, "questions", "siets")
    client.post(reverse("training:publish", args=["siets"]), {"confirmed": "1"})
    read = page(Client(), "version", "siets", 1)
    for words in ("ukrainiski", "Frēzēšana", "Stāsta", 'href="https://example.org/m"', "75"):
        assert words in read


def test_who_is_a_stranger_to_a_session_does_nothing_in_it(
    cast: Cast, trainer: User, version: CourseVersion, place: Enrolment
) -> None:
    other, meeting = client_of(cast.ogre), meeting_of(place.session)
    for name, row in (
        ("session_desk", place.session), ("session_change", place.session),
        ("session_call_off", place.session), ("meeting", meeting), ("meeting_code", meeting),
        ("checklist", place), ("test", place),
    ):  # fmt: skip
        assert other.get(reverse(f"training:{name}", args=[row.pk])).status_code == 403, name
    for name in ("withdraw", "accept"):
        address = reverse(f"training:{name}", args=[place.pk])
        assert other.post(address).status_code == 403, name
    assert published(trainer, "vel").course.code in page(client_of(trainer), "courses")


@pytest.mark.parametrize("name", ["session_change", "session_call_off"])
def test_a_trainer_of_the_foundation_changes_it(name: str, trainer: User, place: Enrolment) -> None:
    assert "siets" in page(client_of(trainer), name, place.session.pk)
