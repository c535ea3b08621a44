"""Forms of training."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ligzda.incubators.rights.queries import machines
from ligzda.kernel.edited import EditedForm
from ligzda.kernel.forms import day
from ligzda.kernel.models import in_language
from ligzda.kernel.texts import Text, TextFormField
from ligzda.languages import CODES
from ligzda.network.queries import account
from ligzda.training.actions import QuestionFacts, VersionFacts
from ligzda.training.comparison import MOST_BYTES
from ligzda.training.models import Course, CourseVersion, Language
from ligzda.training.models.courses import MOST_HOURS_OF_PAUSE, MOST_MONTHS
from ligzda.training.models.parts import MOST_ANSWERS

if TYPE_CHECKING:
    from ligzda.incubators.models import Equipment
    from ligzda.network.models import User


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

    contents = TextFormField(
        label=_("Modules and materials"),
        help_text=_("One a line; addresses become links."),
        max_length=4000,
        required=False,
    )
    access = TextFormField(
        label=_("Accessibility"),
        help_text=_("What is needed to take part, and what is there for whom it is hard."),
        max_length=300,
        required=False,
    )
    languages = forms.MultipleChoiceField(
        label=_("Languages of teaching"),
        choices=Language.choices,
        widget=forms.CheckboxSelectMultiple,
        initial=[Language.LATVIAN],
    )
    requires = forms.MultipleChoiceField(
        label=_("Courses that come before"),
        help_text=_("Whoever enrols needs a valid certificate of each."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    machine = forms.BooleanField(
        label=_("Teaches work at a machine"),
        help_text=_("Then only the trainer's hand says who was there, no code."),
        required=False,
    )
    checklist_lv = forms.CharField(
        label=_("Practical checklist (Latvian)"),
        help_text=_("What whoever passes has shown the trainer, one a line. May be empty."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=4000,
        required=False,
    )
    checklist_en = forms.CharField(
        label=_("Practical checklist (English)"),
        help_text=_("The same lines in the same order."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=4000,
        required=False,
    )
    pass_percent = forms.IntegerField(
        label=_("Percent of the questions to be answered right"),
        help_text=_("Counts where the course has a test; its questions are on their own page."),
        min_value=1,
        max_value=100,
        initial=80,
    )
    retake_hours = forms.IntegerField(
        label=_("Hours until the test may be tried again"),
        min_value=0,
        max_value=MOST_HOURS_OF_PAUSE,
        initial=24,
    )

    def __init__(self, *args: Any, version: CourseVersion | None = None, **kwargs: Any) -> None:
        if version is not None:
            kwargs.setdefault("initial", _saved(version))
        super().__init__(*args, **kwargs)
        requires = self.fields["requires"]
        assert isinstance(requires, forms.MultipleChoiceField)
        requires.choices = [(row.code, str(row)) for row in Course.objects.order_by("code")]
        self.begin_stamp()

    def clean(self) -> dict[str, Any]:
        """Ask for the same number of lines in both languages."""
        given = super().clean()
        lines = [_lines(given.get(f"checklist_{code}", "")) for code in CODES]
        if len({len(each) for each in lines}) > 1:
            self.add_error(
                "checklist_en",
                _("In Latvian there are %(one)s lines, in English %(other)s: each says the same.")
                % {"one": len(lines[0]), "other": len(lines[1])},
            )
        if any(len(line) > 300 for each in lines for line in each):
            self.add_error("checklist_lv", _("A line has at most 300 characters."))
        return given

    def facts(self) -> VersionFacts:
        """Return what a valid form was answered."""
        given = self.cleaned_data
        return VersionFacts(
            criteria_lv=given["criteria_lv"],
            criteria_en=given["criteria_en"],
            hours=given["hours"],
            valid_months=given["valid_months"],
            contents=given["contents"],
            access=given["access"],
            languages=given["languages"],
            machine=given["machine"],
            pass_percent=given["pass_percent"],
            retake_hours=given["retake_hours"],
            requires=list(Course.objects.filter(code__in=given["requires"])),
            checklist=[
                Text(dict(zip(CODES, said, strict=True)))
                for said in zip(
                    *(_lines(given[f"checklist_{code}"]) for code in CODES), strict=True
                )
            ],
        )


class QuestionForm(forms.Form):
    """A question of the test."""

    text = TextFormField(label=_("Question"), max_length=600)
    answers_lv = forms.CharField(
        label=_("Answers (Latvian)"),
        help_text=_("One a line, 2 to 8. Put a * before each that is right."),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=2000,
    )
    answers_en = forms.CharField(
        label=_("Answers (English)"),
        help_text=_("The same answers in the same order; the * is not needed here."),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=2000,
    )

    def clean(self) -> dict[str, Any]:
        """Ask for the same answers in both languages, one of them right."""
        given = super().clean() or {}
        latvian, english = _lines(given.get("answers_lv", "")), _lines(given.get("answers_en", ""))
        if latvian and not 2 <= len(latvian) <= MOST_ANSWERS:
            self.add_error("answers_lv", _("2 to 8 answers, one a line."))
        if latvian and not any(line.startswith("*") for line in latvian):
            self.add_error("answers_lv", _("Put a * before the answer that is right."))
        if latvian and english and len(latvian) != len(english):
            self.add_error(
                "answers_en",
                _("In Latvian there are %(one)s lines, in English %(other)s: each says the same.")
                % {"one": len(latvian), "other": len(english)},
            )
        if any(not 1 <= len(_bare(line)) <= 200 for line in latvian + english):
            self.add_error("answers_lv", _("An answer has 1 to 200 characters."))
        return given

    def facts(self) -> QuestionFacts:
        """Return what a valid form was answered."""
        latvian, english = (_lines(self.cleaned_data[f"answers_{code}"]) for code in CODES)
        return QuestionFacts(
            text=self.cleaned_data["text"],
            answers_lv=[_bare(line) for line in latvian],
            answers_en=[_bare(line) for line in english],
            right=[line.startswith("*") for line in latvian],
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
        found = account(self.cleaned_data["email"])
        if found is None:
            raise forms.ValidationError(
                _("There is no account with this address. Ask the administrator to invite them.")
            )
        return found


class MachineForm(forms.Form):
    """A machine that a version opens: one of those that have to be learnt, by its number."""

    machine = forms.ModelChoiceField(
        label=_("Machine"),
        queryset=machines(()),
        empty_label=_("– choose –"),
        help_text=_("Those of every incubator whose page says that they have to be learnt."),
    )

    def __init__(self, *args: Any, version: CourseVersion, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["machine"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = machines().exclude(opened_by__version=version)
        field.label_from_instance = _placed  # type: ignore[method-assign,assignment]


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


def _saved(version: CourseVersion) -> dict[str, Any]:
    """Return what a version says, as the form is filled from it."""
    names = (
        "criteria_lv", "criteria_en", "hours", "valid_months", "contents", "access", "languages",
        "machine", "pass_percent", "retake_hours",
    )  # fmt: skip
    items = [row.text for row in version.checklist.all()]
    return {name: getattr(version, name) for name in names} | {
        "requires": [row.course.code for row in version.prerequisites.select_related("course")],
        **{f"checklist_{code}": "\n".join(text[code] for text in items) for code in CODES},
    }


def _lines(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def _bare(line: str) -> str:
    return line.lstrip("* ")


def _placed(machine: Equipment) -> str:
    return f"{machine}, {machine.incubator}"
