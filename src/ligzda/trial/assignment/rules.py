"""Who may hold the draw, in which state, and over which periods."""

import datetime
from itertools import pairwise

from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ligzda.kernel.errors import BadDataError, WrongStateError
from ligzda.network.rules import Viewer
from ligzda.trial.assignment.models import Course, Draw
from ligzda.trial.assignment.problems import bounds
from ligzda.trial.assignment.types import Problem
from ligzda.trial.registry.models import (
    ProtocolVersion,
)
from ligzda.trial.registry.rules import check_design_trial


def check_periods(*, protocol: ProtocolVersion, problem: Problem) -> None:
    """Periods follow one another, lie within the registered dates, and touch no drawn course."""
    days = [bounds(period) for period in problem.periods]
    if any(end <= begin for begin, end in days):
        raise BadDataError(_("A period ends before it begins."))
    for (_begin, end), (begin, _end) in pairwise(days):
        if begin < end:
            raise BadDataError(
                _("The periods overlap: one begins on %(begin)s, the one before ends after that.")
                % {"begin": date_format(begin, "SHORT_DATE_FORMAT")}
            )
    first, last = days[0][0], days[-1][1] - datetime.timedelta(days=1)
    begins, ends = (str(protocol.content.get(f"intervention_{x}", "")) for x in ("starts", "ends"))
    if (begins and first.isoformat() < begins) or (ends and last.isoformat() > ends):
        raise BadDataError(
            _("The periods last from %(first)s to %(last)s, but the protocol lets models run from "
              "%(begins)s to %(ends)s.")
            % {
                "first": date_format(first, "SHORT_DATE_FORMAT"),
                "last": date_format(last, "SHORT_DATE_FORMAT"),
                "begins": _day(begins),
                "ends": _day(ends),
            }
        )  # fmt: skip
    whole = DateRange(first, days[-1][1])
    drawn = Course.objects.filter(during__overlap=whole, incubator__slug__in=[
        site.code for site in problem.sites
    ]).order_by("-during").first()  # fmt: skip
    if drawn is not None:
        raise BadDataError(
            _("These periods overlap with what has been drawn already (until %(last)s). Begin "
              "after that.")
            % {"last": date_format(drawn.during.upper - datetime.timedelta(days=1),
                                   "SHORT_DATE_FORMAT")}
        )  # fmt: skip


def _day(iso: str) -> str:
    return date_format(datetime.date.fromisoformat(iso), "SHORT_DATE_FORMAT") if iso else "–"


def check_commit_draw(*, by: Viewer, protocol: ProtocolVersion) -> None:
    """First the protocol is registered, then its hash is published, once."""
    check_design_trial(by=by)
    if protocol.registered_at is None:
        raise WrongStateError(_("Register the protocol first; the draw follows from it."))
    if Draw.objects.filter(protocol=protocol).exists():
        raise WrongStateError(_("The hash of the draw for this protocol is already published."))
    # A minor version changes words only: the draw of its major version stays in force.
    if Draw.objects.filter(protocol__major=protocol.major, revealed_at__isnull=False).exists():
        raise WrongStateError(_("The draw for this major version of the protocol has been held."))


def check_reveal_draw(*, by: Viewer, draw: Draw) -> None:
    """A draw is revealed once."""
    check_design_trial(by=by)
    if draw.revealed_at is not None:
        raise WrongStateError(_("This draw has been held; it cannot be repeated."))
