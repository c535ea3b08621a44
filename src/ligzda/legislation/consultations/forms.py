"""Forms of consultations."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ligzda.kernel.dates import plain_date
from ligzda.kernel.forms import day
from ligzda.legislation.models.consultations import SHORTEST
from ligzda.legislation.models.opinions import Outcome

OUTCOMES = (Outcome.TAKEN, Outcome.PARTLY, Outcome.DECLINED)


class DaysForm(forms.Form):
    """Until when opinions are received."""

    closes = day(label=_("Last day on which opinions are received"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        first = timezone.localdate() + SHORTEST
        self.fields["closes"].initial = first
        self.fields["closes"].help_text = _("%(day)s at the earliest: two weeks from today.") % {
            "day": plain_date(first)
        }


class SayForm(forms.Form):
    """What somebody says under an account of their own."""

    who = forms.CharField(
        label=_("Your name, as it will be shown"),
        help_text=_("A person or an organisation."),
        max_length=40,
    )
    text = forms.CharField(
        label=_("Your opinion"),
        help_text=_("At most 1,000 characters. Everybody can read it, with the name above it."),
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=20_000,
    )


class RecordForm(forms.Form):
    """What came on another way."""

    who = forms.CharField(label=_("Who says it"), max_length=100)
    on = day(label=_("Day on which it came"))
    text = forms.CharField(
        label=_("What is said"),
        widget=forms.Textarea(attrs={"rows": 6, "lang": "lv"}),
        max_length=20_000,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = timezone.localdate


class AnswerCommentForm(forms.Form):
    """What became of it, and why."""

    outcome = forms.ChoiceField(label=_("Outcome"), choices=[(o.value, o.label) for o in OUTCOMES])
    answer = forms.CharField(
        label=_("Answer with reasons"),
        widget=forms.Textarea(attrs={"rows": 3, "lang": "lv"}),
        max_length=5000,
    )
