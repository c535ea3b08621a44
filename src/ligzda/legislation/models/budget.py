"""What a package costs and brings the budgets, in euro, this year and the three following."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ligzda.kernel import personal
from ligzda.kernel.models import tracked
from ligzda.legislation.models.packages import Package, part_of_package


@tracked()
class BudgetLine(models.Model):
    """An amount that was typed: a row of the table (data/budget.yaml) in a year, EUR to the cent.

    The row of incubators holds how many there are more; what they cost is computed.
    """

    package = models.ForeignKey(
        Package, models.CASCADE, related_name="budget", verbose_name=_("package of amendments")
    )
    row = models.CharField(_("row of the table"), max_length=12)
    year = models.PositiveSmallIntegerField(_("year"))
    amount = models.DecimalField(_("amount"), max_digits=14, decimal_places=2)

    PersonalData = None
    impersonal = personal.names("id package row year amount")

    class Meta:
        verbose_name = _("amount of a budget table")
        verbose_name_plural = _("amounts of budget tables")
        ordering: ClassVar = ["row", "year"]
        triggers: ClassVar = [part_of_package()]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["package", "row", "year"], name="budget_amount_once"),
            models.CheckConstraint(
                condition=Q(year__gte=2016, year__lte=2100) & ~Q(row=""),
                name="budget_row_and_year_are_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.row} {self.year}"
