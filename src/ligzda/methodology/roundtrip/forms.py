"""The file that comes back."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ligzda.methodology.roundtrip.package import MOST_BYTES, too_large


class DocxForm(forms.Form):
    """A DOCX of the living document, with comments and tracked changes."""

    file = forms.FileField(
        label=_("The document as it came back"),
        help_text=_("The .docx that was downloaded here, as Word or LibreOffice saved it."),
    )

    def clean_file(self) -> Any:
        """Refuse what is too large before it is read."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(str(too_large()))
        return file
