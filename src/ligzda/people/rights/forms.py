"""Forms of a person's rights."""

import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ligzda.kernel.forms import day
from ligzda.people.models import RequestKind, RetentionHold, Standing
from ligzda.people.rights.actions import RepresentativeFacts


class RequestForm(forms.Form):
    """What a person asks, in their words."""

    kind = forms.ChoiceField(
        label=_("What the person asks"), choices=RequestKind.choices, widget=forms.RadioSelect
    )
    words = forms.CharField(
        label=_("In their words"),
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 4}),
    )


class AnswerForm(forms.Form):
    """What the person is told."""

    words = forms.CharField(
        label=_("Answer to the person"),
        required=False,
        max_length=2000,
        help_text=_("Needed where it is refused: the reason, and that the person may complain to "
                    "the Data State Inspectorate."),
        widget=forms.Textarea({"rows": 4}),
    )  # fmt: skip


class HoldForm(forms.Form):
    """What must stay, because of whom, until when."""

    because = forms.CharField(
        label=_("Who asks for it, by which rule"),
        max_length=300,
        help_text=_("A funder's rule with its article, or the number of a case. No names."),
    )
    scope = forms.ChoiceField(
        label=_("What must stay"), choices=RetentionHold.Scope.choices, widget=forms.RadioSelect
    )
    person = forms.IntegerField(
        label=_("Number of the person"),
        required=False,
        min_value=1,
        help_text=_("P-12 is 12. Empty: everybody in the municipality."),
    )
    until = day(label=_("Until"), help_text=_("From this day on nothing is held."))

    def clean_until(self) -> datetime.date:
        """Refuse a day that is over."""
        until: datetime.date = self.cleaned_data["until"]
        if until <= timezone.localdate():
            raise forms.ValidationError(_("This day is over, or today: nothing would be held."))
        return until


class RepresentativeForm(forms.Form):
    """Who stands by a person."""

    standing = forms.ChoiceField(
        label=_("Stands by as"), choices=Standing.choices, widget=forms.RadioSelect
    )
    name = forms.CharField(label=_("Name of the person"), max_length=200)
    phone = forms.CharField(label=_("Telephone"), max_length=40, required=False)
    email = forms.EmailField(label=_("E-mail address"), required=False)
    basis = forms.CharField(
        label=_("Document"),
        max_length=300,
        required=False,
        help_text=_("Number and day of the ruling or the authorisation."),
    )
    first = day(label=_("Since"))
    may_sign = forms.BooleanField(
        label=_("Signs in the person's place"),
        required=False,
        help_text=_("Only a guardian, or who is authorised. Who helps to decide does not sign."),
    )
    may_receive = forms.BooleanField(label=_("Gets the letters too"), required=False)
    may_see = forms.BooleanField(label=_("May see the record with the person"), required=False)
    note = forms.CharField(
        label=_("What to know: language, when to reach them"),
        max_length=600,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )

    def clean(self) -> dict[str, Any]:
        """Refuse that somebody signs who only helps."""
        given = super().clean() or self.cleaned_data
        helps = given.get("standing") in (Standing.SUPPORTER, Standing.INTERPRETER)
        if helps and given.get("may_sign"):
            self.add_error(
                "may_sign", _("Who helps to decide, or interprets, does not sign for the person.")
            )
        return given

    def facts(self) -> RepresentativeFacts:
        """Return what was said."""
        return RepresentativeFacts(**self.cleaned_data)


class LogForm(forms.Form):
    """Which looks to show."""

    person = forms.IntegerField(label=_("Number of the person"), required=False, min_value=1)
    name = forms.CharField(label=_("Who looked"), max_length=100, required=False)
