"""Forms of the assignment: the constraints, and the reveal."""

import datetime
import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from ligzda.blueprints import queries as blueprints
from ligzda.incubators import queries as incubators
from ligzda.kernel.errors import BadDataError
from ligzda.kernel.forms import day
from ligzda.trial.assignment import rules
from ligzda.trial.assignment.clashes import clash_sentence
from ligzda.trial.assignment.problems import bounds, periods
from ligzda.trial.assignment.short_courses import asking_for, short_courses
from ligzda.trial.assignment.types import Arm, Clash, Problem, Site
from ligzda.trial.registry.models import (
    ProtocolVersion,
)


class ProblemForm(forms.Form):
    """The constraints of the assignment."""

    start = day(label=_("First day of the first period"))
    count = forms.IntegerField(label=_("Number of periods"), min_value=1, max_value=6, initial=4)
    months = forms.IntegerField(label=_("Months in a period"), min_value=1, max_value=24, initial=6)
    stepped = forms.BooleanField(
        label=_("Factor C starts in steps: no incubator begins with anchored demand"),
        required=False,
        initial=True,
    )
    per_step = forms.IntegerField(
        label=_("Incubators that may take the step at the same time"),
        min_value=1,
        max_value=20,
        initial=2,
    )
    changes = forms.IntegerField(
        label=_("Changes of model at one incubator, at most"),
        help_text=_("The step of factor C counts as one."),
        min_value=0,
        max_value=3,
        initial=1,
    )
    replicate = forms.ChoiceField(label=_("Model that the ninth incubator repeats"), required=False)
    lengths = forms.BooleanField(
        label=_("No course is shorter than the longest stay of its model"), required=False
    )
    waiting = forms.IntegerField(
        label=_("Incubators that must have a waiting list, at least"),
        help_text=_("More applicants than places: those who wait are a comparison group."),
        min_value=0,
        max_value=50,
        initial=0,
    )

    def __init__(
        self,
        *args: Any,
        protocol: ProtocolVersion,
        excluded: Collection[str] = (),
        tried: Problem | None = None,
        **kwargs: Any,
    ) -> None:
        starts = protocol.content.get("intervention_starts") or "2017-01-01"
        first = {"start": datetime.date.fromisoformat(starts)}
        kwargs.setdefault("initial", _as_filled(tried) if tried else first)
        super().__init__(*args, **kwargs)
        self.protocol, self.tried = protocol, tried
        self.versions = {
            arm.version.model.code: arm.version
            for arm in protocol.arms.select_related("version__model").order_by(
                "version__model__code"
            )
        }
        known = blueprints.needed_months([row.pk for row in self.versions.values()])
        self.needed = {
            code: known[row.pk] for code, row in self.versions.items() if row.pk in known
        }
        self.fields["lengths"].help_text = "; ".join(
            ngettext("%(code)s: %(months)d month", "%(code)s: %(months)d months", months)
            % {"code": code, "months": months}
            for code, months in self.needed.items()
        )
        field = self.fields["replicate"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [
            ("", _("leave it to the draw")),
            *((code, str(row.model)) for code, row in self.versions.items()),
        ]
        self.incubators = [row for row in incubators.incubators() if row.slug not in excluded]
        self.excluded = [row for row in incubators.incubators() if row.slug in excluded]
        for row in self.incubators:
            for name in ("places", "applicants"):
                self.fields[f"{name}_{row.slug}"] = forms.IntegerField(
                    required=False, min_value=0, max_value=1000
                )

    def clean(self) -> dict[str, Any]:
        """Refuse periods outside the registered dates, or where courses are drawn already."""
        given = super().clean() or {}
        if not self.errors:
            try:
                rules.check_periods(protocol=self.protocol, problem=self.problem())
            except BadDataError as refused:
                self.add_error("start", str(refused))
        return given

    def own(self) -> list[Any]:
        """Return the fields of the trial as a whole."""
        return [field for field in self if "_" not in field.name or field.name == "per_step"]

    def each(self) -> list[tuple[Any, Any, Any]]:
        """Return the incubators with their two fields."""
        return [
            (row, self[f"places_{row.slug}"], self[f"applicants_{row.slug}"])
            for row in self.incubators
        ]

    def problem(self) -> Problem:
        """Return what is to be drawn."""
        given = self.cleaned_data
        sites = tuple(
            Site(
                row.slug,
                None if row.feasible_models is None else frozenset(row.feasible_models),
                given[f"places_{row.slug}"],
                given[f"applicants_{row.slug}"],
                row.feasible_reason,
            )
            for row in self.incubators
        )
        arms = tuple(
            Arm(
                code,
                {letter: "+" if getattr(row, letter.lower()) else "-" for letter in "ABC"},
                row.places,
            )
            for code, row in self.versions.items()
        )
        problem = Problem(
            sites,
            arms,
            periods(given["start"], given["count"], given["months"]),
            given["changes"],
            "C" if given["stepped"] else None,
            given["per_step"] if given["stepped"] else None,
            given["replicate"] or None,
            given["waiting"],
        )
        return asking_for(problem, self.needed) if given["lengths"] else problem

    def short(self, problem: Problem) -> list[str]:
        """Say which models may get courses shorter than they need."""
        return [
            gettext("%(model)s: needs %(needed)s months, a course may last %(shortest)s")
            % {
                "model": self.versions[row.code].model,
                "needed": row.needed,
                "shortest": row.shortest,
            }
            for row in short_courses(problem, self.needed)
        ]

    def sentences(self, clashes: Sequence[Clash]) -> list[str]:
        """Say constraints that clash, with the names of incubators and models."""
        names = {row.slug: row.name for row in self.incubators}
        names |= {code: str(row.model) for code, row in self.versions.items()}
        problem = self.tried or self.problem()
        return [clash_sentence(clash, names, problem) for clash in clashes]

    def table(self, answer: Mapping[str, Any]) -> dict[str, object]:
        """Return what trial.assignment.chances found as the page shows it."""
        codes = list(self.versions)
        names = {row.slug: row.name for row in self.incubators}
        return {
            "codes": codes,
            "rows": [
                (names[slug], [shares[code] for code in codes])
                for slug, shares in answer["shares"].items()
                if slug in names
            ],
            "errors": list(answer["errors"].items()),
        }


_GROUPING = re.compile(r"[\s.,'’\u200b\ufeff-]+")
"""What parts digits where they were copied by hand, printed, or spelt by a spreadsheet."""


def _as_filled(problem: Problem) -> dict[str, Any]:
    """Return a problem as the form shows it, to be tried again or fixed."""
    days = [bounds(period) for period in problem.periods]
    (begin, end) = days[0]
    found: dict[str, Any] = {
        "start": begin,
        "count": len(days),
        "months": (end.year - begin.year) * 12 + end.month - begin.month,
        "stepped": problem.stepped is not None,
        "per_step": problem.per_step,
        "changes": problem.changes,
        "replicate": problem.replicate or "",
        "lengths": any(arm.months is not None for arm in problem.arms),
        "waiting": problem.waiting,
    }
    for site in problem.sites:
        found |= {f"places_{site.code}": site.places, f"applicants_{site.code}": site.applicants}
    return found


class RevealForm(forms.Form):
    """The public number, and the seed and salt that were kept."""

    public_value = forms.CharField(
        label=_("Public number"),
        help_text=_("For example four dice thrown at the sitting: 3 5 1 6."),
        max_length=200,
    )
    public_source = forms.CharField(label=_("Where it comes from, and who saw it"), max_length=300)
    seed = forms.CharField(label=_("Seed"), max_length=64)
    salt = forms.CharField(label=_("Salt"), max_length=100)

    def clean_seed(self) -> int:
        """Read the number however its digits are grouped."""
        digits = _GROUPING.sub("", self.cleaned_data["seed"])
        if not (digits.isascii() and digits.isdigit()):
            raise forms.ValidationError(_("The seed is a whole number."))
        return int(digits)

    def clean_salt(self) -> str:
        """Read the salt in small or capital letters, in one piece or in groups."""
        return _GROUPING.sub("", self.cleaned_data["salt"]).lower()
