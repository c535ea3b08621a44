"""What a municipality says of its case. By GET: nothing is kept, and the answer has an address."""

import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ligzda.kernel.forms import day
from ligzda.methodology.package.document import words

MOST_PLACES, MOST_EUROS = 500, 10_000_000
YEARS = range(2020, 2101)
"""In which work begins."""
FORMATS = ("", "docx", "pdf")


class PackageForm(forms.Form):
    """The municipality, the model, places, money, the first day, who is in charge."""

    place = forms.ChoiceField(label=_("Municipality"))
    model = forms.ChoiceField(label=_("Model"))
    places = forms.IntegerField(label=_("Places a year"), min_value=1, max_value=MOST_PLACES)
    budget = forms.IntegerField(
        label=_("Budget for a year, EUR"), min_value=1, max_value=MOST_EUROS
    )
    begins = day(label=_("First day of work"))
    unit = forms.CharField(
        label=_("Unit or person in charge"),
        help_text=_("As it is to stand in the papers."),
        max_length=120,
    )
    format = forms.CharField(required=False, widget=forms.HiddenInput)
    part = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, places: dict[str, str], models: dict[str, str], **more: Any
    ) -> None:
        super().__init__(*args, **more)
        for name, choices in (("place", places), ("model", models)):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = list(choices.items())

    def clean_begins(self) -> datetime.date:
        """Refuse a year from which no plan can be counted."""
        given: datetime.date = self.cleaned_data["begins"]
        if given.year not in YEARS:
            raise forms.ValidationError(_("Give a day between the years 2020 and 2100."))
        return given

    def clean_format(self) -> str:
        """Give the page where a format is asked for that there is none of."""
        given: str = self.cleaned_data["format"]
        return given if given in FORMATS else ""

    def clean_part(self) -> str:
        """Give the whole where a part is asked for that there is none of."""
        given: str = self.cleaned_data["part"]
        return given if given in words()["parts"] else ""
