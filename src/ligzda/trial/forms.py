"""Forms of the trial."""

import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from ligzda.incubators import queries as incubators
from ligzda.kernel.errors import BadDataError
from ligzda.trial import rules
from ligzda.trial.assignment import Arm, Problem, Site
from ligzda.trial.fields import SECTIONS, Field, contradictions, label_of
from ligzda.trial.models import FlowEvent, ProtocolVersion
from ligzda.trial.power import Candidate, Question, candidates
from ligzda.trial.problems import periods


def day(**kwargs: Any) -> forms.DateField:
    """Return a field for a day; browsers offer their calendar and send ISO."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(widget=widget, input_formats=["%Y-%m-%d", "%d.%m.%Y"], **kwargs)


def _field(row: Field) -> forms.Field:
    """Return a form field; nothing is required while it is a draft."""
    given: dict[str, Any] = {"label": row.label, "help_text": row.help, "required": False}
    if row.kind == "date":
        return day(**given)
    if row.kind == "number":
        return forms.DecimalField(min_value=0, **given)
    if row.kind == "choice":
        return forms.ChoiceField(choices=[("", _("choose")), *row.choices], **given)
    if row.kind == "line":
        return forms.CharField(max_length=300, **given)
    return forms.CharField(widget=forms.Textarea(attrs={"rows": 3}), **given)


class ProtocolForm(forms.Form):
    """The protocol's fields, by section, and the analysis plan."""

    def __init__(self, *args: Any, version: ProtocolVersion, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {**version.content, "plan_toml": version.plan})
        super().__init__(*args, **kwargs)
        for section in SECTIONS:
            for row in section.fields:
                self.fields[row.key] = _field(row)
        self.fields["plan_toml"] = forms.CharField(
            label=_("Analysis plan (TOML)"),
            help_text=_("What `ligzda evaluate` carries out: outcome, priors, contrasts, the "
                        "smallest difference that matters (mid)."),
            required=False,
            strip=False,
            widget=forms.Textarea(attrs={"rows": 24, "class": "toml", "spellcheck": "false"}),
        )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """Refuse days that stand the wrong way round."""
        given = super().clean() or {}
        for first, then in contradictions(self.content()):
            words = now("This day comes before “%(other)s”.") % {"other": label_of(first)}
            self.add_error(then, words)
        return given

    def sections(self) -> list[tuple[Any, list[Any]]]:
        """Return the sections with their bound fields."""
        return [
            (section.title, [self[row.key] for row in section.fields]) for section in SECTIONS
        ] + [(_("Analysis plan"), [self["plan_toml"]])]

    def content(self) -> dict[str, str]:
        """Return the answers as text."""
        found = {}
        for key, value in self.cleaned_data.items():
            if key != "plan_toml" and value not in (None, ""):
                found[key] = value.isoformat() if isinstance(value, datetime.date) else str(value)
        return found


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
    waiting = forms.IntegerField(
        label=_("Incubators that must have a waiting list, at least"),
        help_text=_("More applicants than places: those who wait are a comparison group."),
        min_value=0,
        max_value=50,
        initial=0,
    )

    def __init__(self, *args: Any, protocol: ProtocolVersion, **kwargs: Any) -> None:
        starts = protocol.content.get("intervention_starts") or "2017-01-01"
        kwargs.setdefault("initial", {"start": datetime.date.fromisoformat(starts)})
        super().__init__(*args, **kwargs)
        self.protocol = protocol
        self.versions = {
            arm.version.model.code: arm.version
            for arm in protocol.arms.select_related("version__model").order_by(
                "version__model__code"
            )
        }
        field = self.fields["replicate"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [
            ("", _("leave it to the draw")),
            *((code, str(row.model)) for code, row in self.versions.items()),
        ]
        out = set(
            FlowEvent.objects.filter(stage=FlowEvent.Stage.EXCLUDED).values_list(
                "incubator__slug", flat=True
            )
        )
        self.incubators = [row for row in incubators.incubators() if row.slug not in out]
        self.excluded = [row for row in incubators.incubators() if row.slug in out]
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
        return Problem(
            sites,
            arms,
            periods(given["start"], given["count"], given["months"]),
            given["changes"],
            "C" if given["stepped"] else None,
            given["per_step"] if given["stepped"] else None,
            given["replicate"] or None,
            given["waiting"],
        )


class RevealForm(forms.Form):
    """The public number, and the seed and salt that were kept."""

    public_value = forms.CharField(
        label=_("Public number"),
        help_text=_("For example four dice thrown at the sitting: 3 5 1 6."),
        max_length=200,
    )
    public_source = forms.CharField(label=_("Where it comes from, and who saw it"), max_length=300)
    seed = forms.IntegerField(label=_("Seed"), min_value=0)
    salt = forms.CharField(label=_("Salt"), max_length=64)


class QuestionForm(forms.Form):
    """What is asked of the simulation."""

    sites = forms.IntegerField(label=_("Incubators"), min_value=8, max_value=60, initial=9)
    participants = forms.CharField(
        label=_("Participants per incubator"),
        help_text=_("One number or several, such as 30, 60."),
        initial="30, 60",
    )
    site_sd = forms.CharField(
        label=_("How much incubators differ (SD, logit)"),
        help_text=_(".2 is little, .4 usual; separate several by semicolons: 0.2; 0.4."),
        initial="0.2; 0.4",
    )
    base = forms.IntegerField(
        label=_("Share with the outcome, %"), min_value=2, max_value=98, initial=35
    )
    mid = forms.IntegerField(
        label=_("Smallest difference that matters, percentage points"),
        min_value=1,
        max_value=60,
        initial=10,
    )
    trials = forms.TypedChoiceField(
        label=_("Simulated trials for each design"),
        choices=[(100, "100"), (1000, "1000")],
        coerce=int,
        initial=100,
    )

    def clean_participants(self) -> list[int]:
        """Read whole numbers."""
        found = self.cleaned_data["participants"].replace(",", " ").split()
        if not found or not all(p.isdigit() and 4 <= int(p) <= 5000 for p in found):
            raise forms.ValidationError(_("Write whole numbers from 4 to 5000, such as 30, 60."))
        return [int(part) for part in found[:4]]

    def clean_site_sd(self) -> list[float]:
        """Read numbers with a comma or a point."""
        try:
            found = [
                float(part.strip().replace(",", "."))
                for part in self.cleaned_data["site_sd"].split(";")
            ]
        except ValueError:
            found = []
        if not found or not all(0 <= sd <= 3 for sd in found):
            raise forms.ValidationError(_("Write numbers from 0 to 3, such as 0.2; 0.4."))
        return found[:4]

    def clean(self) -> dict[str, Any]:
        """Refuse a difference that leaves the range of probabilities."""
        given = super().clean() or {}
        base, mid = given.get("base"), given.get("mid")
        if base and mid and not mid / 2 < base < 100 - mid / 2:
            self.add_error("mid", _("This difference does not fit around the share above."))
        return given

    def question(self) -> Question:
        """Return the question."""
        given = self.cleaned_data
        return Question(
            self.designs(), given["base"] / 100, given["mid"] / 100, trials=given["trials"]
        )

    def designs(self) -> tuple[Candidate, ...]:
        """Return the candidates."""
        given = self.cleaned_data
        return candidates(given["participants"], given["site_sd"], (given["sites"],))
