"""Verbs on models and their versions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db import models, transaction
from django.db.models import Max
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from ligzda.blueprints import rules
from ligzda.blueprints.actions.library import Text, level_rows, practice_rows
from ligzda.blueprints.models import (
    Exclusion,
    Level,
    ModelVersion,
    OperatingModel,
    VersionLevel,
    VersionPractice,
    VersionRule,
    VersionText,
)
from ligzda.kernel.errors import BadDataError
from ligzda.kernel.models import in_language
from ligzda.network.audit import facts, record
from ligzda.network.models import Undoable, User
from ligzda.network.undoing import keep_for_undo, put_back


@dataclass(frozen=True, kw_only=True)
class VersionFacts:
    """What a version of a model says. `levels`: factor code → level code; `cell`: A, B, C → +/-."""

    cell: Mapping[str, str]
    levels: Mapping[str, str]
    practices: Sequence[str]
    idea: Text
    main_risk: Text
    rules: Sequence[tuple[Text, str]]
    description: Mapping[str, Text]
    manager_fte: Decimal
    instructor_fte: Decimal
    mentor_hours: int
    places: int
    yearly_cost: Decimal | None = None


@transaction.atomic
def draft_version(*, by: User, code: str, name: Text, facts_given: VersionFacts) -> ModelVersion:
    """Write the next version of a model, as a draft; make the model where it is new.

    Raises BadDataError for an unknown factor, level or practice, and for levels that exclude each
    other.
    """
    rules.check_design(by=by)
    model, _made = OperatingModel.objects.get_or_create(
        code=code,
        defaults={"name_lv": name.lv, "name_en": name.en, "slug": slugify(f"{code}-{name.lv}")},
    )
    last = model.versions.aggregate(last=Max("number"))["last"] or 0
    if model.versions.filter(published_at__isnull=True).exists():
        raise BadDataError(_("There is a draft of %(code)s already.") % {"code": code})
    version = ModelVersion(model=model, number=last + 1)
    _write(version, facts_given)
    after = _told(version, facts_given)
    record(by=by, action="version.draft", about=version, after=after)
    return version


@transaction.atomic
def edit_version(*, by: User, version: ModelVersion, facts_given: VersionFacts) -> ModelVersion:
    """Write a draft anew. A published version is refused, here and by the database."""
    version = ModelVersion.objects.select_for_update().get(pk=version.pk)
    rules.check_edit_version(by=by, version=version)
    before = facts(version)
    for rows in (version.levels, version.traces, version.rules, version.texts):
        rows.all().delete()
    _write(version, facts_given)
    after = _told(version, facts_given)
    record(by=by, action="version.edit", about=version, before=before, after=after)
    return version


@transaction.atomic
def drop_version(*, by: User, version: ModelVersion) -> Undoable:
    """Throw a draft away; return what undoes it."""
    version = ModelVersion.objects.select_for_update().get(pk=version.pk)
    rules.check_edit_version(by=by, version=version)
    record(by=by, action="version.drop", about=version, before=facts(version), after=None)
    parts = (version.levels, version.traces, version.rules, version.texts)
    rows = [version, *(row for part in parts for row in part.all())]
    kept = keep_for_undo(by=by, act="version.drop", rows=rows)
    version.delete()
    return kept


@transaction.atomic
def put_version_back(*, by: User, rows: Sequence[models.Model]) -> str:
    """Undo that a draft was thrown away; return its page."""
    rules.check_design(by=by)
    version = put_back(by=by, act="version.drop", rows=rows)
    assert isinstance(version, ModelVersion)
    return reverse("blueprints:version", args=[version.model.code])


def _told(version: ModelVersion, given: VersionFacts) -> dict[str, object]:
    return facts(version) | {"levels": dict(given.levels), "practices": list(given.practices)}


def _write(version: ModelVersion, given: VersionFacts) -> None:
    """Write all that a version says."""
    levels = _allowed(given.levels)
    for letter in "ABC":
        setattr(version, letter.lower(), given.cell[letter] == "+")
    version.idea_lv, version.idea_en = given.idea.lv, given.idea.en
    version.main_risk_lv, version.main_risk_en = given.main_risk.lv, given.main_risk.en
    version.manager_fte, version.instructor_fte = given.manager_fte, given.instructor_fte
    version.mentor_hours, version.places = given.mentor_hours, given.places
    version.yearly_cost = given.yearly_cost
    version.save()
    VersionLevel.objects.bulk_create(
        VersionLevel(version=version, factor=level.factor, level=level) for level in levels
    )
    VersionPractice.objects.bulk_create(
        VersionPractice(version=version, practice=practice)
        for practice in practice_rows(given.practices)
    )
    VersionRule.objects.bulk_create(
        VersionRule(
            version=version, position=place, text_lv=text.lv, text_en=text.en, status=status
        )
        for place, (text, status) in enumerate(given.rules, start=1)
    )
    VersionText.objects.bulk_create(
        VersionText(version=version, item=item, text_lv=text.lv, text_en=text.en)
        for item, text in given.description.items()
    )


@transaction.atomic
def publish_version(*, by: User, version: ModelVersion) -> ModelVersion:
    """Publish a draft; from then on the database refuses any change to it."""
    version = ModelVersion.objects.select_for_update().get(pk=version.pk)
    rules.check_publish_version(by=by, version=version)
    before = facts(version)
    version.published_at, version.published_by = timezone.now(), by
    version.save(update_fields=["published_at", "published_by"])
    record(by=by, action="version.publish", about=version, before=before, after=facts(version))
    return version


def _allowed(given: Mapping[str, str]) -> list[Level]:
    """Return the levels; raise BadDataError where two of them exclude each other."""
    levels = level_rows(given)
    clash = Exclusion.objects.filter(first__in=levels, second__in=levels)
    for exclusion in clash.select_related("first", "second"):
        raise BadDataError(
            _("“%(first)s” and “%(second)s” exclude each other: %(reason)s")
            % {
                "first": exclusion.first,
                "second": exclusion.second,
                "reason": in_language(exclusion, "reason"),
            }
        )
    return levels
