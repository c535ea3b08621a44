"""Boards: figures with their intervals, whose they are, the list behind one."""

import datetime
import math

import pytest
from django.core.cache import cache
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from tests.cast import Cast
from tests.indicators.people import Exit, answers, stays
from tests.people.conftest import somebody

from ligzda.indicators.boards import day_counts
from ligzda.indicators.figures import figures, poisson
from ligzda.indicators.tasks import count_boards
from ligzda.network.models import User
from ligzda.network.roles import SocialWorker

pytestmark = pytest.mark.django_db
DAY = datetime.date(2025, 1, 10)
PERIOD = "?first=2025-01-01&last=2025-12-31"


def record(**changed: object) -> dict[str, object]:
    row = {"moment": "m6", "category": None, "left_out": None, "counted": 8, "total": 6.0}
    return row | {"squares": 6.0} | changed


def test_a_share_has_wilsons_interval_and_what_is_left_out() -> None:
    out = record(left_out="lost", counted=3, total=0.0)
    [figure] = figures("in_paid_activity", [record(), out])
    assert (figure.value, figure.counted, figure.left_out) == (0.75, 8, {"lost": 3})
    assert (round(figure.low or 0, 3), round(figure.high or 0, 3)) == (0.409, 0.929)


def test_nothing_counted_is_no_share() -> None:
    [figure] = figures("in_paid_activity", [record(left_out="lost")])
    assert (figure.value, figure.low, figure.counted) == (None, None, 0)


def test_a_mean_of_one_has_no_interval() -> None:
    [figure] = figures("who5", [record(counted=1, total=56.0, squares=56.0**2)])
    assert (figure.value, figure.low) == (56.0, None)


def test_costs_per_outcome_have_an_interval_and_none_without_an_outcome() -> None:
    above = record(moment="m12", category="above", counted=12, total=60_000.0)
    below = record(moment="m12", category="below", counted=4, total=4.0)
    [figure] = figures("cost_per_outcome", [above, below])
    low, high = poisson(4)
    assert (figure.value, figure.low, figure.high) == (15_000, 60_000 / high, 60_000 / low)
    [none] = figures("cost_per_outcome", [above])
    assert (none.value, none.counted) == (None, 0)


@given(st.lists(st.floats(-100, 100), min_size=2, max_size=40))
def test_the_interval_of_a_mean_holds_it(values: list[float]) -> None:
    squares = math.fsum(value**2 for value in values)
    row = record(moment="entry", counted=len(values), total=math.fsum(values), squares=squares)
    [figure] = figures("who5", [row])
    assert figure.low is not None
    assert figure.high is not None
    assert figure.low - 1e-6 <= math.fsum(values) / len(values) <= figure.high + 1e-6


@pytest.fixture
def two_places(cast: Cast) -> None:
    for where in ("ogre", "cesis"):
        stay = stays(DAY, Exit(DAY), where=where)
        answers(stay, "follow_up", "m6", datetime.date(2025, 7, 14), {"state": "open_job"})
    stays(DAY, Exit(DAY))


def page(who: User, address: str) -> str:
    client = Client()
    client.force_login(who)
    answer = client.get(f"/en/indicators/boards/{address}")
    return answer.content.decode() if answer.status_code == 200 else str(answer.status_code)


def test_a_board_says_of_how_many_of_what(cast: Cast, two_places: None) -> None:
    shown = page(cast.ogre, "of/ogre/" + PERIOD)
    assert "2 – signed contracts" in shown
    assert "1 – people who were due to be asked" in shown
    assert "no answer: 1" in shown


def test_the_network_is_seen_by_those_who_evaluate_it(cast: Cast, two_places: None) -> None:
    assert "3 – signed contracts" in page(cast.evaluator, "all/" + PERIOD)
    assert page(cast.ogre, "all/") == "403"


def test_a_board_is_its_own_municipalitys(cast: Cast, two_places: None) -> None:
    assert page(cast.cesis, "of/ogre/") == "403"
    assert page(cast.participant, "of/ogre/") == "403"
    assert "1 – signed contracts" in page(cast.cesis, "of/cesis/" + PERIOD)


def test_a_figure_opens_its_list_for_who_keeps_people(cast: Cast, two_places: None) -> None:
    shown = page(cast.ogre, "of/ogre/in_paid_activity/" + PERIOD)
    assert "4 lines" in shown
    assert "no answer" in shown
    assert page(cast.evaluator, "of/ogre/in_paid_activity/") == "403"
    assert page(somebody(cast, SocialWorker), "of/ogre/in_paid_activity/") == "403"


def test_a_period_that_ends_before_it_begins_is_refused(cast: Cast) -> None:
    shown = page(cast.ogre, "of/ogre/?first=2025-05-01&last=2025-01-01")
    assert "The period ends before it begins." in shown
    assert "Nothing to count in this period." in shown


def test_a_large_place_is_counted_once_a_day_and_says_when(
    cast: Cast, two_places: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(day_counts, "COUNTED_AT_ONCE", 1)
    cache.clear()
    assert "2 – signed contracts" in page(cast.ogre, "of/ogre/" + PERIOD)
    stays(DAY)
    shown = page(cast.ogre, "of/ogre/" + PERIOD)
    assert "2 – signed contracts" in shown
    assert "Counted on" in shown
    assert "3 – signed contracts" in page(cast.ogre, "of/ogre/" + PERIOD + "&anew=1")
    assert "Counted on" not in page(cast.cesis, "of/cesis/" + PERIOD)


def test_boards_of_large_places_are_counted_by_night(
    cast: Cast, two_places: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(day_counts, "COUNTED_AT_ONCE", 1)
    cache.clear()
    count_boards(0)
    monkeypatch.setattr("ligzda.indicators.boards.queries.counts", None)
    assert "Counted on" in page(cast.ogre, "of/ogre/")
