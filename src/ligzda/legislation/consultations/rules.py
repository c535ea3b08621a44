"""Who asks the public, who speaks, who answers; and when."""

import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.kernel.dates import plain_date
from ligzda.kernel.errors import NotAllowedError, WrongStateError
from ligzda.kernel.room import named, rooms
from ligzda.legislation.models import Consultation, Package, PublicComment
from ligzda.legislation.models.consultations import SHORTEST
from ligzda.legislation.regulations.rules import check_change_regulation
from ligzda.legislation.rules import check_change, check_not_filed
from ligzda.network.models import User
from ligzda.network.rules import Viewer

LONGEST = datetime.timedelta(days=366)


def check_days(*, opens: datetime.date, closes: datetime.date) -> None:
    """The public has at least two weeks, and no draft waits for more than a year."""
    if not opens + SHORTEST <= closes <= opens + LONGEST:
        raise WrongStateError(
            _("The public has at least two weeks: choose %(day)s or a later day, within a year.")
            % {"day": plain_date(opens + SHORTEST)}
        )


def check_consult(*, by: Viewer, package: Package) -> None:
    """The public is asked once about a package, by who drafts it, before it is filed."""
    check_change(by=by, package=package)
    if Consultation.objects.filter(package=package).exists():
        raise WrongStateError(_("The public is asked about this package already."))
    if not package.changes.exists():
        raise WrongStateError(_("The package changes nothing yet: add a change first."))


def check_comment(*, by: Viewer, consultation: Consultation) -> None:
    """Whoever is signed in speaks while the public is asked."""
    if not isinstance(by, User):
        raise NotAllowedError(_("Please sign in first."))
    if consultation.package:
        check_not_filed(consultation.package)
    if not consultation.open:
        raise WrongStateError(
            _("Comments are received from %(opens)s to %(closes)s.")
            % {
                "opens": plain_date(consultation.opens),
                "closes": plain_date(consultation.closes),
            }
        )


def check_keep_consultation(*, by: Viewer, consultation: Consultation) -> None:
    """Comments are kept and answered by who asks, until the draft is filed or adopted."""
    if consultation.regulation:
        check_change_regulation(by=by, regulation=consultation.regulation)
    elif consultation.package:
        check_change(by=by, package=consultation.package)


def check_record_comment(*, by: Viewer, consultation: Consultation, on: datetime.date) -> None:
    """What came by letter or by word of mouth is recorded with the day on which it came."""
    check_keep_consultation(by=by, consultation=consultation)
    last = min(consultation.closes, timezone.localdate())
    if not consultation.opens <= on <= last:
        raise WrongStateError(
            _("What counts came from %(opens)s to %(closes)s.")
            % {
                "opens": plain_date(consultation.opens),
                "closes": plain_date(last),
            }
        )


def check_answer_comment(*, by: Viewer, comment: PublicComment) -> None:
    """Who asks answers, with reasons."""
    check_keep_consultation(by=by, consultation=comment.consultation)


def faults_of(text: str) -> tuple[list[str], bool]:
    """Return why the rules for readers' comments stop a text, and whether a person looks first.

    Where no room has such rules, nothing is stopped and nothing looked at.
    """
    told = [named(room.comment_rules)(text) for room in rooms() if room.comment_rules]
    return [said for faults, _held in told for said in faults], any(held for _f, held in told)
