"""Speaks inside the trial's hull, is silent far outside, and names what stands in the way."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ligzda.evidence import DesignError
from ligzda.evidence.abstention import (
    Abstained,
    Answer,
    Trial,
    held_in,
    hull_weights,
    national_sds,
    reach,
)

SQUARE = np.array([[0.0, 0.0], [4.0, 0.0], [0.0, 8.0], [4.0, 8.0]])
TRIAL = Trial(
    ("Ogre", "Cēsis", "Preiļi", "Tukums"),
    ("unemployment", "distance"),
    SQUARE,
    np.array([1.0, 2.0]),
    {"premises": frozenset({"workshop"})},
)
HAS = {"premises": "workshop"}


def at(x: float, y: float) -> dict[str, float | None]:
    return {"unemployment": x, "distance": y}


@given(st.floats(-3, 7), st.floats(-6, 14))
def test_distance_and_answer_are_those_of_the_hull(x: float, y: float) -> None:
    found = reach(TRIAL, at(x, y), HAS)
    expected = np.hypot(max(0 - x, 0, x - 4), max(0 - y, 0, y - 8) / 2)
    assert found.q == pytest.approx(expected, abs=1e-4)
    answers = {
        Answer.SPEAK: (-1, 0.5001),
        Answer.WARN: (0.4999, 1.0001),
        Answer.REFUSE: (0.9999, 99),
    }
    low, high = answers[found.answer]
    assert low <= expected <= high
    assert sum((found.weights or {}).values()) == pytest.approx(1)


def test_weights_reach_the_place_and_are_as_even_as_they_can() -> None:
    middle = reach(TRIAL, at(2, 4), HAS)
    assert middle.effective == pytest.approx(4, abs=1e-3)
    corner = reach(TRIAL, at(0, 0), HAS)
    assert corner.effective == pytest.approx(1, abs=1e-3)
    assert corner.nearest[0] == ("Ogre", 0.0)
    assert hull_weights(SQUARE, np.array([1.0, 2.0])) @ SQUARE == pytest.approx([1, 2], abs=1e-5)


def test_the_odd_moderator_is_named_and_the_nearest_point_within() -> None:
    warned = reach(TRIAL, at(4.7, 4), HAS)
    assert (warned.answer, warned.odd) == (Answer.WARN, "unemployment")
    assert str(warned.reasons[0]) == (
        "The municipality lies 0.7 SD away from those of the trial, mostly by “unemployment”."
    )
    assert TRIAL.nearest_within(warned) == pytest.approx([4, 4], abs=1e-3)
    inside = reach(TRIAL, at(1, 6), HAS)
    assert TRIAL.nearest_within(inside) == pytest.approx([1, 6], abs=1e-3)


def test_what_is_missing_or_was_never_tried_refuses() -> None:
    missing = reach(TRIAL, {"unemployment": 2.0, "distance": None}, HAS)
    assert (missing.answer, missing.q) == (Answer.REFUSE, None)
    assert missing.reasons == (Abstained.MISSING.of(name="distance"),)
    assert reach(TRIAL, at(2, float("nan")), HAS).answer is Answer.REFUSE
    gate = reach(TRIAL, at(2, 4), {"premises": "none"})
    assert gate.answer is Answer.REFUSE
    assert gate.reasons == (Abstained.NEVER_TRIED.of(name="premises", value="none"),)


def test_moderators_are_few_and_differ() -> None:
    names = ("a", "b", "c", "d")
    with pytest.raises(DesignError, match="4 moderators are too many for 2 municipalities"):
        Trial(("x", "y"), names, np.zeros((2, 4)), np.ones(4), {})
    with pytest.raises(DesignError, match="b: the moderator does not differ"):
        Trial(("x", "y"), names[:2], np.zeros((2, 2)), np.array([1.0, 0.0]), {})
    assert national_sds(np.array([[1.0], [np.nan], [3.0]]))[0] == pytest.approx(2**0.5)


def test_left_out_places_are_counted() -> None:
    assert held_in([0, 0, 0], [1, 1, 1], [0.5, 1, 2]) == 2
