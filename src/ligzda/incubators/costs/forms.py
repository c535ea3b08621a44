"""Forms of costs: a month by category, a year's plan, a correction."""

import datetime
from collections.abc import Sequence
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _

from ligzda.incubators.costs.actions import CorrectionFacts, Costs, Plan, Spent
from ligzda.incubators.costs.models import Category
from ligzda.incubators.costs.months import of_year
from ligzda.incubators.costs.queries import Cost
from ligzda.kernel.edited import EditedForm
from ligzda.kernel.forms import euros


class MonthForm(EditedForm):
    """What was spent in a month, a line for each category; empty: not known yet."""

    def __init__(self, *args: Any, costs: Sequence[Cost], **kwargs: Any) -> None:
        initial: dict[str, object] = {}
        for cost in costs:
            initial[cost.category] = cost.entered
            initial[f"{cost.category}_documents"] = cost.documents
        super().__init__(*args, **{"initial": initial, **kwargs})
        for value, name in Category.choices:
            self.fields[value] = euros(
                label=_("%(category)s, EUR") % {"category": name}, required=False, min_value=0
            )
            self.fields[f"{value}_documents"] = forms.CharField(
                label=_("%(category)s: receipts and documents") % {"category": name},
                required=False,
                max_length=200,
            )
        self.costs = costs
        self.begin_stamp()

    def clean(self) -> dict[str, Any]:
        """Ask how things in kind were valued."""
        given = super().clean()
        documents = f"{Category.IN_KIND}_documents"
        if given.get(Category.IN_KIND) and not given.get(documents):
            self.add_error(documents, _("Say how it was valued."))
        return given

    def lines(self) -> list[tuple[Cost, BoundField, BoundField]]:
        """Return each category with its two fields."""
        return [
            (cost, self[cost.category], self[f"{cost.category}_documents"]) for cost in self.costs
        ]

    def spent(self) -> Costs:
        """Return what was filled in."""
        given = self.cleaned_data
        return {
            value: Spent(amount=given[value], documents=given[f"{value}_documents"])
            for value in Category.values
        }


class PlanForm(EditedForm):
    """What is planned for each month and category of a year; empty: nothing."""

    def __init__(self, *args: Any, costs: Sequence[Cost], year: int, **kwargs: Any) -> None:
        initial = {_name(cost.month, cost.category): cost.planned for cost in costs}
        super().__init__(*args, **{"initial": initial, **kwargs})
        self.year = year
        for month in of_year(year):
            for value, name in Category.choices:
                label = _("%(month)s, %(category)s") % {
                    "month": MONTHS[month.month],
                    "category": name,
                }
                self.fields[_name(month, value)] = euros(label=label, required=False, min_value=0)
        self.begin_stamp()

    def lines(self) -> list[tuple[datetime.date, list[BoundField]]]:
        """Return each month with its fields, one for a category."""
        return [
            (month, [self[_name(month, value)] for value in Category.values])
            for month in of_year(self.year)
        ]

    def plan(self) -> Plan:
        """Return what was filled in."""
        return {
            (month, value): self.cleaned_data[_name(month, value)]
            for month in of_year(self.year)
            for value in Category.values
        }


def _name(month: datetime.date, category: str) -> str:
    return f"{category}_{month.month}"


class CorrectionForm(forms.Form):
    """A signed amount that puts right a cost of a closed month, and why."""

    category = forms.ChoiceField(label=_("Category"), choices=Category.choices)
    amount = euros(
        label=_("Amount, EUR"),
        help_text=_("What is to be added; with a minus, what is to be taken off."),
    )
    reason = forms.CharField(label=_("Reason"), max_length=200)
    documents = forms.CharField(label=_("Receipts and documents"), max_length=200, required=False)

    def clean_amount(self) -> Any:
        """A correction changes something."""
        amount = self.cleaned_data["amount"]
        if not amount:
            raise forms.ValidationError(_("A correction adds something or takes something off."))
        return amount

    def facts(self) -> CorrectionFacts:
        """Return what was said."""
        return CorrectionFacts(**self.cleaned_data)
