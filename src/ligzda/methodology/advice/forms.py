"""What a municipality says of itself. By GET, so that an answer has an address."""

import math
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ligzda.methodology.advice.answering import Asked
from ligzda.methodology.advice.basis import GROUPS, Basis
from ligzda.methodology.advice.labels import GROUP_NAMES, PREMISES, SIDES
from ligzda.methodology.advice.weighing import MOST, Sliders

MOST_PLACES, MOST_EUROS = 500, 10_000_000


def _count(label: Any, **more: Any) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=0, max_value=MOST_PLACES, **more)


class AdviceForm(forms.Form):
    """The municipality, its people, premises, money, and what it cannot do."""

    place = forms.ChoiceField(
        label=_("Municipality"),
        required=False,
        help_text=_("Its distance from Riga and its area are taken from the map."),
    )
    remoteness = forms.IntegerField(
        label=_("Distance from Riga, km"),
        required=False,
        min_value=0,
        max_value=400,
        help_text=_("Only where no municipality is chosen."),
    )
    size = forms.IntegerField(
        label=_("Area, km²"),
        required=False,
        min_value=1,
        max_value=20_000,
        help_text=_("Only where no municipality is chosen."),
    )
    clients = _count(GROUP_NAMES["clients"], required=False)
    unemployed = _count(GROUP_NAMES["unemployed"], required=False)
    mixed = _count(GROUP_NAMES["mixed"], required=False)
    other = _count(
        GROUP_NAMES["other"],
        required=False,
        help_text=_("How many places a year each group gets. At least one is needed."),
    )
    premises = forms.ChoiceField(label=_("Premises"), choices=tuple(PREMISES.items()))
    budget = forms.IntegerField(
        label=_("Budget for these places, EUR"), min_value=1, max_value=MOST_EUROS
    )
    cannot = forms.MultipleChoiceField(
        label=_("What you cannot do"),
        required=False,
        choices=tuple(SIDES.items()),
        widget=forms.CheckboxSelectMultiple,
    )
    worth = forms.IntegerField(
        label=_("What one more person in paid activity is worth to you, EUR"),
        min_value=0,
        max_value=MOST_EUROS,
        help_text=_("For the council to say: benefits saved, taxes, what work is worth in itself."),
    )
    otherwise = forms.IntegerField(
        label=_("How many of a hundred would be in paid activity without an incubator"),
        min_value=0,
        max_value=100,
        help_text=_("The trial has no comparison group that says so."),
    )

    def __init__(self, *args: Any, basis: Basis, names: dict[str, str], **more: Any) -> None:
        super().__init__(*args, **more)
        self.basis = basis
        field = self.fields["place"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("another, by the two figures below")), *names.items()]

    def clean(self) -> dict[str, Any]:
        """Refuse nobody as the people, and everything as what cannot be done."""
        given = super().clean() or {}
        groups = (*GROUPS, "other")
        if not any(given.get(name) for name in groups) and not set(groups) & set(self.errors):
            self.add_error("clients", _("Say for how many people of which group."))
        if len({side[0] for side in given.get("cannot", ())}) < len(given.get("cannot", ())):
            self.add_error("cannot", _("Of each pair something must be possible."))
        return given

    def asked(self) -> Asked:
        """Return what is asked. A municipality of the map has the map's figures."""
        given = self.cleaned_data
        values: tuple[float | None, float | None]
        if given["place"]:
            values = self.basis.at(given["place"]) or (None, None)
        else:
            size = given["size"]
            far = given["remoteness"]
            values = (
                None if far is None else float(far),
                None if size is None else round(math.log(size), 3),
            )
        people = tuple((name, given[name]) for name in (*GROUPS, "other") if given[name])
        return Asked(
            values, people, given["premises"], float(given["budget"]),
            frozenset(given["cannot"]), float(given["worth"]), given["otherwise"] / 100,
        )  # fmt: skip


class _Slider(forms.NumberInput):
    input_type = "range"


def _slider(label: Any, most: int, **more: Any) -> forms.IntegerField:
    widget = _Slider(attrs={"data-slider": ""})
    return forms.IntegerField(
        label=label, min_value=0, max_value=most, widget=widget, required=False, **more
    )


class SlidersForm(forms.Form):
    """How important each criterion is. What is missing or odd is as it was at first."""

    weight_outcome = _slider(_("Paid activity after 12 months"), MOST)
    weight_cost = _slider(_("Low cost"), MOST)
    weight_wellbeing = _slider(_("Well-being"), MOST)
    give = _slider(
        _("Weights may be otherwise by so many percentage points"),
        50,
        help_text=_("The more the council disagrees, the more."),
    )

    def sliders(self) -> Sliders:
        """Return the sliders."""
        first = Sliders()
        given = self.cleaned_data if self.is_valid() else {}

        def set_to(name: str, default: int) -> int:
            value = given.get(name)
            return default if value is None else int(value)

        return Sliders(
            set_to("weight_outcome", first.outcome),
            set_to("weight_cost", first.cost),
            set_to("weight_wellbeing", first.wellbeing),
            set_to("give", first.give),
        )
