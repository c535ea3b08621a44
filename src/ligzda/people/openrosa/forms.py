"""Forms of devices, and of submissions that differ."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ligzda.people.openrosa.models import Conflict


class DeviceForm(forms.Form):
    """A device that is to send."""

    name = forms.CharField(
        label=_("Name of the device"),
        max_length=60,
        help_text=_(
            "So that you know which one to revoke when it is lost: “Tablet of the centre”."
        ),
    )


class DecisionForm(forms.Form):
    """Which of the two holds."""

    decision = forms.ChoiceField(
        label=_("Which one holds?"), choices=Conflict.Decision.choices, widget=forms.RadioSelect()
    )
