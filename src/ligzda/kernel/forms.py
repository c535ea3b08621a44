"""Forms of every room: one template for a form, one for a field (FORM_RENDERER); shared fields."""

from typing import Any

from django import forms
from django.forms.renderers import DjangoTemplates


class Renderer(DjangoTemplates):
    """Write `{{ form }}` and `{{ field.as_field_group }}` with the kernel's templates.

    Wagtail's and allauth's own pages name their templates field by field and are not touched.
    """

    form_template_name = "kernel/form.html"
    field_template_name = "kernel/field.html"


def day(**kwargs: Any) -> forms.DateField:
    """Return a field for a day; browsers offer their calendar and send ISO."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(widget=widget, input_formats=["%Y-%m-%d", "%d.%m.%Y"], **kwargs)
