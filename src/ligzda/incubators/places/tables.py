"""Machines as a table: what is exported can be imported again."""

from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from ligzda.incubators.models import Equipment
from ligzda.kernel.tables.declaration import Column, Table
from ligzda.kernel.tables.types import DAY, YES_NO, Choice, Money, Text, Whole

EQUIPMENT = Table(
    "machines",
    _("Machines and tools"),
    _("The machines of an incubator."),
    (
        Column("name", _("Name"), Text(compared=True, most=80)),
        Column("room", _("Room"), Text(compared=True, most=80)),
        Column(
            "condition",
            _("Condition"),
            Choice(tuple(Equipment.Condition.values), _("good, worn or repair.")),
        ),
        Column("dangerous", _("Dangerous"), YES_NO),
        Column("needs_authorisation", _("Only for who has learnt it"), YES_NO),
        Column(
            "idle_months",
            _("Months without use after which it is learnt anew"),
            Whole(least=1, most=60),
            optional=True,
            absent=True,
        ),
        Column("minutes_before", _("Minutes to make ready"), Whole(least=0, most=120)),
        Column("minutes_after", _("Minutes to clean up"), Whole(least=0, most=120)),
        Column("bought_on", _("Bought on"), DAY, optional=True),
        Column(
            "price", _("Price"), Money(least=0, most=Decimal(99_999_999)), optional=True, unit="EUR"
        ),
        Column("life_months", _("Months of writing off"), Whole(least=1, most=600), optional=True),
        Column("retired_on", _("Out of use since"), DAY, optional=True, absent=True),
    ),
)
