"""What leaves of costs for everybody: one sum a year. Categories do not.

Where one person works at an incubator its staff costs are their pay, and participants' pay may be
one participant's; and whoever knew the other categories could take them off the sum. So only the
sum of all categories is given, of months that are closed, and only where at least three categories
have something in it.
"""

from collections import defaultdict
from decimal import Decimal

from django.contrib.postgres.aggregates import BoolOr
from django.db.models import Count, Exists, F, OuterRef, Q, Sum
from django.db.models.functions import ExtractYear

from ligzda.incubators.models import ClosedMonth, CostCorrection, MonthlyCost
from ligzda.kernel.confined import EVERYWHERE, rows_of
from ligzda.kernel.tables.dataset import Rows

FEWEST = 3
"""Categories with something in them that a sum is made of."""


def yearly_costs() -> Rows:
    """Yield the sum of each year of each incubator, corrections included, EUR to the cent."""
    with rows_of(EVERYWHERE):
        closed = ClosedMonth.objects.filter(
            incubator=OuterRef("incubator"), month=OuterRef("month")
        )
        sums = list(
            MonthlyCost.objects.filter(Exists(closed))
            .annotate(year=ExtractYear("month"), slug=F("incubator__slug"))
            .values("year", "slug", "incubator__municipality__slug")
            .annotate(
                spent=Sum("amount"),
                months=Count("month", distinct=True),
                kinds=Count("category", distinct=True, filter=Q(amount__gt=0)),
                some_invented=BoolOr("invented"),
            )
            .order_by("slug", "year")
        )
        corrected: dict[tuple[str, int], Decimal] = defaultdict(Decimal)
        for row in CostCorrection.objects.values_list("incubator__slug", "month", "amount"):
            corrected[row[0], row[1].year] += row[2]
    for found in sums:
        if found["kinds"] >= FEWEST:
            yield {
                "id": f"{found['slug']}-{found['year']}",
                "incubator": found["slug"],
                "municipality_slug": found["incubator__municipality__slug"],
                "year": found["year"],
                "months": found["months"],
                "spent": found["spent"] + corrected[found["slug"], found["year"]],
                "invented": found["some_invented"],
            }
