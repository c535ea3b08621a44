"""Orders as a table to take away."""

from django.utils.translation import gettext_lazy as _

from ligzda.incubators.models import Order
from ligzda.kernel.tables.declaration import Column, Table
from ligzda.kernel.tables.types import DAY, LABEL, Choice, Money

ORDERS = Table(
    "orders",
    _("Orders"),
    _("What a municipality ordered from its incubator, by which award route, how far it is."),
    (
        Column("what", _("What is ordered")),
        Column("route", _("Award route"), LABEL),
        Column("value", _("Value without VAT"), Money(), unit="EUR"),
        Column("state", _("How far it is"), Choice(tuple(Order.State.values))),
        Column("ordered_on", _("Ordered on"), DAY),
        Column("delivered_on", _("Delivered on"), DAY, optional=True),
        Column("paid_on", _("Paid on"), DAY, optional=True),
        Column("document", _("Contract or invoice"), optional=True),
    ),
    key="",
)
