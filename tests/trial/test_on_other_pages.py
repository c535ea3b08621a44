"""What the trial shows beyond its own pages: on municipalities and models, and on My place."""

import datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.trial.conftest import TrialCast
from tests.trial.test_draws import held

from ligzda.network.models import User
from ligzda.trial.assignment.models import Draw
from ligzda.trial.assignment.types import Problem
from ligzda.trial.registry import actions as registry
from ligzda.trial.registry.models import ProtocolVersion
from ligzda.trial.running.queries import states
from ligzda.trial.work import my_work

pytestmark = pytest.mark.django_db


@pytest.fixture
def drawn(cast: TrialCast, protocol: ProtocolVersion, question: Problem) -> Draw:
    return held(cast, protocol, question)


def told(client: Client, name: str, slug: str) -> str:
    page = client.get(reverse(name, args=[slug])).content.decode()
    return page.partition('id="runs"')[2].partition("</section>")[0]


def test_municipality_and_model_say_what_runs_where(
    client: Client, cast: TrialCast, protocol: ProtocolVersion, question: Problem
) -> None:
    place = "portal:municipality", cast.ogre.municipality.slug
    assert not told(client, *place), "nothing before the draw"
    held(cast, protocol, question)
    every = [row.course for row in states(timezone.localdate())]
    mine = [row for row in every if row.incubator_slug == cast.ogre.slug]
    here = told(client, *place)
    assert all(f"{row.code}</span> {row.name}" in here for row in mine)
    assert here.count("<li>") == len(mine)
    assert reverse("trial:here", args=[cast.ogre.slug]) in here
    model = protocol.arms.get(version__model__code=mine[0].code).version.model
    there = told(client, "portal:model", model.slug)
    assert there.count("<li>") == sum(row.code == mine[0].code for row in every)
    assert reverse("trial:here", args=[cast.ogre.slug]) in there


def waiting(viewer: User) -> dict[str, int]:
    return {row.url: row.waiting for row in my_work(viewer)}


def test_my_place_counts_what_is_due(cast: TrialCast, drawn: Draw) -> None:
    rows = states(timezone.localdate())
    due = {
        slug: sum(len(row.due) for row in rows if slug in ("", row.course.incubator_slug))
        for slug in ("", cast.ogre.slug)
    }
    assert 0 < due[cast.ogre.slug] < due[""]
    fidelity = reverse("trial:timeline")
    assert waiting(cast.evaluator)[fidelity] == due[""]
    assert waiting(cast.coordinator)[fidelity] == due[cast.ogre.slug]
    assert not my_work(cast.stranger)


def test_a_deviation_waits_for_somebody_else(cast: TrialCast, protocol: ProtocolVersion) -> None:
    said = registry.DeviationFacts(
        item="size", planned="30", actual="24", reason="few applied",
        happened_on=datetime.date(2017, 9, 1), seen="no", bias="unknown",
    )  # fmt: skip
    registry.record_deviation(by=cast.evaluator, protocol=protocol, facts_given=said)
    here = reverse("trial:deviations")
    assert waiting(cast.evaluator)[here] == 0
    assert waiting(cast.second)[here] == 1
    assert here not in waiting(cast.coordinator)
