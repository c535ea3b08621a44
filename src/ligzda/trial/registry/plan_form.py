"""The common plan asked as a form, with defaults that the template's reasons stand for."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ligzda.kernel.edited import EditedForm
from ligzda.kernel.hashing import sha256
from ligzda.kernel.texts import TextFormField
from ligzda.trial.registry.models import ProtocolVersion
from ligzda.trial.registry.plan_builder import (
    COMMON,
    FactorFacts,
    GroupFacts,
    PlanFacts,
    read,
)
from ligzda.trial.registry.plan_text import TEMPLATE

FACTORS = 4
MEASURED = {
    "probability": _("a share: yes or no for each participant"),
    "mean": _("an amount: a number with a unit"),
    "rate": _("a count of events"),
}
"""Scale of a family's mean → what such an outcome is, for people."""
DIRECTIONS = [("higher", _("more is better")), ("lower", _("less is better"))]


def _words(label: Any, help_text: Any = "") -> TextFormField:
    """Ask for words in each language; one of them is enough."""
    return TextFormField(label=label, help_text=help_text, required=False, max_length=300)


def _line(label: Any, help_text: Any = "", *, required: bool = True) -> forms.CharField:
    return forms.CharField(label=label, help_text=help_text, required=required, max_length=300)


def _number(label: Any, help_text: Any = "", *, above: bool = True) -> forms.FloatField:
    widget = forms.NumberInput(attrs={"step": "any"})
    field = forms.FloatField(label=label, help_text=help_text, required=False, widget=widget)
    if above:
        field.min_value = 0
    return field


class PlanForm(EditedForm):
    """What the common plan says; its stamp is of the plan that is saved, whoever wrote it how."""

    title = _words(_("Title of the plan"))
    outcome = _words(_("Outcome"), _("As people read it: what, in whom, when."))
    family = forms.ChoiceField(
        label=_("What is measured"),
        choices=[(name, MEASURED[family.mean_scale]) for name, family in COMMON.items()],
    )
    column = _line(_("Column with the result"), _("The number of those with a yes, or the amount."))
    out_of = _line(
        _("Column with the number of participants"),
        _("Where a row is a cell of the table; empty where a row is a participant."),
        required=False,
    )
    better = forms.ChoiceField(label=_("Direction"), choices=DIRECTIONS)
    mid = _number(
        _("Smallest difference that matters"),
        _("For a share in percentage points, otherwise in the outcome's own unit."),
    )
    site = _line(_("Column with the incubator"))
    arm = _line(_("Column with the model"))
    base_mean = _number(
        _("Expected level"),
        _("On the scale of the calculation: for a share its logit (−0.6 is about 35 %)."),
        above=False,
    )
    base_sd = _number(_("Its SD"), _("How far off it may be; 1 leaves 8 % to 79 % conceivable."))
    base_why = _words(_("Why"))
    residual_sd = _number(_("SD between participants"), _("Only for an amount, in its unit."))
    arm_sd = _number(
        _("SD between models beyond their factors"),
        _("Half-normal; empty leaves the term out. 0.2 expects small interactions."),
    )
    arm_why = _words(_("Why"))
    site_sd = _number(
        _("SD between incubators"), _("Half-normal; empty leaves the term out. 0.5 is usual.")
    )
    site_why = _words(_("Why"))

    def __init__(self, *args: Any, version: ProtocolVersion, **kwargs: Any) -> None:
        self.version = version
        known = read(version.plan)
        self.says_more = known is None and bool(version.plan.strip())
        start = known or read(TEMPLATE)
        assert start is not None
        kwargs.setdefault("initial", _initial(start))
        super().__init__(*args, **kwargs)
        for row in range(1, FACTORS + 1):
            self.fields[f"f{row}_column"] = _line(_("Column of the factor"), required=False)
            self.fields[f"f{row}_contrast"] = _words(_("What is compared"), _("As people read it."))
            self.fields[f"f{row}_plus"] = _line(_("This side"), required=False)
            self.fields[f"f{row}_minus"] = _line(_("Against this side"), required=False)
            self.fields[f"f{row}_sd"] = _number(
                _("SD of its effect"), _("normal(0, SD) in sum coding; 0.5 is usual.")
            )
            self.fields[f"f{row}_why"] = _words(_("Why"))
        self.begin_stamp()

    def stamp(self) -> str:
        """Return the hash of the plan that the form was filled from."""
        return sha256(self.version.plan)

    def sections(self) -> list[tuple[Any, list[Any]]]:
        """Return the sections with their bound fields."""
        own = {
            _("Outcome"): "title outcome family column out_of better mid",
            _("Columns of the table"): "site arm",
            _("Expected level"): "base_mean base_sd base_why residual_sd",
            _("Groups"): "arm_sd arm_why site_sd site_why",
        }
        found: list[tuple[Any, list[Any]]] = [
            (title, [self[name] for name in names.split()]) for title, names in own.items()
        ]
        for row in range(1, FACTORS + 1):
            names = [name for name in self.fields if name.startswith(f"f{row}_")]
            title = _("Factor %(number)s and its comparison") % {"number": row}
            found.append((title, [self[name] for name in names]))
        return found

    def clean(self) -> dict[str, Any]:
        """Refuse half a factor, and a spread that is none."""
        given = super().clean()
        for row in range(1, FACTORS + 1):
            asked = [f"f{row}_{part}" for part in ("column", "contrast", "plus", "minus", "sd")]
            if any(given.get(name) for name in asked[:-1]):
                for name in asked:
                    if not given.get(name) and name not in self.errors:
                        self.add_error(name, gettext("A factor needs this too."))
        for name in ("title", "outcome"):
            if not given.get(name) and name not in self.errors:
                self.add_error(name, gettext("This field is required."))
        needed = ["base_mean", "base_sd"]
        family = COMMON.get(given.get("family", ""))
        needed += ["residual_sd"] if family and family.parameters else []
        for name in needed:
            if given.get(name) is None and name not in self.errors:
                self.add_error(name, gettext("A number is needed here."))
        for name, field in self.fields.items():
            zero = isinstance(field, forms.FloatField) and given.get(name) == 0
            if zero and name not in ("base_mean", "mid"):
                self.add_error(name, gettext("An SD is above 0."))
        return given

    def facts(self) -> PlanFacts:
        """Return what was filled in."""
        given = self.cleaned_data
        family = COMMON[given["family"]]
        assert family.common is not None
        share, (_counted, out_of) = family.is_share, family.common
        mid = given["mid"]
        factors = tuple(
            FactorFacts(
                **{part: given[f"f{row}_{part}"] for part in FactorFacts.__dataclass_fields__}
            )
            for row in range(1, FACTORS + 1)
            if given[f"f{row}_column"]
        )
        groups = tuple(
            GroupFacts(given[role], given[role], given[f"{role}_sd"], given[f"{role}_why"])
            for role in ("arm", "site")
            if given[f"{role}_sd"]
        )
        return PlanFacts(
            title=given["title"],
            outcome=given["outcome"],
            family=given["family"],
            column=given["column"],
            out_of=given["out_of"] if out_of else "",
            better=given["better"],
            # Twelve figures of a percentage say what was typed: 0.07 × 100 is 7.000000000000001.
            mid=float(f"{mid / 100:.12g}") if share and mid is not None else mid,
            site=given["site"],
            arm=given["arm"],
            base=(given["base_mean"], given["base_sd"]),
            base_why=given["base_why"],
            residual_sd=given["residual_sd"],
            factors=factors,
            groups=groups,
        )


def _initial(facts: PlanFacts) -> dict[str, object]:
    """Return facts as the form shows them."""
    mid = facts.mid
    if COMMON[facts.family].is_share and mid is not None:
        mid = float(f"{mid * 100:.12g}")
    plain = {
        name: getattr(facts, name)
        for name in ("title", "outcome", "family", "column", "out_of", "better", "site", "arm")
    }
    found: dict[str, object] = plain | {
        "mid": mid,
        "base_mean": facts.base[0],
        "base_sd": facts.base[1],
        "base_why": facts.base_why,
        "residual_sd": facts.residual_sd,
    }
    for group in facts.groups:
        role = "arm" if group.column == facts.arm else "site"
        found |= {f"{role}_sd": group.sd, f"{role}_why": group.why}
    for row, factor in enumerate(facts.factors, 1):
        found |= {f"f{row}_{part}": value for part, value in vars(factor).items()}
    return found
