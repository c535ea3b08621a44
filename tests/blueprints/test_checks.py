"""The eight models that come with Ligzda pass their own checks."""

import pytest
import yaml

from ligzda.blueprints import checks
from ligzda.blueprints.models import ModelVersion, PracticeLevel, SpanningLevel
from ligzda.server.load import load_network

pytestmark = pytest.mark.django_db


@pytest.fixture
def report():
    load_network()
    return checks.check()


def test_the_eight_models_pass(report):
    assert [row.code for row in report.models] == [f"M{i}" for i in range(1, 9)]
    assert report.unique
    assert report.traced
    assert report.consistent
    assert report.factorial.full
    assert report.factorial.repeated == ()


def test_every_model_names_its_nearest_twin_and_practice(report):
    for row in report.models:
        assert row.twin is not None
        assert row.twin.code != row.code
        assert 0 < row.twin.distance < 1
        assert row.practice is not None
    nearest = {row.code: row.practice.code for row in report.models}
    # M1 is Saime's own day centre made a workshop, M7 the activity co-operative.
    assert nearest["M1"] == "saime"
    assert nearest["M7"] in {"jobyourself", "coopaname", "couveuse"}


def test_aliases_are_those_computed_by_hand(report):
    shares = {
        row.factor: {alias.effect: alias.share for alias in row.cells} for row in report.aliases
    }
    # Finance: allowance M1; wage M2 M5 M6; grant M3 M4 M8; pot M7. B splits them without rest.
    finance = shares["Finansējums"]
    assert finance["B"] == pytest.approx(1)
    assert sum(finance.values()) == pytest.approx(3)


def test_the_coding_agrees_with_the_shared_models(report, shared):
    raw = yaml.safe_load((shared / "domain" / "models.yaml").read_text("utf-8"))
    for model in raw["models"]:
        version = ModelVersion.objects.get(model__code=model["id"])
        levels = {row.factor.code: row.level.code for row in version.levels.all()}
        assert levels == model["levels"]
    assert SpanningLevel.objects.count() == 5 + 4 + 4
    known = {p["id"] for p in raw["practices"]}
    assert set(PracticeLevel.objects.values_list("practice__code", flat=True)) <= known


def test_a_second_load_adds_nothing(report):
    before = PracticeLevel.objects.count(), SpanningLevel.objects.count()
    load_network()
    assert (PracticeLevel.objects.count(), SpanningLevel.objects.count()) == before


def test_proposals_from_the_real_library(report):
    from ligzda.blueprints.proposer import propose

    front = propose(
        checks.scales(), checks.practice_levels(), checks.exclusions(), checks.spanning(), starts=1
    )
    assert len(front) >= 2
    for proposal in front:
        assert proposal.efficiency == pytest.approx(1)
        assert proposal.distinct > 0
