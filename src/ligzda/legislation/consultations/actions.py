"""Ask the public about a package, keep what it says, answer it."""

import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.kernel.errors import BadDataError, WrongStateError
from ligzda.legislation.actions.packages import take_signature_back
from ligzda.legislation.consultations import rules
from ligzda.legislation.models import Consultation, Package, PublicComment
from ligzda.legislation.models.opinions import Outcome
from ligzda.network.audit import facts, record
from ligzda.network.models import User


@transaction.atomic
def consult(
    *, by: User, package: Package, closes: datetime.date, opens: datetime.date | None = None
) -> Consultation:
    """Show a package to everybody and receive comments until a day. `opens`: today."""
    package = Package.objects.select_for_update(of=("self",)).get(pk=package.pk)
    rules.check_consult(by=by, package=package)
    opens = opens or timezone.localdate()
    rules.check_days(opens=opens, closes=closes)
    row = Consultation.objects.create(package=package, opens=opens, closes=closes, opened_by=by)
    record(by=by, action="consultation.open", about=row, after=facts(row))
    take_signature_back(by, package)
    return row


@transaction.atomic
def comment(*, by: User, consultation: Consultation, who: str, text: str) -> PublicComment:
    """Say something under an account of one's own. Raises BadDataError by the comments' rules."""
    consultation = _locked(consultation)
    rules.check_comment(by=by, consultation=consultation)
    faults, held = rules.faults_of(text)
    name_faults, name_held = rules.faults_of(who)
    if faults or name_faults:
        raise BadDataError(" ".join(faults or name_faults))
    text = text.replace("\r\n", "\n").strip()
    said = consultation.comments.filter(author=by, text=text)
    if said.exists():
        raise WrongStateError(_("You have said this already; it stands there."))
    row = PublicComment.objects.create(
        consultation=consultation,
        on=timezone.localdate(),
        who=who.strip(),
        author=by,
        text=text,
        held=held or name_held,
    )
    record(by=by, action="comment.say", about=row, after=facts(row))
    _unsign(by, consultation)
    return row


@transaction.atomic
def record_comment(
    *, by: User, consultation: Consultation, who: str, on: datetime.date, text: str
) -> PublicComment:
    """Record what came by letter, by mail or by word of mouth, with the day on which it came."""
    consultation = _locked(consultation)
    rules.check_record_comment(by=by, consultation=consultation, on=on)
    text = text.replace("\r\n", "\n").strip()
    row = PublicComment.objects.create(
        consultation=consultation, on=on, who=who.strip(), recorded_by=by, text=text
    )
    record(by=by, action="comment.record", about=row, after=facts(row))
    _unsign(by, consultation)
    return row


@transaction.atomic
def show_comment(*, by: User, comment: PublicComment) -> None:
    """Show a comment that waited to be looked at."""
    row = PublicComment.objects.select_for_update(of=("self",)).get(pk=comment.pk)
    asked = row.consultation = _locked(row.consultation)
    rules.check_answer_comment(by=by, comment=row)
    before = facts(row)
    row.held = False
    row.save(update_fields=["held"])
    record(by=by, action="comment.show", about=row, before=before, after=facts(row))
    _unsign(by, asked)


@transaction.atomic
def answer_comment(*, by: User, comment: PublicComment, outcome: str, reasons: str) -> None:
    """Answer what somebody said, with reasons; a later answer takes the place of an earlier one."""
    row = PublicComment.objects.select_for_update(of=("self",)).get(pk=comment.pk)
    asked = row.consultation = _locked(row.consultation)
    rules.check_answer_comment(by=by, comment=row)
    if not reasons.strip() or outcome == Outcome.OPEN:
        raise WrongStateError(_("An answer has its reasons: write them down."))
    before = facts(row)
    row.outcome, row.answer, row.answered_by = outcome, reasons.strip(), by
    row.save(update_fields=["outcome", "answer", "answered_by"])
    record(by=by, action="comment.answer", about=row, before=before, after=facts(row))
    _unsign(by, asked)


def _locked(consultation: Consultation) -> Consultation:
    """Return it as it is now; its package is neither signed nor filed meanwhile."""
    rows = Consultation.objects.select_related("package", "regulation")
    row = rows.get(pk=consultation.pk)
    if row.package:
        row.package = Package.objects.select_for_update(of=("self",)).get(pk=row.package.pk)
    return row


def _unsign(by: User, consultation: Consultation) -> None:
    """Take the signature back: the package's annotation counts what the public said."""
    if consultation.package:
        take_signature_back(by, consultation.package)


def forget_person(user: User) -> None:
    """Empty the name of somebody whom the network has erased; what they said stays."""
    for row in PublicComment.objects.filter(author=user).exclude(who=""):
        row.who = ""
        row.save(update_fields=["who"])
