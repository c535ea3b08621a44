"""Who sees what the checks found, and who may say that it stands."""

import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.indicators.models import QualityFinding
from ligzda.indicators.rules import check_see_boards
from ligzda.kernel.errors import BadDataError, NotAllowedError, WrongStateError
from ligzda.kernel.obstacle import may
from ligzda.network.models import Municipality, User
from ligzda.network.roles import Permission
from ligzda.network.rules import Viewer, check_permission
from ligzda.people.rules import check_keep_somewhere

LONGEST = datetime.timedelta(days=366)


def check_see_quality(*, viewer: Viewer) -> None:
    """The board is for who sees counts and for who keeps people."""
    if not (may(check_see_boards, viewer=viewer) or may(check_keep_somewhere, by=viewer)):
        raise NotAllowedError(
            _("Data quality is seen by those who keep records and by those who evaluate them.")
        )


def check_see_findings(*, viewer: Viewer, municipality: Municipality) -> None:
    """A finding shows days of a numbered record: for those who keep people there."""
    check_permission(
        viewer,
        Permission.KEEP_PEOPLE,
        _("Single findings are seen by those who keep people in this municipality."),
        municipality,
    )


def check_run(*, by: User) -> None:
    """The checks run every night by themselves."""
    if not by.is_system:
        raise NotAllowedError(_("The checks run every night by themselves."))


def check_accept(*, by: Viewer, finding: QualityFinding) -> None:
    """That a finding stands is said by who decides about people, of one that is open."""
    check_decides(by=by, finding=finding)
    if finding.closed_on is not None:
        raise WrongStateError(_("This finding is closed: the row is in order now."))
    if finding.acceptances.filter(until__gte=timezone.localdate()).exists():
        raise WrongStateError(_("This finding is accepted already."))


def check_reopen(*, by: Viewer, finding: QualityFinding) -> None:
    """Whoever may accept may take it back."""
    check_decides(by=by, finding=finding)
    if not finding.acceptances.filter(until__gte=timezone.localdate()).exists():
        raise WrongStateError(_("This finding is not accepted."))


def check_decides(*, by: Viewer, finding: QualityFinding) -> None:
    """Whether a finding may stand is for who decides about people in its municipality."""
    check_permission(
        by,
        Permission.APPROVE_PEOPLE,
        _("A finding is accepted by the coordinator or the manager of the municipality."),
        finding.municipality,
    )


def check_acceptance(*, reason: str, until: datetime.date) -> None:
    """A reason of some words, and a day within a year."""
    if len(reason.strip()) < 10:
        raise BadDataError(_("Say in a sentence why the finding may stand."))
    today = timezone.localdate()
    if not today <= until <= today + LONGEST:
        raise BadDataError(_("An acceptance lasts from today on, a year at most."))
