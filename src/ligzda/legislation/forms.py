"""Forms of legislation."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from ligzda.drafting import Action
from ligzda.findings.queries import ClaimRow
from ligzda.kernel.forms import day
from ligzda.kernel.texts import TextFormField
from ligzda.languages import spoken
from ligzda.legislation.annotation import Section
from ligzda.legislation.models import Kind
from ligzda.legislation.models.opinions import Outcome, Result, RowKind
from ligzda.legislation.models.packages import AnnotationForm, InForce

MOST_BYTES = 5_000_000
"""Of a text; the longest Latvian act in force has under a million signs."""


def _area(rows: int, **more: object) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows, "lang": "lv", **more})


class ActForm(forms.Form):
    """An act for the register."""

    title = forms.CharField(
        label=_("Title, as it was published"),
        help_text=_("In Latvian, in the nominative: Sociālā uzņēmuma likums."),
        max_length=300,
    )
    slug = forms.SlugField(
        label=_("Name in addresses"),
        max_length=60,
        help_text=_("Small Latin letters, digits and hyphens; it stays for ever."),
    )
    kind = forms.ChoiceField(label=_("Kind of act"), choices=Kind.choices)
    gazette = forms.CharField(
        label=_("Where it was published"),
        help_text=_(
            "As the opening of an amending act names it: Latvijas Vēstnesis, 2017, 212. nr."
        ),
        max_length=120,
        required=False,
    )
    publisher_url = forms.URLField(
        label=_("Address at the official publisher"), required=False, assume_scheme="https"
    )


class TextForm(forms.Form):
    """The text of an act on a day: pasted, or as a file."""

    on = day(label=_("Day on which this text was in force"))
    source = forms.CharField(
        label=_("Where the text is from"),
        help_text=_("Publisher, address, day on which it was read."),
        max_length=300,
    )
    excerpt = forms.BooleanField(label=_("These are only some units of the act"), required=False)
    text = forms.CharField(
        label=_("Text"),
        help_text=_("One unit a line, as the publisher prints it."),
        widget=_area(12),
        max_length=MOST_BYTES,
        required=False,
    )
    file = forms.FileField(
        label=_("Or a file with it"),
        help_text=_("Plain text in UTF-8, at most 5 MB."),
        required=False,
    )

    def clean_file(self) -> Any:
        """Return the text of the file; refuse what is too large or no plain text."""
        file = self.cleaned_data["file"]
        if not file:
            return ""
        if file.size > MOST_BYTES:
            raise forms.ValidationError(
                _("The file is larger than 5 MB, and no Latvian act is: is it the right one?")
            )
        content = file.read()
        if content.startswith((b"PK\x03\x04", b"%PDF")):
            raise forms.ValidationError(
                _("This is a document, no plain text. Open it, and save it as plain text (TXT).")
            )
        try:
            return content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise forms.ValidationError(
                _("This is no text in UTF-8. Save it as plain text with the encoding UTF-8.")
            ) from error

    def clean(self) -> dict[str, Any]:
        """Want one text: pasted or as a file."""
        given = super().clean() or {}
        if bool(given.get("text")) == bool(given.get("file")) and "file" not in self.errors:
            self.add_error("text", _("Paste the text or choose a file: one of the two."))
        return given


class PackageForm(forms.Form):
    """What a package is about."""

    title = TextFormField(label=_("What the package is about"), max_length=200)
    problem = TextFormField(label=_("Problem that it solves"), max_length=2000)
    kind = forms.ChoiceField(
        label=_("Kind of act"),
        help_text=_("Acts of one kind are submitted together."),
        choices=Kind.choices,
    )
    in_force = forms.ChoiceField(label=_("Comes into force"), choices=InForce.choices)
    in_force_on = day(label=_("Day on which it comes into force"), required=False)
    form = forms.ChoiceField(label=_("Form of the annotation"), choices=AnnotationForm.choices)

    def clean(self) -> dict[str, Any]:
        """Want a day where the term is a day, and none elsewhere."""
        given = super().clean() or {}
        if (given.get("in_force") == InForce.DATE) != bool(given.get("in_force_on")):
            self.add_error(
                "in_force_on",
                _("Give the day on which the package comes into force, or choose another term."),
            )
        return given


CHANGES = (
    (Action.REPLACE_WORDS.value, _("replace words")),
    (Action.INSERT_WORDS.value, _("insert words after others")),
    (Action.DELETE_WORDS.value, _("delete words")),
    (Action.RESTATE.value, _("restate the unit")),
    (Action.INSERT_UNIT.value, _("insert a unit into it")),
    (Action.DELETE_UNIT.value, _("delete the unit")),
)
UNITS = (
    ("section", pgettext_lazy("unit of an act", "section")),
    ("part", pgettext_lazy("unit of an act", "part")),
    ("point", pgettext_lazy("unit of an act", "point")),
    ("subpoint", pgettext_lazy("unit of an act", "subpoint")),
)
_OLD = {Action.REPLACE_WORDS, Action.INSERT_WORDS, Action.DELETE_WORDS}
_NEW = {Action.REPLACE_WORDS, Action.INSERT_WORDS, Action.RESTATE, Action.INSERT_UNIT}


class ComposeForm(forms.Form):
    """What is to be done at the unit that was chosen."""

    change = forms.ChoiceField(label=pgettext_lazy("an operation", "Change"), choices=CHANGES)
    old = forms.CharField(
        label=_("Words that stand there"),
        help_text=_("To be replaced or deleted, or after which words are inserted."),
        widget=_area(2),
        max_length=4000,
        required=False,
    )
    new = forms.CharField(
        label=_("New words or new text"),
        help_text=_("A new unit begins with its number, as it will be printed."),
        widget=_area(4),
        max_length=20000,
        required=False,
    )
    unit = forms.ChoiceField(label=_("Unit that is inserted"), choices=UNITS, required=False)
    number = forms.RegexField(
        label=_("Its number"),
        regex=r"^\d+(\.\d+)*(\^\d+)?$",
        help_text=_("A raised figure after ^: 8^1."),
        error_messages={"invalid": _("A number is written so: 8, 4.2 or 8^1.")},
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """Want what the change cannot do without."""
        given = super().clean() or {}
        change = given.get("change")
        for name, wanted in (("old", _OLD), ("new", _NEW), ("number", {Action.INSERT_UNIT})):
            if change in wanted and not given.get(name) and name not in self.errors:
                self.add_error(name, _("This change cannot do without it."))
        return given


class SentenceForm(forms.Form):
    """An amending sentence, pasted or written by the engine."""

    final = forms.CharField(
        label=_("Amending sentence"),
        help_text=_("One sentence, with its new text in quotation marks."),
        widget=_area(5),
        max_length=50000,
    )
    engine = forms.CharField(widget=forms.HiddenInput, required=False, max_length=50000)
    reason = TextFormField(label=_("Why"), max_length=1000, required=False)


class RewordForm(forms.Form):
    """The sentence as it will be submitted."""

    final = forms.CharField(label=_("Amending sentence"), widget=_area(5), max_length=50000)


class SectionForm(forms.Form):
    """A section of the annotation."""

    choice = forms.ChoiceField(label=_("Value"), required=False)
    text = forms.CharField(
        label=_("Text"),
        help_text=_("In Latvian, as it will be submitted. Leave it empty if nothing is affected."),
        widget=_area(8),
        max_length=20000,
        required=False,
    )

    def __init__(self, *args: Any, section: Section, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if section.choices:
            values = [(code, str(said)) for code, said in section.choices.items()]
            field: Any = self.fields["choice"]
            field.choices = [("", "–"), *values]
        else:
            del self.fields["choice"]
        if section.hint:
            self.fields["text"].help_text = str(section.hint)


class ClaimForm(forms.Form):
    """A public claim that a package is to rest on."""

    claim = forms.ChoiceField(label=_("Claim"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, claims: Sequence[ClaimRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["claim"]
        language = spoken(get_language())
        field.choices = [
            (str(each.number), f"{each.number}. {each.sentences[language]}") for each in claims
        ]


class OpinionForm(forms.Form):
    """An institution's opinion."""

    giver = forms.CharField(label=_("Institution"), max_length=150)
    round = forms.IntegerField(label=_("Round"), min_value=1, max_value=20, initial=1)
    on = day(label=_("Day of the opinion"))
    result = forms.ChoiceField(label=pgettext_lazy("opinion", "Result"), choices=Result.choices)


class RowForm(forms.Form):
    """An objection or a suggestion."""

    kind = forms.ChoiceField(label=_("Kind"), choices=RowKind.choices)
    wording = forms.CharField(
        label=_("Wording of the draft"), widget=_area(2), max_length=5000, required=False
    )
    text = forms.CharField(label=_("Objection or suggestion"), widget=_area(4), max_length=5000)
    proposed = forms.CharField(
        label=_("Proposed wording"), widget=_area(2), max_length=5000, required=False
    )


class AnswerForm(forms.Form):
    """What became of an objection or a suggestion, and why."""

    outcome = forms.ChoiceField(
        label=_("Outcome"), choices=[each for each in Outcome.choices if each[0] != Outcome.OPEN]
    )
    answer = forms.CharField(label=_("Answer with reasons"), widget=_area(3), max_length=5000)
