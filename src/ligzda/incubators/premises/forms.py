"""Forms of buildings, works and confirmations."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ligzda.incubators.models import AdaptationWork, Building, Incubator
from ligzda.incubators.premises.actions import Acceptance, BuildingFacts, WorkFacts
from ligzda.incubators.premises.models import ACCESS_FACTS
from ligzda.kernel.forms import day

_ANSWERS = [("", _("nobody has looked yet")), ("yes", _("yes")), ("no", _("no"))]


class BuildingForm(forms.ModelForm):  # type: ignore[type-arg]
    """A building. What nobody has looked at stays unanswered: that is not “no”."""

    class Meta:
        model = Building
        fields = [
            "name", "address", "lowest_floor", "highest_floor", *ACCESS_FACTS,
            "narrowest_door_cm", "access",
        ]  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ACCESS_FACTS:
            self.fields[name] = forms.TypedChoiceField(
                label=self.fields[name].label,
                choices=_ANSWERS,
                coerce=lambda answer: answer == "yes",
                empty_value=None,
                required=False,
                initial={True: "yes", False: "no"}.get(getattr(self.instance, name)),
            )
            self.initial[name] = self.fields[name].initial

    def facts(self) -> BuildingFacts:
        """Return what was said."""
        return BuildingFacts(**self.cleaned_data)


class WorkForm(forms.ModelForm):  # type: ignore[type-arg]
    """An adaptation work."""

    begins_on = day(label=_("Begins on"))
    ends_on = day(label=_("Ends on"))

    class Meta:
        model = AdaptationWork
        fields = ["building", "what", "contractor", "cost", "begins_on", "ends_on"]

    def __init__(self, *args: Any, incubator: Incubator, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        building = self.fields["building"]
        assert isinstance(building, forms.ModelChoiceField)
        building.queryset, building.empty_label = incubator.buildings.all(), None

    def clean(self) -> dict[str, Any]:
        """Ask for an end that is not before the beginning."""
        given = self.cleaned_data
        if given.get("begins_on") and given.get("ends_on", given["begins_on"]) < given["begins_on"]:
            self.add_error("ends_on", _("It ends no earlier than it begins."))
        return given

    def facts(self) -> WorkFacts:
        """Return what was said."""
        return WorkFacts(**self.cleaned_data)


class AcceptanceForm(forms.Form):
    """That a work was accepted."""

    on = day(label=_("Accepted on"))
    by = forms.CharField(
        label=_("Accepted by"),
        max_length=120,
        help_text=_("The office or the commission, such as: Building Authority of the region."),
    )
    document = forms.CharField(label=_("Number of the act of acceptance"), max_length=60)

    def acceptance(self) -> Acceptance:
        """Return what was said."""
        return Acceptance(**self.cleaned_data)


class ConfirmationForm(forms.Form):
    """What is confirmed by hand."""

    document = forms.CharField(
        label=_("Paper"), max_length=120, help_text=_("Its number and who issued it.")
    )
    done_on = day(label=_("Day of the paper"))
    valid_until = day(label=_("Valid until"), required=False, help_text=_("Empty: without an end."))

    def clean(self) -> dict[str, Any]:
        """Ask for an end that is not before the paper."""
        given = self.cleaned_data
        if given.get("valid_until") and given.get("done_on") and (
            given["valid_until"] < given["done_on"]
        ):  # fmt: skip
            self.add_error("valid_until", _("A paper is valid from its day on, not before."))
        return given
