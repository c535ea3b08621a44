"""Form of a right that ends."""

from django import forms
from django.utils.translation import gettext_lazy as _


class EndForm(forms.Form):
    """Why a right is withdrawn."""

    because = forms.CharField(
        label=_("Reason"),
        help_text=_("Its holder reads it. What happened, without names."),
        max_length=200,
    )
