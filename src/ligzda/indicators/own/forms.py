"""Forms of a drawer."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ligzda.kernel.forms import day


class OwnIndicatorForm(forms.Form):
    """What a municipality counts for itself."""

    name = forms.CharField(label=_("Name"), max_length=120)
    definition = forms.CharField(
        label=_("What exactly is counted, and what is not"),
        max_length=600,
        widget=forms.Textarea({"rows": 3}),
    )
    unit = forms.CharField(
        label=_("Unit"), max_length=60, help_text=_("For example: people, hours, EUR.")
    )


class OwnValueForm(forms.Form):
    """A value as of a day."""

    day = day(label=_("Day"), help_text=_("A value of this day that is there is corrected."))
    value = forms.DecimalField(
        label=_("Value"),
        max_digits=14,
        decimal_places=2,
        localize=True,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
    )
    note = forms.CharField(
        label=_("Note"), max_length=200, required=False, help_text=_("Name nobody.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("day", timezone.localdate())
