"""Attendance by code and by hand, the test, the checklist, and the certificate that follows."""

import datetime
from unittest import mock

import pytest
from tests.cast import Cast
from tests.training.conftest import FACTS
from tests.training.sessions import DAY, HOUR, facts, make_session, meeting_of

from ligzda.kernel.errors import BadDataError, NotAllowedError, WrongStateError
from ligzda.kernel.texts import Text
from ligzda.network.models import User
from ligzda.training import actions as training
from ligzda.training.models import Attendance, CourseVersion, Enrolment, Meeting, Session
from ligzda.training.passing import actions
from ligzda.training.passing.code import MINUTE, code_of
from ligzda.training.passing.queries import next_try, outcome_of
from ligzda.training.queries import proven
from ligzda.training.sessions.actions import call_off, enrol

pytestmark = pytest.mark.usefixtures("nobody_enrolled")
ITEMS = [Text({"lv": f"Rāda {n}", "en": f"Shows {n}"}) for n in (1, 2)]


def published(trainer: User, code: str, **changes: object) -> CourseVersion:
    """Publish a version with a test of four questions and a checklist of two items."""
    course = training.enter_course(by=trainer, code=code, title_lv=code, title_en=code)
    given = {name: getattr(FACTS, name) for name in ("criteria_lv", "criteria_en", "hours")}
    draft = training.begin_version(
        by=trainer,
        course=course,
        facts_given=training.VersionFacts(**given | {"checklist": ITEMS} | changes),
    )
    for number in range(4):
        question = training.QuestionFacts(
            text=Text({"lv": f"Jautājums {number}", "en": f"Question {number}"}),
            answers_lv=["Jā", "Nē", "Varbūt"],
            answers_en=["Yes", "No", "Perhaps"],
            right=[True, False, number == 3],
        )
        training.add_question(by=trainer, version=draft, facts_given=question)
    return training.publish_version(by=trainer, version=draft)


@pytest.fixture
def place(cast: Cast, trainer: User) -> Enrolment:
    """The participant's place in a session with a test and a checklist."""
    session = make_session(trainer, published(trainer, "siets"))
    return enrol(by=cast.participant, session=session, person=cast.participant)


def later(moment: datetime.datetime) -> mock._patch:  # type: ignore[type-arg]
    """Let everything happen at this moment."""
    return mock.patch("django.utils.timezone.now", return_value=moment)


def during(meeting: Meeting) -> datetime.datetime:
    return meeting.begins + HOUR


def test_the_code_enters_who_is_there_once(place: Enrolment) -> None:
    meeting = meeting_of(place.session)
    with later(during(meeting)):
        code = code_of(meeting)
        actions.attend(by=place.person, meeting=meeting, code=f"{code[:3]} {code[3:]}")
    with later(during(meeting) + MINUTE):  # of the minute before: the time it takes to type
        actions.attend(by=place.person, meeting=meeting, code=code)
    [row] = Attendance.objects.all()
    assert row.how == Attendance.How.CODE
    assert outcome_of(place).there


def test_a_code_of_another_session_minute_or_hour_counts_nothing(
    cast: Cast, place: Enrolment, version: CourseVersion
) -> None:
    meeting = meeting_of(place.session)
    two_days = [(each + 2 * DAY, each + 2 * DAY + HOUR) for each in (meeting.begins,)]
    other = meeting_of(make_session(cast.system, version, meetings=two_days))
    now = during(meeting)
    with later(now):
        for wrong in (
            code_of(other),
            code_of(meeting, now - 2 * MINUTE),
            "000",
            "",
            "１２３４５６",
        ):
            with pytest.raises(BadDataError, match="nav kods"):
                actions.attend(by=place.person, meeting=meeting, code=wrong)
        with pytest.raises(NotAllowedError, match="nav vietas"):
            actions.attend(by=place.person, meeting=other, code=code_of(other))
        with pytest.raises(NotAllowedError, match="nav vietas"):
            actions.attend(by=cast.ogre, meeting=meeting, code=code_of(meeting))
    for moment, sentence in ((meeting.begins - MINUTE, "sākas"), (meeting.ends, "beidzās")):
        with later(moment), pytest.raises(WrongStateError, match=sentence):
            actions.attend(by=place.person, meeting=meeting, code=code_of(meeting, moment))
    assert not Attendance.objects.exists()


def test_at_a_machine_only_the_hand_counts(cast: Cast, trainer: User) -> None:
    session = make_session(trainer, published(trainer, "frezetajs", machine=True))
    row = enrol(by=cast.participant, session=session, person=cast.participant)
    meeting = meeting_of(session)
    with later(during(meeting)):
        with pytest.raises(WrongStateError, match="tikai pasniedzējs"):
            actions.attend(by=cast.participant, meeting=meeting, code=code_of(meeting))
        Attendance.objects.create(  # as no action writes it
            enrolment=row,
            meeting=meeting,
            how=Attendance.How.CODE,
            entered_at=during(meeting),
            entered_by=cast.participant,
        )
        assert not outcome_of(row).there
        actions.mark(by=session.trainer, meeting=meeting, there=[])
        actions.mark(by=session.trainer, meeting=meeting, there=[row.pk])
        assert outcome_of(row).there


def test_the_trainer_enters_and_strikes_out(cast: Cast, place: Enrolment) -> None:
    meeting, trainer = meeting_of(place.session), place.session.trainer
    with pytest.raises(WrongStateError, match="Klātbūtni atzīmē no tā brīža"):
        actions.mark(by=trainer, meeting=meeting, there=[place.pk])
    with later(during(meeting)):
        for by in (place.person, cast.ogre):
            with pytest.raises(NotAllowedError):
                actions.mark(by=by, meeting=meeting, there=[place.pk])
        actions.attend(by=place.person, meeting=meeting, code=code_of(meeting))
        actions.mark(by=trainer, meeting=meeting, there=[place.pk])
        assert Attendance.objects.get().how == Attendance.How.CODE
        actions.mark(by=trainer, meeting=meeting, there=[10**9])  # the friend was not there
    assert not Attendance.objects.exists()


def answers(session: Session, right: int) -> dict[int, set[int]]:
    """Answer the first so many questions right, the others wrong."""
    return {
        question.pk: {n for n, good in enumerate(question.right) if good} if place < right else {1}
        for place, question in enumerate(session.version.questions.all())
    }


def test_the_test_opens_after_the_meetings_and_again_after_the_pause(place: Enrolment) -> None:
    meeting, by, session = meeting_of(place.session), place.person, place.session
    with later(during(meeting)):
        with pytest.raises(WrongStateError, match="0 no 1"):
            actions.try_test(by=by, enrolment=place, answers=answers(session, 4))
        actions.mark(by=session.trainer, meeting=meeting, there=[place.pk])
        with pytest.raises(NotAllowedError):
            actions.try_test(by=session.trainer, enrolment=place, answers=answers(session, 4))
        first = actions.try_test(by=by, enrolment=place, answers=answers(session, 3))
        assert (first.right, first.asked, first.passed) == (3, 4, False)  # 75 of 80 %
        again = next_try(place)
        assert again == during(meeting) + DAY
        with pytest.raises(WrongStateError, match="atkārtoti no"):
            actions.try_test(by=by, enrolment=place, answers=answers(session, 4))
    with later(during(meeting) + DAY):
        assert actions.try_test(by=by, enrolment=place, answers=answers(session, 4)).passed
        with pytest.raises(WrongStateError, match="jau"):
            actions.try_test(by=by, enrolment=place, answers=answers(session, 4))


def test_half_of_the_right_answers_is_not_right(place: Enrolment) -> None:
    """And neither is everything ticked."""
    several = place.session.version.questions.get(position=4)
    good = answers(place.session, 4)
    with later(during(meeting_of(place.session))):
        actions.mark(by=place.session.trainer, meeting=meeting_of(place.session), there=[place.pk])
        row = actions.try_test(
            by=place.person, enrolment=place, answers=good | {several.pk: {0, 1, 2}}
        )
        assert row.right == 3
    with later(during(meeting_of(place.session)) + DAY):
        row = actions.try_test(by=place.person, enrolment=place, answers=good | {several.pk: {0}})
        assert row.right == 3


def test_a_checklist_is_signed_whole_by_somebody_else(cast: Cast, place: Enrolment) -> None:
    trainer = place.session.trainer
    items = [item.pk for item in place.session.version.checklist.all()]
    with pytest.raises(WrongStateError, match="no tā brīža"):
        actions.sign_checklist(by=trainer, enrolment=place, seen=items)
    with later(during(meeting_of(place.session))):
        with pytest.raises(BadDataError, match="Rāda 2"):
            actions.sign_checklist(by=trainer, enrolment=place, seen=items[:1])
        for by in (place.person, cast.ogre):
            with pytest.raises(NotAllowedError):
                actions.sign_checklist(by=by, enrolment=place, seen=items)
        signed = actions.sign_checklist(by=trainer, enrolment=place, seen=items)
        assert signed.signed_by == trainer
        with pytest.raises(WrongStateError, match="jau"):
            actions.sign_checklist(by=trainer, enrolment=place, seen=items)


def test_who_has_passed_all_gets_the_certificate_and_nobody_else(
    cast: Cast, place: Enrolment
) -> None:
    session, meeting = place.session, meeting_of(place.session)
    enrol(by=cast.ogre, session=session, person=cast.ogre)
    with later(during(meeting)):
        assert actions.issue_to_passed(by=session.trainer, session=session) == []
        actions.mark(by=session.trainer, meeting=meeting, there=[place.pk])
        actions.try_test(by=place.person, enrolment=place, answers=answers(session, 4))
        assert outcome_of(place).lacks == ("prasmju saraksts nav parakstīts",)
        items = [item.pk for item in session.version.checklist.all()]
        actions.sign_checklist(by=session.trainer, enrolment=place, seen=items)
        with pytest.raises(NotAllowedError):
            actions.issue_to_passed(by=cast.ogre, session=session)
        [made] = actions.issue_to_passed(by=session.trainer, session=session)
        assert (made.holder, made.holder_name) == (cast.participant, cast.participant.name)
        assert actions.issue_to_passed(by=session.trainer, session=session) == []
        assert proven(cast.participant) == {("siets", 1)}
        assert proven(cast.ogre) == set()


def test_nothing_is_shown_in_a_session_that_was_called_off(place: Enrolment) -> None:
    call_off(by=place.session.trainer, session=place.session, because="Slimība.")
    row = Enrolment.objects.select_related("session__version", "person").get()
    meeting = meeting_of(row.session)
    with later(during(meeting)):
        for act in (
            lambda: actions.attend(by=row.person, meeting=meeting, code=code_of(meeting)),
            lambda: actions.mark(by=row.session.trainer, meeting=meeting, there=[row.pk]),
            lambda: actions.issue_to_passed(by=row.session.trainer, session=row.session),
        ):
            with pytest.raises(WrongStateError, match="ir atcelta: Slimība"):
                act()


def test_the_next_version_begins_with_the_questions_of_the_one_before(trainer: User) -> None:
    first = published(trainer, "sija")
    given = {name: getattr(FACTS, name) for name in ("criteria_lv", "criteria_en", "hours")}
    draft = training.begin_version(
        by=trainer, course=first.course, facts_given=training.VersionFacts(**given)
    )
    assert [str(row.text) for row in draft.questions.all()] == [
        str(row.text) for row in first.questions.all()
    ]
    training.remove_question(by=trainer, question=draft.questions.all()[0])
    with pytest.raises(WrongStateError, match="publicēta"):
        training.remove_question(by=trainer, question=first.questions.all()[0])
    assert (draft.questions.count(), first.questions.count()) == (3, 4)


def test_a_session_with_two_meetings_wants_both(cast: Cast, trainer: User) -> None:
    version = published(trainer, "divas", checklist=[])
    [(begins, ends)] = facts().meetings
    session = make_session(trainer, version, meetings=[(begins, ends), (begins + DAY, ends + DAY)])
    row = enrol(by=cast.participant, session=session, person=cast.participant)
    first, second = session.meetings.all()
    with later(during(second)):
        actions.mark(by=session.trainer, meeting=first, there=[row.pk])
        assert outcome_of(row).lacks[0] == "nav apmeklēta 1 nodarbība"
        actions.mark(by=session.trainer, meeting=second, there=[row.pk])
        assert outcome_of(row).there
