"""Forms of plans."""

import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ligzda.kernel.forms import day
from ligzda.people.models import Goal
from ligzda.people.plans.actions import Step
from ligzda.people.plans.queries import PlanOf
from ligzda.people.plans.rules import MOST_STEPS


class PlanForm(forms.Form):
    """The goal and up to eight steps; what an earlier version says stands there already."""

    goal = forms.ChoiceField(label=_("Goal"), choices=Goal.choices, widget=forms.RadioSelect)
    aim = forms.CharField(
        label=_("The goal in the person's words"),
        max_length=600,
        widget=forms.Textarea({"rows": 3}),
    )

    def __init__(self, *args: Any, goal: str, earlier: PlanOf | None, **kwargs: Any) -> None:
        initial: dict[str, Any] = {"goal": goal}
        self._done: dict[str, datetime.date | None] = {}
        if earlier is not None:
            initial |= {"goal": earlier.plan.goal, "aim": earlier.plan.aim}
            for number, step in enumerate(earlier.steps, 1):
                initial |= {f"what_{number}": step.what, f"due_{number}": step.due}
                self._done[step.what] = step.done_on
        super().__init__(*args, **{"initial": initial, **kwargs})
        for number in range(1, MOST_STEPS + 1):
            self.fields[f"what_{number}"] = forms.CharField(
                label=gettext("Step %(number)s") % {"number": number},
                max_length=300,
                required=number == 1,
            )
            self.fields[f"due_{number}"] = day(
                label=gettext("Step %(number)s: by") % {"number": number}, required=number == 1
            )

    def clean(self) -> dict[str, Any]:
        """A step has words and a day, or neither."""
        given = super().clean() or {}
        for number in range(2, MOST_STEPS + 1):
            what, due = given.get(f"what_{number}"), given.get(f"due_{number}")
            if what and not due and f"due_{number}" not in self.errors:
                self.add_error(f"due_{number}", _("Say by when this step is to be done."))
            if due and not what:
                self.add_error(f"what_{number}", _("Say what is to be done by this day."))
        return given

    def steps(self) -> list[Step]:
        """Return the steps that were written; one whose words stayed is as done as it was."""
        given = self.cleaned_data
        return [
            Step(what, given[f"due_{number}"], self._done.get(what))
            for number in range(1, MOST_STEPS + 1)
            if (what := given[f"what_{number}"])
        ]


class ReviewForm(forms.Form):
    """When the plan was looked at, and what was found."""

    day = day(label=_("Day"))
    text = forms.CharField(
        label=_("What was found"), max_length=1000, widget=forms.Textarea({"rows": 4})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": {"day": timezone.localdate()}, **kwargs})
