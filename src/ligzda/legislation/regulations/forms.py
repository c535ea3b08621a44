"""Forms of binding regulations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from ligzda.kernel.forms import day
from ligzda.kernel.texts import TextFormField
from ligzda.legislation.models import Ministry
from ligzda.network.queries import name_today

if TYPE_CHECKING:
    from ligzda.network.models import Decision, Municipality


def area(rows: int) -> forms.Textarea:
    """Return a field for Latvian text of several lines."""
    return forms.Textarea(attrs={"rows": rows, "lang": "lv"})


class RegulationForm(forms.Form):
    """What a regulation is about, its basis and its text."""

    municipality = forms.ChoiceField(label=_("Municipality"))
    title = TextFormField(label=_("What the regulation is about"), max_length=200)
    basis = forms.CharField(
        label=_("Legal basis"),
        help_text=_("After “Issued according to”, as the act will say it; in Latvian."),
        max_length=300,
        widget=forms.TextInput(attrs={"lang": "lv"}),
    )
    text = forms.CharField(
        label=_("Text of the regulation"),
        help_text=_("In Latvian, one point a line. What stands in square brackets is filled in."),
        widget=area(20),
        max_length=200_000,
    )

    def __init__(self, *args: Any, municipalities: Sequence[Municipality], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if municipalities:
            field: Any = self.fields["municipality"]
            field.choices = [(row.slug, name_today(row)) for row in municipalities]
        else:
            del self.fields["municipality"]


class MemorandumForm(forms.Form):
    """A section of the memorandum."""

    text = forms.CharField(
        label=_("Text"),
        help_text=_("In Latvian, as the public and the council will read it."),
        widget=area(8),
        max_length=20_000,
        required=False,
    )


class AdoptForm(forms.Form):
    """By which decision the council adopted it."""

    decision = forms.ChoiceField(label=_("Decision of the council"), widget=forms.RadioSelect)
    number = forms.CharField(
        label=_("Number of the regulation"), help_text=_("As 12/2026."), max_length=20
    )

    def __init__(self, *args: Any, decisions: Iterable[Decision], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["decision"]
        field.choices = [
            (str(row.pk), f"{date_format(row.sitting_on, 'SHORT_DATE_FORMAT')}: {row}")
            for row in decisions
        ]


class MinistryForm(forms.Form):
    """What went to the ministry and what came back."""

    sent_on = day(label=_("Day on which it was sent to the ministry"))
    ministry = forms.ChoiceField(
        label=_("Answer of the ministry"), choices=Ministry.choices, required=False
    )
    ministry_on = day(label=_("Day of the ministry's answer"), required=False)
    ministry_said = forms.CharField(
        label=_("Objections of the ministry"), widget=area(4), max_length=20_000, required=False
    )
    reply = forms.CharField(
        label=_("The council's reply to the objections"),
        widget=area(4),
        max_length=20_000,
        required=False,
    )


class PublishForm(forms.Form):
    """When and where it was published."""

    on = day(label=_("Day of publication"))
    where = forms.CharField(
        label=_("Where it was published"),
        help_text=_("As Latvijas Vēstnesis, 2026, 212. nr."),
        max_length=120,
    )
    in_force_on = day(label=_("Day on which it comes into force"))
