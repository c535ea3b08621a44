"""The invented trial: registered and drawn before it began, the same everywhere, loaded once."""

import datetime
from decimal import Decimal

import pytest
from tests.cast import Cast, _loaded, cast

from ligzda.incubators.models import Incubator
from ligzda.kernel.errors import NotAllowedError
from ligzda.trial import demonstration
from ligzda.trial.assignment.actions import InventedSecret, hold_invented_draw
from ligzda.trial.assignment.models import Draw
from ligzda.trial.assignment.queries import assignment_rows
from ligzda.trial.registry import actions as registry
from ligzda.trial.registry.models import ProtocolVersion
from ligzda.trial.running.models import FidelityAssessment, FidelityItem, FlowEvent

__all__ = ["_loaded", "cast"]


@pytest.fixture
def loaded(cast: Cast) -> Cast:
    demonstration.load(by=cast.system)
    return cast


def test_each_invented_incubator_runs_a_model_of_its_own(loaded: Cast) -> None:
    rows = assignment_rows()
    assert {row["model"] for row in rows} == {f"M{number}" for number in range(1, 9)}
    invented = Incubator.objects.filter(invented=True).values_list("slug", flat=True)
    assert {row["incubator"] for row in rows} == set(invented)
    assert not any(row["late"] for row in rows)


def test_nothing_of_it_is_late(loaded: Cast) -> None:
    [protocol], [draw] = ProtocolVersion.objects.all(), Draw.objects.all()
    assert not protocol.late
    assert protocol.registered_at is not None
    assert protocol.registered_at < draw.committed_at == draw.revealed_at


def test_one_incubator_did_not_run_its_model_and_no_other(loaded: Cast) -> None:
    low = FidelityItem.objects.filter(planned__isnull=False, actual__lt=80)
    found = low.values_list("assessment__incubator__slug", "actual").distinct()
    assert set(found) == {("talsi", Decimal(40))}
    assert low.values("assessment").distinct().count() >= 10


def test_ogre_is_excluded_before_the_draw(loaded: Cast) -> None:
    [event] = FlowEvent.objects.all()
    assert (event.incubator.slug, event.stage) == ("ogre", "excluded")


def test_loaded_again_it_adds_nothing_and_what_is_missing_comes_back(loaded: Cast) -> None:
    before = FidelityAssessment.objects.count()
    [gone, *_others] = FidelityAssessment.objects.order_by("pk")
    gone.delete()
    demonstration.load(by=loaded.system)
    assert FidelityAssessment.objects.count() == before
    assert ProtocolVersion.objects.count() == 1


def test_a_trial_of_ones_own_stays_alone(cast: Cast) -> None:
    registry.begin_version(by=cast.evaluator, content={}, plan="", models=[])
    demonstration.load(by=cast.system)
    assert not FidelityAssessment.objects.exists()
    assert not Draw.objects.exists()


def test_nobody_else_dates_a_registration_or_a_draw_back(loaded: Cast) -> None:
    [protocol] = ProtocolVersion.objects.all()
    long_ago = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
    with pytest.raises(NotAllowedError):
        registry.register(by=loaded.evaluator, version=protocol, at=long_ago)
    secret = InventedSecret(1, "a", "b", "c", long_ago)
    with pytest.raises(NotAllowedError):
        hold_invented_draw(
            by=loaded.evaluator,
            protocol=protocol,
            problem=demonstration.problem([], [], long_ago.date()),
            secret=secret,
        )
