"""Every constraint of the models' tables is provoked, past Django's own checks."""

import pytest
from django.db import connection
from django.utils import timezone
from tests.cast import Cast
from tests.constraints import Provocation, assert_refused, constraints_of

from ligzda.blueprints.models import (
    Exclusion,
    Factor,
    FactorPractice,
    Level,
    ModelVersion,
    OperatingModel,
    Practice,
    PracticeLevel,
    SpanningFactor,
    VersionLevel,
    VersionPractice,
    VersionRule,
    VersionText,
)
from ligzda.network.models import User

DRAFT = {
    "idea_lv": "-",
    "idea_en": "-",
    "main_risk_lv": "-",
    "main_risk_en": "-",
    "a": False,
    "b": False,
    "c": False,
    "manager_fte": 1,
    "instructor_fte": 1,
    "mentor_hours": 1,
    "places": 1,
}


def _draft(**changes: object) -> ModelVersion:
    """Return a draft of the second version of M1 that says as little as the tables allow."""
    given = DRAFT | {"model": OperatingModel.objects.get(code="M1"), "number": 2} | changes
    return ModelVersion.objects.bulk_create([ModelVersion(**given)])[0]


def _two_drafts() -> None:
    _draft()
    _draft(number=3)


def _twice(row: object) -> None:
    row.pk = None  # type: ignore[attr-defined]
    type(row).objects.bulk_create([row])  # type: ignore[attr-defined]


def _level(code: str) -> Level:
    return Level.objects.get(code=code, factor__code="host")


def _levels_twice() -> None:
    draft = _draft()
    for level in (_level("cooperative"), _level("consortium")):
        _answer(draft, level)


def _answer(draft: ModelVersion, level: Level) -> None:
    VersionLevel.objects.bulk_create(
        [VersionLevel(version=draft, factor=level.factor, level=level)]
    )


def _level_of_another_factor() -> None:
    premises = Factor.objects.get(code="premises")
    VersionLevel.objects.bulk_create(
        [VersionLevel(version=_draft(), factor=premises, level=_level("cooperative"))]
    )


def _publish_incomplete() -> None:
    draft = _draft()
    _answer(draft, _level("cooperative"))
    ModelVersion.objects.filter(pk=draft.pk).update(
        published_at=timezone.now(), published_by=User.objects.get(is_system=True)
    )


def _practice_twice() -> None:
    draft = _draft()
    for _time in range(2):
        VersionPractice.objects.bulk_create(
            [VersionPractice(version=draft, practice=Practice.objects.earliest("pk"))]
        )


def _rule(draft: ModelVersion, **changes: object) -> None:
    given = {"position": 1, "text_lv": "-", "text_en": "-", "status": "seen"} | changes
    VersionRule.objects.bulk_create([VersionRule(version=draft, **given)])


def _rule_twice() -> None:
    draft = _draft()
    _rule(draft)
    _rule(draft)


def _text(draft: ModelVersion, item: str) -> None:
    VersionText.objects.bulk_create(
        [VersionText(version=draft, item=item, text_lv="-", text_en="-")]
    )


def _text_twice() -> None:
    draft = _draft()
    _text(draft, "why")
    _text(draft, "why")


def _exclusion_backwards() -> None:
    exclusion = Exclusion.objects.earliest("pk")
    Exclusion.objects.filter(pk=exclusion.pk).update(first=exclusion.second, second=exclusion.first)


PUBLISHED = ModelVersion.objects.filter(model__code="M1", number=1)
PROVOCATIONS: dict[str, Provocation] = {
    "practice_status_is_known": lambda: Practice.objects.update(status="rumour"),
    "practice_country_has_two_letters": lambda: Practice.objects.update(country="L"),
    "practice_has_a_source": lambda: Practice.objects.update(sources=[]),
    "practice_one_level_a_factor": lambda: _twice(PracticeLevel.objects.earliest("pk")),
    "factor_practice_once": lambda: _twice(FactorPractice.objects.earliest("pk")),
    "level_code_once_a_factor": lambda: Level.objects.filter(factor__code="host").update(code="x"),
    "level_position_once_a_factor": lambda: Level.objects.update(position=1),
    "level_lasts_some_months": lambda: Level.objects.update(months=0),
    "exclusion_in_order": _exclusion_backwards,
    "exclusion_stands_once": lambda: _twice(Exclusion.objects.earliest("pk")),
    "spanning_factor_is_a_b_or_c": lambda: SpanningFactor.objects.filter(code="A").update(code="D"),
    "model_code_is_m_and_number": lambda: OperatingModel.objects.filter(code="M1").update(code="1"),
    "version_number_once_a_model": lambda: _draft(number=1),
    "version_one_draft_a_model": _two_drafts,
    "version_numbers_begin_at_one": lambda: _draft(number=0),
    "version_has_places_and_a_manager": lambda: _draft(places=0),
    "version_published_by_somebody_at_some_time": lambda: _draft(
        published_by=User.objects.get(is_system=True)
    ),
    "modelversion.immutable_when_published": lambda: PUBLISHED.update(places=99),
    "modelversion.complete_when_published": _publish_incomplete,
    "version_one_level_a_factor": _levels_twice,
    "versionlevel.immutable_when_published": lambda: VersionLevel.objects.filter(
        factor__code="host"
    ).update(level=_level("consortium")),
    "version_practice_once": _practice_twice,
    "versionpractice.immutable_when_published": lambda: VersionPractice.objects.all()._raw_delete(
        "default"
    ),
    "version_rule_in_place": _rule_twice,
    "version_rule_status_is_known": lambda: _rule(_draft(), status="rumour"),
    "versionrule.immutable_when_published": lambda: _rule(PUBLISHED.get(), position=9),
    "version_text_once_an_item": _text_twice,
    "version_text_item_is_known": lambda: _text(_draft(), "anthem"),
    "versiontext.immutable_when_published": lambda: VersionText.objects.update(text_lv="cits"),
}


@pytest.mark.parametrize("name", PROVOCATIONS)
def test_the_database_refuses(name: str, cast: Cast) -> None:
    assert_refused(name, PROVOCATIONS[name])


def test_none_is_forgotten() -> None:
    # The pair (id, factor) is unique because the id is; it is there for the composite key below.
    implied = {"level_belongs_to_factor"}
    assert set(PROVOCATIONS) | implied == constraints_of("blueprints")


def test_a_level_of_another_factor_is_refused(cast: Cast) -> None:
    assert_refused("version_level_is_one_of_the_factor", _level_of_another_factor)


def test_a_practice_s_level_of_another_factor_is_refused(cast: Cast) -> None:
    practice, premises = Practice.objects.get(code="saime"), Factor.objects.get(code="premises")
    PracticeLevel.objects.filter(practice=practice).delete()
    row = PracticeLevel(practice=practice, factor=premises, level=_level("cooperative"))
    assert_refused(
        "practice_level_is_one_of_the_factor", lambda: PracticeLevel.objects.bulk_create([row])
    )


@pytest.mark.parametrize(
    "table", ["modelversion", "versionlevel", "versionpractice", "versionrule", "versiontext"]
)
def test_a_published_version_cannot_be_deleted_by_raw_sql(table: str, cast: Cast) -> None:
    def delete() -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM blueprints_{table}")

    assert_refused(f"{table}.immutable_when_published", delete)


def test_a_part_cannot_be_moved_into_a_published_version(cast: Cast) -> None:
    draft = _draft()
    _text(draft, "why")
    assert_refused(
        "versiontext.immutable_when_published",
        lambda: VersionText.objects.filter(version=draft).update(version=PUBLISHED.get()),
    )


def test_a_draft_can_be_changed_and_thrown_away(cast: Cast) -> None:
    draft = _draft()
    _answer(draft, _level("cooperative"))
    ModelVersion.objects.filter(pk=draft.pk).update(places=7)
    draft.delete()
    assert not ModelVersion.objects.filter(number=2).exists()
