"""Participants in the flow of the trial: whom it counts where, and who sees it."""

import datetime

import pytest
from django.test import Client
from django.utils.translation import override
from tests.cast import Cast
from tests.indicators.people import Exit, place, somebody, stays

from ligzda.indicators.slots import flow
from ligzda.network.load import system_member
from ligzda.people.models import Application, LostFollowUp

pytestmark = pytest.mark.django_db
DAY, LEFT = datetime.date(2025, 1, 10), datetime.date(2025, 2, 10)


@pytest.fixture
def people(cast: Cast) -> None:
    anna = somebody()
    stays(DAY, Exit(LEFT), person=anna, model="M1")
    stays(datetime.date(2025, 4, 1), person=anna, model="M2")
    stays(DAY, Exit(LEFT, reason="breach"), model="M1")
    lost = stays(DAY, Exit(LEFT), model="M1")
    LostFollowUp.objects.create(
        person=lost.person, municipality=lost.municipality, stay=lost, wave="m6",
        reason="abroad", on=datetime.date(2025, 9, 1), by=system_member(),
    )  # fmt: skip
    Application.objects.create(
        person=somebody(), municipality=place().municipality, incubator=place(), sender="person",
        received_on=DAY, state="refused", recorded_by=system_member(),
    )  # fmt: skip


def test_each_person_stands_where_they_got_to(people: None) -> None:
    with override("en"):
        found = flow(datetime.date(2026, 1, 1))
    first, second = found.arms
    assert (found.assessed, found.excluded, found.changes) == (4, (("refused", 1),), 1)
    assert (first.label, first.allocated, first.ended, first.running) == ("M1", 3, 1, 0)
    assert first.discontinued == (("broke the contract", 1),)
    assert first.lost == (("moved abroad", 1),)
    assert (second.label, second.allocated, second.running) == ("M2", 1, 1)


def test_the_public_sees_the_incubators_alone(cast: Cast, people: None) -> None:
    client = Client()
    assert "Applied, and did not begin" not in client.get("/en/trial/flow/").content.decode()
    client.force_login(cast.ogre)
    assert "Applied, and did not begin" not in client.get("/en/trial/flow/").content.decode()
    client.force_login(cast.evaluator)
    assert "Applied, and did not begin" in client.get("/en/trial/flow/").content.decode()
