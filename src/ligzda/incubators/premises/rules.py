"""Who may change what is said of buildings and works, and in which state."""

import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.incubators.models import AdaptationWork, Incubator
from ligzda.incubators.places.rules import check_keep_places
from ligzda.kernel.errors import BadDataError, WrongStateError
from ligzda.network.rules import Viewer


def check_edit_work(*, by: Viewer, work: AdaptationWork) -> None:
    """What was accepted stays as the act of acceptance says."""
    check_keep_places(by=by, incubator=work.incubator)
    if work.accepted_on is not None:
        raise WrongStateError(_("This work is accepted and stays as it is."))


def check_accept_work(*, by: Viewer, work: AdaptationWork, on: datetime.date) -> None:
    """A work is accepted once, on a day that has been, and not before it began."""
    check_edit_work(by=by, work=work)
    if on > timezone.localdate():
        raise BadDataError(_("An acceptance is recorded when it has been, not before."))
    if on < work.begins_on:
        raise BadDataError(_("No work is accepted before it begins."))


def check_confirm(*, by: Viewer, incubator: Incubator, done_on: datetime.date) -> None:
    """Confirmed is what has a paper, from a day that has been."""
    check_keep_places(by=by, incubator=incubator)
    if done_on > timezone.localdate():
        raise BadDataError(_("A paper of a day to come confirms nothing yet."))
