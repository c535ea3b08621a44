"""Forms of identity: what is looked for, who is asked about."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ligzda.kernel.forms import day
from ligzda.people.actions import PersonFacts


class SearchForm(forms.Form):
    """The beginning of a name, a personal code, or the number of a record."""

    text = forms.CharField(
        label=_("Name, personal code or number"),
        max_length=100,
        help_text=_("The first letters will do, with or without marks: “ber an”."),
        widget=forms.TextInput({"autocomplete": "off", "type": "search"}),
    )


class NetworkForm(forms.Form):
    """Who is asked about, and what for."""

    given_name = forms.CharField(label=_("Given name"), max_length=100)
    family_name = forms.CharField(label=_("Family name"), max_length=100)
    birth_date = day(label=_("Date of birth"), required=False)
    personal_code = forms.CharField(
        label=_("Personal code"),
        max_length=20,
        required=False,
        help_text=_("Either the personal code or the date of birth."),
        widget=forms.TextInput({"autocomplete": "off", "inputmode": "numeric"}),
    )
    purpose = forms.CharField(
        label=_("What you ask for"),
        max_length=200,
        help_text=_("It is kept with your name, and the person can see that you asked."),
    )

    def clean(self) -> None:
        """Without either of the two nobody can be told apart."""
        given = self.cleaned_data
        if not given.get("personal_code") and not given.get("birth_date"):
            self.add_error("birth_date", _("Write the personal code or the date of birth."))

    def facts(self) -> PersonFacts:
        """Return who is asked about."""
        given = {name: value for name, value in self.cleaned_data.items() if name != "purpose"}
        return PersonFacts(**given, code_confirmed=True)
