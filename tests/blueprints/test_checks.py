"""The eight models that come with Ligzda pass their own checks."""

from pathlib import Path

import pytest
import yaml

from ligzda.blueprints import actions, checks
from ligzda.blueprints.forms import facts_of
from ligzda.blueprints.models import ModelVersion, PracticeLevel, SpanningLevel
from ligzda.network.load import system_member
from ligzda.server.load import load_network

pytestmark = pytest.mark.django_db


@pytest.fixture
def report(_loaded: None, db: None) -> checks.Report:
    return checks.check()


def test_the_eight_models_pass(report: checks.Report) -> None:
    assert [row.code for row in report.models] == [f"M{i}" for i in range(1, 9)]
    assert report.unique
    assert report.traced
    assert report.consistent
    assert report.factorial.full
    assert report.factorial.repeated == ()
    assert report.allowed
    assert report.decided
    assert report.passed


def test_distances_are_symmetric_and_name_the_nearest_twin(report: checks.Report) -> None:
    table = [row.distances for row in report.models]
    for i, row in enumerate(report.models):
        assert row.twin is not None
        assert table[i][i] is None
        assert [line[i] for line in table] == table[i]
        assert min(d for d in table[i] if d is not None) == row.twin.distance


def test_drafts_are_checked_before_they_are_published(report: checks.Report) -> None:
    by = system_member()
    version = ModelVersion.objects.get(model__code="M2")
    twin = facts_of(ModelVersion.objects.get(model__code="M1"))
    name = actions.Text(lv="x", en="x")
    actions.draft_version(by=by, code="M2", name=name, facts_given=twin)
    assert checks.check().passed
    found = checks.check(drafts=True)
    assert not found.passed
    assert not found.unique
    assert found.factorial.missing == ("--+",)
    assert [row.code for row in found.models if row.draft] == ["M2"]
    # A level taken away and a pair excluded afterwards are named as well.
    draft = ModelVersion.objects.exclude(pk=version.pk).get(model__code="M2")
    draft.levels.filter(factor__code="aftercare").delete()
    host, role = (draft.levels.get(factor__code=code).level for code in ("host", "role"))
    actions.exclude_levels(by=by, one=host, other=role, reason=name)
    row = next(row for row in checks.check(drafts=True).models if row.code == "M2")
    assert (len(row.undecided), len(row.clashes)) == (1, 1)


def test_every_model_names_its_nearest_twin_and_practice(report: checks.Report) -> None:
    for row in report.models:
        assert row.twin is not None
        assert row.twin.code != row.code
        assert 0 < row.twin.distance < 1
        assert row.practice is not None
    nearest = {row.code: row.practice.code for row in report.models if row.practice}
    # M1 is Saime's own day centre made a workshop, M7 the activity co-operative.
    assert nearest["M1"] == "saime"
    assert nearest["M7"] in {"jobyourself", "coopaname", "couveuse"}


def test_aliases_are_those_computed_by_hand(report: checks.Report) -> None:
    shares = {
        row.factor: {alias.effect: alias.share for alias in row.cells} for row in report.aliases
    }
    # Finance: allowance M1; wage M2 M5 M6; grant M3 M4 M8; pot M7. B splits them without rest.
    finance = shares["Finansējums"]
    assert finance["B"] == pytest.approx(1)
    assert sum(finance.values()) == pytest.approx(3)


def test_the_coding_agrees_with_the_shared_models(report: checks.Report, shared: Path) -> None:
    raw = yaml.safe_load((shared / "domain" / "models.yaml").read_text("utf-8"))
    for model in raw["models"]:
        version = ModelVersion.objects.get(model__code=model["id"])
        levels = {row.factor.code: row.level.code for row in version.levels.all()}
        assert levels == model["levels"]
    assert SpanningLevel.objects.count() == 5 + 4 + 4
    known = {p["id"] for p in raw["practices"]}
    assert set(PracticeLevel.objects.values_list("practice__code", flat=True)) <= known


def test_a_second_load_adds_nothing(report: checks.Report) -> None:
    before = PracticeLevel.objects.count(), SpanningLevel.objects.count()
    load_network()
    assert (PracticeLevel.objects.count(), SpanningLevel.objects.count()) == before


def test_proposals_from_the_real_library(report: checks.Report) -> None:
    from ligzda.blueprints.proposer import propose

    front = propose(
        checks.scales(), checks.practice_levels(), checks.exclusions(), checks.spanning(), starts=1
    )
    assert len(front) >= 2
    for proposal in front:
        assert proposal.efficiency == pytest.approx(1)
        assert proposal.distinct > 0
