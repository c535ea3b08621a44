"""Forms of the room itself."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ligzda.kernel.forms import day
from ligzda.people.actions import PersonFacts
from ligzda.people.models import Gender, Person, PersonTongue

_SAID = {"code_confirmed", "not_the_same"}
"""Answers to a question, not facts about the person."""


class PersonForm(forms.Form):
    """Who somebody is, how to reach them, and no more than that."""

    given_name = forms.CharField(label=_("Given name"), max_length=100)
    family_name = forms.CharField(label=_("Family name"), max_length=100, required=False)
    personal_code = forms.CharField(
        label=_("Personal code"),
        max_length=20,
        required=False,
        help_text=_("It is kept sealed. Without it the date of birth will do."),
        widget=forms.TextInput({"autocomplete": "off", "inputmode": "numeric"}),
    )
    code_confirmed = forms.BooleanField(
        label=_("The personal code stands so in the document"),
        required=False,
        help_text=_("Only where its last digit did not fit."),
    )
    birth_date = day(label=_("Date of birth"), required=False)
    not_the_same = forms.BooleanField(
        label=_("I have looked: it is somebody else"),
        required=False,
        help_text=_("Only where somebody like this was found."),
    )
    gender = forms.ChoiceField(label=_("Gender"), choices=Gender.choices, initial=Gender.UNKNOWN)
    phone = forms.CharField(label=_("Telephone"), max_length=40, required=False)
    email = forms.EmailField(label=_("E-mail address"), required=False)
    address = forms.CharField(label=_("Address"), max_length=300, required=False)
    language = forms.ChoiceField(label=_("Language"), choices=PersonTongue.choices)
    easy_language = forms.BooleanField(label=_("Writes and reads easy language"), required=False)
    needs = forms.CharField(
        label=_("What helps"),
        max_length=600,
        required=False,
        help_text=_("An interpreter, large letters, a quiet room. No diagnosis."),
        widget=forms.Textarea({"rows": 3}),
    )

    def __init__(self, *args: Any, person: Person | None = None, **kwargs: Any) -> None:
        if person is not None:
            names = [name for name in self.base_fields if name not in _SAID]
            kwargs["initial"] = {name: getattr(person, name) for name in names}
        super().__init__(*args, **kwargs)

    def facts(self) -> PersonFacts:
        """Return what was said."""
        return PersonFacts(**self.cleaned_data)
