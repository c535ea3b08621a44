"""Read side of the models' room: typed rows in the active language."""

import datetime
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Max, Prefetch, QuerySet
from django.db.models.functions import Length
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ligzda.blueprints import models as nouns
from ligzda.kernel.errors import NotFoundError
from ligzda.kernel.models import in_language
from ligzda.kernel.sorting import sort_key
from ligzda.languages import locale_of, spoken


@dataclass(frozen=True)
class Statement:
    """A sentence; `to_be_checked`: it comes from memory, no source was opened for it."""

    text: str
    to_be_checked: bool

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class PracticeRow:
    """A European practice; `models`: codes of the models whose newest version is traced to it."""

    code: str
    slug: str
    name: str
    country: str
    country_name: str
    fact: Statement
    sources: Sequence[str]
    models: Sequence[str]


@dataclass(frozen=True)
class Level:
    """An answer to a factor's question."""

    code: str
    label: str


@dataclass(frozen=True)
class Factor:
    """A question that every model answers."""

    code: str
    name: str
    question: str
    levels: Sequence[Level]


@dataclass(frozen=True)
class SpanningFactor:
    """One of the factors A, B, C of the 2³ plan."""

    code: str
    name: str
    minus: str
    plus: str
    operational_test: str


@dataclass(frozen=True)
class ModelLevel:
    """A model's answer to one factor."""

    factor_code: str
    factor_name: str
    question: str
    level_code: str
    level_label: str


@dataclass(frozen=True)
class Staffing:
    """Full-time equivalents and hours; our planning assumptions."""

    manager_fte: Decimal
    instructor_fte: Decimal
    mentor_hours_per_participant: int


@dataclass(frozen=True)
class DescriptionItem:
    """An item of the TIDieR description."""

    item: str
    title: str
    text: str


@dataclass(frozen=True)
class Model:
    """An operating model in its newest published version; `cell` like {"A": "-", "B": "+", …}."""

    code: str
    slug: str
    name: str
    idea: str
    cell: dict[str, str]
    places: int
    main_risk: str
    version: int
    published_on: datetime.date

    @property
    def plus(self) -> bool:
        """Whether it stands on the plus side of A, which pages show in a colour of its own."""
        return self.cell["A"] == "+"


@dataclass(frozen=True)
class ModelDetail(Model):
    """All that the version says; `earlier`: number and day of those before it, newest first."""

    earlier: Sequence[tuple[int, datetime.date]]
    levels: Sequence[ModelLevel]
    practices: Sequence[PracticeRow]
    staffing: Staffing
    rules_touched: Sequence[Statement]
    description: Sequence[DescriptionItem]


@dataclass(frozen=True)
class Design:
    """What the checks look at: a version's cell and levels. `draft`: it is not published yet."""

    code: str
    name: str
    number: int
    draft: bool
    cell: dict[str, str]
    levels: dict[str, str]
    practices: Sequence[str]


def designs(*, drafts: bool = False) -> list[Design]:
    """Return every model's newest published version, or its draft where one is asked for."""
    newest: dict[int, nouns.ModelVersion] = {}
    rows = nouns.ModelVersion.objects.select_related("model").prefetch_related(
        "levels__factor", "levels__level", "traces__practice"
    )
    if not drafts:
        rows = rows.filter(published_at__isnull=False)
    for row in rows.order_by(Length("model__code"), "model__code", "number"):
        newest[row.model_id] = row
    return [
        Design(
            code=row.model.code,
            name=in_language(row.model, "name"),
            number=row.number,
            draft=row.published_at is None,
            cell=cell_of(row),
            levels={each.factor.code: each.level.code for each in row.levels.all()},
            practices=sorted(
                (in_language(trace.practice, "name") for trace in row.traces.all()), key=sort_key
            ),
        )
        for row in newest.values()
    ]


def cell_of(version: nouns.ModelVersion) -> dict[str, str]:
    """Return the signs of A, B and C."""
    return {letter: "+" if getattr(version, letter.lower()) else "-" for letter in "ABC"}


def versions(pks: Collection[int]) -> QuerySet[nouns.ModelVersion]:
    """Return these versions themselves: what forms choose from, and actions are given."""
    return nouns.ModelVersion.objects.filter(pk__in=pks).select_related("model")


def newest_versions() -> list[nouns.ModelVersion]:
    """Return every model's newest published version itself, by code."""
    return list({version.model_id: version for version in _published()}.values())


def needed_months(versions: Collection[int]) -> dict[int, int]:
    """Return how many months the longest stay of each version lasts, where its levels tell it.

    A shorter course ends before whoever came on its first day has gone through the model.
    """
    rows = nouns.VersionLevel.objects.filter(version__in=versions, level__months__isnull=False)
    found = rows.values("version").annotate(months=Max("level__months"))
    return dict(found.values_list("version", "months"))


def models() -> list[Model]:
    """Return the models that have a published version, by code."""
    return [_model(version) for version in newest_versions()]


def model(code: str) -> ModelDetail:
    """Return one model in its newest published version. Raises NotFoundError."""
    found = _published().filter(model__code=code)
    if not (rows := list(found.prefetch_related("texts", "rules", "traces__practice"))):
        raise NotFoundError(_("There is no model “%(code)s”.") % {"code": code})
    *before, version = rows
    traced = {trace.practice_id for trace in version.traces.all()}
    levels = version.levels.select_related("factor", "level").order_by("factor__position")
    texts = {text.item: text for text in version.texts.all()}
    return ModelDetail(
        **vars(_model(version)),
        earlier=[
            (row.number, timezone.localdate(row.published_at))
            for row in reversed(before)
            if row.published_at is not None
        ],
        levels=[
            ModelLevel(
                factor_code=row.factor.code,
                factor_name=in_language(row.factor, "name"),
                question=in_language(row.factor, "question"),
                level_code=row.level.code,
                level_label=in_language(row.level, "label"),
            )
            for row in levels
        ],
        practices=_practice_rows(nouns.Practice.objects.filter(pk__in=traced)),
        staffing=Staffing(version.manager_fte, version.instructor_fte, version.mentor_hours),
        rules_touched=[
            Statement(in_language(rule, "text"), rule.status == "recalled")
            for rule in sorted(version.rules.all(), key=lambda rule: rule.position)
        ],
        description=[
            DescriptionItem(item, str(title), in_language(texts[item], "text"))
            for item, title in nouns.TIDIER_ITEMS
            if item in texts
        ],
    )


@dataclass(frozen=True)
class TouchedRule:
    """A rule of law that models touch, and which models; some are recalled, not looked up."""

    text: str
    to_be_checked: bool
    models: Sequence[Model]


def rules_touched() -> list[TouchedRule]:
    """Return the rules that the newest versions touch, the most touched first."""
    newest = {row.model_id: row for row in _published().prefetch_related("rules")}
    found: dict[tuple[str, bool], list[Model]] = {}
    for version in newest.values():
        for rule in version.rules.all():
            key = in_language(rule, "text"), rule.status == "recalled"
            found.setdefault(key, []).append(_model(version))
    rows = [TouchedRule(text, recalled, models) for (text, recalled), models in found.items()]
    return sorted(rows, key=lambda row: (-len(row.models), sort_key(row.text)))


def labels_by_factor() -> dict[str, dict[str, str]]:
    """Return each model's answer to each factor: factor code → model code → label."""
    newest = {version.model_id: version for version in _published()}
    rows = nouns.VersionLevel.objects.filter(version__in=newest.values())
    found: dict[str, dict[str, str]] = {}
    for row in rows.select_related("factor", "level", "version__model"):
        found.setdefault(row.factor.code, {})[row.version.model.code] = in_language(
            row.level, "label"
        )
    return found


def factors() -> list[Factor]:
    """Return the factors in their order, each with its levels."""
    rows = nouns.Factor.objects.order_by("position").prefetch_related(
        Prefetch("levels", queryset=nouns.Level.objects.order_by("position"))
    )
    return [
        Factor(
            code=row.code,
            name=in_language(row, "name"),
            question=in_language(row, "question"),
            levels=[Level(level.code, in_language(level, "label")) for level in row.levels.all()],
        )
        for row in rows
    ]


def spanning_factors() -> list[SpanningFactor]:
    """Return A, B and C."""
    return [
        SpanningFactor(
            code=row.code,
            name=in_language(row, "name"),
            minus=in_language(row, "minus"),
            plus=in_language(row, "plus"),
            operational_test=in_language(row, "test"),
        )
        for row in nouns.SpanningFactor.objects.order_by("code")
    ]


def number_of_practices() -> int:
    """Return how many practices the library has."""
    return nouns.Practice.objects.count()


def practices() -> list[PracticeRow]:
    """Return the library of practices, in alphabetical order."""
    return _practice_rows(nouns.Practice.objects.all())


def practice(slug: str) -> PracticeRow:
    """Return one practice. Raises NotFoundError."""
    rows = _practice_rows(nouns.Practice.objects.filter(slug=slug))
    if not rows:
        raise NotFoundError(_("There is no practice “%(slug)s”.") % {"slug": slug})
    return rows[0]


def _published() -> QuerySet[nouns.ModelVersion]:
    # Codes are M1 … M99: the shorter first, then by letters, so that M10 follows M9.
    return (
        nouns.ModelVersion.objects.filter(published_at__isnull=False)
        .select_related("model")
        .order_by(Length("model__code"), "model__code", "number")
    )


def _model(version: nouns.ModelVersion) -> Model:
    assert version.published_at is not None
    return Model(
        code=version.model.code,
        slug=version.model.slug,
        name=in_language(version.model, "name"),
        idea=in_language(version, "idea"),
        cell=cell_of(version),
        places=version.places,
        main_risk=in_language(version, "main_risk"),
        version=version.number,
        published_on=timezone.localtime(version.published_at).date(),
    )


def _practice_rows(rows: QuerySet[nouns.Practice]) -> list[PracticeRow]:
    newest = {version.model_id: version for version in _published().prefetch_related("traces")}
    traced: dict[int, list[str]] = {}
    for version in newest.values():
        for trace in version.traces.all():
            traced.setdefault(trace.practice_id, []).append(version.model.code)
    found = [
        PracticeRow(
            code=row.code,
            slug=row.slug,
            name=in_language(row, "name"),
            country=row.country,
            country_name=_country(row.country),
            fact=Statement(in_language(row, "fact"), row.status == "recalled"),
            sources=row.sources,
            models=traced.get(row.pk, []),
        )
        for row in rows
    ]
    return sorted(found, key=lambda row: sort_key(row.name))


def _country(code: str) -> str:
    """Name a country; EU stands for several, and the United Kingdom is GB in ISO 3166."""
    if code == "EU":
        return _("several countries")
    names = locale_of(spoken(get_language())).territories
    return str(names.get({"UK": "GB"}.get(code, code), code))


def countries() -> list[tuple[str, str]]:
    """Return every country by code and name, in alphabetical order; several countries first."""
    known = map(str, locale_of(spoken(get_language())).territories)
    codes = {
        "UK" if code == "GB" else code
        for code in known
        if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRIES
    }
    named = sorted(((code, _country(code)) for code in codes), key=lambda row: sort_key(row[1]))
    return [("EU", _country("EU")), *named]


_NO_COUNTRIES = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})
"""Codes of two letters by which the CLDR names unions, test languages and the unknown."""


def found_by(rows: Sequence[PracticeRow], words: str, country: str) -> list[PracticeRow]:
    """Return the practices of a country in whose name, fact or sources every word occurs."""
    wanted = words.casefold().split()
    return [
        row
        for row in rows
        if country in ("", row.country)
        and all(
            word in " ".join([row.name, row.fact.text, row.country_name, *row.sources]).casefold()
            for word in wanted
        )
    ]


def known_levels(practice: nouns.Practice) -> dict[str, str]:
    """Return what is known of a practice: factor code → level code."""
    rows = practice.levels.select_related("factor", "level").order_by("factor__position")
    return {row.factor.code: row.level.code for row in rows}
