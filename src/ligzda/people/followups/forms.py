"""Forms of follow-ups."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ligzda.kernel.forms import day
from ligzda.people.followups.actions import AttemptFacts
from ligzda.people.followups.models import AttemptOutcome, Channel, LostReason, Wave
from ligzda.people.followups.queries import FollowUp
from ligzda.people.models import Stay


class AttemptForm(forms.Form):
    """How somebody was looked for."""

    on = day(label=_("Day"))
    channel = forms.ChoiceField(label=_("How"), choices=Channel.choices)
    outcome = forms.ChoiceField(label=_("What came of it"), choices=AttemptOutcome.choices)
    next_try = day(label=_("Try again on"), required=False)
    note = forms.CharField(
        label=_("Note"),
        required=False,
        max_length=600,
        help_text=_("It is kept sealed. Only what helps to reach the person."),
        widget=forms.Textarea({"rows": 3}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("on", timezone.localdate())

    def clean(self) -> dict[str, Any]:
        """The next try comes after this one."""
        given = dict(self.cleaned_data)
        if given.get("on") and given.get("next_try") and given["next_try"] <= given["on"]:
            self.add_error("next_try", _("The next try is on a later day."))
        return given

    def facts(self) -> AttemptFacts:
        """Return what was said."""
        return AttemptFacts(**self.cleaned_data)


class AttemptsForm(AttemptForm):
    """The same attempt for several who are due."""

    who = forms.MultipleChoiceField(label=_("Whom"), widget=forms.CheckboxSelectMultiple)
    field_order = ("who", "on", "channel", "outcome", "next_try", "note")

    def __init__(self, *args: Any, due: Sequence[FollowUp], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._due = {f"{row.stay.pk}-{row.wave.value}": row for row in due}
        field = self.fields["who"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [
            (key, f"{row.stay.person.name} – {row.wave.label}") for key, row in self._due.items()
        ]

    def asked(self) -> list[tuple[Stay, Wave]]:
        """Return the follow-ups that are ticked."""
        rows = [self._due[key] for key in self.cleaned_data["who"]]
        return [(row.stay, row.wave) for row in rows]

    def facts(self) -> AttemptFacts:
        """Return what was said of all of them."""
        return AttemptFacts(**{k: v for k, v in self.cleaned_data.items() if k != "who"})


class GiveUpForm(forms.Form):
    """Why nobody tries any more."""

    reason = forms.ChoiceField(label=_("Why"), choices=LostReason.choices)


class ContactForm(forms.Form):
    """Whom the person names."""

    name = forms.CharField(label=_("Name of the person"), max_length=100)
    reach_by = forms.CharField(label=_("Telephone or e-mail address"), max_length=100)
    relation = forms.CharField(
        label=_("Who they are to the person"), max_length=100, required=False
    )
