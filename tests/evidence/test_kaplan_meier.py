"""The survival curve, against a published one and against its own properties."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ligzda.evidence import survival_curve

# Freireich et al. 1963: weeks in remission under 6-MP; the table of Kaplan and Meier's estimate is
# in Cox and Oakes 1984, p. 8, and most textbooks.
WEEKS = [6, 6, 6, 7, 10, 13, 16, 22, 23, 6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
EVENTS = [True] * 9 + [False] * 12


def test_it_is_the_published_curve() -> None:
    points = survival_curve(WEEKS, EVENTS, [6, 7, 10, 13, 16, 22, 23])
    expected = [0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448]
    assert [point.share for point in points] == pytest.approx(expected, abs=0.0006)
    assert [point.at_risk for point in points] == [21, 17, 15, 12, 11, 7, 6]
    # R, survfit(conf.type = "log-log"), at 6 weeks: 0.620 – 0.952.
    assert (points[0].lower, points[0].upper) == pytest.approx((0.620, 0.952), abs=0.001)


def test_where_nothing_has_happened_the_limit_is_exact_and_where_all_ended_it_holds() -> None:
    [early] = survival_curve([12.0] * 10, [False] * 10, [6])
    assert (early.share, early.upper) == (1, 1)
    assert early.lower == pytest.approx(0.025 ** (1 / 10))
    [late] = survival_curve([1.0, 2.0], [True, True], [2])
    assert (late.share, late.lower) == (0, 0)
    assert 0 < late.upper <= 1
    assert survival_curve([1.0], [True], [2]) == []
    assert survival_curve([], [], [6]) == []
    for times, events in (([1.0], []), ([-1.0], [True]), ([math.nan], [True])):
        with pytest.raises(ValueError, match="time"):
            survival_curve(times, events, [1])


@given(st.lists(st.tuples(st.integers(0, 40), st.booleans()), min_size=1, max_size=30))
def test_the_curve_falls_and_lies_in_its_interval(rows: list[tuple[int, bool]]) -> None:
    points = survival_curve([t for t, _e in rows], [e for _t, e in rows], range(0, 41, 5))
    shares = [point.share for point in points]
    assert shares == sorted(shares, reverse=True)
    for point in points:
        assert 0 <= point.lower <= point.share + 1e-12
        assert point.share - 1e-12 <= point.upper <= 1
