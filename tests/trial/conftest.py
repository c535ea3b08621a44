"""The network as it is loaded, an evaluator, a coordinator, and a protocol ready to register."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

import pytest
from tests.cast import _loaded

from ligzda.blueprints.models import ModelVersion
from ligzda.incubators.models import Incubator
from ligzda.network.actions import grant_role, invite_user
from ligzda.network.load import system_member
from ligzda.network.models import Partner, User
from ligzda.network.roles import BY_KEY
from ligzda.trial.assignment.problems import periods
from ligzda.trial.assignment.types import Arm, Problem, Site
from ligzda.trial.registry import actions as registry
from ligzda.trial.registry.fields import Answer, by_language, fields
from ligzda.trial.registry.models import ProtocolVersion
from ligzda.trial.registry.plan_text import TEMPLATE

__all__ = ["_loaded"]


def content() -> dict[str, str]:
    """Answers to every required field."""
    given = {"date": "2017-01-01", "number": "9"}
    found = {f.key: given.get(f.kind, f"words on {f.key}") for f in fields() if f.required}
    found |= {f.key: f.choices[0][0] for f in fields() if f.choices}
    return found | {"intervention_ends": "2018-12-31", "trial_ends": "2018-12-31"}


def sent(answers: Mapping[str, Answer]) -> dict[str, str]:
    """Return answers as the form of the protocol sends them: those in words in two boxes."""
    worded = {field.key for field in fields() if field.worded}
    found = {key: str(answer) for key, answer in answers.items() if key not in worded}
    for key in worded & set(answers):
        found |= {f"{key}_{code}": text for code, text in by_language(answers[key]).items()}
    return found


@dataclass(frozen=True)
class TrialCast:
    """Two evaluators, Ogre's coordinator, a stranger; Ogre's incubator and another."""

    evaluator: User
    second: User
    coordinator: User
    stranger: User
    ogre: Incubator
    other: Incubator


@pytest.fixture
def cast(_loaded: None, db: None) -> TrialCast:
    by = system_member()
    since = datetime.date(2016, 1, 1)

    def member(email: str, role: str, partner: Partner) -> User:
        user = invite_user(by=by, email=email, name=email.split("@")[0])
        grant_role(by=by, user=user, role=BY_KEY[role], partner=partner, since=since)
        return user

    university = Partner.objects.get(kind="university")
    ogre = Incubator.objects.get(municipality__slug__startswith="ogre")
    other = Incubator.objects.exclude(pk=ogre.pk).select_related("municipality")[0]
    return TrialCast(
        evaluator=member("alise@uni.example", "evaluator", university),
        second=member("bruno@uni.example", "evaluator", university),
        coordinator=member("cita@ogre.example", "coordinator", ogre.municipality.partner),
        stranger=invite_user(by=by, email="d@example.org", name="Svešais"),
        ogre=ogre,
        other=other,
    )


@pytest.fixture
def draft(cast: TrialCast) -> ProtocolVersion:
    return registry.begin_version(
        by=cast.evaluator,
        content=content(),
        plan=TEMPLATE,
        models=list(ModelVersion.objects.filter(published_at__isnull=False)),
    )


@pytest.fixture
def protocol(cast: TrialCast, draft: ProtocolVersion) -> ProtocolVersion:
    return registry.register(by=cast.evaluator, version=draft)


@pytest.fixture
def question() -> Problem:
    return reference_problem()


def reference_problem() -> Problem:
    """Return the constraints over the models and incubators that are loaded."""
    arms = tuple(
        Arm(
            row.model.code,
            {x: "+" if getattr(row, x.lower()) else "-" for x in "ABC"},
            row.places,
        )
        for row in ModelVersion.objects.select_related("model").order_by("model__code")
    )
    sites = tuple(
        Site(row.slug, frozenset(row.feasible_models) if row.feasible_models else None)
        for row in Incubator.objects.order_by("slug")
    )
    return Problem(
        sites, arms, periods(datetime.date(2017, 1, 1), 4, 6), 1, stepped="C", per_step=2
    )
