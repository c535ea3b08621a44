"""Who offers, asks, matches; who reads what a pair notes."""

import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.kernel.errors import NotAllowedError, WrongStateError
from ligzda.network.models import Municipality, User
from ligzda.network.roles import Permission
from ligzda.network.rules import (
    Viewer,
    check_permission,
    check_permission_somewhere,
    has_permission,
    roles_held,
)
from ligzda.training.mentoring.models import MentoringPair, MentorWish

_ANY = {Permission.MENTOR, Permission.MATCH_MENTORS, Permission.ASK_MENTOR}


def check_mentoring(*, by: Viewer) -> None:
    """The page of mentoring is for mentors, participants, and managers of incubators."""
    if not any(role.permissions & _ANY for role, _at in roles_held(by)):
        raise NotAllowedError(
            _("Mentoring is for mentors, participants and managers of incubators.")
        )


def check_offer(*, by: Viewer) -> None:
    """A mentor says what they can help with, and when."""
    check_permission_somewhere(by, Permission.MENTOR, _("Only mentors offer time for mentoring."))


def check_ask(*, by: Viewer, municipality: Municipality) -> None:
    """A participant asks where they take part."""
    check_permission(
        by,
        Permission.ASK_MENTOR,
        _("A mentor can be asked for by participants of this municipality's incubator."),
        municipality,
    )


def check_match(*, by: Viewer, municipality: Municipality) -> None:
    """Who accompanies whom is confirmed by the manager of the participant's incubator."""
    check_permission(
        by,
        Permission.MATCH_MENTORS,
        _("Pairs are confirmed by the manager of this municipality's incubator."),
        municipality,
    )


def check_confirm(*, by: Viewer, wish: MentorWish) -> None:
    """A wish is met once."""
    check_match(by=by, municipality=wish.municipality)
    if wish.closed_at is not None:
        raise WrongStateError(_("This wish is met or taken back already."))


def check_see_pair(*, by: Viewer, pair: MentoringPair) -> None:
    """Meetings and notes are read by the two, and the manager; by nobody else, whatever role."""
    if isinstance(by, User) and by.pk in (pair.mentor_id, pair.participant_id):
        return
    if isinstance(by, User) and by.is_system:
        raise NotAllowedError(_("The installation itself reads nobody's notes."))
    if not has_permission(by, Permission.MATCH_MENTORS, pair.municipality):
        raise NotAllowedError(_("Only the pair and their manager see this."))


def check_write_in_pair(*, by: Viewer, pair: MentoringPair) -> None:
    """While it lasts."""
    check_see_pair(by=by, pair=pair)
    if not lasts(pair):
        raise WrongStateError(_("This pair has ended; what was noted stays as it is."))


def check_record_meeting(*, by: Viewer, pair: MentoringPair, day: datetime.date) -> None:
    """What has been, within the days of the pair."""
    check_write_in_pair(by=by, pair=pair)
    if day > timezone.localdate():
        raise WrongStateError(_("A meeting is recorded when it has been."))
    if day not in pair.period:
        raise WrongStateError(_("On that day the two were no pair."))


def check_end_pair(*, by: Viewer, pair: MentoringPair) -> None:
    """Either of the two, or the manager, ends it; once."""
    check_see_pair(by=by, pair=pair)
    if not lasts(pair):
        raise WrongStateError(_("This pair has ended already."))


def check_delete_old_notes(*, by: Viewer) -> None:
    """What is over for a year the installation deletes by itself, and reads none of it."""
    if not (isinstance(by, User) and by.is_system):
        raise NotAllowedError(_("Old notes are deleted by the installation alone."))


def lasts(pair: MentoringPair) -> bool:
    """Whether a pair has not ended yet."""
    return not pair.period.isempty and (
        pair.period.upper is None or pair.period.upper > timezone.localdate()
    )
