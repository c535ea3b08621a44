"""Who may see, enter, plan, close and correct an incubator's costs, and in which months."""

import datetime

from django.db.models import Min
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ligzda.incubators.costs.models import Category
from ligzda.incubators.costs.months import month_of
from ligzda.incubators.models import ClosedMonth, Incubator, MonthlyCost
from ligzda.kernel.calendar import month_after
from ligzda.kernel.errors import NotAllowedError, WrongStateError
from ligzda.network.models import Decision, User
from ligzda.network.roles import Permission
from ligzda.network.rules import Viewer, check_permission

DUE_DAY = 10
"""A month waits to be closed from the day after this one of the month that follows it."""

YEARS_AHEAD = 5
"""For which costs can be planned: as long as a funding period runs on."""


def first_month(incubator: Incubator) -> datetime.date | None:
    """Return the month in which an incubator can first cost something.

    That is the month of the council's first published decision: nobody spends a municipality's
    money on it before. None where there is no such decision.
    """
    decided = Decision.objects.filter(
        municipality=incubator.municipality, published_at__isnull=False
    )
    day = decided.aggregate(day=Min("sitting_on"))["day"]
    return None if day is None else month_of(day)


def check_see_costs(*, viewer: Viewer, incubator: Incubator) -> None:
    """What an incubator costs is seen by those who run it: one person's pay can follow from it."""
    check_permission(
        viewer,
        Permission.EDIT_INCUBATOR,
        _("Costs are seen by the coordinator of the municipality and the incubator's manager."),
        incubator.municipality,
    )


def check_keep_budget(*, by: Viewer, incubator: Incubator) -> None:
    """Plans are made, months closed and corrected by who answers for them to the council."""
    check_permission(
        by,
        Permission.KEEP_BUDGET,
        _("Plans, closed months and orders are for the coordinator of the municipality."),
        incubator.municipality,
    )


def check_month(*, incubator: Incubator, month: datetime.date) -> None:
    """A cost is of a month that has begun, and of none before the council decided."""
    if month > timezone.localdate():
        raise WrongStateError(_("Costs are entered when their month has begun."))
    begins = first_month(incubator)
    if begins is None:
        raise WrongStateError(
            _("No decision of the council on the incubator is published yet; publish it first.")
        )
    if month < begins:
        raise WrongStateError(
            _("The council first decided in %(month)s: the incubator costs nothing before.")
            % {"month": date_format(begins, "YEAR_MONTH_FORMAT")}
        )


def check_plan_month(*, incubator: Incubator, month: datetime.date) -> None:
    """A budget is for months since the council decided, and for few years ahead."""
    begins, this = first_month(incubator), timezone.localdate().year
    if (begins is not None and month < begins) or month.year > this + YEARS_AHEAD:
        raise WrongStateError(
            _("Costs are planned from the council's first decision up to %(year)s.")
            % {"year": this + YEARS_AHEAD}
        )


def check_open(*, incubator: Incubator, month: datetime.date) -> None:
    """What is closed stays."""
    if ClosedMonth.objects.filter(incubator=incubator, month=month).exists():
        raise WrongStateError(
            _("This month is closed: its costs stay as they are. Enter a correction with its "
              "reason.")
        )  # fmt: skip


def check_enter_costs(*, by: Viewer, incubator: Incubator, month: datetime.date) -> None:
    """Costs are entered by those who run the incubator, while their month is open."""
    check_see_costs(viewer=by, incubator=incubator)
    check_month(incubator=incubator, month=month)
    check_open(incubator=incubator, month=month)


def check_close_month(*, by: Viewer, incubator: Incubator, month: datetime.date) -> None:
    """A month is closed once, when it is over and every category is known, be it zero.

    An empty cell and a zero are two answers: the evaluation may reckon only with the second.
    """
    check_keep_budget(by=by, incubator=incubator)
    check_month(incubator=incubator, month=month)
    if ClosedMonth.objects.filter(incubator=incubator, month=month).exists():
        raise WrongStateError(_("This month is closed already."))
    if month_after(month, 1) > timezone.localdate():
        raise WrongStateError(_("A month is closed when it is over."))
    known = set(
        MonthlyCost.objects.filter(incubator=incubator, month=month).values_list(
            "category", flat=True
        )
    )
    empty = [str(label) for value, label in Category.choices if value not in known]
    if empty:
        raise WrongStateError(
            _("Still empty: %(fields)s.") % {"fields": ", ".join(empty)}
            + " "
            + _("Enter 0 where nothing was spent.")
        )


def check_correct_cost(*, by: Viewer, incubator: Incubator, month: datetime.date) -> None:
    """What is closed is corrected; what is open is changed."""
    check_keep_budget(by=by, incubator=incubator)
    if not ClosedMonth.objects.filter(incubator=incubator, month=month).exists():
        raise WrongStateError(_("This month is still open: change the cost itself."))


def check_enter_invented_costs(*, by: Viewer) -> None:
    """What is invented comes with the installation, and from nobody else."""
    if not (isinstance(by, User) and by.is_system):
        raise NotAllowedError(_("Costs of the demonstration come with Ligzda itself."))
