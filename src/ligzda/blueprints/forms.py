"""Forms of the practice library and the model workshop."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

from ligzda.blueprints import practice_fields, queries
from ligzda.blueprints.actions import PracticeFacts, Text, VersionFacts
from ligzda.blueprints.checks import spanning
from ligzda.blueprints.models import (
    CODE,
    STATUSES,
    TIDIER_ITEMS,
    Level,
    ModelVersion,
    Practice,
)
from ligzda.blueprints.queries import known_levels
from ligzda.kernel.edited import EditedForm
from ligzda.kernel.errors import BadDataError
from ligzda.languages import CODES


class LevelsForm(EditedForm):
    """A form with one choice for each factor, after its own fields."""

    unknown = _("not known")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for factor in queries.factors():
            self.fields[f"level_{factor.code}"] = forms.ChoiceField(
                label=factor.name,
                help_text=factor.question,
                required=False,
                choices=[("", self.unknown), *((x.code, x.label) for x in factor.levels)],
            )

    def levels(self) -> dict[str, str]:
        """Return the chosen levels: factor → level."""
        return {
            name.removeprefix("level_"): value
            for name, value in self.cleaned_data.items()
            if name.startswith("level_") and value
        }


class PracticeForm(LevelsForm):
    """What is said about a practice."""

    code = forms.RegexField(
        rf"^{CODE}$",
        label=_("Short code"),
        required=False,
        help_text=_(
            "Leave empty: it is made from the English name. Small letters, figures and _; it stays."
        ),
        error_messages={"invalid": _("Write small letters a–z, figures and _, such as ogre_hub.")},
    )
    name_lv = forms.CharField(label=_("Name (Latvian)"), max_length=200)
    name_en = forms.CharField(label=_("Name (English)"), max_length=200)
    country = forms.ChoiceField(
        label=_("Country"), error_messages={"invalid_choice": _("Choose a country of the list.")}
    )
    fact_lv = forms.CharField(
        label=_("What was seen (Latvian)"), widget=forms.Textarea(attrs={"rows": 3})
    )
    fact_en = forms.CharField(
        label=_("What was seen (English)"), widget=forms.Textarea(attrs={"rows": 3})
    )
    status = forms.ChoiceField(label=_("How it is known"), choices=STATUSES)
    sources = forms.CharField(
        label=_("Sources"),
        help_text=_("One a line: an address (https://…), or what it is called."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, practice: Practice | None = None, **kwargs: Any) -> None:
        if practice is not None:
            kwargs["initial"] = {
                **{
                    name: getattr(practice, name)
                    for name in ("code", "name_lv", "name_en", "country", "fact_lv", "fact_en")
                },
                "status": practice.status,
                "sources": "\n".join(practice.sources),
                **{f"level_{f}": level for f, level in known_levels(practice).items()},
            }
        super().__init__(*args, **kwargs)
        field = self.fields["country"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("choose")), *queries.countries()]
        if practice is not None:
            self.fields["code"].disabled = True
            self.begin_stamp()

    def clean_sources(self) -> str:
        """Refuse a source that the table has no room for."""
        text: str = self.cleaned_data["sources"]
        if any(len(line) > 300 for line in _lines(text)):
            raise forms.ValidationError(_("Each source has at most 300 characters."))
        if not _lines(text):
            raise forms.ValidationError(_("A practice needs at least one source."))
        try:
            practice_fields.check_sources(_lines(text))
        except BadDataError as refused:
            raise forms.ValidationError(str(refused)) from None
        return text

    def clean(self) -> dict[str, Any]:
        """Make a code where none is given: the English name's, with a number where it is taken."""
        given = super().clean()
        if not given.get("code") and "code" not in self.errors and given.get("name_en"):
            given["code"] = practice_fields.free_code(given["name_en"])
        return given

    def facts(self) -> PracticeFacts:
        """Return what was filled in."""
        given = self.cleaned_data
        return PracticeFacts(
            code=given["code"],
            name=Text(lv=given["name_lv"], en=given["name_en"]),
            country=given["country"],
            fact=Text(lv=given["fact_lv"], en=given["fact_en"]),
            status=given["status"],
            sources=_lines(given["sources"]),
            levels=self.levels(),
        )


class ExclusionForm(forms.Form):
    """Two levels that no model can have together."""

    one = forms.ModelChoiceField(Level.objects.none(), label=_("Level"))
    other = forms.ModelChoiceField(Level.objects.none(), label=_("Excludes"))
    reason_lv = forms.CharField(label=_("Reason (Latvian)"), max_length=300)
    reason_en = forms.CharField(label=_("Reason (English)"), max_length=300)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        levels = Level.objects.select_related("factor").order_by("factor__position", "position")
        for name in ("one", "other"):
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)
            field.queryset = levels
            field.label_from_instance = _long_name  # type: ignore[method-assign,assignment]


class VersionForm(LevelsForm):
    """A draft of a model. Its cell follows from its levels."""

    unknown = _("not decided yet")

    idea_lv = forms.CharField(label=_("Idea (Latvian)"), widget=forms.Textarea(attrs={"rows": 4}))
    idea_en = forms.CharField(label=_("Idea (English)"), widget=forms.Textarea(attrs={"rows": 4}))
    main_risk_lv = forms.CharField(label=_("Main risk (Latvian)"), max_length=300)
    main_risk_en = forms.CharField(label=_("Main risk (English)"), max_length=300)
    places = forms.IntegerField(label=_("Places"), min_value=1, max_value=1000)
    manager_fte = forms.DecimalField(
        label=_("Manager, full-time posts"),
        min_value=Decimal("0.1"),
        max_digits=3,
        decimal_places=1,
    )
    instructor_fte = forms.DecimalField(
        label=_("Instructors, full-time posts"), min_value=0, max_digits=3, decimal_places=1
    )
    mentor_hours = forms.IntegerField(label=_("Mentor's hours per participant"), min_value=0)
    yearly_cost = forms.DecimalField(
        label=_("Cost of a place for a year, euro"),
        help_text=_("Leave empty while it is not known."),
        required=False,
        min_value=0,
        max_digits=9,
        decimal_places=2,
    )
    practices = forms.MultipleChoiceField(
        label=_("Practices it is traced to"),
        widget=forms.CheckboxSelectMultiple,
    )
    rules = forms.CharField(
        label=_("Rules it touches"),
        help_text=_("One a line: Latvian | English. They are shown as “to be checked”."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, version: ModelVersion, **kwargs: Any) -> None:
        kwargs.setdefault("initial", initial(version))
        super().__init__(*args, **kwargs)
        field = self.fields["practices"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(row.code, row.name) for row in queries.practices()]
        for item, title in TIDIER_ITEMS:
            for language in CODES:
                name = get_language_info(language)["name_translated"]
                self.fields[f"{item}_{language}"] = forms.CharField(
                    label=f"{title} ({name})",
                    required=False,
                    widget=forms.Textarea(attrs={"rows": 2}),
                )
        self.begin_stamp()
        self.statuses = {rule.text_lv: rule.status for rule in version.rules.all()}

    def sections(self) -> list[tuple[Any, list[forms.BoundField]]]:
        """Return the fields in the order in which a model is thought out."""
        own = ("idea_lv", "idea_en", "main_risk_lv", "main_risk_en")
        means = ("places", "manager_fte", "instructor_fte", "mentor_hours", "yearly_cost")
        levels = [name for name in self.fields if name.startswith("level_")]
        texts = [f"{item}_{language}" for item, _title in TIDIER_ITEMS for language in CODES]
        return [
            (title, [self[name] for name in names])
            for title, names in (
                (_("Idea and risk"), own),
                (_("One level of every factor"), levels),
                (_("Places, staff, cost"), means),
                (_("Where it comes from, and what it touches"), ("practices", "rules")),
                (_("Description (TIDieR)"), texts),
            )
        ]

    def clean(self) -> dict[str, Any]:
        """Refuse a draft whose levels leave its cell open, or a text in one language only."""
        given = super().clean()
        for side in spanning():
            if not given.get(f"level_{side.factor}"):
                self.add_error(
                    f"level_{side.factor}", _("This level decides the model's cell; choose one.")
                )
        for item, _title in TIDIER_ITEMS:
            absent = [code for code in CODES if not given.get(f"{item}_{code}")]
            for code in absent if len(absent) < len(CODES) else ():
                self.add_error(f"{item}_{code}", _("Write it in both languages."))
        for line in _lines(given.get("rules", "")):
            if line.count("|") != 1:
                self.add_error("rules", _("Each line needs Latvian | English."))
                break
        return given

    def facts(self) -> VersionFacts:
        """Return what was filled in."""
        given = self.cleaned_data
        levels = self.levels()
        rules = [[part.strip() for part in line.split("|")] for line in _lines(given["rules"])]
        return VersionFacts(
            cell={side.code: side.sign(levels) for side in spanning()},
            levels=levels,
            practices=given["practices"],
            idea=Text(lv=given["idea_lv"], en=given["idea_en"]),
            main_risk=Text(lv=given["main_risk_lv"], en=given["main_risk_en"]),
            rules=[(Text(lv=lv, en=en), self.statuses.get(lv, "recalled")) for lv, en in rules],
            description={
                item: Text(lv=given[f"{item}_lv"], en=given[f"{item}_en"])
                for item, _title in TIDIER_ITEMS
                if given[f"{item}_lv"]
            },
            manager_fte=given["manager_fte"],
            instructor_fte=given["instructor_fte"],
            mentor_hours=given["mentor_hours"],
            places=given["places"],
            yearly_cost=given["yearly_cost"],
        )


def initial(version: ModelVersion) -> dict[str, object]:
    """Return a version as the form shows it."""
    names = (
        "idea_lv", "idea_en", "main_risk_lv", "main_risk_en", "places", "manager_fte",
        "instructor_fte", "mentor_hours", "yearly_cost",
    )  # fmt: skip
    levels = version.levels.select_related("factor", "level")
    rules = version.rules.order_by("position")
    return {
        **{name: getattr(version, name) for name in names},
        **{f"level_{row.factor.code}": row.level.code for row in levels},
        **{f"{text.item}_lv": text.text_lv for text in version.texts.all()},
        **{f"{text.item}_en": text.text_en for text in version.texts.all()},
        "practices": list(version.practices.values_list("code", flat=True)),
        "rules": "\n".join(f"{rule.text_lv} | {rule.text_en}" for rule in rules),
    }


def facts_of(version: ModelVersion, levels: Mapping[str, str] | None = None) -> VersionFacts:
    """Return what a version says, with other levels where given: the start of its successor."""
    own = {row.factor.code: row.level.code for row in version.levels.select_related("level")}
    chosen = dict(levels or own)
    return VersionFacts(
        cell={side.code: side.sign(chosen) for side in spanning()},
        levels=chosen,
        practices=list(version.practices.values_list("code", flat=True)),
        idea=Text(lv=version.idea_lv, en=version.idea_en),
        main_risk=Text(lv=version.main_risk_lv, en=version.main_risk_en),
        rules=[
            (Text(lv=rule.text_lv, en=rule.text_en), rule.status)
            for rule in version.rules.order_by("position")
        ],
        description={t.item: Text(lv=t.text_lv, en=t.text_en) for t in version.texts.all()},
        manager_fte=version.manager_fte,
        instructor_fte=version.instructor_fte,
        mentor_hours=version.mentor_hours,
        places=version.places,
        yearly_cost=version.yearly_cost,
    )


def _long_name(level: Any) -> str:
    return f"{level.factor}: {level}"


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
