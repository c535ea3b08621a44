"""Forms of applications: of who applies, of who decides, of who offers a place."""

import datetime
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ligzda.incubators.queries import applied_to
from ligzda.kernel.forms import day
from ligzda.kernel.sorting import sort_key
from ligzda.people.actions import PersonFacts
from ligzda.people.applications import limits
from ligzda.people.applications.actions import ApplicationFacts
from ligzda.people.applications.eligibility import listed_on
from ligzda.people.applications.models import ApplicationAppeal, ApplicationDecision, Sender
from ligzda.people.applications.waiting_models import WaitingPlace
from ligzda.people.forms import PersonForm


class _IncubatorField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """The incubators that one can apply to, in Latvian order."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(queryset=applied_to(), to_field_name="slug", empty_label=None, **kwargs)


class StartForm(forms.Form):
    """Where somebody wants to come."""

    incubator = _IncubatorField(
        label=_("Where do you want to come?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one incubator.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["incubator"]
        assert isinstance(field, forms.ModelChoiceField)
        rows = sorted(field.queryset or (), key=lambda row: sort_key(str(row)))
        field.choices = [(row.slug, str(row)) for row in rows]


class AppealForm(forms.Form):
    """Why a decision is not right."""

    grounds = forms.CharField(
        label=_("Why do you not agree?"),
        max_length=2000,
        widget=forms.Textarea({"rows": 5}),
        error_messages={"required": _("Write why you do not agree.")},
    )


class LodgeForm(AppealForm):
    """An appeal that came in on paper, or was said."""

    on = day(label=_("Lodged on"))


class ApplicationForm(forms.Form):
    """An application of somebody who is registered."""

    sender = forms.ChoiceField(label=_("Who wrote the application"), choices=Sender.choices)
    helper = forms.CharField(
        label=_("Who refers: name and telephone"),
        max_length=300,
        required=False,
        help_text=_("Empty where the person applies without help."),
    )
    received_on = day(label=_("Received on"))
    groups = forms.MultipleChoiceField(
        label=_("Target groups"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("As the person says; the list in force on the day of receipt decides."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["received_on"].initial = timezone.localdate
        groups = self.fields["groups"]
        assert isinstance(groups, forms.MultipleChoiceField)
        groups.choices = [(row.code, str(row.name)) for row in listed_on(self._on())]

    def application(self) -> ApplicationFacts:
        """Return what was said of the application."""
        given = self.cleaned_data
        return ApplicationFacts(
            sender=given["sender"],
            helper=given["helper"],
            received_on=given["received_on"],
            groups=given["groups"],
        )

    def _on(self) -> datetime.date:
        """Return the day whose list is offered: that of receipt, once it is typed."""
        typed = self.data.get("received_on", "") if self.is_bound else ""
        try:
            found: datetime.date = day().clean(typed)
        except forms.ValidationError:
            return timezone.localdate()
        return found


class NewPersonApplicationForm(PersonForm, ApplicationForm):
    """An application of somebody whose record is opened with it."""

    field_order = (
        "given_name", "family_name", "personal_code", "code_confirmed", "birth_date", "gender",
        "phone", "email", "address", "language", "easy_language", "needs", "sender", "helper",
        "received_on", "groups",
    )  # fmt: skip

    def facts(self) -> PersonFacts:
        """Return what was said of the person."""
        own = {name: self.cleaned_data[name] for name in PersonForm.base_fields}
        return PersonFacts(**own)


class DecisionForm(forms.Form):
    """What is to be decided, and why."""

    outcome = forms.ChoiceField(
        label=_("Decision"),
        widget=forms.RadioSelect,
        choices=ApplicationDecision.Outcome.choices,
    )
    reasons = forms.CharField(
        label=_("Reasons"),
        max_length=2000,
        help_text=_("They stand in the letter. Short sentences, no diagnosis."),
        widget=forms.Textarea({"rows": 6}),
    )


class AnswerForm(forms.Form):
    """The answer to an appeal."""

    result = forms.ChoiceField(
        label=_("What comes of it"),
        widget=forms.RadioSelect,
        choices=ApplicationAppeal.Result.choices,
    )
    answer = forms.CharField(
        label=_("Reasons"),
        max_length=2000,
        help_text=_("They stand in the letter. Short sentences, no diagnosis."),
        widget=forms.Textarea({"rows": 6}),
    )


class OfferForm(forms.Form):
    """A place that is offered, and why those who stand before are passed over."""

    begins_on = day(label=_("The place is free from"))
    answer_until = day(
        label=_("To be answered by"),
        help_text=_("Ten working days are proposed. After this day the offer lapses."),
    )

    def __init__(self, *args: Any, passed: Sequence[WaitingPlace], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today = timezone.localdate()
        self.fields["answer_until"].initial = limits.answer_offer_by(today)
        self.fields["begins_on"].initial = limits.answer_offer_by(today)
        self.passed = passed
        for row in passed:
            self.fields[f"skip_{row.pk}"] = forms.CharField(
                label=_("Why %(who)s is passed over") % {"who": row.application},
                max_length=500,
                help_text=_("The person reads it."),
                error_messages={"required": _("Say why; the person reads it.")},
            )

    def skips(self) -> dict[int, str]:
        """Return why each is passed over, by the number of their place."""
        return {row.pk: self.cleaned_data[f"skip_{row.pk}"] for row in self.passed}
