"""Verbs of passing: be there, try the test, sign the checklist, issue to who has passed."""

from collections.abc import Collection, Mapping

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.kernel.errors import BadDataError
from ligzda.network.audit import facts, record
from ligzda.network.models import User
from ligzda.training.actions.certificates import issue_certificate
from ligzda.training.models import Attempt, Attendance, Certificate, Enrolment, Meeting, Session
from ligzda.training.passing import rules
from ligzda.training.passing.code import fits
from ligzda.training.passing.queries import outcomes, to_issue


@transaction.atomic
def attend(*, by: User, meeting: Meeting, code: str) -> Attendance:
    """Enter oneself by the code that is shown there; once is enough."""
    rules.check_attend(by=by, meeting=meeting)
    if not fits(meeting, code):
        raise BadDataError(
            _("This is not the code that is shown now. It changes every minute: type the new one.")
        )
    enrolment = Enrolment.objects.select_for_update().get(session=meeting.session, person=by)
    there = Attendance.objects.filter(enrolment=enrolment, meeting=meeting).first()
    return there or _enter(by, enrolment, meeting, Attendance.How.CODE)


@transaction.atomic
def mark(*, by: User, meeting: Meeting, there: Collection[int]) -> None:
    """Enter by hand who was at a meeting: the numbers of their enrolments.

    Who is among them by the code stays so, but at a machine course; who is not is taken out, code
    or not: a code can be passed on, the trainer has seen who was there.
    """
    rules.check_mark(by=by, meeting=meeting)
    enrolled = meeting.session.enrolments.select_for_update().filter(state=Enrolment.State.ENROLLED)
    known = {row.enrolment_id: row for row in Attendance.objects.filter(meeting=meeting)}
    for enrolment in enrolled.order_by("pk"):
        row = known.get(enrolment.pk)
        if enrolment.pk not in there:
            if row is not None:
                record(by=by, action="attendance.strike", about=row, before=facts(row), after=None)
                row.delete()
        elif row is None:
            _enter(by, enrolment, meeting, Attendance.How.HAND)


def _enter(by: User, enrolment: Enrolment, meeting: Meeting, how: Attendance.How) -> Attendance:
    row = Attendance.objects.create(
        enrolment=enrolment, meeting=meeting, how=how, entered_at=timezone.now(), entered_by=by
    )
    record(by=by, action="attendance.enter", about=row, after=facts(row))
    return row


@transaction.atomic
def try_test(*, by: User, enrolment: Enrolment, answers: Mapping[int, Collection[int]]) -> Attempt:
    """Answer the test: number of the question → numbers of the answers, from 0.

    A question is right where exactly the right answers are chosen; it is passed from the percentage
    of the version on. How many were right is kept, the answers are not.
    """
    enrolment = (
        Enrolment.objects.select_for_update(of=("self",))
        .select_related("session__version")
        .get(pk=enrolment.pk)
    )
    rules.check_try(by=by, enrolment=enrolment)
    version = enrolment.session.version
    questions = list(version.questions.all())
    right = sum(
        {place for place, good in enumerate(each.right) if good} == set(answers.get(each.pk, ()))
        for each in questions
    )
    row = Attempt.objects.create(
        enrolment=enrolment,
        at=timezone.now(),
        right=right,
        asked=len(questions),
        passed=100 * right >= version.pass_percent * len(questions),
    )
    record(by=by, action="test.try", about=row, after=facts(row))
    return row


@transaction.atomic
def sign_checklist(*, by: User, enrolment: Enrolment, seen: Collection[int]) -> Enrolment:
    """Sign that somebody has shown every item: the numbers of those that were seen."""
    enrolment = (
        Enrolment.objects.select_for_update(of=("self",))
        .select_related("session__version")
        .get(pk=enrolment.pk)
    )
    rules.check_sign(by=by, enrolment=enrolment)
    if missing := enrolment.session.version.checklist.exclude(pk__in=seen).first():
        raise BadDataError(
            _("Sign when everything was seen. Not yet: %(item)s") % {"item": missing.text}
        )
    before = facts(enrolment)
    enrolment.signed_at, enrolment.signed_by = timezone.now(), by
    enrolment.save(update_fields=["signed_at", "signed_by"])
    record(by=by, action="checklist.sign", about=enrolment, before=before, after=facts(enrolment))
    return enrolment


@transaction.atomic
def issue_to_passed(*, by: User, session: Session) -> list[Certificate]:
    """Issue the certificate to everybody who has passed and has none of this session yet.

    Who issues is left out: nobody issues to themselves.
    """
    rules.check_issue_to_passed(by=by, session=session)
    list(session.enrolments.select_for_update().order_by("pk"))  # two who click at once
    others = [each.enrolment for each in to_issue(outcomes(session))]
    return [_issue(by, row) for row in others if row.person_id != by.pk]


def _issue(by: User, enrolment: Enrolment) -> Certificate:
    before = facts(enrolment)
    made = issue_certificate(
        by=by,
        version=enrolment.session.version,
        holder=enrolment.person,
        holder_name=enrolment.person.name,
        issued_on=timezone.localdate(),
    )
    enrolment.certificate = made
    enrolment.save(update_fields=["certificate"])
    record(
        by=by, action="enrolment.certify", about=enrolment, before=before, after=facts(enrolment)
    )
    return made
