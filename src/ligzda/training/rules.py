"""Who may teach, issue and revoke; whose certificates are whose."""

import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.incubators.models import Equipment
from ligzda.kernel.errors import NotAllowedError, WrongStateError
from ligzda.network.models import User
from ligzda.network.roles import Permission
from ligzda.network.rules import Viewer, check_permission
from ligzda.training.models import Certificate, CourseVersion


def check_teach(*, by: Viewer) -> None:
    """Courses and certificates are the foundation's."""
    check_permission(
        by,
        Permission.TEACH,
        _("Courses and certificates are kept by the foundation's trainers."),
    )


def check_enter_invented(*, by: Viewer) -> None:
    """What is invented comes with the installation, and from nobody else."""
    if not (isinstance(by, User) and by.is_system):
        raise NotAllowedError(_("What is invented for the demonstration comes with Ligzda itself."))


def check_edit_course(*, by: Viewer, version: CourseVersion) -> None:
    """A draft is written; what is published stays, because certificates name it."""
    check_teach(by=by)
    if version.published_at is not None:
        raise WrongStateError(
            _("This version is published and stays as it is. Begin the next version instead.")
        )


def check_issue(*, by: Viewer, version: CourseVersion, holder: User, on: datetime.date) -> None:
    """A certificate proves a version that everybody can read, on a day that has been."""
    check_teach(by=by)
    if version.published_at is None:
        raise WrongStateError(
            _("This version of the course is a draft. Publish it first: a certificate names it.")
        )
    if on > timezone.localdate():
        raise WrongStateError(_("A certificate cannot be issued for a day that has not come."))
    if on < timezone.localdate(version.published_at):
        raise WrongStateError(_("On that day this version of the course was not published yet."))
    if not holder.is_active:
        raise WrongStateError(_("This person's account is closed."))
    if isinstance(by, User) and by.pk == holder.pk:
        raise WrongStateError(
            _("Nobody issues a certificate to themselves. Ask another trainer of the foundation.")
        )


def check_open_machine(*, by: Viewer, version: CourseVersion, equipment: Equipment) -> None:
    """A published version opens a machine that is only for who has learnt it."""
    check_teach(by=by)
    if version.published_at is None:
        raise WrongStateError(_("This version is a draft: nobody can hold a certificate of it."))
    if not equipment.needs_authorisation:
        raise WrongStateError(
            _("%(machine)s is open to everybody who books it; its incubator says so on its page.")
            % {"machine": equipment}
        )
    if equipment.retired_on is not None:
        raise WrongStateError(_("%(machine)s is out of use.") % {"machine": equipment})


def check_revoke(*, by: Viewer, certificate: Certificate) -> None:
    """What was issued can be revoked, once."""
    check_teach(by=by)
    if certificate.revoked_on is not None:
        raise WrongStateError(_("This certificate is revoked already."))


def check_own(*, by: Viewer, certificate: Certificate) -> None:
    """Only its holder opens a certificate to others."""
    if not isinstance(by, User) or certificate.holder_id != by.pk:
        raise NotAllowedError(_("Only its holder can do that with a certificate."))
    if not certificate.credential:
        raise WrongStateError(_("What this certificate said has been erased."))
