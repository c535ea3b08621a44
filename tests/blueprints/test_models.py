"""The twelve factors and eight models that come with Ligzda, and who may change them."""

import itertools
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.test import Client
from django.utils import translation
from pytest_django import DjangoAssertNumQueries
from tests.cast import Cast

from ligzda.blueprints import actions, queries, rules
from ligzda.blueprints.actions import Text
from ligzda.blueprints.models import Level, ModelVersion, Practice
from ligzda.kernel.errors import (
    BadDataError,
    NotAllowedError,
    NotFoundError,
    WrongStateError,
)
from ligzda.kernel.obstacle import may
from ligzda.network.models import AuditEvent

WORDS = Text(lv="vārdi", en="words")
CODES = [f"M{number}" for number in range(1, 9)]


@pytest.fixture
def reference(shared: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((shared / "domain/models.yaml").read_text("utf-8"))
    return found


def _facts(**changes: object) -> actions.VersionFacts:
    given = actions.VersionFacts(
        cell={"A": "-", "B": "-", "C": "-"},
        levels={factor.code: factor.levels[0].code for factor in queries.factors()},
        practices=["saime"],
        idea=WORDS,
        main_risk=WORDS,
        rules=[(WORDS, "recalled")],
        description={"why": WORDS},
        manager_fte=Decimal("0.5"),
        instructor_fte=Decimal(1),
        mentor_hours=10,
        places=12,
    )
    return replace(given, **changes)  # type: ignore[arg-type]


def test_eight_models_form_the_full_plan(cast: Cast) -> None:
    rows = queries.models()
    assert [row.code for row in rows] == CODES
    cells = {tuple(row.cell.values()) for row in rows}
    assert cells == set(itertools.product("-+", repeat=3))
    assert {row.version for row in rows} == {1}


@pytest.mark.parametrize("code", CODES)
def test_a_model_answers_twelve_factors_and_is_traced(cast: Cast, code: str) -> None:
    model = queries.model(code)
    assert [level.factor_code for level in model.levels] == [f.code for f in queries.factors()]
    assert len(model.levels) == 12
    assert len(model.practices) >= 3
    assert all(code in practice.models for practice in model.practices)
    assert [item.item for item in model.description] == [
        "why",
        "materials",
        "procedures",
        "tailoring",
    ]
    assert model.rules_touched


def test_the_models_are_those_of_the_reference(cast: Cast, reference: dict[str, Any]) -> None:
    for given in reference["models"]:
        with translation.override("en"):
            model = queries.model(given["id"])
        assert model.name == given["name_en"]
        assert model.cell == given["cell"]
        assert model.idea == given["idea"].strip()
        assert {level.factor_code: level.level_code for level in model.levels} == given["levels"]
        assert {practice.code for practice in model.practices} == set(given["practices"])
        assert model.places == given["places"]
        assert model.staffing == queries.Staffing(
            Decimal(str(given["staffing"]["manager_fte"])),
            Decimal(str(given["staffing"]["instructor_fte"])),
            given["staffing"]["mentor_hours_per_participant"],
        )


def test_factors_and_practices_are_those_of_the_reference(
    cast: Cast, reference: dict[str, Any]
) -> None:
    found = {factor.code: [level.code for level in factor.levels] for factor in queries.factors()}
    assert found == {
        factor["id"]: [level["id"] for level in factor["levels"]] for factor in reference["factors"]
    }
    status = {row["id"]: row["status"] == "recalled" for row in reference["practices"]}
    assert {row.code: row.fact.to_be_checked for row in queries.practices()} == status
    sources = {row["id"]: row["source"] for row in reference["practices"]}
    assert {row.code: row.sources for row in queries.practices()} == sources


def test_a_level_with_a_comma_is_whole(cast: Cast) -> None:
    with translation.override("en"):
        labels = [level.label for factor in queries.factors() for level in factor.levels]
    assert "board with municipality, NGO, business and target-group seats" in labels


@pytest.mark.parametrize("language", ["lv", "en"])
def test_every_text_stands_in_both_languages(cast: Cast, language: str) -> None:
    with translation.override(language):
        texts = [
            *itertools.chain.from_iterable(
                (m.name, m.idea, m.main_risk, *(str(r) for r in m.rules_touched))
                for m in map(queries.model, CODES)
            ),
            *(practice.fact.text for practice in queries.practices()),
            *(factor.question for factor in queries.factors()),
            *(level.label for factor in queries.factors() for level in factor.levels),
            *(factor.operational_test for factor in queries.spanning_factors()),
        ]
    assert all(text.strip() for text in texts)


def test_latvian_and_english_are_not_the_same_text(cast: Cast) -> None:
    same = Practice.objects.extra(where=["fact_lv = fact_en"])
    assert not same.exists()
    assert not Level.objects.extra(where=["label_lv = label_en"]).exists()


def test_three_spanning_factors(cast: Cast) -> None:
    assert [factor.code for factor in queries.spanning_factors()] == ["A", "B", "C"]


def test_an_earlier_version_stays_in_sight(cast: Cast, client: Client) -> None:
    """Fault B24: after the second, the first had vanished, though a protocol may cite it."""
    address = f"/modeli/{queries.model('M1').slug}/"
    assert "Pirms tās" not in client.get(address).content.decode()
    draft = actions.draft_version(by=cast.evaluator, code="M1", name=WORDS, facts_given=_facts())
    actions.publish_version(by=cast.evaluator, version=draft)
    assert [number for number, _day in queries.model("M1").earlier] == [1]
    page = " ".join(client.get(address).content.decode().split())
    assert "2. versija, publicēta" in page
    assert "Pirms tās: 1. versija (" in page


def test_an_evaluator_drafts_and_publishes_the_next_version(cast: Cast) -> None:
    draft = actions.draft_version(by=cast.evaluator, code="M1", name=WORDS, facts_given=_facts())
    assert queries.model("M1").version == 1
    actions.publish_version(by=cast.evaluator, version=draft)
    assert queries.model("M1").version == 2
    assert AuditEvent.objects.latest("pk").action == "version.publish"
    with pytest.raises(WrongStateError):
        actions.publish_version(by=cast.evaluator, version=draft)


@pytest.mark.parametrize("who", ["ogre", "administrator", "participant", "stranger"])
def test_nobody_else_designs_or_publishes(cast: Cast, who: str) -> None:
    by = getattr(cast, who)
    draft = actions.draft_version(by=cast.evaluator, code="M1", name=WORDS, facts_given=_facts())
    before = ModelVersion.objects.count(), AuditEvent.objects.count()
    with pytest.raises(NotAllowedError):
        actions.draft_version(by=by, code="M2", name=WORDS, facts_given=_facts())
    with pytest.raises(NotAllowedError):
        actions.publish_version(by=by, version=draft)
    assert (ModelVersion.objects.count(), AuditEvent.objects.count()) == before
    assert not may(rules.check_design, by=by)


def test_an_incomplete_version_is_refused_by_name(cast: Cast) -> None:
    levels = {factor.code: factor.levels[0].code for factor in queries.factors()}
    del levels["aftercare"]
    draft = actions.draft_version(
        by=cast.evaluator, code="M1", name=WORDS, facts_given=_facts(levels=levels)
    )
    with translation.override("en"), pytest.raises(WrongStateError, match="Aftercare"):
        actions.publish_version(by=cast.evaluator, version=draft)


def test_a_version_traced_to_nothing_is_refused(cast: Cast) -> None:
    draft = actions.draft_version(
        by=cast.evaluator, code="M1", name=WORDS, facts_given=_facts(practices=[])
    )
    with (
        translation.override("en"),
        pytest.raises(WrongStateError, match="not traced to any practice"),
    ):
        actions.publish_version(by=cast.evaluator, version=draft)


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"practices": ["saime", "atlantis"]}, "atlantis"),
        ({"levels": {"host": "castle"}}, "host.castle"),
        ({"levels": {"host": "social_service", "governance": "members"}}, "members"),
    ],
)
def test_bad_data_is_named_and_nothing_is_written(
    cast: Cast, changes: dict[str, object], named: str
) -> None:
    before = ModelVersion.objects.count(), AuditEvent.objects.count()
    with translation.override("en"), pytest.raises(BadDataError, match=named):
        actions.draft_version(
            by=cast.evaluator, code="M1", name=WORDS, facts_given=_facts(**changes)
        )
    assert (ModelVersion.objects.count(), AuditEvent.objects.count()) == before


def test_two_levels_of_one_factor_need_no_exclusion(cast: Cast) -> None:
    one, other = Level.objects.filter(factor__code="host")[:2]
    with pytest.raises(BadDataError):
        actions.exclude_levels(by=cast.evaluator, one=one, other=other, reason=WORDS)


def test_what_is_not_there_is_not_found(cast: Cast) -> None:
    with pytest.raises(NotFoundError):
        queries.model("M9")
    with pytest.raises(NotFoundError):
        queries.practice("atlantis")


def test_lists_take_the_same_number_of_queries(
    cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(1):
        queries.models()
    with django_assert_max_num_queries(2):
        queries.factors()
    with django_assert_max_num_queries(3):
        queries.practices()
    with django_assert_max_num_queries(9):
        queries.model("M8")
