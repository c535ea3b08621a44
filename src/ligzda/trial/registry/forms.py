"""Forms of the registry: protocol, documents, deviations."""

import datetime
from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from ligzda.kernel.edited import STAMP, EditedForm
from ligzda.kernel.errors import BadDataError
from ligzda.kernel.forms import day
from ligzda.kernel.texts import Text, TextFormField
from ligzda.languages import spoken
from ligzda.trial.registry.fields import (
    SECTIONS,
    Answer,
    Field,
    by_language,
    contradictions,
    fields,
    items,
    kept,
    label_of,
)
from ligzda.trial.registry.models import (
    MOST_BYTES,
    Deviation,
    ProtocolVersion,
)
from ligzda.trial.registry.rules import check_not_ahead
from ligzda.trial.registry.shown import registered_words


def _field(row: Field) -> forms.Field:
    """Return a form field; nothing is required while it is a draft."""
    given: dict[str, Any] = {"label": row.label, "help_text": row.help, "required": False}
    if row.kind == "date":
        return day(**given)
    if row.kind == "number":
        return forms.DecimalField(min_value=0, **given)
    if row.kind == "choice":
        return forms.ChoiceField(choices=[("", _("choose")), *row.choices], **given)
    return TextFormField(max_length=300 if row.kind == "line" else None, **given)


PLAN = "plan"
"""The section of the analysis plan, beside those of `fields.SECTIONS`."""


class ProtocolForm(EditedForm):
    """The protocol's fields, by section, and the analysis plan; or one `section` of them alone.

    Two people at two sections are in nobody's way: the stamp is of the fields that are there.
    """

    def __init__(
        self, *args: Any, version: ProtocolVersion, section: str = "", **kwargs: Any
    ) -> None:
        saved = version.content | {
            field.key: by_language(version.content[field.key])
            for field in fields()
            if field.worded and field.key in version.content
        }
        kwargs.setdefault("initial", {**saved, "plan_toml": version.plan})
        super().__init__(*args, **kwargs)
        self.version = version
        self.shown = [row for row in SECTIONS if section in ("", row.key)]
        for part in self.shown:
            for row in part.fields:
                self.fields[row.key] = _field(row)
        if section in ("", PLAN):
            self.fields["plan_toml"] = forms.CharField(
                label=_("Analysis plan (TOML)"),
                help_text=_("What `ligzda evaluate` carries out: outcome, priors, contrasts, the "
                            "smallest difference that matters (mid)."),
                required=False,
                strip=False,
                widget=forms.Textarea(attrs={"rows": 24, "class": "toml", "spellcheck": "false"}),
            )  # fmt: skip
        self.begin_stamp()

    def suggest(self, answers: Mapping[str, Answer]) -> None:
        """Fill in answers that nobody has given yet: to be looked at, changed, and then saved.

        The stamp stays that of what is saved.
        """
        self.initial = {**self.initial, **answers}

    def clean(self) -> dict[str, Any]:
        """Refuse days that stand the wrong way round."""
        given = super().clean()
        for first, then in contradictions(self.content()):
            words = gettext("This day comes before “%(other)s”.") % {"other": label_of(first)}
            if then in self.fields:
                self.add_error(then, words)
        return given

    def sections(self) -> list[tuple[Any, list[Any]]]:
        """Return the sections with their bound fields."""
        found: list[tuple[Any, list[Any]]] = [
            (part.title, [self[row.key] for row in part.fields]) for part in self.shown
        ]
        if "plan_toml" in self.fields:
            found.append((_("Analysis plan"), [self["plan_toml"]]))
        return found

    def plan(self) -> str:
        """Return the plan: as it is saved where the form does not ask for it."""
        return str(self.cleaned_data.get("plan_toml", self.version.plan))

    def content(self) -> dict[str, Answer]:
        """Return the answers; those of sections that are not here as they are saved."""
        found = {k: v for k, v in self.version.content.items() if k not in self.fields}
        for key, value in self.cleaned_data.items():
            if key in ("plan_toml", STAMP) or value in (None, ""):
                continue
            if isinstance(value, Text):
                found[key] = dict(value)
            else:
                found[key] = value.isoformat() if isinstance(value, datetime.date) else str(value)
        return kept(found)


class DocumentForm(forms.Form):
    """A PDF with its title."""

    title = forms.CharField(
        label=_("Title"), help_text=_("Such as: opinion of the ethics committee."), max_length=200
    )
    file = forms.FileField(
        label=_("File"),
        help_text=_("PDF, at most 5 MB."),
        widget=forms.FileInput(attrs={"accept": "application/pdf,.pdf"}),
    )
    public = forms.BooleanField(
        label=_("Everybody may read it once the protocol is registered"), required=False
    )

    def clean_file(self) -> Any:
        """Refuse by size before anything is read into memory."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(_("The file is larger than 5 MB."))
        return file


class DeviationForm(forms.Form):
    """What was done otherwise than registered; `corrects` is the slip that it puts right."""

    corrects = forms.IntegerField(required=False, widget=forms.HiddenInput())
    item = forms.ChoiceField(label=_("Item of the plan"))
    planned = forms.CharField(
        label=_("What was planned"),
        help_text=_("Leave empty to take what is registered on this item."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    actual = forms.CharField(label=_("What was done"), widget=forms.Textarea(attrs={"rows": 2}))
    reason = forms.CharField(label=_("Why"), widget=forms.Textarea(attrs={"rows": 2}))
    happened_on = day(label=_("Day"))
    # Nothing is chosen beforehand: that no outcome had been seen must be said, not left standing.
    seen = forms.ChoiceField(
        label=_("Outcomes seen?"), choices=[("", _("choose")), *Deviation.Seen.choices]
    )
    bias = forms.ChoiceField(
        label=_("Expected direction of bias"), choices=[("", _("choose")), *Deviation.Bias.choices]
    )
    sensitivity = forms.CharField(
        label=_("What the results are without it"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    claims = forms.RegexField(
        r"^\s*[0-9]{1,4}(\s*,\s*[0-9]{1,4})*\s*$",
        label=_("Claims touched"),
        help_text=_("Their numbers, divided by commas: 3, 12."),
        error_messages={"invalid": _("Write the numbers of claims, divided by commas: 3, 12.")},
        required=False,
        max_length=500,
    )

    def __init__(self, *args: Any, protocol: ProtocolVersion | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.protocol = protocol
        field = self.fields["item"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("choose")), *items()]

    def clean(self) -> dict[str, Any]:
        """Take the registered answer where nothing is said; shown before it is recorded."""
        given = super().clean() or {}
        if not given.get("planned") and given.get("item"):
            given["planned"] = self.registered(given["item"])
            if not given["planned"]:
                words = gettext("This item has no registered answer: say what was planned.")
                self.add_error("planned", words)
        return given

    def registered(self, item: str) -> str:
        """Return what the protocol says on an item."""
        content = self.protocol.content if self.protocol else {}
        return registered_words(item, content, spoken(get_language()))

    def clean_happened_on(self) -> datetime.date:
        """Refuse a day to come, before anybody is asked whether the rest is right."""
        day_given: datetime.date = self.cleaned_data["happened_on"]
        try:
            check_not_ahead(day_given)
        except BadDataError as refused:
            raise forms.ValidationError(str(refused)) from None
        return day_given
