"""Forms of the incubators' room."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ligzda.incubators.actions import IncubatorEdit, IncubatorFacts
from ligzda.incubators.models import Incubator
from ligzda.kernel.edited import STAMP, EditedForm
from ligzda.kernel.forms import day


class IncubatorForm(EditedForm):
    """What is said about an incubator, how far it is, and its opening day.

    “Open” can be kept, not chosen: opening has a page of its own that asks.
    """

    name_lv = forms.CharField(label=_("Name (Latvian)"), max_length=200)
    name_en = forms.CharField(label=_("Name (English)"), max_length=200)
    address = forms.CharField(label=_("Address"), max_length=200, required=False)
    building_lv = forms.CharField(label=_("Building (Latvian)"), max_length=300)
    building_en = forms.CharField(label=_("Building (English)"), max_length=300)
    target_group_lv = forms.CharField(label=_("For whom (Latvian)"), max_length=300)
    target_group_en = forms.CharField(label=_("For whom (English)"), max_length=300)
    state = forms.ChoiceField(label=_("State"))
    opens_on = day(
        label=_("Opening day"),
        required=False,
        help_text=_("Planned, or the day on which it opened. Empty: not known yet."),
    )

    def __init__(self, *args: Any, incubator: Incubator, **kwargs: Any) -> None:
        own = [name for name in self.base_fields if name != STAMP]
        kwargs.setdefault("initial", {name: getattr(incubator, name) for name in own})
        super().__init__(*args, **kwargs)
        state = self.fields["state"]
        assert isinstance(state, forms.ChoiceField)
        state.choices = [
            (value, label)
            for value, label in Incubator.State.choices
            if value != Incubator.State.OPEN or incubator.state == value
        ]
        self.begin_stamp()

    def edit(self) -> IncubatorEdit:
        """Return what was filled in."""
        return IncubatorEdit(**{k: v for k, v in self.cleaned_data.items() if k != STAMP})


class EnterForm(forms.Form):
    """A municipality's incubator when the network admits it; the rest its coordinator writes."""

    municipality = forms.ChoiceField(label=_("Municipality"))
    name_lv = forms.CharField(label=_("Name (Latvian)"), max_length=200)
    name_en = forms.CharField(label=_("Name (English)"), max_length=200)
    building_lv = forms.CharField(label=_("Building (Latvian)"), max_length=300)
    building_en = forms.CharField(label=_("Building (English)"), max_length=300)
    target_group_lv = forms.CharField(label=_("For whom (Latvian)"), max_length=300)
    target_group_en = forms.CharField(label=_("For whom (English)"), max_length=300)

    def __init__(self, *args: Any, places: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["municipality"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("choose")), *places]

    def facts(self) -> IncubatorFacts:
        """Return what was filled in; its page is called like its municipality's."""
        given = {k: v for k, v in self.cleaned_data.items() if k != "municipality"}
        slug = self.cleaned_data["municipality"].removesuffix("-novads")
        return IncubatorFacts(slug=slug, state=Incubator.State.PLANNED, **given)
