"""Forms of claims: the predicate of a new one, a person's decision, a judgement of certainty."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ligzda.findings.claims_register.shown import DOMAINS, STATES

MOST = 900


class ClaimForm(forms.Form):
    """The predicate."""

    predicate = forms.CharField(
        label=_("Predicate"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5, "spellcheck": "false"}),
        help_text=_("The kinds and their arguments stand below, with an example."),
    )


class DecideForm(forms.Form):
    """What becomes of a claim, and why."""

    after = forms.ChoiceField(label=_("It becomes"))
    reason = forms.CharField(
        label=_("Why"), max_length=MOST, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, allowed: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["after"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(each.value, STATES[each]) for each in allowed]


class JudgeForm(forms.Form):
    """How far a domain lowers certainty, and why."""

    domain = forms.ChoiceField(label=_("Domain"), choices=list(DOMAINS.items()))
    steps = forms.TypedChoiceField(
        label=_("Levels down"), coerce=int, choices=[(each, str(each)) for each in range(4)]
    )
    reason = forms.CharField(
        label=_("Why"), max_length=MOST, widget=forms.Textarea(attrs={"rows": 3})
    )
