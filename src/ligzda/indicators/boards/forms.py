"""The period of a board."""

import datetime

from django import forms
from django.utils.translation import gettext_lazy as _

from ligzda.indicators.boards.queries import this_year
from ligzda.kernel.forms import day


class PeriodForm(forms.Form):
    """From which day to which; without a choice, the year."""

    first = day(label=_("From"))
    last = day(label=_("To, this day too"))

    def clean(self) -> None:
        """Refuse a period that ends before it begins."""
        super().clean()
        first, last = self.cleaned_data.get("first"), self.cleaned_data.get("last")
        if first and last and last < first:
            self.add_error("last", _("The period ends before it begins."))

    def period(self) -> tuple[datetime.date, datetime.date]:
        """Return the period that was chosen, or the year where it cannot be read."""
        if self.is_valid():
            return self.cleaned_data["first"], self.cleaned_data["last"]
        return this_year()


def period_form(data: dict[str, str]) -> PeriodForm:
    """Return the form as it was sent, or filled with the year."""
    if "first" in data or "last" in data:
        return PeriodForm(data)
    first, last = this_year()
    return PeriodForm({"first": first.isoformat(), "last": last.isoformat()})
