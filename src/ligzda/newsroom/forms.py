"""Forms. They shape what comes in; whether it may, the rules and actions decide."""

from typing import Any

from django import forms
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from ligzda.newsroom.actions.bans import DAYS
from ligzda.newsroom.models import Discussion
from ligzda.newsroom.reasons import USUAL
from ligzda.newsroom.refusals import sentence
from ligzda.newsroom.states import Ground, Step
from ligzda.newsroom.text import MOST, Fault

LONGEST_ADDRESS = 254
"""Of an e-mail address (RFC 5321), as the columns hold it; Django's field takes 320."""


class TextField(forms.CharField):
    """The text of a comment, not stripped: text/graphemes.py says what counts.

    What is too long for any rule to look at stops here.
    """

    def __init__(self) -> None:
        super().__init__(
            label=_("Comment"),
            required=False,
            strip=False,
            max_length=MOST,
            error_messages={"max_length": lazy(sentence, str)(Fault.TOO_LONG, "")},
            widget=forms.Textarea(attrs={"rows": 6}),
        )


class CommentForm(forms.Form):
    """The comment box."""

    name = forms.CharField(label=_("Your name"), required=False, max_length=2000)
    email = forms.EmailField(
        label=_("E-mail (optional)"),
        required=False,
        max_length=LONGEST_ADDRESS,
        help_text=_("Never shown. Only to tell you what is decided about your comment."),
    )
    text = TextField()
    answer = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)
    number = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    solution = forms.CharField(required=False, max_length=1000, widget=forms.HiddenInput)
    website = forms.CharField(label=_("Leave this empty"), required=False, max_length=2000)


class ReportForm(forms.Form):
    """A reader says which rule a comment breaks."""

    ground = forms.ChoiceField(
        label=_("Which rule does it break?"), choices=Ground.choices, widget=forms.RadioSelect
    )
    note = forms.CharField(label=_("Note (optional)"), required=False, max_length=500)


class NoticeForm(forms.Form):
    """A notice of illegal content, with the fields Art. 16(2) names."""

    explanation = forms.CharField(
        label=_("Why is this comment illegal?"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    abuse_of_children = forms.BooleanField(
        label=_("It is about sexual abuse of children (name and address may stay empty)"),
        required=False,
    )
    name = forms.CharField(
        label=_("Your name"),
        required=False,
        max_length=120,
        help_text=_("Needed, unless it is about sexual abuse of children."),
    )
    email = forms.EmailField(
        label=_("Your e-mail address"),
        required=False,
        max_length=LONGEST_ADDRESS,
        help_text=_("Needed as well: the confirmation and the decision go there."),
    )
    good_faith = forms.BooleanField(
        label=_("I believe in good faith that what I say here is accurate and complete")
    )

    def clean(self) -> dict[str, Any]:
        """Name everything that is missing at once (Art. 16(2)(c))."""
        given = super().clean() or {}
        if not given.get("abuse_of_children"):
            for name, sentence in (
                ("name", _("Write your name, or tick that it is about sexual abuse of children.")),
                ("email", _("Write your e-mail address: the decision goes there.")),
            ):
                if name in given and not given[name].strip():
                    self.add_error(name, sentence)
        return given


class ReceiptForm(forms.Form):
    """The secret code that a guest got."""

    code = forms.CharField(label=_("Receipt code"), max_length=60)


class AppealForm(forms.Form):
    """Why a decision is wrong."""

    text = forms.CharField(
        label=_("Why is the decision wrong?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )


class EditForm(forms.Form):
    """The text anew."""

    text = TextField()


class DecisionForm(forms.Form):
    """A moderator's decision about the comment they saw (`version`)."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    step = forms.ChoiceField(choices=Step.choices, required=False)
    usual = forms.ChoiceField(choices=[(ground, ground) for ground in USUAL], required=False)
    ground = forms.ChoiceField(
        label=_("It rests on"), choices=[("", "–"), *Ground.choices], required=False
    )
    statement = forms.CharField(
        label=_("Facts and reasons"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class ObjectionForm(forms.Form):
    """Why a ban is wrong."""

    text = forms.CharField(
        label=_("Why is the ban wrong?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )


class AnswerForm(forms.Form):
    """A moderator's answer to an objection."""

    answer = forms.CharField(label=_("Answer to the objection"), max_length=1000)
    lift = forms.BooleanField(required=False)


class BanForm(forms.Form):
    """Who may not comment, where, until when, why."""

    # Nothing is chosen beforehand: a ban rests on what somebody has said, not on what stood first.
    days = forms.TypedChoiceField(
        label=_("For how many days"),
        choices=[("", _("choose")), *((d, d) for d in DAYS)],
        coerce=int,
    )
    only_article = forms.BooleanField(label=_("On this article only"), required=False)
    ground = forms.ChoiceField(label=_("It rests on"), choices=[("", _("choose")), *Ground.choices])
    statement = forms.CharField(
        label=_("Facts and reasons"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )


class ModeForm(forms.Form):
    """How an article takes comments."""

    mode = forms.ChoiceField(
        label=_("Comments on this article"),
        choices=Discussion.Mode.choices,
        widget=forms.RadioSelect,
    )
