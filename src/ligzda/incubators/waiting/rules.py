"""Who waits for what, and until when an offer holds."""

import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.incubators.models import Waiting
from ligzda.kernel.errors import NotAllowedError, WrongStateError
from ligzda.network.rules import Viewer

HOLDS = datetime.timedelta(hours=12)
"""How long an offer holds, so that one made at night can be answered in the morning."""
BEFORE = datetime.timedelta(minutes=30)
"""No offer holds longer than until so much before the time begins: the next one needs it too."""
SHORTEST = datetime.timedelta(minutes=15)
"""What can be answered for less is offered to nobody; it is free for whoever comes."""
MOST = 20
"""For so many times somebody can wait at once."""


def offered_until(begins: datetime.datetime, now: datetime.datetime) -> datetime.datetime | None:
    """Return until when an offer made now holds; None where it is too late to make one."""
    until = min(now + HOLDS, begins - BEFORE)
    return until if until >= now + SHORTEST else None


def check_answer_offer(*, by: Viewer, waiting: Waiting) -> None:
    """An offer is taken by whoever it was made to, until its deadline."""
    check_withdraw(by=by, waiting=waiting)
    if waiting.offered_until is None:
        raise WrongStateError(_("This time is not free yet. You get a letter when it is."))
    if waiting.offered_until <= timezone.now():
        raise WrongStateError(_("The offer has run out; the next one in the list is asked."))


def check_withdraw(*, by: Viewer, waiting: Waiting) -> None:
    """Whoever waits gives their place up."""
    if waiting.asked_by_id != getattr(by, "pk", None):
        raise NotAllowedError(_("Only who waits themselves decides about it."))
    if waiting.closed:
        raise WrongStateError(_("You wait for this no longer."))
