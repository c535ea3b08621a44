"""What the database refuses of sessions, enrolments and what a person shows in them."""

import datetime
from collections.abc import Callable
from functools import partial

import pytest
from django.db import connection
from django.utils import timezone
from tests.cast import Cast
from tests.constraints import Provocation, assert_refused

from ligzda.kernel.texts import Text
from ligzda.network.models import User
from ligzda.training.models import (
    Attempt,
    Attendance,
    ChecklistItem,
    Course,
    CourseVersion,
    Enrolment,
    Letter,
    Meeting,
    Prerequisite,
    Question,
    Session,
)

HOUR = datetime.timedelta(hours=1)
TEXT = Text({"lv": "Kas?", "en": "What?"})


def _draft() -> CourseVersion:
    """Return the draft of a course of its own."""
    course, _new = Course.objects.get_or_create(code="cits", title_lv="Cits", title_en="Other")
    return course.versions.first() or CourseVersion.objects.create(
        course=course, number=1, criteria_lv="A", criteria_en="A", hours=1
    )


def _session(**changes: object) -> Session:
    given = {
        "version": CourseVersion.objects.get(course__code="frezesana"),
        "language": "lv",
        "trainer": User.objects.get(email="treneris@ligzda.example"),
        "place": "Ogre",
        "least": 1,
        "most": 2,
        "decides_at": timezone.now(),
    } | changes
    return Session.objects.create(**given)


def _meeting(session: Session, begins: int = 1, ends: int = 2) -> Meeting:
    now = timezone.now()
    return Meeting.objects.create(
        session=session, begins=now + begins * HOUR, ends=now + ends * HOUR
    )


def _person(number: int = 0) -> User:
    return User.objects.filter(is_system=False).order_by("pk")[number]


def _enrolled(session: Session | None = None, person: int = 0, **changes: object) -> Enrolment:
    given = {
        "state": "enrolled",
        "place": 1,
        "since": timezone.now(),
        "person": _person(person),
        "entered_by": _person(),
    } | changes
    return Enrolment.objects.create(session=session or _session(), **given)


def _attended(how: str = "hand", times: int = 1, meeting: Meeting | None = None) -> None:
    enrolment = _enrolled()
    for _time in range(times):
        Attendance.objects.create(
            enrolment=enrolment,
            meeting=meeting or _meeting(enrolment.session),
            how=how,
            entered_at=timezone.now(),
            entered_by=_person(),
        )


def _same_meeting_twice() -> None:
    enrolment = _enrolled()
    meeting = _meeting(enrolment.session)
    for _time in range(2):
        Attendance.objects.create(
            enrolment=enrolment,
            meeting=meeting,
            how="hand",
            entered_at=timezone.now(),
            entered_by=_person(),
        )


def _tried(right: int, times: int = 1, *, passed: bool = False) -> None:
    enrolment = _enrolled()
    for _time in range(times):
        Attempt.objects.create(
            enrolment=enrolment, at=timezone.now(), right=right, asked=2, passed=passed
        )


def _question(version: CourseVersion | None = None, **changes: object) -> None:
    given = {
        "position": 1,
        "text": TEXT,
        "answers_lv": ["Jā", "Nē"],
        "answers_en": ["Yes", "No"],
        "right": [True, False],
    } | changes
    Question.objects.create(version=version or _draft(), **given)


def _item(version: CourseVersion | None = None) -> None:
    ChecklistItem.objects.create(version=version or _draft(), position=1, text=TEXT)


def _needs(version: CourseVersion | None = None) -> None:
    Prerequisite.objects.create(version=version or _draft(), course=_draft().course)


def _published() -> CourseVersion:
    return CourseVersion.objects.get(course__code="frezesana")


def _called_off_twice() -> None:
    session = _session(
        cancelled_at=timezone.now(), cancelled_by=_person(), cancelled_because="Nav treneres."
    )
    Session.objects.filter(pk=session.pk).update(place="Ikšķile")


def _two_of(make: Callable[[], None]) -> None:
    make()
    make()


def _two_in_one_place() -> None:
    session = _session()
    _enrolled(session)
    _enrolled(session, person=1)


def _twice_in_one_session() -> None:
    session = _session()
    _enrolled(session)
    _enrolled(session, place=2)


def _two_meetings_at_once() -> None:
    session = _session()
    _meeting(session, 1, 3)
    _meeting(session, 2, 4)


PROVOCATIONS: dict[str, Provocation] = {
    "course_version_is_taught_in_a_language": lambda: CourseVersion.objects.filter(
        pk=_draft().pk
    ).update(languages=["xx"]),
    "course_version_test_can_be_passed": lambda: CourseVersion.objects.filter(
        pk=_draft().pk
    ).update(pass_percent=101),
    "prerequisite_once": lambda: _two_of(_needs),
    "prerequisite.immutable_when_published": lambda: _needs(_published()),
    "question_position_once": lambda: _two_of(_question),
    "question_has_answers_of_which_one_is_right": lambda: _question(right=[False, False]),
    "question.immutable_when_published": lambda: _question(_published()),
    "checklist_position_once": lambda: _two_of(_item),
    "checklistitem.immutable_when_published": lambda: _item(_published()),
    "session_has_room_for_the_fewest": lambda: _session(least=3),
    "session_is_in_a_place_or_online": lambda: _session(link="https://example.org/x"),
    "session_language_is_known": lambda: _session(language="xx"),
    "session_called_off_by_somebody_with_a_reason": lambda: _session(
        cancelled_at=timezone.now(), cancelled_by=_person()
    ),
    "session.as_told": lambda: Session.objects.filter(pk=_session().pk).update(most=3),
    "session.called_off_once": _called_off_twice,
    "meeting_ends_the_same_day": lambda: _meeting(_session(), 1, 14),
    "meetings_of_a_session_follow_each_other": _two_meetings_at_once,
    "meeting.as_told": lambda: Meeting.objects.filter(pk=_meeting(_session()).pk).delete(),
    "enrolment_once_a_session": _twice_in_one_session,
    "enrolment_place_once": _two_in_one_place,
    "enrolment_has_a_place_or_waits": lambda: _enrolled(state="waiting"),
    "enrolment_offer_has_an_end": lambda: _enrolled(state="offered"),
    "enrolment_checklist_signed_by_somebody_else": lambda: _enrolled(
        signed_at=timezone.now(), signed_by=_person()
    ),
    "enrolment.place_is_in_the_session": lambda: _enrolled(place=3),
    "session_letter_kind_is_known": lambda: Letter.objects.create(
        enrolment=_enrolled(), kind="x", owed_at=timezone.now()
    ),
    "attendance_once": _same_meeting_twice,
    "attendance_is_known_by_something": lambda: _attended(how="x"),
    "attendance.is_of_its_session": lambda: _attended(meeting=_meeting(_session())),
    "attempt_right_of_those_asked": lambda: _tried(3),
    "attempt_passed_once": lambda: _tried(2, times=2, passed=True),
}


@pytest.mark.parametrize("name", PROVOCATIONS)
def test_the_database_refuses(name: str, cast: Cast, version: CourseVersion) -> None:
    assert_refused(name, PROVOCATIONS[name])


def test_nobody_is_enrolled_without_a_place(cast: Cast, version: CourseVersion) -> None:
    """A condition on a column that is empty is neither kept nor broken, and so lets it in."""
    for changes in ({"place": None}, {"place": 0}, {"state": "offered", "place": None}):
        assert_refused("enrolment_has_a_place_or_waits", partial(_enrolled, None, 0, **changes))


def test_of_several_answers_each_is_right_or_not(cast: Cast, version: CourseVersion) -> None:
    """An answer more in one language than in the other would be marked by the wrong one."""
    for changes in ({"answers_en": ["Yes"]}, {"right": [True]}, {"answers_lv": ["Jā", ""]}):
        assert_refused(
            "question_has_answers_of_which_one_is_right", partial(_question, None, **changes)
        )


def test_history_has_the_columns_of_the_rows(cast: Cast, version: CourseVersion) -> None:
    _enrolled()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT state, place, pgh_label FROM training_enrolmentevent "
            "ORDER BY pgh_id DESC LIMIT 1"
        )
        assert cursor.fetchall() == [("enrolled", 1, "insert")]
