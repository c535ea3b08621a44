"""Issue, revoke, open to others, forget."""

import datetime
import secrets

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.kernel.calendar import month_after
from ligzda.kernel.errors import BadDataError, WrongStateError
from ligzda.languages import CODES
from ligzda.network.audit import facts, record
from ligzda.network.models import User
from ligzda.publishing import Numbers
from ligzda.training import paper, rules
from ligzda.training.actions.machines import end_rights, give_rights
from ligzda.training.awards import award_of, issuer
from ligzda.training.credentials import new_code, sign
from ligzda.training.models import Certificate, CourseVersion

_NEXT = "SELECT nextval(pg_get_serial_sequence('training_certificate', 'id'))"


@transaction.atomic
def issue_certificate(
    *,
    by: User,
    version: CourseVersion,
    holder: User,
    holder_name: str,
    issued_on: datetime.date,
    valid_until: datetime.date | None = None,
) -> Certificate:
    """Sign that somebody passed a version of a course; it takes the place of their earlier one.

    The machines that the version opens are theirs to use from that day, as long as it holds.
    `valid_until` None: as long as the version says.
    """
    holder = User.objects.select_for_update().get(pk=holder.pk)
    rules.check_issue(by=by, version=version, holder=holder, on=issued_on)
    if not (name := " ".join(holder_name.split())):
        raise BadDataError(_("A certificate names its holder."))
    earlier = (
        Certificate.objects.filter(
            holder=holder, version__course=version.course_id, superseded_by=None, revoked_on=None
        )
        .order_by("issued_on", "pk")
        .last()
    )
    if earlier and earlier.issued_on >= issued_on:
        raise WrongStateError(
            _("They hold a certificate of this course that is not older: %(code)s.")
            % {"code": earlier.code}
        )
    if valid_until is None and version.valid_months:
        valid_until = month_after(issued_on, version.valid_months)
    certificate = Certificate(
        pk=_next_number(),
        code=new_code(),
        version=version,
        holder=holder,
        holder_name=name,
        issued_on=issued_on,
        issued_by=by,
        valid_until=valid_until,
        supersedes=earlier,
    )
    award = award_of(certificate)
    certificate.credential = sign(award, issuer())
    for language in CODES:
        made = paper.pdf(
            award,
            certificate.credential,
            language,
            hours=Numbers(language).plain(float(version.hours)),
            invented=version.course.invented,
        )
        setattr(certificate, f"pdf_{language}", made)
    certificate.save(force_insert=True)
    record(by=by, action="certificate.issue", about=certificate, after=facts(certificate))
    if earlier:
        end_rights(by=by, certificate=earlier, ending="superseded")
    give_rights(by=by, certificate=certificate)
    return certificate


@transaction.atomic
def revoke_certificate(*, by: User, certificate: Certificate, because: str) -> Certificate:
    """Revoke it from today on, with the reason that its page will show; its rights end at once."""
    certificate = Certificate.objects.select_for_update().get(pk=certificate.pk)
    rules.check_revoke(by=by, certificate=certificate)
    if not (because := because.strip()):
        raise BadDataError(_("Say why it is revoked: its page shows the reason."))
    before = facts(certificate)
    certificate.revoked_on, certificate.revoked_by = timezone.localdate(), by
    certificate.revoked_because = because
    certificate.save(update_fields=["revoked_on", "revoked_by", "revoked_because"])
    record(
        by=by,
        action="certificate.revoke",
        about=certificate,
        before=before,
        after=facts(certificate),
    )
    end_rights(by=by, certificate=certificate, ending="revoked")
    return certificate


@transaction.atomic
def share_certificate(*, by: User, certificate: Certificate) -> Certificate:
    """Make a link by which others see what stands on the paper; an earlier link ends."""
    return _link(by, certificate, secrets.token_urlsafe(32), "certificate.share")


@transaction.atomic
def unshare_certificate(*, by: User, certificate: Certificate) -> Certificate:
    """End the holder's link."""
    return _link(by, certificate, "", "certificate.unshare")


def _link(by: User, certificate: Certificate, token: str, act: str) -> Certificate:
    certificate = Certificate.objects.select_for_update().get(pk=certificate.pk)
    rules.check_own(by=by, certificate=certificate)
    before = facts(certificate)
    certificate.share_token = token
    certificate.save(update_fields=["share_token"])
    record(by=by, action=act, about=certificate, before=before, after=facts(certificate))
    return certificate


def forget_holder(user: User) -> None:
    """Empty what their certificates say; code, course, days and state stay, without a name."""
    Certificate.objects.filter(holder=user).exclude(credential="").update(
        holder_name="", credential="", pdf_lv=b"", pdf_en=b"", share_token="", revoked_because=""
    )


def _next_number() -> int:
    with connection.cursor() as cursor:
        cursor.execute(_NEXT)
        (number,) = cursor.fetchone()
    return int(number)
