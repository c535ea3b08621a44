"""Forms of every room: one template for a form, one for a field (FORM_RENDERER); shared fields."""

from typing import Any

from django import forms
from django.forms.renderers import DjangoTemplates
from django.utils.translation import gettext_lazy as _

MOST_BYTES = 2_000_000
"""Of a spreadsheet that is uploaded."""


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


def euros(**kwargs: Any) -> forms.DecimalField:
    """Return a field for an amount of euro, to the cent, as the language writes numbers."""
    widget = forms.TextInput(attrs={"inputmode": "decimal"})
    return forms.DecimalField(
        widget=widget, localize=True, max_digits=10, decimal_places=2, **kwargs
    )


class UploadForm(forms.Form):
    """A spreadsheet that is to be imported."""

    file = forms.FileField(
        label=_("Spreadsheet"), help_text=_("XLSX or CSV with the columns of the export.")
    )

    def clean_file(self) -> Any:
        """Refuse what is no spreadsheet of ours by its size or name."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(_("The file is larger than 2 MB; divide it."))
        if not file.name.lower().endswith((".xlsx", ".csv")):
            raise forms.ValidationError(_("Only XLSX and CSV files can be imported."))
        return file
