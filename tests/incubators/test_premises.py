"""Buildings and works; an incubator that is ready to open, and one that is not."""

import datetime
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.translation import override
from tests.cast import Cast
from tests.incubators.conftest import Workshop

from ligzda.incubators.models import AdaptationWork, Confirmation, Equipment
from ligzda.incubators.places import actions as places
from ligzda.incubators.premises import actions, queries
from ligzda.incubators.premises.models import ACCESS_FACTS
from ligzda.kernel.errors import BadDataError, NotAllowedError, WrongStateError
from ligzda.kernel.texts import Text

DAY = datetime.timedelta(days=1)


def _work(cast: Cast, workshop: Workshop) -> AdaptationWork:
    today = timezone.localdate()
    facts = actions.WorkFacts(
        building=workshop.room.building,
        what="Lifts",
        contractor="SIA “Būve”",
        cost=Decimal("99000.01"),
        begins_on=today - 20 * DAY,
        ends_on=today - 10 * DAY,
    )
    return actions.add_work(by=cast.ogre, incubator=workshop.incubator, facts_given=facts)


def _missing(workshop: Workshop) -> set[str]:
    with override("en"):
        return {item.name for item in queries.missing(workshop.incubator)}


def test_what_is_done_is_missing_no_longer(cast: Cast, workshop: Workshop) -> None:
    workshop.incubator.works.all().delete()
    work, building, today = _work(cast, workshop), workshop.room.building, timezone.localdate()
    actions.edit_building(
        by=cast.ogre, building=building, facts_given=actions.BuildingFacts(name="Ēka")
    )
    turning = {
        "Adaptation works accepted",
        "Accessibility described",
        "Safety rules of every machine",
        "Insurance of liability and property",
    }
    assert turning <= _missing(workshop)
    acceptance = actions.Acceptance(on=today, by="Būvvalde", document="7/2026")
    actions.accept_work(by=cast.ogre, work=work, acceptance=acceptance)
    said = Text({"lv": "Ir", "en": "There"})
    facts: dict[str, Any] = dict.fromkeys(ACCESS_FACTS, True)
    actions.edit_building(
        by=cast.ogre,
        building=building,
        facts_given=actions.BuildingFacts(name="Ēka", narrowest_door_cm=90, access=said, **facts),
    )
    Equipment.objects.filter(incubator=workshop.incubator).update(safety_rules=said)
    actions.confirm(
        by=cast.ogre,
        incubator=workshop.incubator,
        item=Confirmation.Item.INSURANCE,
        done_on=today,
        document="Polise 7",
    )
    assert not turning & _missing(workshop)
    actions.confirm(
        by=cast.ogre,
        incubator=workshop.incubator,
        item=Confirmation.Item.INSURANCE,
        done_on=today - 9 * DAY,
        document="Polise 6",
        valid_until=today - DAY,
    )
    assert _missing(workshop) & turning == {"Insurance of liability and property"}


def test_the_page_names_what_is_missing_and_what_stops_it(
    client: Client, cast: Cast, workshop: Workshop
) -> None:
    client.force_login(workshop.instructor)
    page = client.get("/en/incubators/ogre/readiness/").content.decode()
    assert page.count("opens only with it") == 2
    assert "Fire safety inspection" in page


def test_a_work_says_how_far_it_is(cast: Cast, workshop: Workshop) -> None:
    work, today = _work(cast, workshop), timezone.localdate()
    with override("en"):
        said = [queries.state_of(work, today - ago * DAY) for ago in (21, 20, 10, 9)]
    assert said == ["not begun", "under way", "under way", "to be accepted"]


def test_a_work_is_accepted_once_and_stays(cast: Cast, workshop: Workshop) -> None:
    work, today = _work(cast, workshop), timezone.localdate()
    acceptance = actions.Acceptance(on=today + DAY, by="Būvvalde", document="7/2026")
    with pytest.raises(BadDataError):
        actions.accept_work(by=cast.ogre, work=work, acceptance=acceptance)
    acceptance = actions.Acceptance(on=today, by="Būvvalde", document="7/2026")
    with pytest.raises(NotAllowedError):
        actions.accept_work(by=cast.cesis, work=work, acceptance=acceptance)
    actions.accept_work(by=cast.ogre, work=work, acceptance=acceptance)
    with pytest.raises(WrongStateError):
        actions.accept_work(by=cast.ogre, work=work, acceptance=acceptance)


def test_a_room_lies_on_a_floor_of_its_building(cast: Cast, workshop: Workshop) -> None:
    facts = places.RoomFacts(name="Bēniņi", floor=51)
    with pytest.raises(BadDataError):
        places.add_room(by=cast.ogre, incubator=workshop.incubator, facts_given=facts)
