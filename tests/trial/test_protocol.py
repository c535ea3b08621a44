"""The protocol: dates in order, minor means words, a draft can go, a hash anybody can remake."""

import datetime
import hashlib
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from tests.trial.conftest import TrialCast, content, sent
from tests.trial.test_pages import address, as_user

from ligzda.blueprints import actions as blueprints
from ligzda.blueprints.forms import facts_of
from ligzda.blueprints.models import ModelVersion
from ligzda.kernel.errors import NotAllowedError, WrongStateError
from ligzda.network.models import AuditEvent
from ligzda.trial.models import ProtocolVersion
from ligzda.trial.registry import actions as registry
from ligzda.trial.registry import queries as registry_queries
from ligzda.trial.registry.fields import contradictions
from ligzda.trial.registry.plan_text import TEMPLATE, summary

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        ({}, []),
        ({"trial_starts": "2017-01-01"}, []),
        ({"trial_starts": "2017-01-01", "trial_ends": "2017-01-01"}, []),
        (
            {"trial_starts": "2018-01-01", "trial_ends": "2017-01-01"},
            [("trial_starts", "trial_ends")],
        ),
        (
            {"intervention_ends": "2019-02-01", "trial_ends": "2019-01-31"},
            [("intervention_ends", "trial_ends")],
        ),
    ],
)
def test_days_the_wrong_way_round(given: Any, wrong: Any) -> None:
    assert contradictions(given) == wrong


def test_days_the_wrong_way_round_are_named_at_their_field_and_keep_from_registering(
    cast: TrialCast, draft: ProtocolVersion
) -> None:
    evaluator = as_user(cast.evaluator)
    given = sent(content()) | {"trial_ends": "2016-01-01", "plan_toml": draft.plan}
    page = evaluator.post(address("trial:edit", "1.0"), given)
    assert page.status_code == 200
    assert list(page.context["form"].errors) == ["trial_ends"]
    wrong = content() | {"trial_ends": "2016-01-01"}
    registry.edit_version(by=cast.evaluator, version=draft, content=wrong, plan=draft.plan)
    with pytest.raises(WrongStateError, match="–"):
        registry.register(by=cast.evaluator, version=draft)


def test_a_minor_version_changes_words_only(cast: TrialCast, protocol: ProtocolVersion) -> None:
    minor = registry.begin_next(by=cast.evaluator, after=protocol, major=False, changed="words")
    other = minor.plan.replace("mid = 0.10", "mid = 0.15")
    registry.edit_version(by=cast.evaluator, version=minor, content=content(), plan=other)
    with pytest.raises(WrongStateError, match=r"1\.0"):
        registry.register(by=cast.evaluator, version=minor)
    with pytest.raises(NotAllowedError):
        registry.make_major(by=cast.coordinator, version=minor)
    major = registry.make_major(by=cast.evaluator, version=minor)
    assert str(major) == "2.0"
    with pytest.raises(WrongStateError):
        registry.make_major(by=cast.evaluator, version=major)
    registry.register(by=cast.evaluator, version=major)
    words = registry.begin_next(by=cast.evaluator, after=major, major=False, changed="words")
    given = content() | {"abstract": "Clearer words"}
    registry.edit_version(by=cast.evaluator, version=words, content=given, plan=words.plan)
    assert str(registry.register(by=cast.evaluator, version=words)) == "2.1"


def test_a_model_changed_under_a_registered_protocol_is_shown_and_not_taken(
    cast: TrialCast, protocol: ProtocolVersion
) -> None:
    old = ModelVersion.objects.get(model__code="M3")
    draft = blueprints.draft_version(
        by=cast.evaluator,
        code="M3",
        name=blueprints.Text(lv="x", en="x"),
        facts_given=facts_of(old),
    )
    newest = blueprints.publish_version(by=cast.evaluator, version=draft)
    page = Client().get(address("trial:version", "1.0"))
    flagged = [(row.model.code, number) for row, number in page.context["arms"] if
               row.number < number]  # fmt: skip
    assert flagged == [("M3", 2)]
    assert old in [arm.version for arm in protocol.arms.all()]
    # A minor version cannot take it in either.
    minor = registry.begin_next(by=cast.evaluator, after=protocol, major=False, changed="M3 anew")
    models = [newest if arm.version == old else arm.version for arm in protocol.arms.all()]
    registry.edit_version(
        by=cast.evaluator, version=minor, content=content(), plan=minor.plan, models=models
    )
    with pytest.raises(WrongStateError):
        registry.register(by=cast.evaluator, version=minor)


def test_a_draft_can_be_thrown_away_and_a_registered_version_cannot(
    cast: TrialCast, draft: ProtocolVersion
) -> None:
    for user in (cast.coordinator, cast.stranger):
        with pytest.raises(NotAllowedError):
            registry.drop_draft(by=user, version=draft)
    own = as_user(cast.evaluator)
    assert as_user(cast.coordinator).post(address("trial:finish", "1.0")).status_code == 404
    drop = {"drop": "1", "confirmed": "1"}
    assert own.post(address("trial:finish", "1.0"), drop).status_code == 302
    assert not ProtocolVersion.objects.exists()
    assert AuditEvent.objects.filter(action="protocol.drop").count() == 1
    again = registry.begin_version(
        by=cast.evaluator, content=content(), plan=TEMPLATE,
        models=list(ModelVersion.objects.filter(published_at__isnull=False)),
    )  # fmt: skip
    registered = registry.register(by=cast.evaluator, version=again)
    with pytest.raises(WrongStateError):
        registry.drop_draft(by=cast.evaluator, version=registered)


def test_anybody_can_remake_the_hash_from_the_registered_text(
    cast: TrialCast, draft: ProtocolVersion
) -> None:
    stranger = Client()
    assert as_user(cast.evaluator).get(address("trial:text", "1.0")).status_code == 404
    registered = registry.register(by=cast.evaluator, version=draft)
    page = stranger.get(address("trial:text", "1.0"))
    assert hashlib.sha256(page.content).hexdigest() == registered.sha256


def test_a_hidden_protocol_shows_its_hash_alone(cast: TrialCast, draft: ProtocolVersion) -> None:
    later = (timezone.localdate() + datetime.timedelta(days=9)).isoformat()
    given = content() | {"hidden_until": later, "abstract": "Not to be read yet"}
    registry.edit_version(by=cast.evaluator, version=draft, content=given, plan=draft.plan)
    registered = registry.register(by=cast.evaluator, version=draft)
    for client in (Client(), as_user(cast.coordinator)):
        page = client.get(address("trial:protocol"))
        assert registered.sha256 in page.content.decode()
        for name in ("version", "text", "plan"):
            assert client.get(address(f"trial:{name}", "1.0")).status_code == 404
    assert as_user(cast.evaluator).get(address("trial:version", "1.0")).status_code == 200
    assert registry_queries.hidden(registered, datetime.date.fromisoformat(later)) is False


def test_a_plan_is_told_in_words() -> None:
    told = summary(TEMPLATE)
    assert told is not None
    assert told.mid_pp == pytest.approx(10)
    assert [name for name, *_rest in told.terms] == [
        "sagaidāmais līmenis", "A", "B", "C", "modelis", "inkubators",
    ]  # fmt: skip
    assert ("A", "normālais(0; 0,5)") in [
        (name, prior) for name, _kind, prior, _meaning, _why in told.terms
    ]
    assert len(told.contrasts) == 3
    assert summary("title = ") is None


def test_student_t_effects_are_told_as_such() -> None:
    heavy = TEMPLATE.replace(
        'sd = "half-normal(0.5)"', 'sd = "half-normal(0.5)"\neffects = "student-t"'
    )
    told = summary(heavy)
    assert told is not None
    _name, kind, prior, meaning, _why = told.terms[-1]
    assert kind == "gadījuma, Stjūdenta t, tā mērogs"
    assert "Stjūdenta t(4)" in prior
    assert meaning.startswith("mērogs mazāks par 0,98")
