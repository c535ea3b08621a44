"""When a code counts, who ticks and signs, when a test may be tried: refusals say until when."""

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.kernel.errors import NotAllowedError, WrongStateError
from ligzda.network.models import User
from ligzda.network.rules import Viewer
from ligzda.training.models import Enrolment, Meeting, Session
from ligzda.training.passing.queries import next_try, outcome_of
from ligzda.training.rules import check_teach
from ligzda.training.sessions.queries import first_begin
from ligzda.training.sessions.rules import check_lead, check_stands
from ligzda.training.sessions.telling import said


def check_code_counts(meeting: Meeting) -> None:
    """A code opens one meeting, within its hours; at a machine there is none."""
    check_stands(meeting.session)
    if meeting.session.version.machine:
        raise WrongStateError(
            _("This course teaches work at a machine: only the trainer enters who was there.")
        )
    now = timezone.now()
    if now < meeting.begins:
        raise WrongStateError(
            _("This meeting begins on %(when)s; its code counts from then on.")
            % {"when": said(meeting.begins)}
        )
    if now >= meeting.ends:
        raise WrongStateError(
            _("This meeting ended on %(when)s. If you were there, tell the trainer, who can enter "
              "it by hand.")
            % {"when": said(meeting.ends)}
        )  # fmt: skip


def check_show_code(*, by: Viewer, meeting: Meeting) -> None:
    """The code is shown by who leads the session, while it meets."""
    check_lead(by=by, session=meeting.session)
    check_code_counts(meeting)


def check_attend(*, by: Viewer, meeting: Meeting) -> None:
    """Who has a place enters themselves by the code, while the session meets."""
    if not _enrolled(by, meeting.session).exists():
        raise NotAllowedError(_("You have no place in this session, so no code of it counts."))
    check_code_counts(meeting)


def check_mark(*, by: Viewer, meeting: Meeting) -> None:
    """Who leads the session enters by hand who was there, from the beginning on."""
    check_lead(by=by, session=meeting.session)
    check_stands(meeting.session)
    if timezone.now() < meeting.begins:
        raise WrongStateError(
            _("This meeting begins on %(when)s. Who is there is entered from then on.")
            % {"when": said(meeting.begins)}
        )


def check_takes_test(*, by: Viewer, enrolment: Enrolment) -> None:
    """A test is taken by whoever has the place, and by nobody for them."""
    if not isinstance(by, User) or by.pk != enrolment.person_id:
        raise NotAllowedError(_("A test is taken by whoever has the place."))


def check_try(*, by: Viewer, enrolment: Enrolment) -> None:
    """Who was at every meeting tries the test, and again after the pause, until it is passed."""
    check_takes_test(by=by, enrolment=enrolment)
    check_stands(enrolment.session)
    found = outcome_of(enrolment)
    if enrolment.state != Enrolment.State.ENROLLED or not found.there:
        raise WrongStateError(
            _("The test opens when you have been at every meeting: %(attended)s of %(meetings)s.")
            % {"attended": found.attended, "meetings": found.meetings}
        )
    if not found.tests:
        raise WrongStateError(_("This course has no test."))
    if found.attempt is not None and found.attempt.passed:
        raise WrongStateError(_("You have passed this test already."))
    if (again := next_try(enrolment)) is not None:
        raise WrongStateError(
            _("The test may be tried again from %(when)s on.") % {"when": said(again)}
        )


def check_sign(*, by: Viewer, enrolment: Enrolment) -> None:
    """Who leads the session signs what they have seen; nobody signs for themselves."""
    check_lead(by=by, session=enrolment.session)
    check_stands(enrolment.session)
    if isinstance(by, User) and by.pk == enrolment.person_id:
        raise WrongStateError(_("Nobody signs their own checklist."))
    if enrolment.state != Enrolment.State.ENROLLED:
        raise WrongStateError(_("This person has no place in the session."))
    if first_begin(enrolment.session) > timezone.now():
        raise WrongStateError(
            _("The session begins on %(when)s. What somebody can do is signed from then on.")
            % {"when": said(first_begin(enrolment.session))}
        )
    if not enrolment.session.version.checklist.exists():
        raise WrongStateError(_("This course has no practical checklist."))
    if enrolment.signed_at is not None:
        raise WrongStateError(_("This checklist is signed already."))


def check_issue_to_passed(*, by: Viewer, session: Session) -> None:
    """The foundation's trainers issue, once somebody has passed."""
    check_teach(by=by)
    check_stands(session)


def _enrolled(by: Viewer, session: Session) -> QuerySet[Enrolment]:
    person = by.pk if isinstance(by, User) else None
    return session.enrolments.filter(person=person, state=Enrolment.State.ENROLLED)
