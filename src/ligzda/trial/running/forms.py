"""Forms while the trial runs: fidelity, adaptations, flow."""

import datetime
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ligzda.blueprints import queries as blueprints
from ligzda.incubators import queries as incubators
from ligzda.kernel.calendar import quarter_name
from ligzda.kernel.forms import day
from ligzda.kernel.odd_values import number
from ligzda.trial.assignment.queries import CourseRow
from ligzda.trial.running import fidelity
from ligzda.trial.running.actions import AdaptationFacts, FidelityFacts
from ligzda.trial.running.labels import MODERATOR_NAMES, PART_NAMES
from ligzda.trial.running.models import (
    LOCAL_ITEMS,
    Adaptation,
    FidelityAssessment,
    FlowEvent,
)
from ligzda.trial.running.standing import course_at

_UNKNOWN = Decimal("Infinity")


class FidelityForm(forms.Form):
    """How an incubator ran its model in a quarter."""

    incubator = forms.ModelChoiceField(
        incubators.rows([]), label=_("Incubator"), empty_label=_("choose")
    )
    quarter = forms.ChoiceField(label=_("Quarter"))
    source = forms.CharField(
        label=_("Source"), help_text=_("Visit, diary, register of attendance …"), max_length=300
    )
    assessed_on = day(label=_("Assessed on"))
    note = forms.CharField(
        label=_("Note"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    more_is_right = forms.BooleanField(
        label=_("More was done than planned, and the numbers are right"), required=False
    )

    def __init__(
        self, *args: Any, allowed: list[int], quarters: list[datetime.date], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        field, choice = self.fields["incubator"], self.fields["quarter"]
        assert isinstance(field, forms.ModelChoiceField)
        assert isinstance(choice, forms.ChoiceField)
        field.queryset = incubators.rows(allowed)
        choice.choices = [(q.isoformat(), quarter_name(q)) for q in quarters]
        for part in fidelity.PARTS:
            for side in ("planned", "actual"):
                self.fields[f"{part}_{side}"] = forms.DecimalField(
                    # A share of nothing planned is no share.
                    min_value=Decimal("0.01") if side == "planned" else 0,
                    max_digits=8,
                    decimal_places=2,
                )
        for name in fidelity.MODERATORS:
            for side in ("planned", "actual"):
                self.fields[f"{name}_{side}"] = forms.IntegerField(
                    required=False, min_value=1, max_value=5
                )

    def clean(self) -> None:
        """Ask once about what was done more than planned: it may stand in another unit."""
        given = self.cleaned_data
        more = [
            str(PART_NAMES[part])
            for part in fidelity.PARTS
            if (given.get(f"{part}_actual") or 0) > (given.get(f"{part}_planned") or _UNKNOWN)
        ]
        if more and not given.get("more_is_right"):
            self.add_error(
                "more_is_right",
                _("More done than planned: %(parts)s. It counts as all of it. Is the unit the same "
                  "in both? Then say here that the numbers are right.")
                % {"parts": "; ".join(more)},
            )  # fmt: skip

    @property
    def asks_about_more(self) -> bool:
        """Whether the question about more than planned is to be asked."""
        return bool(self.data.get("more_is_right") or self.errors.get("more_is_right"))

    def model(self, courses: Sequence[CourseRow]) -> CourseRow | None:
        """Return the course that the chosen incubator and quarter are of, where both are known."""
        site, chosen = self["incubator"].value(), self["quarter"].value()
        known = incubators.rows().filter(pk=number(str(site)) or 0).first()
        try:
            quarter = datetime.date.fromisoformat(str(chosen))
        except ValueError:
            return None
        return course_at(courses, known.slug, quarter) if known else None

    def facts(self) -> FidelityFacts:
        """Return what was filled in."""
        given = self.cleaned_data
        return FidelityFacts(
            quarter=datetime.date.fromisoformat(given["quarter"]),
            source=given["source"],
            assessed_on=given["assessed_on"],
            note=given["note"],
            parts={
                part: (given[f"{part}_planned"], given[f"{part}_actual"]) for part in fidelity.PARTS
            },
            moderators={
                name: (given[f"{name}_planned"], given[f"{name}_actual"])
                for name in fidelity.MODERATORS
                if given[f"{name}_actual"] is not None
            },
        )

    def head(self) -> list[Any]:
        """Return the fields above the table."""
        return [self[name] for name in ("incubator", "quarter", "source", "assessed_on", "note")]

    def parts(self) -> list[tuple[Any, Any, Any]]:
        """Return the parts of adherence with planned and done."""
        return [(name, self[f"{k}_planned"], self[f"{k}_actual"]) for k, name in PART_NAMES.items()]

    def moderators(self) -> list[tuple[Any, Any, Any]]:
        """Return the moderators with expected and seen."""
        return [
            (name, self[f"{k}_planned"], self[f"{k}_actual"]) for k, name in MODERATOR_NAMES.items()
        ]


def asked_for(*, incubator: str, quarter: str) -> dict[str, Any]:
    """Return what an address asks to assess: an incubator by its name in addresses, a quarter."""
    known = incubators.rows().filter(slug=incubator).first()
    return {"incubator": known.pk if known else None, "quarter": quarter}


def as_filled(assessment: FidelityAssessment) -> dict[str, Any]:
    """Return an assessment as the form shows it, to be corrected."""
    found: dict[str, Any] = {
        "incubator": assessment.incubator_id,
        "quarter": assessment.quarter.isoformat(),
        "source": assessment.source,
        "assessed_on": assessment.assessed_on,
        "note": assessment.note,
    }
    for row in assessment.items.all():
        whole = row.item in fidelity.MODERATORS
        for side, value in (("planned", row.planned), ("actual", row.actual)):
            found[f"{row.item}_{side}"] = int(value) if whole and value is not None else value
    return found


class AdaptationForm(forms.Form):
    """How an incubator does what its model describes."""

    version = forms.ModelChoiceField(
        blueprints.versions([]), label=_("Model"), empty_label=_("choose")
    )
    item = forms.ChoiceField(
        label=_("Item of the description"), choices=[("", _("choose")), *LOCAL_ITEMS]
    )
    kind = forms.ChoiceField(
        label=_("Planned or changed?"), choices=[("", _("choose")), *Adaptation.Kind.choices]
    )
    text = forms.CharField(label=_("How it is done here"), widget=forms.Textarea(attrs={"rows": 3}))
    reason = forms.CharField(label=_("Why"), widget=forms.Textarea(attrs={"rows": 2}))
    since = day(label=_("Since"))

    def __init__(self, *args: Any, versions: list[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["version"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = blueprints.versions(versions)
        field.label_from_instance = _long_name  # type: ignore[method-assign,assignment]

    def facts(self) -> AdaptationFacts:
        """Return what was filled in."""
        given = self.cleaned_data
        names = ("item", "kind", "text", "reason", "since")
        return AdaptationFacts(**{name: given[name] for name in names})


def _long_name(version: Any) -> str:
    words = _("%(model)s, version %(number)s")
    return str(words) % {"model": version.model, "number": version.number}


class FlowForm(forms.Form):
    """Where an incubator left the flow."""

    incubator = forms.ModelChoiceField(
        incubators.rows([]), label=_("Incubator"), empty_label=_("choose")
    )
    stage = forms.ChoiceField(
        label=_("What happened"), choices=[("", _("choose")), *FlowEvent.Stage.choices]
    )
    reason = forms.CharField(label=_("Reason"), max_length=200)
    happened_on = day(label=_("Day"))

    def __init__(self, *args: Any, allowed: list[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["incubator"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = incubators.rows(allowed)
