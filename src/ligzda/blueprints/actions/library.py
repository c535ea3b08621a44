"""Verbs on what models are made from: practices, factors, levels, and what excludes what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.db import models, transaction
from django.db.models import Max
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _

from ligzda.blueprints import rules
from ligzda.blueprints.models import (
    Exclusion,
    Factor,
    FactorPractice,
    Level,
    Practice,
    PracticeLevel,
    SpanningFactor,
    SpanningLevel,
)
from ligzda.blueprints.practice_fields import RESERVED, check_sources
from ligzda.blueprints.queries import known_levels
from ligzda.kernel.errors import BadDataError
from ligzda.kernel.tables.preview import Preview, State
from ligzda.network.audit import facts, record
from ligzda.network.models import Undoable, User
from ligzda.network.undoing import keep_for_undo, put_back


@dataclass(frozen=True, kw_only=True)
class Text:
    """A text in both languages."""

    lv: str
    en: str


@dataclass(frozen=True, kw_only=True)
class PracticeFacts:
    """What is said about a practice. `status`: seen or recalled; `levels`: factor → known level."""

    code: str
    name: Text
    country: str
    fact: Text
    status: str
    sources: Sequence[str]
    levels: Mapping[str, str] = field(default_factory=dict)


@transaction.atomic
def add_practice(*, by: User, facts_given: PracticeFacts) -> Practice:
    """Add a practice to the library."""
    rules.check_design(by=by)
    if Practice.objects.filter(code=facts_given.code).exists():
        raise BadDataError(
            _("There is a practice “%(code)s” already.") % {"code": facts_given.code}
        )
    slug = slugify(facts_given.code.replace("_", "-"))
    if slug in RESERVED or Practice.objects.filter(slug=slug).exists():
        raise BadDataError(
            _("The address of “%(code)s” is taken; choose another code.")
            % {"code": facts_given.code}
        )
    practice = Practice(
        code=facts_given.code,
        slug=slug,
        **_said(facts_given),
    )
    practice.save()
    _set_levels(practice, facts_given.levels)
    after = facts(practice) | {"levels": dict(facts_given.levels)}
    record(by=by, action="practice.add", about=practice, after=after)
    return practice


@transaction.atomic
def edit_practice(*, by: User, practice: Practice, facts_given: PracticeFacts) -> Practice:
    """Change what is said about a practice; its code and address stay."""
    rules.check_design(by=by)
    practice = Practice.objects.select_for_update().get(pk=practice.pk)
    before = facts(practice) | {"levels": known_levels(practice)}
    for name, value in _said(facts_given).items():
        setattr(practice, name, value)
    practice.save()
    _set_levels(practice, facts_given.levels)
    after = facts(practice) | {"levels": dict(facts_given.levels)}
    if before != after:
        record(by=by, action="practice.edit", about=practice, before=before, after=after)
    return practice


@transaction.atomic
def remove_practice(*, by: User, practice: Practice) -> Undoable:
    """Take a practice out of the library that nothing is traced to; return what undoes it."""
    practice = Practice.objects.select_for_update().get(pk=practice.pk)
    rules.check_remove_practice(by=by, practice=practice)
    before = facts(practice) | {"levels": known_levels(practice)}
    record(by=by, action="practice.remove", about=practice, before=before, after=None)
    rows = [practice, *PracticeLevel.objects.filter(practice=practice)]
    kept = keep_for_undo(by=by, act="practice.remove", rows=rows)
    practice.delete()
    return kept


@transaction.atomic
def put_practice_back(*, by: User, rows: Sequence[models.Model]) -> str:
    """Undo that a practice was taken out; return the library's page."""
    rules.check_design(by=by)
    put_back(by=by, act="practice.remove", rows=rows)
    return reverse("blueprints:library")


@transaction.atomic
def import_practices(*, by: User, preview: Preview) -> None:
    """Take in a file that was shown: new codes are added, known ones changed, the rest stays.

    Raises a refusal, and writes nothing, where a cell is wrong or a practice cannot be added.
    """
    rules.check_design(by=by)
    factors = set(Factor.objects.values_list("code", flat=True))
    there = {row.code: row for row in Practice.objects.all()}
    for row in preview.taken():
        given = PracticeFacts(
            code=row.values["code"],
            name=Text(lv=row.values["name_lv"], en=row.values["name_en"]),
            country=row.values["country"],
            fact=Text(lv=row.values["fact_lv"], en=row.values["fact_en"]),
            status=row.values["status"],
            sources=list(row.values["sources"]),
            levels={name: row.values[name] for name in factors if row.values.get(name)},
        )
        if row.state is State.NEW:
            add_practice(by=by, facts_given=given)
        elif row.state is State.CHANGED:
            edit_practice(by=by, practice=there[given.code], facts_given=given)


def _said(given: PracticeFacts) -> dict[str, object]:
    if not given.sources:
        raise BadDataError(_("A practice needs at least one source."))
    check_sources(given.sources)
    return {
        "name_lv": given.name.lv,
        "name_en": given.name.en,
        "country": given.country,
        "fact_lv": given.fact.lv,
        "fact_en": given.fact.en,
        "status": given.status,
        "sources": list(given.sources),
    }


def _set_levels(practice: Practice, given: Mapping[str, str]) -> None:
    if known_levels(practice) == dict(given):
        return
    levels = level_rows(given)
    practice.levels.all().delete()
    PracticeLevel.objects.bulk_create(
        PracticeLevel(practice=practice, factor=level.factor, level=level) for level in levels
    )


@transaction.atomic
def set_side(*, by: User, spanning: SpanningFactor, level: Level, plus: bool) -> SpanningLevel:
    """Say on which side of a spanning factor a level stands."""
    rules.check_design(by=by)
    side = SpanningLevel.objects.create(spanning=spanning, level=level, plus=plus)
    record(by=by, action="side.set", about=side, after=facts(side))
    return side


@transaction.atomic
def add_factor(
    *,
    by: User,
    code: str,
    name: Text,
    question: Text,
    levels: Sequence[tuple[str, Text]],
    practices: Sequence[str] = (),
    months: Mapping[str, int] | None = None,
) -> Factor:
    """Add a factor with its levels, after the factors there are; `months` by a level's code."""
    rules.check_design(by=by)
    last = Factor.objects.aggregate(last=Max("position"))["last"] or 0
    factor = Factor.objects.create(
        code=code,
        position=last + 1,
        name_lv=name.lv,
        name_en=name.en,
        question_lv=question.lv,
        question_en=question.en,
    )
    Level.objects.bulk_create(
        Level(
            factor=factor,
            code=level,
            position=place,
            label_lv=label.lv,
            label_en=label.en,
            months=(months or {}).get(level),
        )
        for place, (level, label) in enumerate(levels, start=1)
    )
    FactorPractice.objects.bulk_create(
        FactorPractice(factor=factor, practice=practice) for practice in practice_rows(practices)
    )
    after = facts(factor) | {"levels": [level for level, _label in levels]}
    record(by=by, action="factor.add", about=factor, after=after)
    return factor


@transaction.atomic
def add_spanning_factor(
    *, by: User, code: str, name: Text, minus: Text, plus: Text, test: Text
) -> SpanningFactor:
    """Add one of the factors A, B, C."""
    rules.check_design(by=by)
    factor = SpanningFactor.objects.create(
        code=code,
        name_lv=name.lv,
        name_en=name.en,
        minus_lv=minus.lv,
        minus_en=minus.en,
        plus_lv=plus.lv,
        plus_en=plus.en,
        test_lv=test.lv,
        test_en=test.en,
    )
    record(by=by, action="spanning_factor.add", about=factor, after=facts(factor))
    return factor


@transaction.atomic
def exclude_levels(*, by: User, one: Level, other: Level, reason: Text) -> Exclusion:
    """Say that no model can have the two levels together."""
    rules.check_design(by=by)
    first, second = sorted((one, other), key=lambda level: level.pk)
    if first.factor_id == second.factor_id:
        raise BadDataError(_("Two levels of one factor exclude each other anyway."))
    if Exclusion.objects.filter(first=first, second=second).exists():
        raise BadDataError(_("These two levels exclude each other already."))
    exclusion = Exclusion.objects.create(
        first=first, second=second, reason_lv=reason.lv, reason_en=reason.en
    )
    record(by=by, action="exclusion.add", about=exclusion, after=facts(exclusion))
    return exclusion


@transaction.atomic
def take_back_exclusion(*, by: User, exclusion: Exclusion) -> None:
    """Let two levels stand in one model again."""
    rules.check_design(by=by)
    record(
        by=by, action="exclusion.take_back", about=exclusion, before=facts(exclusion), after=None
    )
    exclusion.delete()


def practice_rows(codes: Sequence[str]) -> list[Practice]:
    """Return the practices of these codes. Raises BadDataError for unknown ones."""
    found = {row.code: row for row in Practice.objects.filter(code__in=codes)}
    if missing := [code for code in codes if code not in found]:
        raise BadDataError(_("Unknown practices: %(codes)s.") % {"codes": ", ".join(missing)})
    return [found[code] for code in codes]


def level_rows(given: Mapping[str, str]) -> list[Level]:
    """Return the levels named factor → level. Raises BadDataError for unknown ones."""
    there = {
        (level.factor.code, level.code): level for level in Level.objects.select_related("factor")
    }
    if missing := [f"{pair[0]}.{pair[1]}" for pair in given.items() if pair not in there]:
        raise BadDataError(_("Unknown levels: %(codes)s.") % {"codes": ", ".join(missing)})
    return [there[pair] for pair in given.items()]
