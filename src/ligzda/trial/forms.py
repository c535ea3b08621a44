"""Fields that the forms of the trial share."""

from typing import Any

from django import forms


def day(**kwargs: Any) -> forms.DateField:
    """Return a field for a day; browsers offer their calendar and send ISO."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(widget=widget, input_formats=["%Y-%m-%d", "%d.%m.%Y"], **kwargs)
