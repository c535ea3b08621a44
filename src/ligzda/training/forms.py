"""Forms of training."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ligzda.kernel.edited import EditedForm
from ligzda.kernel.forms import day
from ligzda.kernel.models import in_language
from ligzda.network.models import User
from ligzda.training.actions import VersionFacts
from ligzda.training.comparison import MOST_BYTES
from ligzda.training.models import CourseVersion
from ligzda.training.models.courses import MOST_MONTHS


class CourseForm(forms.Form):
    """A new course."""

    title_lv = forms.CharField(label=_("Title (Latvian)"), max_length=120)
    title_en = forms.CharField(label=_("Title (English)"), max_length=120)
    code = forms.SlugField(
        label=_("Name in addresses"),
        max_length=40,
        help_text=_("Small Latin letters, digits and hyphens; it stays for ever."),
    )


class VersionForm(EditedForm):
    """A draft of what a course teaches."""

    criteria_lv = forms.CharField(
        label=_("What whoever passes can do (Latvian)"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
    )
    criteria_en = forms.CharField(
        label=_("What whoever passes can do (English)"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
    )
    hours = forms.DecimalField(
        label=_("Hours of teaching"), min_value=Decimal("0.1"), max_digits=5, decimal_places=1
    )
    valid_months = forms.IntegerField(
        label=_("Months for which a certificate holds"),
        help_text=_("Leave empty if it does not end."),
        min_value=1,
        max_value=MOST_MONTHS,
        required=False,
    )

    def __init__(self, *args: Any, version: CourseVersion | None = None, **kwargs: Any) -> None:
        if version is not None:
            names = ("criteria_lv", "criteria_en", "hours", "valid_months")
            kwargs.setdefault("initial", {name: getattr(version, name) for name in names})
        super().__init__(*args, **kwargs)
        self.begin_stamp()

    def facts(self) -> VersionFacts:
        """Return what a valid form was answered."""
        given = self.cleaned_data
        return VersionFacts(
            criteria_lv=given["criteria_lv"],
            criteria_en=given["criteria_en"],
            hours=given["hours"],
            valid_months=given["valid_months"],
        )


class IssueForm(forms.Form):
    """Who passed which version, when."""

    email = forms.EmailField(
        label=_("E-mail of the holder's account"),
        help_text=_("Whoever has no account yet is invited first."),
    )
    holder_name = forms.CharField(
        label=_("Name on the certificate"),
        help_text=_("First name and surname, as in the person's documents."),
        max_length=120,
    )
    version = forms.ModelChoiceField(
        label=_("Course"), queryset=CourseVersion.objects.none(), empty_label=_("– choose –")
    )
    issued_on = day(label=_("Passed on"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["version"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = (
            CourseVersion.objects.filter(published_at__isnull=False)
            .select_related("course")
            .order_by("course__code", "-number")
        )
        field.label_from_instance = _named  # type: ignore[method-assign,assignment]

    def clean_email(self) -> User:
        """Find the account."""
        email = self.cleaned_data["email"]
        found = User.objects.filter(email__iexact=email, is_active=True).first()
        if found is None:
            raise forms.ValidationError(
                _("There is no account with this address. Ask the administrator to invite them.")
            )
        return found


class RevokeForm(forms.Form):
    """Why a certificate is revoked."""

    because = forms.CharField(
        label=_("Reason"),
        help_text=_("It stands on the certificate's public page: name nobody."),
        max_length=300,
    )


class CodeForm(forms.Form):
    """The code on a certificate."""

    code = forms.CharField(
        label=_("Code of the certificate"),
        help_text=_("Ten characters, under the table of the certificate's facts."),
        max_length=40,
    )


class FileForm(forms.Form):
    """The file of a certificate."""

    file = forms.FileField(label=_("File of the certificate (PDF)"))

    def clean_file(self) -> bytes:
        """Read what can be a certificate."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(_("This file is larger than any certificate of ours."))
        content: bytes = file.read()
        if not content.startswith(b"%PDF-"):
            raise forms.ValidationError(_("This file is no PDF."))
        return content


def _named(version: CourseVersion) -> str:
    return f"{in_language(version.course, 'title')}, {version.number}"
