"""One model with all that is said of it, and the rules that models touch."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.blueprints import models as nouns
from ligzda.blueprints.queries.library import PracticeRow, Statement, practice_rows
from ligzda.blueprints.queries.published import Model, model_row, published
from ligzda.kernel.errors import NotFoundError
from ligzda.kernel.models import in_language
from ligzda.kernel.sorting import sort_key


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
class ModelDetail(Model):
    """All that the version says; `earlier`: number and day of those before it, newest first."""

    earlier: Sequence[tuple[int, datetime.date]]
    levels: Sequence[ModelLevel]
    practices: Sequence[PracticeRow]
    staffing: Staffing
    rules_touched: Sequence[Statement]
    description: Sequence[DescriptionItem]


def model(code: str) -> ModelDetail:
    """Return one model in its newest published version. Raises NotFoundError."""
    found = published().filter(model__code=code)
    if not (rows := list(found.prefetch_related("texts", "rules", "traces__practice"))):
        raise NotFoundError(_("There is no model “%(code)s”.") % {"code": code})
    *before, version = rows
    traced = {trace.practice_id for trace in version.traces.all()}
    levels = version.levels.select_related("factor", "level").order_by("factor__position")
    texts = {text.item: text for text in version.texts.all()}
    return ModelDetail(
        **vars(model_row(version)),
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
        practices=practice_rows(nouns.Practice.objects.filter(pk__in=traced)),
        staffing=Staffing(version.manager_fte, version.instructor_fte, version.mentor_hours),
        rules_touched=[
            Statement(in_language(rule, "text"), rule.status == "recalled", rule.text_lv)
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
    latvian: str


def rules_touched() -> list[TouchedRule]:
    """Return the rules that the newest versions touch, the most touched first."""
    newest = {row.model_id: row for row in published().prefetch_related("rules")}
    found: dict[tuple[str, bool, str], list[Model]] = {}
    for version in newest.values():
        for rule in version.rules.all():
            key = in_language(rule, "text"), rule.status == "recalled", rule.text_lv
            found.setdefault(key, []).append(model_row(version))
    rows = [
        TouchedRule(text, recalled, models, latvian)
        for (text, recalled, latvian), models in found.items()
    ]
    return sorted(rows, key=lambda row: (-len(row.models), sort_key(row.text)))
