"""Forms of the rules of booking."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ligzda.incubators.models import Incubator
from ligzda.incubators.quotas.actions import BOOKERS, target_groups
from ligzda.incubators.quotas.queries import bookers


class QuotaForm(forms.Form):
    """For whom, and how many hours."""

    who = forms.ChoiceField(label=gettext_lazy("Who"))
    hours = forms.IntegerField(label=gettext_lazy("Hours a week"), min_value=1, max_value=168)

    def __init__(self, *args: Any, incubator: Incubator, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(row.pk): row for row in bookers(incubator)}
        who = self.fields["who"]
        assert isinstance(who, forms.ChoiceField)
        named = target_groups()
        self.groups = {f"group {code}": code for code in named}
        who.choices = [
            ("", _("everybody, each for themselves")),
            (_("Roles"), [(role.key, role.name) for role in BOOKERS]),
            (_("Target groups"), [(key, named[code]) for key, code in self.groups.items()]),
            (_("People"), [(key, row.name) for key, row in self.people.items()]),
        ]
        who.required = False

    def whose(self) -> dict[str, Any]:
        """Return a role, a target group or a person, as `set_quota` takes them; or nothing."""
        chosen = self.cleaned_data["who"]
        if chosen in self.people:
            return {"person": self.people[chosen]}
        if chosen in self.groups:
            return {"target_group": self.groups[chosen]}
        return {"role": chosen}


class CheckInForm(forms.Form):
    """In how many minutes around the begin who booked says that they are here."""

    minutes = forms.IntegerField(
        label=gettext_lazy("Minutes before and after the begin"),
        min_value=5,
        max_value=60,
        required=False,
        help_text=gettext_lazy("Empty: nobody needs to say it."),
    )
