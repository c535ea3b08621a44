"""Forms of quotes: what was said, and a receipt by which it is taken back."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ligzda.blueprints.queries import models
from ligzda.findings.models import Quote
from ligzda.languages import LANGUAGES


class QuoteForm(forms.Form):
    """What somebody said of a model."""

    model = forms.ChoiceField(label=_("Model"))
    speaker = forms.ChoiceField(label=_("Who says it"), choices=Quote.Speaker.choices)
    theme = forms.ChoiceField(label=_("Theme"), choices=Quote.Theme.choices)
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES)
    text = forms.CharField(
        label=_("Words"),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("As they were said, without names, places and numbers."),
    )
    consented_on = forms.DateField(label=_("Agreed on"))
    agreed = forms.BooleanField(
        label=_("The person was read the text beside and agrees to it"), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["model"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(row.code, f"{row.code} {row.name}") for row in models()]


class ReceiptForm(forms.Form):
    """The number on the paper."""

    receipt = forms.CharField(label=_("Number on the paper"), max_length=9)
