"""Forms of the living document."""

import json
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ligzda.kernel.edited import EditedForm
from ligzda.kernel.texts import Text, TextFormField
from ligzda.methodology.models import BlockVersion, DocumentBlock

MOST_CSL = 20_000
"""Characters of an item of CSL JSON."""


class BlockForm(forms.Form):
    """A new block: what kind, and of what."""

    kind = forms.ChoiceField(label=_("What stands here"), choices=DocumentBlock.Kind.choices)
    about = forms.IntegerField(
        label=_("Number of the claim or recommendation"),
        help_text=_("Empty for prose. A chart and a table draw the evaluation of a claim."),
        min_value=1,
        required=False,
    )
    heading = TextFormField(label=_("Heading"), max_length=200, required=False)
    body = TextFormField(label=_("Text"), max_length=6000, required=False)

    def clean(self) -> dict[str, Any]:
        """Ask for a number where something is drawn, and for none where it is typed."""
        given: dict[str, Any] = super().clean() or {}
        prose = given.get("kind") == DocumentBlock.Kind.PROSE
        if "about" in given and prose != (given["about"] is None):
            self.add_error("about", _("Prose has no number; what is drawn has one."))
        return given


class ProseForm(EditedForm):
    """The words of a block, in each language."""

    heading = TextFormField(label=_("Heading"), max_length=200, required=False)
    body = TextFormField(
        label=_("Text"),
        help_text=_(
            "An empty line parts paragraphs. [@key] cites a source; [#claim-7], "
            "[#recommendation-2] and [#block-3] lead to a place of the document."
        ),
        max_length=6000,
        required=False,
    )

    def __init__(self, data: Any = None, *, newest: BlockVersion) -> None:
        words = {"heading": newest.heading, "body": newest.body}
        super().__init__(data, initial=words)
        self.begin_stamp()


class SuggestionForm(forms.Form):
    """Other words for a block, and why."""

    heading = TextFormField(label=_("Heading"), max_length=200, required=False)
    body = TextFormField(label=_("Text"), max_length=6000, required=False)
    why = forms.CharField(label=_("Why"), max_length=500, required=False)


class CommentForm(forms.Form):
    """What somebody says beside a block."""

    text = forms.CharField(
        label=_("Comment"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )


class SourceForm(forms.Form):
    """A source, as CSL JSON."""

    key = forms.RegexField(
        label=_("Key"),
        regex="^[a-z0-9-]{2,40}$",
        help_text=_("Small Latin letters, digits and hyphens, such as guyatt-2008."),
    )
    csl = forms.CharField(
        label=_("CSL JSON"),
        help_text=_("One item, as reference managers export it: title, type, author, issued, DOI."),
        max_length=MOST_CSL,
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false"}),
    )

    def clean_csl(self) -> object:
        """Read the item; of a list of one, that one."""
        try:
            found = json.loads(self.cleaned_data["csl"])
        except (ValueError, RecursionError):
            raise forms.ValidationError(_("This is no JSON.")) from None
        return found[0] if isinstance(found, list) and len(found) == 1 else found


class TermForm(forms.Form):
    """A word and what it means."""

    word = TextFormField(label=_("Word"), max_length=100)
    meaning = TextFormField(label=_("What it means"), max_length=600)


def text(form: forms.Form, name: str) -> Text:
    """Return what a form says of a text; nothing where it was left empty."""
    found: Text = form.cleaned_data.get(name) or Text({})
    return found
