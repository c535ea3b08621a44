"""Who may see, plan and record a municipality's orders, and when one may be promised."""

import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.incubators.costs.rules import check_keep_budget
from ligzda.incubators.models import Incubator, Order
from ligzda.kernel.errors import NotAllowedError, WrongStateError
from ligzda.network.models import Permit, User
from ligzda.network.roles import Permission
from ligzda.network.rules import Viewer, check_decided, check_permission


def check_see_orders(*, viewer: Viewer, incubator: Incubator) -> None:
    """Orders are seen by those who run the incubator and deliver them."""
    check_permission(
        viewer,
        Permission.EDIT_INCUBATOR,
        _("Orders are seen by the coordinator of the municipality and the incubator's manager."),
        incubator.municipality,
    )


def check_order(*, by: Viewer, incubator: Incubator, on: datetime.date) -> None:
    """No order is promised before the council has permitted it and the agreement is recorded."""
    check_keep_budget(by=by, incubator=incubator)
    check_decided(municipality=incubator.municipality, permit=Permit.ORDER_PLAN, on=on)


def check_plan_orders(*, by: Viewer, incubator: Incubator, year: int) -> None:
    """A plan is a promise too: for a day of its year, today's where it is this one."""
    begins, ends = datetime.date(year, 1, 1), datetime.date(year, 12, 31)
    on = min(max(timezone.localdate(), begins), ends)
    check_order(by=by, incubator=incubator, on=on)


def check_change_order(*, by: Viewer, order: Order) -> None:
    """What is paid for is done: what was ordered, delivered and paid stays known."""
    check_keep_budget(by=by, incubator=order.incubator)
    if order.paid_on is not None:
        raise WrongStateError(_("This order is paid and stays as it is."))


def check_remove_order(*, by: Viewer, order: Order) -> None:
    """An order that came to nothing is taken out before anything is delivered."""
    check_change_order(by=by, order=order)
    if order.delivered_on is not None:
        raise WrongStateError(_("This order is delivered already; it cannot be taken out."))


def check_keep_award_routes(*, by: Viewer) -> None:
    """Which ways to award the law knows comes with Ligzda, as a list with days."""
    if not (isinstance(by, User) and by.is_system):
        raise NotAllowedError(_("The list of award routes comes with Ligzda itself."))
