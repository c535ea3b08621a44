"""Read side of orders: a year's plan, its orders, and what they are of the sales target."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from ligzda.incubators.models import Incubator, Order, OrderPlan
from ligzda.incubators.orders.rules import check_see_orders
from ligzda.kernel.errors import NotFoundError
from ligzda.kernel.tables.declaration import Row
from ligzda.network.rules import Viewer


@dataclass(frozen=True)
class Year:
    """A year of orders, EUR to the cent; each order counts in the year in which it was ordered.

    `plan` None: no plan is made. Shares are of the sales target, 0 to 1 and above.
    """

    year: int
    plan: OrderPlan | None
    orders: Sequence[Order]

    @property
    def ordered(self) -> Decimal:
        """What was ordered, delivered and paid or not."""
        return _sum(self.orders)

    @property
    def delivered(self) -> Decimal:
        """What was delivered of it."""
        return _sum(row for row in self.orders if row.delivered_on is not None)

    @property
    def paid(self) -> Decimal:
        """What was paid of it."""
        return _sum(row for row in self.orders if row.paid_on is not None)

    @property
    def planned_share(self) -> float | None:
        """Which share of the sales target the municipality means to order."""
        return None if self.plan is None else float(self.plan.planned / self.plan.sales_target)

    @property
    def delivered_share(self) -> float | None:
        """Which share of the sales target was delivered to the municipality."""
        return None if self.plan is None else float(self.delivered / self.plan.sales_target)

    @property
    def invented(self) -> bool:
        """Whether some of it is invented for the demonstration."""
        planned = self.plan is not None and self.plan.invented
        return planned or any(row.invented for row in self.orders)


def ordering_incubator(viewer: Viewer, slug: str) -> Incubator:
    """Return an incubator to who may see its orders. Raises NotFoundError, NotAllowedError."""
    row = Incubator.objects.select_related("municipality").filter(slug=slug).first()
    if row is None:
        raise NotFoundError(_("There is no incubator “%(slug)s”.") % {"slug": slug})
    check_see_orders(viewer=viewer, incubator=row)
    return row


def orders_of(incubator: Incubator) -> QuerySet[Order]:
    """Return an incubator's orders, the newest first."""
    return Order.objects.filter(incubator=incubator).select_related("route", "incubator")


def year_of_orders(incubator: Incubator, year: int) -> Year:
    """Return a year's plan and orders."""
    plan = OrderPlan.objects.filter(incubator=incubator, year=year).first()
    return Year(year, plan, list(orders_of(incubator).filter(ordered_on__year=year)))


def order_rows(incubator: Incubator) -> Iterator[Row]:
    """Yield the orders as rows of `orders.tables.ORDERS`."""
    for row in orders_of(incubator):
        yield {
            "what": row.what,
            "route": row.route.code,
            "value": row.value,
            "state": row.state.value,
            "ordered_on": row.ordered_on,
            "delivered_on": row.delivered_on,
            "paid_on": row.paid_on,
            "document": row.document,
        }


def _sum(orders: Iterable[Order]) -> Decimal:
    return sum((row.value for row in orders), Decimal("0.00"))
